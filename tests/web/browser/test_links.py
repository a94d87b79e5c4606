"""A person's way through links: from a proposal to both sources, accept and undo; a group is joined and split."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..live import bench, go, settled, visit
from .places import TAKEN_UP

ARTICLE = "A/HRC/52/97#53.3"


def test_from_an_uptake_table_to_both_sources(page: Page) -> None:
    go(page, TAKEN_UP.replace("/links/uptake/", "/papers/"))
    page.get_by_role("link", name="What was taken up").click()
    page.wait_for_url("**/links/uptake/**")
    settled(page)
    taken = page.locator("article.vs", has_text="Article 214")
    expect(taken.locator(".hd")).to_contain_text("same ask")
    expect(page.get_by_role("row", name=re.compile("Czechia"))).to_contain_text("1")
    for name in ("its place", "51.11"):
        taken.get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(re.compile(r"/papers/.*start="))
        settled(page)
        assert page.locator("g.lit .glow").count() >= 1
        page.go_back()
        page.wait_for_url("**/links/uptake/**")
        settled(page)


@pytest.mark.parametrize("script", [True, False])
def test_a_person_decides_by_keyboard(browser: Browser, own: Path, script: bool) -> None:
    with bench(browser, own) as at, visit(browser, at, java_script_enabled=script) as page:
        page.goto("/choices/")
        page.locator("main [name=name]").fill("Aigerim S.")
        page.locator("main button").click()
        page.goto(TAKEN_UP)
        link = page.locator("li.linked", has_text="Take insult out")
        link.get_by_role("button", name="Accept 51.11").press("Enter")
        expect(link).to_contain_text("Accepted by Aigerim S.")
        link.get_by_role("button", name="Undo").press("Enter")
        expect(link.get_by_role("button", name="Refuse 51.11")).to_be_visible()


def test_a_group_is_joined_and_split(browser: Browser, own: Path) -> None:
    with bench(browser, own) as at, visit(browser, at) as page:
        go(page, "/choices/")
        page.locator("main [name=name]").fill("Aigerim S.")
        page.locator("main button").click()
        go(page, "/links/A/HRC/52/97/51.11/")
        page.get_by_text("Join another one").click()
        page.get_by_label("Report and number").fill(ARTICLE)
        page.get_by_role("button", name="Join", exact=True).click()
        expect(page.get_by_role("region", name="Asks the same")).to_contain_text("53.3")
        go(page, "/links/?state=XAV")
        expect(page.locator("article.vs")).to_have_count(1)
        page.get_by_role("button", name="Split off 53.3").click()
        expect(page.get_by_text("No two recommendations on record ask the same.")).to_be_visible()
