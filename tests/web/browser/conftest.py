"""One browser for all, and a workbench on the example and two made papers that is only looked at."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from ..live import NGOS, Bench, bench, chromium, onrecord, visit
from .made import made


@pytest.fixture(scope="package")
def filled(whole_archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only to be copied, see ``own``."""
    folder = tmp_path_factory.mktemp("filled")
    path = Path(shutil.copy(whole_archive, folder / "example.onrecord"))
    subprocess.run(onrecord("add", path, *made(folder), NGOS), check=True, capture_output=True)
    return path


@pytest.fixture(scope="package")
def browser(filled: Path) -> Iterator[Browser]:
    """``filled`` goes first: while Playwright's loop runs in this thread, Django opens no archive in it."""
    with chromium() as found:
        yield found


@pytest.fixture(scope="package")
def example(browser: Browser, filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    """A running workbench that is only looked at; tests that change something take ``own``."""
    copy = shutil.copy(filled, tmp_path_factory.mktemp("browser") / "example.onrecord")
    with bench(browser, Path(copy)) as found:
        yield found


@pytest.fixture
def page(browser: Browser, example: Bench) -> Iterator[Page]:
    """A window before the example."""
    with visit(browser, example) as found:
        yield found


@pytest.fixture
def own(filled: Path, tmp_path: Path) -> Path:
    """An archive with the example that a test may change."""
    return Path(shutil.copy(filled, tmp_path / "own.onrecord"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive without papers."""
    path = tmp_path_factory.mktemp("empty") / "empty.onrecord"
    subprocess.run(onrecord("new", path), check=True, capture_output=True)
    return path
