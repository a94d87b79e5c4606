"""The public site opened from a disk: it works, runs its own search alone, asks nobody; axe finds nothing."""

import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from ..live import onrecord
from ..test_axe import RULES


@pytest.fixture
def site(own: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    options = ("--review", "Arvenia/4", "--paper", "lantern-watch-submission.pdf", "--title", "Arvenia on record")
    subprocess.run(onrecord("publish", own, folder, *options), check=True, capture_output=True)
    return folder


def test_it_works_from_a_disk_and_asks_nobody(browser: Browser, site: Path) -> None:
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        asked: list[str] = []
        wrong: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"file://{site}/index.html")
        page.get_by_role("link", name="Arvenia, fourth cycle").click()
        page.get_by_role("link", name="52.3", exact=True).click()
        expect(page.get_by_text("noted, then supported")).to_be_visible()
        page.get_by_role("link", name="Search").click()
        page.get_by_label("Words").fill("QUESTIONING video judgment")
        expect(page.locator("#count")).to_have_text("1 found")
        page.locator("#found a").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("A/HRC/52/97 52.3")
        assert wrong == []
        assert all(url.startswith(f"file://{site}/") for url in asked)


def test_its_policy_lets_nothing_else_run(browser: Browser, site: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        planted = site / "search.html"
        text = planted.read_text(encoding="utf-8")
        planted.write_text(text.replace("</body>", "<script>document.title='run'</script></body>"), encoding="utf-8")
        page.goto(f"file://{planted}")
        assert page.title() == "Search · Arvenia on record"


@pytest.fixture
def mirrored(own: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "mirrored"
    options = ("--review", "Arvenia/4", "--title", "Arvenia", "--language", "ar", "--language", "kk")
    subprocess.run(onrecord("publish", own, folder, *options), check=True, capture_output=True)
    return folder


def test_its_search_and_its_ways_to_another_language(browser: Browser, mirrored: Path) -> None:
    with browser.new_context(offline=True) as context:
        page = context.new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.goto(f"file://{mirrored}/index.html")
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        page.get_by_role("link", name="Қазақша").click()
        page.get_by_role("link", name="Іздеу").click()
        page.locator("#q").fill("questioning АУСТРИЯ")
        expect(page.locator("#count")).to_have_text("табылды: 1")
        page.locator("#found a").click()
        expect(page.locator("h1")).to_have_text("A/HRC/52/97 52.3")
        page.get_by_role("link", name="العربية").click()
        assert page.url == f"file://{mirrored}/item-A-HRC-52-97-52.3.html"
        expect(page.locator("blockquote").first).to_contain_text("Record on video")
        assert wrong == []


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_in_pages_written_from_the_right(browser: Browser, mirrored: Path, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True) as context:
        page = context.new_page()
        for name in ("index", "review-XAV-4", "item-A-HRC-52-97-52.3", "sources", "kk-search"):
            page.goto(f"file://{mirrored}/{name}.html")
            assert found(page) == [], name


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(browser: Browser, site: Path, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True) as context:
        page = context.new_page()
        for name in ("index", "review-XAV-4", "item-A-HRC-52-97-52.3", "sources", "search", "claims"):
            page.goto(f"file://{site}/{name}.html")
            assert found(page) == [], name


def found(page: Page) -> list[str]:
    page.evaluate(Axe().axe_script)
    answer = page.evaluate("rules => axe.run(rules)", RULES)
    assert answer["passes"]
    wrong = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in answer["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        wrong.append("scrolls sideways")
    return wrong
