"""An export holds exactly what the page shows: the same lines in the same order, with the same values."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page

from ..live import go

VIEWS = ("?position=noted", "?state=XAV&by=MEX&sort=position", "?words=women", "?changed=yes", "")


def of_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as handle:
        return list(csv.DictReader(handle))


def of_xlsx(path: Path) -> list[dict[str, str]]:
    rows = openpyxl.load_workbook(path, read_only=True).worksheets[0].iter_rows(values_only=True)
    head = next(rows)
    return [{str(k): "" if v is None else str(v) for k, v in zip(head, row, strict=True)} for row in rows]


def of_jsonl(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


FORMATS: dict[str, Callable[[Path], list[dict[str, str]]]] = {
    "CSV, one line an item": of_csv,
    "Excel, one line an item": of_xlsx,
    "JSON Lines": of_jsonl,
}


def shown(page: Page) -> list[tuple[str, str]]:
    """Number and text of every row, over all pages of the list."""
    found: list[tuple[str, str]] = []
    while True:
        for row in page.locator("article.it").all():
            found.append((row.locator(".no").inner_text(), row.locator(".src").inner_text()))
        after = page.locator('nav.pager a[rel="next"]')
        if not after.count():
            return found
        go(page, after.get_attribute("href") or "")


@pytest.mark.parametrize("view", VIEWS)
def test_the_files_hold_what_the_page_shows(page: Page, tmp_path: Path, view: str) -> None:
    go(page, f"/recommendations/{view}")
    page.keyboard.press("e")
    found = {}
    for name, read in FORMATS.items():
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        found[name] = [(str(row["number"]), row["text"]) for row in read(path)]
    expected = shown(page)
    assert len(expected) == {"": 67, "?changed=yes": 1}.get(view, len(expected)) > 0
    assert found == dict.fromkeys(FORMATS, expected)
