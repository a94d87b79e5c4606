"""The queue is judged by keyboard alone: ten questions, an undo, a correction on the way."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..live import bench, go, settled, visit


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)
    settled(page)


def question(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def waiting(page: Page) -> int:
    """How many questions wait, as the page says."""
    return int(page.locator(".steps > .num").inner_text().split(" of ")[1])


@pytest.fixture
def no_mouse(browser: Browser, own: Path) -> None:
    """Nothing here moves the mouse."""


def test_ten_are_judged_by_keyboard_alone(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, "/")
        press(page, "q")
        # The name is asked once; until it is known, a verdict asks for it.
        page.keyboard.press("1")
        expect(page.get_by_label("Your name")).to_be_focused()
        page.keyboard.type("Aigerim S.")
        total, seen = waiting(page), [question(page)]
        page.keyboard.press("Enter")  # gives no verdict: nobody chose one
        page.keyboard.press("Escape")
        assert question(page) == seen[0]
        for number, key in enumerate("1245241121"):
            press(page, key)
            seen.append(question(page))
            assert page.locator(".last").is_visible(), number
        assert len(set(seen)) == 11  # every time another question
        put_off = 1
        assert waiting(page) == total - 10 + put_off
        press(page, "u")
        assert waiting(page) == total - 9 + put_off
        page.keyboard.press("r")
        page.keyboard.type("Two papers say so.")
        page.keyboard.press("Escape")
        press(page, "1")
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, "/queue/")
        assert waiting(page) == total - 10 + put_off


def test_a_question_is_corrected_by_keyboard(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, "/queue/?kind=no_states")
        assert question(page) == "No recommending State was found in 6.1."
        press(page, "3")
        expect(page.get_by_role("textbox", name="States")).to_be_focused()
        for words in ("Chile", "The minutes name Chile.", "Aigerim S."):
            page.keyboard.type(words)
            page.keyboard.press("Tab")
        press(page, "Enter")
        assert page.locator(".by a").all_inner_texts() == ["Chile"]
        go(page, "/queue/?kind=no_states")
        assert question(page) == "No recommending State was found in 6.2."


def test_the_places_are_shown_by_their_letters(page: Page) -> None:
    go(page, "/queue/?kind=rule")
    before = page.locator("#viewer .tools").inner_text()
    page.keyboard.press("a")
    expect(page.locator("#at-A")).to_be_focused()
    settled(page)
    assert page.locator("g.lit, mark").count() > 0
    page.keyboard.press("b")
    expect(page.locator("#at-B")).to_be_focused()
    assert page.locator("g.lit, mark").count() > 0
    assert before
