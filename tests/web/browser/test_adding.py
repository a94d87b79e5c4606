"""Adding by a real drop: files, a folder, a ZIP; progress for each file, stopping, errors, and a tab that is closed."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ..live import PAPERS, Bench, bench, go, settled, until, visit
from .made import notes

_MANY = 60
_PROGRESS = re.compile(r"/add/\d+/$")
_LONG = 60_000


@pytest.fixture(scope="module")
def workbench(browser: Browser, empty: Path) -> Iterator[Bench]:
    """On an archive that is empty at first; each test adds papers of its own."""
    with bench(browser, empty) as found:
        yield found


@pytest.fixture
def window(browser: Browser, workbench: Bench) -> Iterator[Page]:
    with visit(browser, workbench) as found:
        yield found


def drop(page: Page, *paths: Path) -> None:
    """Let files fall on the drop area, as the desktop does it."""
    area = page.locator("form[data-drop]")
    box = area.bounding_box()
    assert box
    devtools = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        if kind == "drop":
            expect(area).to_have_class("drop over")  # it shows that it takes them
        at = {"x": box["x"] + 20, "y": box["y"] + 20}
        devtools.send("Input.dispatchDragEvent", {"type": kind, "data": data, **at})
    page.wait_for_url(_PROGRESS)


def done(page: Page) -> Locator:
    """What the page says when the run is over."""
    said = page.locator("#state [role=status]")
    said.wait_for(timeout=_LONG)
    return said


def files(page: Page) -> list[str]:
    """The names of the files that the page of a run lists."""
    return page.locator("#state .files bdi").all_inner_texts()


def on_record(page: Page, word: str) -> list[str]:
    """The files on record whose names hold this word, from all pages of the list."""
    go(page, "/papers/")
    found = page.locator("main td.meta bdi", has_text=word).all_inner_texts()
    further = page.locator("nav.pager a[rel=next]")
    while further.count():
        with page.expect_navigation():
            further.click()
        settled(page)
        found += page.locator("main td.meta bdi", has_text=word).all_inner_texts()
    return sorted(found)


def test_files_are_dropped_and_each_is_shown_as_it_is_read(window: Page, tmp_path: Path) -> None:
    letters = notes(tmp_path / "letter", _MANY)
    go(window, "/add/")
    drop(window, *sorted(PAPERS.iterdir()), *letters)
    # While it goes on: a bar, and a line for each file that is done.
    until(window, "Boolean(document.querySelector('#bar') && document.querySelector('#state .files li'))")
    expect(done(window)).to_contain_text("67 files were read.")
    assert len(files(window)) == 67
    assert all("added" in line for line in window.locator("#state .files li").all_inner_texts())
    assert on_record(window, "letter") == sorted(path.name for path in letters)
    go(window, "/reviews/XAV/4/")
    expect(window.get_by_role("heading", level=1)).to_have_text("Arvenia, fourth cycle")


def test_a_folder_and_a_zip_are_dropped(window: Page, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    notes(desk, 3)
    notes(desk / "drawer", 2)
    packed = tmp_path / "papers.zip"
    with zipfile.ZipFile(packed, "w") as target:
        target.writestr("inside/of-a-zip.txt", "A letter about the ferry of Orsa.\n")
    go(window, "/")
    drop(window, desk, packed)
    done(window)
    assert len(on_record(window, "desk-")) == 3
    assert len(on_record(window, "drawer-")) == 2
    assert on_record(window, "of-a-zip") == ["of-a-zip.txt"]


def test_a_damaged_file_is_told_with_advice_and_the_others_are_added(window: Page, tmp_path: Path) -> None:
    damaged = tmp_path / "half.pdf"
    damaged.write_bytes((PAPERS / "A-HRC-52-97.pdf").read_bytes()[:300])
    (whole,) = notes(tmp_path / "whole", 1)
    go(window, "/add/")
    drop(window, damaged, whole)
    expect(done(window)).to_contain_text("1 could not be added")
    refused = window.locator("#state .files li", has_text="half.pdf")
    expect(refused).to_contain_text("not added")
    assert len(refused.locator(".why").inner_text().split(". ")) > 1  # what is wrong, and what to try
    assert (on_record(window, "half"), on_record(window, "whole")) == ([], ["whole-1.txt"])


def test_a_run_is_stopped_and_what_was_added_stays(window: Page, tmp_path: Path) -> None:
    go(window, "/add/")
    notes(tmp_path / "stopped", _MANY)
    drop(window, tmp_path / "stopped")
    window.get_by_role("button", name="Stop").click()
    expect(done(window)).to_contain_text("Stopped.")
    listed = sorted(files(window))
    assert len(listed) < _MANY
    assert on_record(window, "stopped") == listed


def test_a_closed_tab_loses_nothing(browser: Browser, workbench: Bench, tmp_path: Path) -> None:
    notes(tmp_path / "unseen", _MANY + 1)
    with visit(browser, workbench) as window:
        go(window, "/add/")
        drop(window, tmp_path / "unseen")
    with visit(browser, workbench) as window:
        go(window, "/add/")
        window.get_by_role("link", name=f"{_MANY + 1} files").click()
        expect(done(window)).to_contain_text(f"{_MANY + 1} files were read")
        assert len(on_record(window, "unseen")) == _MANY + 1


def test_choosing_files_adds_them_too(window: Page, tmp_path: Path) -> None:
    own = shutil.copy(PAPERS / "A-HRC-52-97.pdf", tmp_path / "own.pdf")
    for _ in range(2):  # the second time it is known, whatever other tests have added
        go(window, "/add/")
        # Choosing files sends them; the button is for browsers without JavaScript.
        window.locator('input[name="files"]').set_input_files(own)
        window.wait_for_url(_PROGRESS)
        expect(done(window)).to_contain_text("1 file was read")
    assert files(window) == ["own.pdf"]
    expect(window.locator("#state .files")).to_contain_text("known already")
