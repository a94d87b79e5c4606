"""A person's way to the wording of a recommendation: by keys alone, without scripts, and from a proposal."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from ..live import bench, go, settled, visit

ASK = "Ensure that every questioning by the police is recorded on video, where possible"


def test_typed_looked_at_and_followed_to_the_record(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, "/written/")
        page.get_by_role("link", name="Wording of a recommendation").press("Enter")
        page.wait_for_url("**/wording/")
        settled(page)
        page.get_by_label("What States shall recommend").fill(ASK)
        page.get_by_label("State under review").select_option(label="Arvenia")
        page.get_by_role("button", name="Look at the wording").press("Enter")
        page.wait_for_load_state()
        settled(page)
        expect(page.locator(".worded")).to_contain_text("“where possible” leaves it to the State")
        made = page.get_by_role("region", name="Made to Arvenia before")
        expect(made).to_contain_text("Supported")
        made.get_by_role("link").first.press("Enter")
        page.wait_for_url("**/recommendations/A/HRC/52/97/52.3/")


def test_without_scripts_from_a_proposal(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at, java_script_enabled=False) as page:
        page.goto("/proposals/?state=XAV")
        asked = page.locator("form[action='/wording/'] [name=text]").first.get_attribute("value")
        page.locator("form[action='/wording/'] button").first.click()
        page.wait_for_url("**/wording/")
        expect(page.get_by_label("What States shall recommend")).to_have_value(asked or "")
        expect(page.get_by_role("heading", name="Its own words")).to_be_visible()
