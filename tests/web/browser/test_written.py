"""A paper from the first draft on: something cited, previewed live, saved, compared; nothing for axe."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..live import Bench, bench, go, settled, visit
from ..test_axe import LOOKS, check


@pytest.fixture
def workbench(browser: Browser, own: Path) -> Iterator[Bench]:
    with bench(browser, own) as found:
        yield found


def drafted(page: Page) -> None:
    go(page, "/papers/")
    page.get_by_role("link", name="Papers of your own").click()
    page.get_by_label("Review", exact=True).select_option("XAV/4")
    page.get_by_label("Subject").fill("lawyer, killed")
    page.get_by_label("Title").fill("Lawyers at risk")
    page.get_by_label("Your name").fill("Ann")
    with page.expect_navigation():
        page.get_by_role("button", name="Draft it").click()
    settled(page)


def test_a_paper_is_drafted_cited_previewed_and_saved(browser: Browser, workbench: Bench) -> None:
    with visit(browser, workbench) as page:
        drafted(page)
        expect(page.locator("#look")).to_contain_text("Sources differ.")
        text = page.get_by_label("Text", exact=True)
        before = text.input_value()
        text.focus()
        page.keyboard.press("Control+End")
        page.keyboard.type("It was asked to record questionings.")
        page.get_by_label("Words to look for").fill("questioning")
        page.get_by_role("button", name="Cite: Record on video").first.click()
        expect(text).to_have_value(f"{before}It was asked to record questionings.[@A/HRC/52/97#52.3 supported]")
        expect(page.locator("#look")).to_contain_text("para. 52.3 (Austria, Mexico), p. 7")
        page.get_by_role("link", name="Open place 1 of note 1", exact=True).click()
        page.wait_for_url("**/papers/*/**")
        page.go_back()
        go(page, page.url)
        page.get_by_label("Text", exact=True).fill("One sentence.")
        page.get_by_label("What you changed").fill("shorter")
        with page.expect_navigation():
            page.get_by_role("button", name="Save a version").click()
        settled(page)
        expect(page.get_by_text("version 3, by Ann")).to_be_visible()
        expect(page.locator("#look .remarks")).to_contain_text("No source")
        page.get_by_role("link", name="Versions").click()
        page.locator("[name=first]").nth(1).check()
        page.locator("[name=second]").first.check()
        page.get_by_role("button", name="Compare").click()
        expect(page.locator("ins")).to_have_text("One sentence.")


def test_it_works_without_scripts(browser: Browser, workbench: Bench) -> None:
    with visit(browser, workbench, java_script_enabled=False) as page:
        page.goto("/written/")
        page.get_by_label("Subject").fill("lawyer")
        page.get_by_label("Your name").fill("Ann")
        page.get_by_role("button", name="Draft it").click()
        page.get_by_role("link", name="Preview as saved").click()
        expect(page.get_by_role("heading", name="Notes")).to_be_visible()
        page.get_by_role("link", name="Edit").click()
        page.get_by_label("Words to look for").fill("questioning")
        page.locator("main").get_by_role("button", name="Search").click()
        expect(page.get_by_text("[@A/HRC/52/97#52.3 supported]")).to_be_visible()
        page.go_back()
        page.get_by_label("Text", exact=True).fill("Other words.")
        page.get_by_role("button", name="Save a version").click()
        expect(page.get_by_text("version 3, by Ann")).to_be_visible()


@pytest.mark.parametrize(
    "language", ["en", pytest.param("ar", marks=pytest.mark.slow), pytest.param("kk", marks=pytest.mark.slow)]
)
def test_axe_finds_nothing(browser: Browser, workbench: Bench, language: str) -> None:
    with visit(browser, workbench) as page:
        drafted(page)
        own = page.url
    with visit(browser, workbench, language=language) as page:
        for path in (own, f"{own}look", f"{own}find?q=questioning", f"{own}versions/?first=1&second=2", "/written/"):
            check(page, LOOKS, False, lambda page, path=path: go(page, path))
