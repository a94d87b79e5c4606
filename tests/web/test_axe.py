"""axe-core finds nothing on any page: English and Arabic, light and dark, wide and narrow."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from .live import chromium, workbench

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
# What answers with a status that the browser itself complains of.
REFUSED = ("/no-such-page", "/search/?q=%22open")
PAGES = (
    "/",
    "/reviews/",
    "/reviews/XAV/4/",
    "/recommendations/",
    "/recommendations/A/HRC/52/97/52.3/",
    "/recommendations/A/HRC/52/97/52.3/?at=h1",
    "/judge/A/HRC/52/97/52.3/",
    "/papers/",
    "/states/",
    "/states/FRA/",
    "/add/",
    "/choices/",
    "/queue/",
    "/search/?q=counsel",
    "/search/?q=%22open",
    "/no-such-page",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright keeps a loop of its own running, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as play:
        found = chromium(play)
        yield found
        found.close()


@pytest.fixture(scope="module")
def state(browser: Browser, whole_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    """Where the workbench is, and the cookies of a browser that came in."""
    copy = shutil.copy(whole_archive, tmp_path_factory.mktemp("axe") / "example.onrecord")
    with workbench(Path(copy)) as link:
        base = link.split("/enter")[0]
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(link)
            page.wait_for_url(f"{base}/")
            yield base, context.storage_state()


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_found(
    browser: Browser, state: tuple[str, Any], language: str, scheme: Literal["light", "dark"], width: int
) -> None:
    base, cookies = state
    found: dict[str, list[str]] = {}
    with browser.new_context(
        storage_state=cookies, viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    ) as context:
        context.add_cookies([{"name": "onrecord-language", "value": language, "url": base}])
        page = context.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for path in PAGES:
            page.goto(base + path)
            page.wait_for_load_state("networkidle")
            answer = Axe().run(page, options=RULES).response
            assert len(answer["passes"]) > 10
            wrong = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in answer["violations"]]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wrong.append("scrolls sideways")
            if complaints and path not in REFUSED:
                wrong.extend(complaints)
            complaints.clear()
            if wrong:
                found[path] = wrong
    assert found == {}
