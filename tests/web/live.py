"""A workbench that really listens, in a process of its own, and a browser without a window before it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

EXAMPLES = Path(__file__).parents[2] / "examples"
PAPERS = EXAMPLES / "arvenia" / "papers"
NGOS = EXAMPLES / "arvenia-ngos" / "papers"
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
# Counts what is still asked for; run before every page's own scripts, where scripts run.
_COUNT = """
    window.asked = 0;
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (...rest) {
      window.asked += 1;
      this.addEventListener("loadend", () => { window.asked -= 1; });
      return send.apply(this, rest);
    };
"""
_SETTLED = "document.readyState === 'complete' && !window.asked && !document.querySelector('.htmx-request')"
_DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))"


@dataclass(frozen=True, slots=True)
class Bench:
    """A workbench that is running, and what a browser keeps that has come in."""

    base: str
    kept: Any


@contextmanager
def chromium() -> Iterator[Browser]:
    """Debian's chromium; a test that needs it is skipped with a word where it is missing, but fails in CI.

    Its headless shell is the same browser without the window, and starts with half the work.
    """
    names = ("chromium-headless-shell", "chromium", "chromium-browser")
    path = next((found for name in names if (found := shutil.which(name))), "")
    if not path:
        if os.environ.get("CI"):
            pytest.fail("chromium is not installed, and CI must test with it (Debian: chromium)")
        pytest.skip("chromium is not installed (Debian: chromium)")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=list(_FLAGS))
        yield browser
        browser.close()
    # Playwright's own loop ends here: Django takes a running one for asynchronous code.


def onrecord(*words: str | Path) -> Sequence[str]:
    """The command line of Onrecord."""
    return [sys.executable, "-m", "onrecord.cli", *map(str, words)]


@contextmanager
def serving(archive: Path) -> Iterator[str]:
    """``onrecord serve``; gives the one-time link and stops the server as Ctrl-C does."""
    command = onrecord("serve", archive, "--no-browser", "--json")
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    assert server.stdout
    try:
        yield json.loads(server.stdout.readline())["link"]
    finally:
        server.send_signal(2)
        server.wait(20)
        server.stdout.close()


@contextmanager
def bench(browser: Browser, archive: Path) -> Iterator[Bench]:
    """A workbench on that archive, with a browser let in."""
    with serving(archive) as link:
        base = link.split("/enter")[0]
        with browser.new_context() as context:
            page = context.new_page()
            page.goto(link)
            page.wait_for_url(f"{base}/")
            kept = context.storage_state()
        yield Bench(base, kept)


@contextmanager
def visit(browser: Browser, at: Bench, *, language: str = "en", **more: Any) -> Iterator[Page]:
    """A new window that has come in; addresses begin with "/". ``more`` goes to the browser's context."""
    how = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **more}
    with browser.new_context(storage_state=at.kept, base_url=at.base, **how) as context:
        context.add_cookies([{"name": "onrecord-language", "value": language, "url": at.base}])
        context.set_default_timeout(10_000)
        if how.get("java_script_enabled", True):
            context.add_init_script(_COUNT)
        yield context.new_page()


def until(page: Page, condition: str, *, seconds: float = 10) -> None:
    """Wait until a condition holds on the page. Playwright's own wait would need ``eval``, which the pages forbid."""
    last = monotonic() + seconds
    while not page.evaluate(condition):
        assert monotonic() < last, f"waited {seconds} s for: {condition}"
        page.wait_for_timeout(25)


def settled(page: Page) -> None:
    """Wait until a page has all its parts and stands still."""
    until(page, _SETTLED)
    page.evaluate(_DRAWN)
    until(page, _SETTLED)


def go(page: Page, path: str) -> None:
    """Open a page and wait until all of it is there."""
    page.goto(path)
    settled(page)
