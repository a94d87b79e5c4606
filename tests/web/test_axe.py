"""axe-core finds nothing on any page: English and Arabic, light and dark, wide and narrow.

Two looks in English are seen with every run of the tests; the others with ``make test-slow``.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Route

from .browser.made import made
from .browser.places import ITEM, KINDS_OF_PAGES, REPORT
from .live import NGOS, PAPERS, Bench, bench, chromium, go, onrecord, settled, visit

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RESULTS = {"resultTypes": ["violations"]}
RULES = {"runOnly": {"type": "tag", "values": TAGS}, **RESULTS}
# In the dark nothing changes but colours.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, **RESULTS}
LOOKS = tuple(product(("light", "dark"), (1280, 390)))
USUAL = (("light", 1280), ("dark", 390))
SEEN = (
    pytest.param("en", USUAL, id="en"),
    pytest.param("en", tuple(look for look in LOOKS if look not in USUAL), id="en-others", marks=pytest.mark.slow),
    pytest.param("ar", LOOKS, id="ar", marks=pytest.mark.slow),
)
Look = tuple[str, int]
PAGES = (*KINDS_OF_PAGES, f"{ITEM}?at=h1", REPORT, "/papers/0000/")
# What answers with a status that the browser itself complains of.
REFUSED = ("/no-such-page", "/search/?q=%22open", "/papers/0000/", "refused", "outside", "mistaken", "undecided")


def keys(page: Page) -> None:
    """The list of keys."""
    go(page, "/reviews/")
    page.keyboard.press("?")


def correcting(page: Page) -> None:
    """The form over the recommendation."""
    go(page, ITEM)
    page.keyboard.press("c")


def menu(page: Page) -> None:
    """The menu of the bar."""
    go(page, "/papers/")
    page.locator("header details.menu summary").click()


def export(page: Page) -> None:
    """The list of formats."""
    go(page, "/recommendations/")
    page.keyboard.press("e")


def reading(page: Page) -> None:
    """A run of adding."""
    go(page, "/add/")
    page.locator('input[name="files"]').set_input_files(PAPERS / "A-HRC-52-2.pdf")
    page.wait_for_url("**/add/*/")
    page.locator("#state [role=status]").wait_for(timeout=30_000)


def refused(page: Page) -> None:
    """A form whose mark is not ours."""
    go(page, "/choices/")
    page.locator("main [name=csrfmiddlewaretoken]").evaluate("field => { field.value = 'x'.repeat(64); }")
    page.locator("main [name=name]").fill("Ada")
    page.locator("main button").click()


def mistaken(page: Page) -> None:
    """A correction that cannot be kept."""
    go(page, "/judge/A/HRC/52/97/52.3/")
    page.locator("main [name=value_states]").fill("Freedonia")
    page.locator("main [name=reason]").fill("So it says.")
    page.locator("main [name=name]").fill("Ada")
    page.get_by_role("main").locator("button.first").click()


def entering(page: Page) -> None:
    """The page of the one-time link, which would go on at once."""

    def stay(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'name="x"'))

    page.route("**/enter**", stay)
    go(page, "/enter?token=x")


def outside(page: Page) -> None:
    """A browser that has not come in."""
    page.context.clear_cookies(name=re.compile("onrecord-entered.*"))
    go(page, "/")


def conflict(page: Page) -> None:
    """Two passages side by side."""
    go(page, "/conflicts/")
    page.get_by_role("link", name="Side by side").or_(page.locator("article.vs .hd a")).first.click()
    page.wait_for_url("**/conflicts/*/")


def claim(page: Page) -> None:
    """A claim beside its page."""
    go(page, "/claims/?words=killed&compared=conflict")
    page.locator("article.it .src a").first.click()
    page.wait_for_url("**/claims/*/")


def undecided(page: Page) -> None:
    """Two names, and a reason that nobody gave."""
    go(page, "/names/?kind=person")
    page.locator("form.same [name=reason]").first.fill(" ")
    page.locator("form.same [name=name]").first.fill("Ada")
    page.locator("form.same button").first.click()
    page.wait_for_url("**/names/decide")


STATES = (keys, correcting, menu, conflict, claim, undecided, export, reading, refused, mistaken, entering, outside)


@pytest.fixture(scope="module")
def browser(whole_archive: Path) -> Iterator[Browser]:
    """``whole_archive`` goes first: while Playwright's loop runs in this thread, Django opens no archive in it."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def workbench(browser: Browser, whole_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    folder = tmp_path_factory.mktemp("axe")
    copy = Path(shutil.copy(whole_archive, folder / "example.onrecord"))
    subprocess.run(onrecord("add", copy, *made(folder), NGOS), check=True, capture_output=True)
    with bench(browser, copy) as found:
        yield found


@pytest.fixture(scope="module")
def windows(browser: Browser, workbench: Bench) -> Iterator[Callable[[str], Page]]:
    """Gives the one window of a language: what a page shares with the last is loaded once."""
    with ExitStack() as open_ones:
        yield cache(lambda language: open_ones.enter_context(visit(browser, workbench, language=language)))


@pytest.mark.parametrize(("language", "looks"), SEEN)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_found_on_a_page(
    windows: Callable[[str], Page], language: str, looks: tuple[Look, ...], path: str
) -> None:
    check(windows(language), looks, path in REFUSED, lambda page: go(page, path))


@pytest.mark.parametrize(("language", "looks"), SEEN)
@pytest.mark.parametrize("reach", STATES, ids=lambda reach: reach.__name__)
def test_nothing_is_found_in_a_state(
    browser: Browser, workbench: Bench, language: str, looks: tuple[Look, ...], reach: Callable[[Page], None]
) -> None:
    with visit(browser, workbench, language=language) as page:
        check(page, looks, reach.__name__ in REFUSED, reach)


def check(page: Page, looks: tuple[Look, ...], refused: bool, reach: Callable[[Page], None]) -> None:
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    def fail(error: Error) -> None:
        complaints.append(str(error))

    page.on("console", hear)
    page.on("pageerror", fail)
    reach(page)
    page.evaluate(Axe().axe_script)
    found = {look: wrong for look in looks if (wrong := wrong_with(page, *look))}
    page.remove_listener("console", hear)
    page.remove_listener("pageerror", fail)
    assert found == {}
    assert refused or not complaints


def wrong_with(page: Page, scheme: Any, width: int) -> list[str]:
    """What axe finds, and whether the page scrolls sideways."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    settled(page)
    answer = page.evaluate("rules => axe.run(rules)", RULES if scheme == "light" else COLOURS)
    assert answer["passes"]  # it did look
    wrong = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in answer["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        wrong.append("scrolls sideways")
    return wrong
