"""Real papers, where ../shared/data is there: nothing of them is kept here."""

import json
import re
import shutil
from pathlib import Path

import pytest

from onrecord.model import Document, ParagraphKind
from onrecord.reading import read
from reading.invariants import check

_SHARED = Path(__file__).parents[3] / "shared"
_SLOVENIA = _SHARED / "data" / "slovenia"
pytestmark = [
    pytest.mark.data,
    pytest.mark.skipif(not _SLOVENIA.is_dir(), reason="../shared/data is not here"),
]
_PAPERS = sorted(
    path
    for folder, ending in (
        (_SLOVENIA, "*.docx"),
        (_SLOVENIA, "*.doc"),
        (_SLOVENIA, "*.pdf"),
        (_SHARED / "data" / "treaty-bodies", "*.txt"),
        (_SHARED / "seeds", "*.txt"),
    )
    for path in folder.glob(ending)
)
_SCAN = "hc-letter-cycle3.pdf"


@pytest.mark.parametrize("path", [path for path in _PAPERS if path.name != _SCAN], ids=lambda path: path.name)
def test_what_must_hold_for_every_document(path: Path) -> None:
    if path.suffix == ".doc" and not shutil.which("catdoc"):
        pytest.skip("catdoc is not installed")
    document = read(path)
    check(document)
    assert document.language == "en"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")
def test_the_scanned_letter() -> None:
    document = read(_SLOVENIA / _SCAN)
    check(document)
    assert (document.metadata.recognised, len(document.pages), document.language) == (True, 7, "en")


@pytest.mark.parametrize(("cycle", "count"), [(2, 163), (3, 215)])
def test_every_recommendation_of_the_thematic_lists(cycle: int, count: int) -> None:
    lines = (_SLOVENIA / f"thematic-list-cycle{cycle}.jsonl").read_text().splitlines()
    expected = {row["number"]: _packed(row["text_with_states"]) for row in map(json.loads, lines)}
    document = read(_SLOVENIA / f"thematic-list-cycle{cycle}.docx")
    found: dict[str, set[str]] = {}
    for cell in document.paragraphs:
        if cell.number and cell.kind is ParagraphKind.CELL:
            found.setdefault(cell.number, set()).add(_packed(cell.text))
    assert len(expected) == count
    assert found == {number: {text} for number, text in expected.items()}


@pytest.mark.parametrize("path", sorted((_SHARED / "data" / "treaty-bodies").glob("*.txt")), ids=lambda path: path.name)
def test_every_note_of_views_is_tied(path: Path) -> None:
    document = read(path)
    explained = re.findall(r"(?m)^\[(\d+)\]", path.read_text())
    assert [note.mark for note in document.notes] == explained != []
    assert all(note.mark_at is not None for note in document.notes)


def test_states_that_asked_in_advance_are_headings() -> None:
    document = read(_SLOVENIA / "advance-questions-cycle2.docx")
    assert {"BELGIUM", "GERMANY", "NETHERLANDS", "NORWAY"} <= set(_headings(document))


def _headings(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs if p.kind is ParagraphKind.HEADING]


def _packed(text: str) -> str:
    return "".join(text.split())
