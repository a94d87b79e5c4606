"""Endnotes of a PDF that are set as large as the text, with marks that differ from it by their glyphs only."""

import pytest

from onrecord.reading.pdf_endnotes import endnotes_at
from onrecord.reading.pdf_lines import PrintedLine


def _lines(*texts: str) -> list[PrintedLine]:
    lines, at = [], 0
    for number, text in enumerate(texts):
        lines.append(PrintedLine(1, at, at + len(text), 70, 500, 700 - 14 * number, 11, False, text, []))
        at += len(text) + 2
    return lines


BODY = (
    "The police searched the office in 2021.1 Two lawyers were fined,2 and 39",
    "cases were counted.3 The law “on noise”4 was changed in May.",
)
NOTES = (
    "1 Open Gate of Selm, Report 2021, p. 4.",
    "2 Ibid.",
    "3. Selm Bar, interview, see also",
    "note 1 above.",
    "4 Act 7.",
)


@pytest.mark.parametrize("heading", ["Notes", "ENDNOTES", "References"])
def test_numbered_lines_below_a_line_of_notes_are_notes(heading: str) -> None:
    lines = _lines(*BODY, heading, *NOTES)
    assert endnotes_at(lines) == 3
    assert [mark for line in lines[:2] for *_, mark in line.marks] == ["1", "2", "3", "4"]
    assert [line.leading_mark[2] if line.leading_mark else "" for line in lines[3:]] == ["1", "2", "3", "", "4"]
    start, end, _ = lines[0].marks[0]
    assert lines[0].text[start:end] == "1"


@pytest.mark.parametrize(
    "texts",
    [
        (*BODY, *NOTES),
        (*BODY, "Notes", "The committee met in May and", "1 lawyer spoke."),
        ("Nobody was charged.", "References", "1 Publish the law on the press.", "2 Release the lawyers."),
    ],
)
def test_without_rising_marks_or_a_line_of_notes_nothing_is_a_note(texts: tuple[str, ...]) -> None:
    lines = _lines(*texts)
    assert endnotes_at(lines) == len(lines)
    assert not any(line.marks or line.leading_mark for line in lines)
