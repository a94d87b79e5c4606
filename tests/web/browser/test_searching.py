"""Search with every operator, typed into the field of the bar; the hits are those that a reader expects."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ..live import Bench, go, settled, visit


@pytest.fixture(scope="module")
def page(browser: Browser, example: Bench) -> Iterator[Page]:
    """One window for all: nothing is kept in it, and what pages share is loaded once."""
    with visit(browser, example) as found:
        yield found


def ask(page: Page, query: str) -> None:
    """Type a question after the key that leads to the search field."""
    go(page, "/reviews/")
    page.keyboard.press("/")
    page.keyboard.type(query)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    settled(page)


def hits(page: Page) -> list[str]:
    """Numbers of the recommendations that are shown."""
    places = page.locator("article.hit .place").all_inner_texts()
    return sorted(found[1] for place in places if (found := re.search(r", (\d[\d.]*(?: \([a-z]\))?)", place)))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ombudsperson", ["48.4", "51.5"]),
        ("ombudsperson budget", ["48.4"]),
        ("ombudsperson AND security", ["51.5"]),
        ("ombudsperson OR salt", ["48.4", "51.5", "6.1"]),
        ("ombudsperson NOT budget", ["51.5"]),
        ('"private security firms"', ["51.5"]),
        ('"security private firms"', []),
        ("ombudsp*", ["48.4", "51.5"]),
        ("ombudsp", []),
        ("(ferry OR quarries) state:XUS", ["6.2", "6.3"]),
        ("state:XUS position:pending", ["7.1", "7.2"]),
        ("NOT position:supported state:XUS", ["7.1", "7.2"]),
        ("state:XUS by:France", ["6.10"]),
        ("number:52.3", ["52.3"]),
        ("cycle:1 position:noted shelter", ["16 (a)"]),
        ("paper:A/HRC/53/98 villages", ["6.3"]),
        ("date:2023-04 midwives", ["6.5"]),
        # Plural and singular meet, small and capital letters too.
        ("FERRIES", ["6.2"]),
        ("quarry", ["6.3"]),
        ("village NOT state:XAV", ["27.1", "6.3"]),
        ("woman peace", []),
    ],
)
def test_every_operator_finds_what_is_expected(page: Page, query: str, found: list[str]) -> None:
    ask(page, f"({query}) kind:recommendation")
    assert hits(page) == found
    if found:
        expect(page.get_by_role("heading", level=1)).to_have_text(f"{len(found)} passage{'s' * (len(found) > 1)}")


@pytest.mark.parametrize(
    ("query", "sentence", "marked"),
    [
        ("ребенок рожденный", "Каждый ребёнок, рождённый в горных районах", ["ребёнок", "рождённый"]),
        ("УЧЁТ", "Учёт ведёт школа", ["Учёт"]),
        ("учет", "Учёт ведёт школа", ["Учёт"]),
        ("cote ivoire encouraged", "Côte d’Ivoire encouraged Arvenia", ["Côte", "Ivoire", "encouraged"]),
        ("CÔTE encouraged", "Côte d’Ivoire encouraged Arvenia", ["Côte", "encouraged"]),
    ],
)
def test_accents_are_folded_and_the_words_marked_in_their_sentence(
    page: Page, query: str, sentence: str, marked: list[str]
) -> None:
    ask(page, query)
    hit = page.locator("article.hit", has_text=sentence)
    expect(hit).to_have_count(1)
    assert hit.locator("mark").all_inner_texts() == marked


def test_it_says_how_it_understood_and_leads_to_the_lit_sentence(page: Page) -> None:
    ask(page, "counsel NOT hearing OR registr* position:noted")
    expect(page.locator(".understood")).to_contain_text("(counsel AND NOT hearing) OR (registr* AND position:noted)")
    ask(page, '"counsel could be admitted"')
    page.locator("article.hit a").first.click()
    settled(page)
    lit = page.locator("g.lit .glow").first.bounding_box()
    assert lit
    assert lit["width"] > 100


def test_facets_narrow_the_hits(page: Page) -> None:
    ask(page, "women")
    every = page.locator("article.hit").count()
    with page.expect_navigation():
        page.get_by_role("checkbox", name="recommendation").check()
    assert 0 < page.locator("article.hit").count() < every
    with page.expect_navigation():
        page.get_by_role("link", name="Lower Selm").click()
    expect(page.locator(".understood")).to_contain_text("women AND state:XLS")


@pytest.mark.parametrize("query", ['"open', "(a", "a)", "AND", "colour:red", "cycle:x", "x" * 1000])
def test_what_cannot_be_understood_is_explained(page: Page, query: str) -> None:
    ask(page, query)
    if query.startswith("x"):
        expect(page.locator("main")).to_contain_text("Nothing on record says this.")
        return
    expect(page.get_by_role("heading", level=1)).to_have_text("This was not understood")
    expect(page.get_by_role("alert")).not_to_be_empty()
    expect(page.get_by_label("Search")).to_have_value(query)
