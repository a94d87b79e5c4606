"""Reading plain text and Markdown. All texts are invented."""

import pytest

from onrecord.model import Document, ParagraphKind
from onrecord.reading import read
from reading.invariants import check

_NUMBERED = """\
1. The author of the communication is a national of Arvenia.[3]


The facts as submitted by the author

2.1. The author is a lawyer in the capital. In 2014 she was told to close her office.[4] She did not.

2.2. She complained to the court of Lower Selm:
(a) that nobody had heard her;
(b) that 2.5 million selmarks were taken.

[3] The Optional Protocol has been in force for Arvenia since 2001.
[4] The decision was never published.
"""
_WRAPPED = """\
The delegation recalled that the law on lawyers had been amended
in 2014, and that the rules of the bar were laid down in paragraph
12. The bar of Arvenia had agreed to them, although the associ-
ation of Lower Selm had not.

- It would be sent to Parliament in the spring of the year that
  followed.
- It would be published.

1. What was done for the bar of Arvenia and for its many members
2. What was done for the bar of Lower Selm, and by whom, in 2015
3. Who pays
"""
_MARKDOWN = """\
# Report on Arvenia

Lawyers were **arrested** in March.[^1]

## What happened

| Year | Arrests |
|------|---------|
| 2018 | 12 (men) |
| 2019 | 14 |

* Repeal article 12
    * at once

[^1]: Interview in the capital.
"""


def _read(text: str) -> Document:
    document = read(text.encode())
    check(document)
    return document


def _shape(document: Document) -> list[tuple[str, int, str]]:
    return [(p.number, p.level, p.text) for p in document.paragraphs if p.kind is ParagraphKind.BODY]


def test_numbers_are_split_off_and_figures_are_not() -> None:
    document = _read(_NUMBERED)
    assert [p.number for p in document.paragraphs if p.number] == ["1", "2.1", "2.2", "(a)", "(b)", "3", "4"]
    assert document.paragraphs[5].text == "that 2.5 million selmarks were taken."
    assert _read("2.5 million were lost.\n\n30.06.14 was the day.").paragraphs[0].number == ""


def test_notes_are_tied_to_their_marks() -> None:
    document = _read(_NUMBERED)
    assert [note.mark for note in document.notes] == ["3", "4"]
    assert document.notes[1].text == "The decision was never published."
    mark_at = document.notes[1].mark_at
    assert mark_at is not None
    assert document.text[:mark_at].endswith("told to close her office.")
    assert document.text[mark_at:].startswith(" She did not.")
    assert "[4]" in document.found
    assert "[4]" not in document.text


def test_a_mark_that_nothing_explains_stays_in_the_text() -> None:
    assert _read("The law was amended [9] and not repealed.").text == "The law was amended [9] and not repealed."


def test_superscript_marks_may_be_explained_in_the_middle() -> None:
    document = _read("Two were arrested.¹ One fled,² it is said.\n\n¹ Paper A.\n\n² Paper B.\n\nMore was said later.")
    assert document.paragraphs[0].text == "Two were arrested. One fled, it is said."
    assert document.paragraphs[1].text == "More was said later."
    assert [(n.mark, n.text, n.paragraph) for n in document.notes] == [("1", "Paper A.", 0), ("2", "Paper B.", 0)]


def test_headings_stand_alone_and_short() -> None:
    headings = [p.text for p in _read(_NUMBERED).paragraphs if p.kind is ParagraphKind.HEADING]
    assert headings == ["The facts as submitted by the author"]


def test_wrapped_lines_are_joined_but_not_across_items() -> None:
    shape = _shape(_read(_WRAPPED))
    assert len(shape) == 6
    assert shape[0][2].endswith(
        "in paragraph 12. The bar of Arvenia had agreed to them, although the associ-ation of Lower Selm had not."
    )
    assert shape[1] == ("", 1, "It would be sent to Parliament in the spring of the year that followed.")
    assert [number for number, _, _ in shape[3:]] == ["1", "2", "3"]


def test_long_lines_are_paragraphs_by_themselves() -> None:
    line = "The delegation of Arvenia took the floor and answered what had been asked of it in writing. " * 2
    assert len(_read(f"{line}\n{line}\n{line}").paragraphs) == 3


def test_markdown() -> None:
    document = _read(_MARKDOWN)
    headings = [(p.level, p.text) for p in document.paragraphs if p.kind is ParagraphKind.HEADING]
    assert headings == [(1, "Report on Arvenia"), (2, "What happened")]
    cells = [(p.row, p.column, p.text) for p in document.paragraphs if p.kind is ParagraphKind.CELL]
    assert cells == [
        (0, 0, "Year"),
        (0, 1, "Arrests"),
        (1, 0, "2018"),
        (1, 1, "12 (men)"),
        (2, 0, "2019"),
        (2, 1, "14"),
    ]
    assert _shape(document)[1:] == [("", 1, "Repeal article 12"), ("", 2, "at once")]
    assert document.notes[0].text == "Interview in the capital."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The delegation’s répondent said “no” — twice.", "utf-8-sig"),
        ("The delegation’s répondent said “no” — twice.", "utf-16"),
        ("The delegation’s répondent said “no” — twice.", "utf-16-be"),
        ("La délégation de l’Arvénie a été très préoccupée par l’état des prisons.", "cp1252"),
        ("La delegación señaló que los niños de Arvenia tienen derecho a la educación.", "latin-1"),
        ("Делегация Арвении приняла рекомендации о свободе собраний и слова.", "cp1251"),
        ("Делегация Арвении приняла рекомендации о свободе собраний и слова.", "koi8-r"),
        ("أكد وفد أرفينيا التزامه بحقوق الإنسان وحرية التعبير في البلاد.", "cp1256"),
        ("阿尔维尼亚代表团表示,政府将采取措施保护人权和律师。", "gb18030"),
        ("Арвения делегациясы заңға өзгерістер енгізілгенін мәлімдеді.", "utf-16-le"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    document = read(text.encode(encoding))
    check(document)
    assert document.text == text


def test_line_ends_of_every_system_and_the_text_as_found() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = f"First paragraph of Arvenia.{end}{end}Second paragraph of Arvenia."
        document = _read(text)
        assert document.found == text
        assert len(document.paragraphs) == 2
