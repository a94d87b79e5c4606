"""A person's way through the register of laws: put a law in, say what an article became, see it, take it back."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ..live import bench, visit

ARTICLE = "/names/law:XAV:criminal-code:214/"


@pytest.mark.parametrize("script", [True, False])
def test_an_article_gets_another_number_and_back(browser: Browser, own: Path, script: bool) -> None:
    with bench(browser, own) as at, visit(browser, at, java_script_enabled=script) as page:
        page.goto("/laws/")
        page.get_by_role("link", name="Register of laws").click()
        page.get_by_label("Name of the law").fill("Law on Lawyers")
        page.get_by_label("State", exact=True).fill("Arvenia")
        page.get_by_label("Year").fill("2017")
        page.get_by_label("Why?").fill("named in two papers")
        page.get_by_label("Your name").fill("Aigerim S.")
        page.get_by_role("button", name="Put it in").press("Enter")
        expect(page.locator("h1")).to_have_text("Law on Lawyers")
        expect(page.get_by_role("region", name="The entry")).to_contain_text("the 2017 Law on Lawyers")

        page.goto(ARTICLE)
        page.get_by_role("region", name="In the register of laws").get_by_role("link", name="Criminal Code").click()
        change = page.get_by_role("region", name="What became of it")
        change.get_by_label("Article that became another one").fill("214")
        change.get_by_label("Its new number").fill("230")
        change.get_by_label("Since when").fill("2024-03")
        change.get_by_label("Why?").fill("amended in March 2024")
        change.get_by_role("button", name="Keep the change").press("Enter")
        part = page.locator("article.law-part", has_text="Lantern Watch")
        expect(part.locator("li.this-one")).to_contain_text("until March 2024")
        expect(part.locator(".lawline")).to_contain_text("Article 230")

        page.goto(ARTICLE)
        line = page.get_by_role("region", name="In the register of laws")
        expect(line.locator(".lawline li")).to_have_count(2)
        line.get_by_role("link", name="Criminal Code").first.click()
        decided = page.get_by_role("region", name="Decided by people")
        decided.get_by_role("button", name="Undo").press("Enter")
        expect(decided).to_contain_text("Withdrawn by Aigerim S.")
        expect(page.locator("article.law-part", has_text="Lantern Watch").locator(".lawline")).to_have_count(0)
