"""A person's way through the workbench: a real browser before a real server, ``onrecord serve`` in its own process."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from ..live import chromium

PAPERS = Path(__file__).parents[3] / "examples" / "arvenia" / "papers"
ITEM = "/recommendations/A/HRC/52/97/52.3/"


@contextmanager
def serving(archive: Path) -> Iterator[str]:
    """``onrecord serve``; gives the one-time link and stops the server as Ctrl-C does."""
    command = [sys.executable, "-m", "onrecord.cli", "serve", str(archive), "--no-browser", "--json"]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert server.stdout
    try:
        yield json.loads(server.stdout.readline())["link"]
    finally:
        server.send_signal(2)
        server.wait(20)


@contextmanager
def entered(browser: Browser, archive: Path) -> Iterator[tuple[Page, str]]:
    """A page that has come in, and the address of the workbench."""
    with serving(archive) as link, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(link)
        base = link.split("/enter")[0]
        page.wait_for_url(f"{base}/")
        yield page, base


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        found = chromium(play)
        yield found
        found.close()


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An empty archive."""
    path = tmp_path / "journey.onrecord"
    subprocess.run([sys.executable, "-m", "onrecord.cli", "new", str(path)], check=True, capture_output=True)
    return path


@pytest.fixture
def filled(archive: Path) -> Path:
    """An archive with the papers of Arvenia."""
    subprocess.run(
        [sys.executable, "-m", "onrecord.cli", "add", str(archive), str(PAPERS)], check=True, capture_output=True
    )
    return archive


def correct_states(page: Page, names: str, reason: str, *, who: str = "") -> None:
    """Correct the States of the recommendation that is open."""
    page.get_by_role("link", name="Correct").click()
    dialog = page.locator("dialog#correct")
    dialog.locator('input[name="field"][value="states"]').check()
    dialog.locator('[name="value_states"]').fill(names)
    dialog.locator('[name="reason"]').fill(reason)
    if who:
        dialog.locator('[name="name"]').fill(who)
    dialog.get_by_role("button", name="Save correction").click()
    page.wait_for_load_state("networkidle")


def test_papers_are_added_and_progress_is_shown(browser: Browser, archive: Path) -> None:
    with entered(browser, archive) as (page, base):
        page.goto(f"{base}/add/")
        page.locator('input[name="files"]').set_input_files([str(p) for p in sorted(PAPERS.iterdir())])
        # Choosing files sends them; the button is for browsers without JavaScript.
        expect(page.locator("#state [role=status]")).to_contain_text("7 files were read", timeout=60_000)
        page.goto(f"{base}/reviews/XAV/4/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Arvenia, fourth cycle")


def test_a_changed_answer_is_found_and_its_place_lit(browser: Browser, filled: Path) -> None:
    with entered(browser, filled) as (page, base):
        page.goto(f"{base}/recommendations/?state=XAV&changed=yes")
        page.goto(f"{base}{ITEM}")
        history = page.locator("main")
        expect(history).to_contain_text("Noted")
        expect(history).to_contain_text("24 March 2023")
        page.get_by_role("link", name="Report of the Council, para. 34").first.click()
        expect(page.locator("body")).to_contain_text("A/HRC/52/2")
        assert page.locator("svg .lit, .lit").count() > 0


def test_a_correction_is_undone_made_again_and_outlives_a_restart(browser: Browser, filled: Path) -> None:
    with entered(browser, filled) as (page, base):
        page.goto(base + ITEM)
        correct_states(page, "Austria, Chile", "Mexico withdrew it in the room.", who="Aigerim S.")
        expect(page.locator("main")).to_contain_text("Chile")
        expect(page.locator("main")).to_contain_text("Aigerim S.")
        with page.expect_navigation():
            page.keyboard.press("u")
        expect(page.locator("main").get_by_role("link", name="Mexico")).to_be_visible()
        correct_states(page, "Austria, Peru", "So the minutes say.")
        expect(page.locator("main").get_by_role("link", name="Peru")).to_be_visible()
    with entered(browser, filled) as (page, base):
        page.goto(base + ITEM)
        expect(page.locator("main").get_by_role("link", name="Peru")).to_be_visible()
        expect(page.locator("main")).to_contain_text("So the minutes say.")


def test_two_people_at_once_lose_nothing(browser: Browser, filled: Path) -> None:
    with entered(browser, filled) as (page, base):
        second = page.context.new_page()
        page.goto(base + ITEM)
        second.goto(base + ITEM)
        correct_states(page, "Austria, Chile", "First.", who="Aigerim S.")
        correct_states(second, "Austria, Peru", "Second.", who="Jonas M.")
        expect(second.get_by_role("heading", level=1)).to_have_text("Two people at once")
        second.get_by_role("button", name="Keep mine").click()
        second.wait_for_load_state("networkidle")
        page.goto(base + ITEM)
        expect(page.locator("main").get_by_role("link", name="Peru")).to_be_visible()
        expect(page.locator("main")).to_contain_text("First.")


def test_the_queue_is_judged_by_keyboard_alone(browser: Browser, filled: Path) -> None:
    with entered(browser, filled) as (page, base):
        page.goto(f"{base}/queue/")
        first = page.locator("h1").inner_text()
        if page.locator('form.judge input[name="name"]').count():
            page.locator('form.judge input[name="name"]').focus()
            page.keyboard.type("Aigerim S.")
            page.locator("h1").click()
        page.keyboard.press("1")
        page.wait_for_load_state("networkidle")
        assert page.locator("h1").inner_text() != first


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("questioning police", "Record on video"),
        ('"questioning by the police"', "Record on video"),
        ("question* AND recording", "Record on video"),
        ("questioning NOT women", "Record on video"),
        ("number:52.3 state:XAV", "Record on video"),
        ("(questioning OR wells) by:Austria", "Record on video"),
    ],
)
def test_search_knows_its_operators(browser: Browser, filled: Path, query: str, found: str) -> None:
    with entered(browser, filled) as (page, base):
        page.goto(base)
        page.keyboard.press("/")
        page.keyboard.type(query)
        page.keyboard.press("Enter")
        page.wait_for_load_state("networkidle")
        expect(page.locator("main")).to_contain_text(found)


def test_the_export_holds_what_the_page_shows(browser: Browser, filled: Path, tmp_path: Path) -> None:
    with entered(browser, filled) as (page, base):
        page.goto(f"{base}/recommendations/?position=noted")
        shown = [row.get_attribute("href") or "" for row in page.locator("[data-row] a").all()]
        numbers = {href.rstrip("/").rsplit("/", 1)[-1] for href in shown if "/recommendations/" in href}
        target = tmp_path / "export.csv"
        with page.expect_download() as download:
            page.evaluate("location.href = '/recommendations/export.csv?position=noted&count=items'")
        download.value.save_as(target)
        with target.open(encoding="utf-8-sig", newline="") as handle:
            assert {row["number"] for row in csv.DictReader(handle)} == numbers
        assert len(numbers) == 11


@pytest.mark.parametrize(("code", "direction", "word"), [("ar", "rtl", "أرفينيا"), ("kk", "ltr", "Арвения")])
def test_other_languages(browser: Browser, filled: Path, code: str, direction: str, word: str) -> None:
    with entered(browser, filled) as (page, base):
        page.context.add_cookies([{"name": "onrecord-language", "value": code, "url": base}])
        page.goto(f"{base}/reviews/")
        assert page.locator("html").get_attribute("dir") == direction
        assert page.locator("html").get_attribute("lang") == code
        expect(page.locator("main")).to_contain_text(word)
