"""A workbench that really listens, and a browser without a window before it."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

from onrecord.tasks import open_archive
from onrecord.web import serving

_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def chromium(play: Playwright) -> Browser:
    """Debian's chromium; a test that needs it is skipped with a word where it is missing, but fails in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if not path:
        if os.environ.get("CI"):
            pytest.fail("chromium is not installed, and CI must test with it (Debian: chromium)")
        pytest.skip("chromium is not installed (Debian: chromium)")
    return play.chromium.launch(executable_path=path, args=list(_FLAGS))


@contextmanager
def workbench(path: Path) -> Iterator[str]:
    """Serve an archive from a thread; gives the one-time link."""
    serving.prepare()
    with open_archive(path, passphrase="") as archive, serving.running(archive) as server:
        thread = threading.Thread(target=server.until_stopped, daemon=True)
        thread.start()
        try:
            yield server.link
        finally:
            server.stop()
            thread.join(10)
