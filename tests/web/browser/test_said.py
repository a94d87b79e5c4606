"""A person's way through what papers say: from a claim to its place, a conflict, two names that are one."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..live import bench, go, settled, visit

MINISTER = "/names/person:viktor-selianov/"


def seen(page: Page, lit: Locator, frame: Locator) -> bool:
    """Whether something lit lies inside the part of its frame that is seen."""
    inner, outer = lit.bounding_box(), frame.bounding_box()
    assert inner and outer
    return bool(outer["y"] <= inner["y"] and inner["y"] + inner["height"] <= outer["y"] + outer["height"])


def test_from_the_ledger_to_a_claim_and_its_place(page: Page) -> None:
    go(page, "/claims/?state=XAV")
    page.get_by_role("checkbox", name=re.compile("In a conflict")).check()
    page.wait_for_url("**compared=conflict**")
    settled(page)
    page.get_by_label("Words in the text").fill("killed")
    page.keyboard.press("Enter")
    page.wait_for_url("**words=killed**")
    settled(page)
    page.get_by_role("link", name="At least 17 people were killed").first.click()
    page.wait_for_url("**/claims/claim-*/")
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("At least 17 people were killed")
    assert seen(page, page.locator("g.lit .glow").first, page.locator(".desk"))
    note = page.locator("#at-n1")
    note.click()
    page.wait_for_url("**at=n1**")
    settled(page)
    expect(page.locator("g.lit text.tag")).to_have_text("1")
    expect(page.locator("#at-n1 .tagged")).to_have_count(1)


def test_both_passages_of_a_conflict_are_lit(page: Page) -> None:
    go(page, "/conflicts/?state=XAV")
    deaths = page.locator("article.vs", has_text="12 people were killed").first
    expect(deaths).to_contain_text("At least 17 people were killed")
    deaths.get_by_role("link", name="Side by side").click()
    page.wait_for_url(re.compile(r"/conflicts/[^/?]+/$"))
    settled(page)
    sides = page.locator("section.side")
    expect(sides).to_have_count(2)
    for number in range(2):
        side = sides.nth(number)
        expect(side.locator("[data-lit]")).to_have_count(1)
        assert seen(page, side.locator("[data-lit]").first, side.locator(".strip"))
    # The strip is a way to the whole page, where the same passage is lit.
    page.locator("a.strip").first.click()
    page.wait_for_url(re.compile(r"/papers/.*start="))
    settled(page)
    assert page.locator("g.lit .glow").count() >= 1


@pytest.mark.parametrize("script", [True, False])
def test_two_names_are_joined_and_parted_again(browser: Browser, own: Path, script: bool) -> None:
    with bench(browser, own) as at, visit(browser, at, java_script_enabled=script) as page:
        page.goto("/people/")
        expect(page.locator(".named li", has_text="Viktor")).to_have_count(2)
        page.get_by_role("link", name=re.compile("pair that may be one")).click()
        offer = page.locator("article.offer", has_text="Viktor Selyanov")
        offer.get_by_label("Why?").fill("One Minister of Justice in 2022.")
        offer.get_by_label("Your name").fill("Aigerim S.")
        offer.get_by_role("button", name="The same", exact=True).click()
        expect(page.locator("article.offer")).to_have_count(0)
        page.goto(MINISTER)
        forms = page.get_by_role("region", name="How it is written").or_(page.locator("section[aria-labelledby=n4]"))
        expect(forms.first).to_contain_text("Viktor Selyanov")
        expect(page.locator(".dec")).to_contain_text("One Minister of Justice in 2022.")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(".dec.gone")).to_contain_text("Withdrawn by Aigerim S.")
        expect(page.locator(".perhaps")).to_contain_text("Viktor Selyanov")
        page.goto("/people/")
        expect(page.locator(".named li", has_text="Viktor")).to_have_count(2)


def test_the_ledger_is_gone_through_by_keyboard(page: Page) -> None:
    go(page, "/claims/?words=killed")
    page.keyboard.press("j")
    expect(page.locator("article.it.at a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/claims/claim-*/")
