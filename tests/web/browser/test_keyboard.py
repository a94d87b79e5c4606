"""Everything is reached by keyboard, one sees where one is, and nothing holds one fast."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from ..live import Bench, go, settled, visit
from .places import ITEM, KINDS_AND_MORE

# What Tab must reach: every control and link that is drawn. Of radio buttons of one name the one that is chosen.
_CONTROLS = """() => {
  document.activeElement.blur();
  const wanted = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const all = [...document.querySelectorAll(wanted)].filter((one) =>
    !one.disabled && one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
    && (one.type !== 'radio' || one.checked));
  all.forEach((one, number) => { one.dataset.walked = number; });
  const told = (one) => {
    return [one, one.closest('label'), one.closest('form.find')].filter(Boolean).map((part) => {
      const s = getComputedStyle(part);
      const line = s.outlineStyle === 'none' ? '' : s.outlineStyle + s.outlineWidth + s.outlineColor;
      return [line, s.boxShadow, s.borderColor, s.backgroundColor].join('|');
    }).join(' / ');
  };
  window.before = new Map(all.map((one) => [one, told(one)]));
  window.step = () => {
    const target = document.activeElement;
    const box = (target.closest('label') || target).getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 10)];
    const top = document.elementFromPoint(x, y);
    const shown = target === document.body || Boolean(top) && (top.contains(target) || target.contains(top)
      || Boolean(target.closest('label')?.contains(top))
      // Passages can lie in each other, and one sees through them.
      || Boolean(target.closest('svg')?.contains(top)));
    const name = `${target.localName} ${(target.textContent || target.name || '').trim().slice(0, 40)}`;
    const away = target === document.body;
    const seen = away || told(target) !== window.before.get(target);
    return { number: target.dataset.walked ?? null, name, shown, seen, at: `${x} ${y} ${top?.outerHTML.slice(0, 80)}` };
  };
  return all.map((one) => `${one.localName} ${(one.textContent || one.name || '').trim().slice(0, 40)}`);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, example: Bench) -> Iterator[Page]:
    """One window for all: nothing is kept in it, and what pages share is loaded once."""
    with visit(browser, example) as found:
        yield found


def walked(page: Page, steps: int, key: str = "Tab") -> list[dict[str, Any]]:
    """Where the focus was after each step."""
    found = []
    for _ in range(steps):
        page.keyboard.press(key)
        found.append(page.evaluate("window.step()"))
    return found


@pytest.mark.parametrize("path", KINDS_AND_MORE)
def test_everything_is_reached_and_one_sees_where_one_is(page: Page, path: str) -> None:
    go(page, path)
    controls: list[str] = page.evaluate(_CONTROLS)
    walk = walked(page, len(controls) + 3)
    reached = {step["number"] for step in walk}
    missed = [name for number, name in enumerate(controls) if str(number) not in reached]
    assert missed == []
    assert [step["name"] for step in walk if not step["seen"]] == []
    assert [(step["name"], step["at"]) for step in walk if not step["shown"]] == []


def test_nothing_holds_one_fast(page: Page) -> None:
    """After the last control the walk begins again; backwards it leads the same way."""
    go(page, ITEM)
    controls: list[str] = page.evaluate(_CONTROLS)
    there = [step["number"] for step in walked(page, len(controls))]
    back = [step["number"] for step in walked(page, len(controls) - 1, "Shift+Tab")]
    assert back == there[-2::-1]


@pytest.mark.parametrize("path", ["/", "/recommendations/", ITEM, "/queue/"])
def test_the_first_step_leads_to_the_content(page: Page, path: str) -> None:
    go(page, path)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="To the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('main').contains(document.activeElement)")


def test_the_focus_is_drawn(page: Page) -> None:
    """Not only a style: the picture is another, for links, buttons, fields, boxes, and bars of the time line."""
    go(page, "/recommendations/")
    for selector in (".it .src a", ".fac input[type=checkbox]", ".fac .in", "summary.btn", "header nav a"):
        assert differs(page, selector), selector
    go(page, "/")
    for selector in (".trow svg a", "label.btn.file", "a.btn.first"):
        assert differs(page, selector), selector
    go(page, f"{ITEM}")
    for selector in (".others a", ".desk", "button[data-zoom]"):
        assert differs(page, selector), selector


def differs(page: Page, selector: str) -> bool:
    """Whether a thing looks otherwise when Tab has come to it."""
    thing = page.locator(selector).first
    thing.scroll_into_view_if_needed()
    box = thing.bounding_box()
    assert box
    clip: Any = {
        "x": max(box["x"] - 6, 0),
        "y": max(box["y"] - 6, 0),
        "width": box["width"] + 12,
        "height": box["height"] + 12,
    }
    page.keyboard.press("Shift")  # the last thing used is the keyboard
    before = page.screenshot(clip=clip)
    inside = "(one) => (one.matches('label') ? one.querySelector('input') : one).focus({ preventScroll: true })"
    thing.evaluate(inside)
    after = page.screenshot(clip=clip)
    page.evaluate("document.activeElement.blur()")
    return before != after


def test_the_list_of_keys_opens_closes_and_gives_the_focus_back(page: Page) -> None:
    go(page, "/recommendations/")
    link = page.locator("header nav a").nth(1)
    link.focus()
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keys")
    expect(dialog).to_be_visible()
    for _ in range(6):  # the focus stays inside
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()


def test_the_form_to_correct_gives_the_focus_back(page: Page) -> None:
    go(page, ITEM)
    opener = page.get_by_role("link", name="Correct")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Correct 52.3")
    expect(dialog.get_by_role("textbox", name="States")).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    page.keyboard.press("c")
    expect(dialog).to_be_visible()
    dialog.get_by_role("link", name="Keep as read").press("Enter")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_menus_open_and_close_by_keyboard(page: Page) -> None:
    go(page, "/recommendations/")
    for summary in ("header details.menu summary", "details.pop summary[data-key=export]"):
        page.locator(summary).focus()
        page.keyboard.press("Enter")
        sheet = page.locator(summary).locator("xpath=..").locator(".sheet")
        expect(sheet).to_be_visible()
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()
        expect(page.locator(summary)).to_be_focused()


def test_j_and_k_walk_the_rows_and_o_opens_one(page: Page) -> None:
    go(page, "/recommendations/?state=XAV")
    rows = page.locator("[data-row]")
    page.keyboard.press("j")
    expect(rows.nth(1).locator("a").first).to_be_focused()
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(rows.nth(1)).to_have_class("it at")
    number = rows.nth(1).locator(".no").inner_text()
    with page.expect_navigation():
        page.keyboard.press("o")
    settled(page)
    expect(page.locator(".rno")).to_have_text(number)
    with page.expect_navigation():
        page.keyboard.press("j")
    settled(page)
    assert page.locator(".rno").inner_text() != number
    with page.expect_navigation():
        page.keyboard.press("k")
    expect(page.locator(".rno")).to_have_text(number)


def test_keys_can_be_turned_off(page: Page) -> None:
    go(page, "/recommendations/")
    page.keyboard.press("?")
    page.get_by_role("checkbox", name="Keys are on").press("Space")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator("[data-row]").nth(1).locator("a").first).not_to_be_focused()
    page.evaluate("localStorage.clear()")
