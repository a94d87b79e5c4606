"""Without JavaScript everything but the charts and the page viewer works."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..live import Bench, bench, visit
from .made import notes
from .places import ITEM, KINDS_OF_PAGES


@pytest.fixture(scope="module")
def workbench(browser: Browser, filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    path = tmp_path_factory.mktemp("plain") / "plain.onrecord"
    path.write_bytes(filled.read_bytes())
    with bench(browser, path) as found:
        yield found


@pytest.fixture
def plain(browser: Browser, workbench: Bench) -> Iterator[Page]:
    """A window that runs no script."""
    with visit(browser, workbench, java_script_enabled=False) as found:
        yield found


def test_every_page_stands_and_waits_for_nothing(plain: Page) -> None:
    for path in KINDS_OF_PAGES:
        plain.goto(path)
        assert plain.locator("h1").count() == 1, path
        for waiting in plain.locator('main [hx-trigger="load"]:visible').all():
            # What script would bring can be had by a link, or is a chart.
            assert waiting.locator("a").count() or "script" in waiting.inner_text() or waiting.inner_text() == "", path


def test_lists_are_narrowed_sorted_and_exported(plain: Page, tmp_path: Path) -> None:
    plain.goto("/recommendations/")
    plain.get_by_role("checkbox", name="Noted").check()
    plain.get_by_label("Words in the text").fill("women")
    plain.get_by_role("combobox", name="Sorted by").select_option("position")
    plain.get_by_role("button", name="Narrow").click()
    for part in ("position=noted", "words=women", "sort=position"):
        assert part in plain.url
    numbers = plain.locator("article.it .no").all_inner_texts()
    assert numbers
    plain.locator("summary[data-key=export]").click()
    with plain.expect_download() as download:
        plain.get_by_role("link", name="CSV, one line an item", exact=True).click()
    download.value.save_as(tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as handle:
        assert [row["number"] for row in csv.DictReader(handle)] == numbers


def test_the_list_of_a_review_and_neighbours_are_reached(plain: Page) -> None:
    plain.goto("/reviews/XAV/4/")
    plain.get_by_role("link", name="The 41 recommendations of this review").click()
    expect(plain.locator("article.it").first).to_be_visible()
    plain.locator("article.it a").first.click()
    expect(plain.locator(".rno")).to_be_visible()


def test_a_place_is_lit_and_pages_are_turned(plain: Page) -> None:
    plain.goto(ITEM)
    plain.get_by_role("link", name="Report of the Council").first.click()
    expect(plain.locator("#viewer .tools")).to_contain_text("A/HRC/52/2")
    assert plain.locator("g.lit .glow").count() > 0
    before = plain.locator("#viewer .tools .num.nb").last.inner_text()
    plain.get_by_role("link", name="Previous page").click()
    assert plain.locator("#viewer .tools .num.nb").last.inner_text() != before


def test_a_correction_is_made_and_undone(plain: Page) -> None:
    plain.goto(ITEM)
    plain.get_by_role("link", name="Correct").click()
    plain.get_by_role("textbox", name="States").fill("Austria; Chile")
    plain.get_by_label("Why do you correct this?").fill("So the minutes say.")
    plain.get_by_label("Your name").fill("Aigerim S.")
    plain.get_by_role("button", name="Save correction").click()
    assert plain.locator(".by a").all_inner_texts() == ["Austria", "Chile"]
    plain.get_by_role("button", name="Undo").click()
    assert plain.locator(".by a").all_inner_texts() == ["Austria", "Mexico"]


def test_a_question_is_judged(plain: Page) -> None:
    plain.goto("/queue/")
    first = plain.get_by_role("heading", level=1).inner_text()
    plain.get_by_label("Your name").fill("Aigerim S.")
    plain.get_by_role("button", name="Unsure").click()
    assert plain.get_by_role("heading", level=1).inner_text() != first
    plain.get_by_role("button", name="Undo").click()
    assert plain.get_by_role("heading", level=1).inner_text() == first


def test_papers_are_searched(plain: Page) -> None:
    plain.goto("/reviews/")
    plain.get_by_label("Search").fill("ombudsperson budget")
    plain.get_by_label("Search").press("Enter")
    expect(plain.locator("article.hit").first).to_contain_text("Give the Ombudsperson a budget line")
    plain.get_by_role("checkbox", name="recommendation").check()
    plain.get_by_role("button", name="Narrow").click()
    assert "kind=recommendation" in plain.url


def test_papers_are_added_by_the_form(plain: Page, tmp_path: Path) -> None:
    plain.goto("/add/")
    chosen = plain.locator('input[name="files"]')
    assert (chosen.bounding_box() or {"width": 0})["width"] > 100  # one sees what was chosen
    chosen.set_input_files([str(path) for path in notes(tmp_path / "plain", 3)])
    plain.get_by_role("button", name="Add", exact=True).click()
    for _ in range(100):
        if plain.get_by_text("3 files were read").count():
            break
        plain.wait_for_timeout(100)
        plain.reload()  # a link does the same
    expect(plain.locator("#state [role=status]")).to_contain_text("3 files were read")


def test_language_and_colours_are_chosen(plain: Page) -> None:
    plain.goto("/reviews/")
    plain.locator("header details.menu summary").click()
    plain.locator('button[name="theme"][value="dark"]').click()
    assert plain.locator("html").get_attribute("data-theme") == "dark"
    plain.locator("header details.menu summary").click()
    plain.locator('button[name="language"][value="kk"]').click()
    assert plain.locator("html").get_attribute("lang") == "kk"
