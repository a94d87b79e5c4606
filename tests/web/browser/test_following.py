"""A person's way: from a recommendation to a level on a passage that was found, by keys alone; withdrawn again."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from ..live import bench, go, settled, visit
from .places import ITEM


def test_a_level_on_a_passage_and_back(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, ITEM)
        expect(page.locator("#voices")).to_contain_text("Nobody has assessed it.")
        page.locator("#voices").get_by_role("link", name="Assess").press("Enter")
        page.wait_for_url("**/following/**")
        settled(page)
        page.get_by_label("Find evidence in the papers").last.fill("questioning")
        page.keyboard.press("Enter")
        page.wait_for_url("**q=questioning**")
        settled(page)
        first = page.get_by_role("checkbox").first
        first.focus()
        page.keyboard.press("Space")
        expect(first).to_be_checked()
        words = page.locator(".assessing .one .src").first.inner_text()
        page.get_by_label("Level").select_option(label="partially implemented")
        page.get_by_label("Reasons").fill("Two of five stations record.")
        page.get_by_label("Who assesses", exact=True).select_option(label="NGO")
        page.get_by_label("Name of who assesses").fill("Selm Watch")
        page.get_by_label("Your name").fill("Ada Example")
        page.get_by_role("button", name="Put on record").press("Enter")
        page.wait_for_url("**/recommendations/**")
        settled(page)
        voices = page.locator("#voices")
        expect(voices).to_contain_text("Selm Watch (NGO): partially implemented")
        expect(voices.locator(".evidence .src")).to_have_text(words)
        voices.locator(".evidence a").click()
        page.wait_for_url("**/papers/**start=**")
        settled(page)
        assert page.locator("g.lit .glow, mark[data-lit]").count() >= 1  # the passage is lit on its page
        page.go_back()
        settled(page)
        page.get_by_role("button", name="Withdraw what Selm Watch says").press("Enter")
        page.wait_for_load_state()
        settled(page)
        expect(page.locator("#voices del")).to_have_text("partially implemented")


def test_progress_is_drawn_and_its_table_stands_under_it(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at:
        with visit(browser, at) as page:
            go(page, "/progress/XAV/")
            expect(page.locator("figure[data-drawn] .draw svg")).to_have_count(3)
            page.locator("details.astable summary").first.press("Enter")
            expect(page.locator("details.astable table").first).to_be_visible()
        with visit(browser, at, java_script_enabled=False) as page:
            page.goto("/progress/XAV/")
            expect(page.locator("details.astable table").first).to_be_visible()
