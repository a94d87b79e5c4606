"""At 200 % nothing is lost; on paper stand the words and where they come from, and nothing to press."""

import io
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from ..live import Bench, go, visit
from .places import IN_TWO_PARTS, ITEM, REPORT, SLOW

# A window of 1280 at 200 %: half as many points, each drawn twice as large.
ZOOMED: dict[str, Any] = {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2}
# Words that are cut: in a box that hides what does not fit, or outside the page where nothing scrolls.
_CUT = """() => {
  const cut = [];
  const scrolls = (one) => { for (let p = one.parentElement; p; p = p.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return true; } return false; };
  for (const one of document.querySelectorAll('body *')) {
    if (!one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    if (one.closest('.vh, .skip, .leaf, .compact .src, svg, option, [aria-hidden=true]')) continue;
    const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    const box = one.getBoundingClientRect();
    if (one.tagName === 'INPUT' && one.type === 'file' && box.width < 2) continue;
    const hides = ['hidden', 'clip'].includes(getComputedStyle(one).overflowX);
    if (hides && one.scrollWidth > one.clientWidth + 1) cut.push(['hidden', one.outerHTML.slice(0, 120)]);
    if (own && !scrolls(one) && (box.right > innerWidth + 1 || box.left < -1))
      cut.push(['outside', one.outerHTML.slice(0, 120)]);
  }
  return cut;
}"""


@pytest.mark.parametrize("language", ["en", pytest.param("ru", marks=SLOW), pytest.param("ar", marks=SLOW)])
@pytest.mark.parametrize("paths", IN_TWO_PARTS)
def test_nothing_is_lost_at_200_percent(
    browser: Browser, example: Bench, language: str, paths: tuple[str, ...]
) -> None:
    wrong = {}
    with visit(browser, example, language=language, **ZOOMED) as page:
        for path in paths:
            go(page, path)
            found = page.evaluate(_CUT)
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                found.append("scrolls sideways")
            if found:
                wrong[path] = found
    assert wrong == {}


@pytest.mark.parametrize("path", ["/", ITEM, "/queue/?kind=rule"])
def test_all_can_be_done_at_200_percent(browser: Browser, example: Bench, path: str) -> None:
    with visit(browser, example, **ZOOMED) as page:
        go(page, path)
        page.locator("header details.menu summary").click()
        page.get_by_role("link", name="Papers", exact=True).click()
        page.wait_for_url("**/papers/")
        go(page, path)
        last = page.locator("main").locator("a, button, p").last
        last.scroll_into_view_if_needed()
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        box = last.bounding_box()
        bars = page.locator("form.judge")
        top = (bars.bounding_box() or {"y": 450})["y"] if bars.count() else 450
        assert box
        assert box["y"] + box["height"] <= top + 1  # the last line is not behind what is fixed


# What has no place on paper.
AWAY = ("header.bar", ".tools", ".btn", "kbd", ".fac", ".judge", ".hints", ".pager", "summary", "select")


def printed(page: Page, path: str) -> str:
    """The words of a page on paper."""
    go(page, path)
    paper = pypdfium2.PdfDocument(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in paper)


def test_on_paper_stand_the_words_and_their_places(page: Page) -> None:
    words = " ".join(printed(page, ITEM).split())
    assert "Record on video every questioning by the police, and keep the recording" in words
    assert "Report of the Council, para. 34" in words
    assert "page" in words
    for gone in ("Recommendations", "Search", "Correct", "previous", "To the content"):
        assert gone not in words


_PALE = """() => [...document.querySelectorAll('main *')].filter((one) =>
    one.checkVisibility() && !one.closest('svg, .leaf, .vh')
    && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
    && Math.max(...getComputedStyle(one).color.match(/[\\d.]+/g).slice(0, 3)) > 90)
  .map((one) => one.outerHTML.slice(0, 100))"""


@pytest.mark.parametrize("paths", IN_TWO_PARTS)
def test_on_paper_all_is_dark_on_white(browser: Browser, example: Bench, paths: tuple[str, ...]) -> None:
    wrong = {}
    with visit(browser, example, color_scheme="dark") as page:
        page.emulate_media(media="print")
        for path in paths:
            go(page, path)
            found = page.evaluate(_PALE)
            if page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)":
                found.append("the ground")
            found += [away for away in AWAY if page.locator(f"{away}:visible").count()]
            if found:
                wrong[path] = found
    assert wrong == {}


def test_on_paper_nothing_lies_on_anything_else(page: Page) -> None:
    """First the words, then the page they stand on."""
    page.set_viewport_size({"width": 700, "height": 1000})
    page.emulate_media(media="print")
    for path in (ITEM, "/queue/?kind=rule"):
        go(page, path)
        words, leaf = page.locator("main").bounding_box(), page.locator("[data-leaf]").bounding_box()
        assert words and leaf
        assert words["y"] + words["height"] <= leaf["y"]
        assert leaf["x"] + leaf["width"] <= 700


def test_a_paper_is_printed_with_its_findings(page: Page) -> None:
    assert "52.3" in printed(page, f"{REPORT}?page=7")
