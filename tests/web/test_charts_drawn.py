"""The script draws the tables under the strict policy, by pattern, as wide as the page; without it they are open."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from .live import Bench, bench, chromium, go, until, visit

DRAWN = "document.querySelectorAll('figure[data-drawn] .draw svg').length"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def at(browser: Browser, whole_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    copy = shutil.copy(whole_archive, tmp_path_factory.mktemp("charts") / "example.onrecord")
    with bench(browser, Path(copy)) as found:
        yield found


def complaints_of(page: Page) -> list[str]:
    """What the browser will complain of from now on."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_drawn_under_the_strict_policy(browser: Browser, at: Bench, scheme: Any) -> None:
    with visit(browser, at, color_scheme=scheme) as page:
        complaints = complaints_of(page)
        go(page, "/reviews/XAV/4/")
        until(page, f"{DRAWN} === 2")
        page.locator("figure .draw svg").first.hover(position={"x": 300, "y": 12})
        assert complaints == []
        # Word first, then shape, then colour: what was noted is told by lines.
        assert page.locator("figure svg pattern").count() > 0
        assert page.locator("figure details[open]").count() == 0
        written = page.locator("figure .draw svg text").all_text_contents()
        assert [text for text in written if re.fullmatch(r"\d+, \d+", text)]
        assert "font-family" in str(page.locator("figure .draw svg text").first.get_attribute("style"))


def test_a_chart_follows_the_width_of_its_page(browser: Browser, at: Bench) -> None:
    with visit(browser, at) as page:
        go(page, "/reviews/")
        until(page, f"{DRAWN} === 1")
        page.set_viewport_size({"width": 390, "height": 800})
        until(page, "document.querySelector('figure .draw svg').getBoundingClientRect().width < 380")
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def test_the_axis_does_not_turn_round_with_the_page(browser: Browser, at: Bench) -> None:
    with visit(browser, at, language="ar") as page:
        complaints = complaints_of(page)
        go(page, "/reviews/XAV/4/")
        until(page, f"{DRAWN} === 2")
        assert page.evaluate("getComputedStyle(document.querySelector('figure .draw')).direction") == "ltr"
        assert complaints == []


def test_without_script_the_numbers_are_there(browser: Browser, at: Bench) -> None:
    with visit(browser, at, java_script_enabled=False) as page:
        page.goto("/reviews/XAV/4/")
        page.locator("main .two > div > a").click()
        assert page.locator("figure table").first.is_visible()
        assert not page.locator("figure .draw").first.is_visible()
