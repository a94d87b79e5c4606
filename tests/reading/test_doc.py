"""Reading old Word files with catdoc. They are made by the tests."""

import shutil
from pathlib import Path

import pytest

from onrecord.errors import ToolMissing
from onrecord.model import ParagraphKind
from onrecord.reading import doc, read
from reading import made
from reading.invariants import check

_TEXT = (
    "ARVENIA\nWhat has been done for the bar? Please give figures for the last two years.\n"
    '1. Will the law be amended, and when?\n(a) at once\nSee HYPERLINK "http://example.invalid" our site for all.\n'
    " PAGE  \\* MERGEFORMAT 2\n"
)
needs_catdoc = pytest.mark.skipif(not shutil.which("catdoc"), reason="catdoc is not installed")


@needs_catdoc
def test_paragraphs_numbers_and_fields() -> None:
    document = read(made.doc(_TEXT), name="questions.pdf")
    check(document)
    assert [(p.kind, p.number, p.text) for p in document.paragraphs] == [
        (ParagraphKind.HEADING, "", "ARVENIA"),
        (ParagraphKind.BODY, "", "What has been done for the bar? Please give figures for the last two years."),
        (ParagraphKind.BODY, "1", "Will the law be amended, and when?"),
        (ParagraphKind.BODY, "(a)", "at once"),
        (ParagraphKind.BODY, "", "See our site for all."),
    ]
    assert document.metadata.format == "doc"
    assert document.warnings


def test_without_catdoc_the_message_names_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ToolMissing, match="apt install catdoc"):
        read(made.doc(_TEXT))


def test_a_program_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "_COMMAND", ("sleep", "30"))
    monkeypatch.setattr(doc, "_TIMEOUT", 0.1)
    with pytest.raises(doc.DamagedFile, match="did not finish"):
        read(made.doc(_TEXT))
