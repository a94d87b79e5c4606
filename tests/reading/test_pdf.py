"""Reading PDF: what goes, what stays, and the way back to the page. The papers are the bundled, invented ones."""

import re
from pathlib import Path

import pypdfium2
import pytest
import typst

import onrecord
from onrecord.errors import DamagedFile, LockedFile
from onrecord.model import Document, ParagraphKind
from onrecord.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORT = EXAMPLES / "arvenia" / "papers" / "A-HRC-52-97.pdf"
OLD_REPORT = EXAMPLES / "lower-selm" / "papers" / "A-HRC-8-97.pdf"
HEADS = re.compile(r"^(?:A/HRC/\S+|GE\.\d\d-\d+.*|\d{1,3}|page \d+)$")


@pytest.fixture(scope="module", params=[REPORT, OLD_REPORT], ids=["new layout", "old layout"])
def document(request: pytest.FixtureRequest) -> Document:
    path: Path = request.param
    return onrecord.read(path).document


def test_every_paragraph_stands_at_its_span(document: Document) -> None:
    assert all(document.text[p.start : p.end] == p.text for p in document.paragraphs)


def test_every_letter_is_found_again_in_the_text_as_found(document: Document) -> None:
    for paragraph in document.paragraphs:
        found = "".join(document.found[a:b] for a, b in document.to_found(paragraph.start, paragraph.end))
        assert _letters(found) == _letters(paragraph.text)


def test_every_paragraph_stands_on_the_page_it_names(document: Document) -> None:
    for paragraph in document.paragraphs:
        page = document.pages[(paragraph.page or 1) - 1]
        first = document.to_found(paragraph.start, paragraph.end)[0][0]
        assert page.start <= first < page.end


def test_running_heads_and_page_numbers_go_but_stay_in_the_text_as_found(document: Document) -> None:
    behind_title = [p for p in document.paragraphs if (p.page or 0) > 1]
    assert not [p.text for p in behind_title if HEADS.match(p.text)]
    assert "A/HRC/" in document.found[document.pages[2].start : document.pages[2].end]


def test_paragraph_numbers_run_on(document: Document) -> None:
    numbers = [
        int(p.number)
        for p in document.paragraphs
        if p.number.isdigit() and p.level == 0 and p.kind is ParagraphKind.BODY
    ]
    assert numbers == list(range(1, len(numbers) + 1))


def test_boxes_lie_on_the_page(document: Document) -> None:
    for paragraph in document.paragraphs:
        boxes = document.boxes(paragraph.start, paragraph.end)
        assert boxes
        for box in boxes:
            page = document.pages[box.page - 1]
            assert 0 <= box.left < box.right <= page.width
            assert 0 <= box.bottom < box.top <= page.height


def test_a_note_is_tied_to_the_words_that_carry_its_mark() -> None:
    document = onrecord.read(REPORT).document
    (note,) = [n for n in document.notes if n.text.startswith("The recommendation as read out")]
    assert note.mark_at is not None
    assert note.paragraph is not None
    carrier = document.paragraphs[note.paragraph]
    assert carrier.number == "48.5"
    assert document.text[: note.mark_at].endswith("(Austria")
    assert note.text not in carrier.text


def test_notes_stand_behind_the_body() -> None:
    kinds = [p.kind for p in onrecord.read(REPORT).document.paragraphs]
    first = kinds.index(ParagraphKind.NOTE)
    assert set(kinds[first:]) == {ParagraphKind.NOTE}


def test_a_hyphen_at_the_end_of_a_line_stays_without_a_blank() -> None:
    document = onrecord.read(REPORT).document
    assert "\ufffe" not in document.text
    assert not re.search(r"\w- \w", document.text)


def test_an_item_goes_on_over_the_page_break() -> None:
    document = onrecord.read(REPORT).document
    assert [p for p in document.paragraphs if len({b.page for b in document.boxes(p.start, p.end)}) == 2]


def test_a_file_without_its_trailer_still_reads() -> None:
    content = REPORT.read_bytes()
    cut = content[: content.rindex(b"trailer")] if b"trailer" in content else content[: content.rindex(b"startxref")]
    assert onrecord.read(cut).document.text == onrecord.read(content).document.text


def test_a_truncated_file_is_an_error_with_advice() -> None:
    with pytest.raises(DamagedFile) as caught:
        onrecord.read(REPORT.read_bytes()[:3000], name="cut.pdf")
    assert caught.value.advice
    assert "cut.pdf" in str(caught.value)


def test_the_same_bytes_give_the_same_document() -> None:
    assert onrecord.read(REPORT).document == onrecord.read(REPORT.read_bytes(), name=REPORT.name).document


def test_nothing_but_heads_and_marks_is_lost() -> None:
    """Every word that pdfium gives is either in the text or was dropped as furniture or as a mark."""
    document = onrecord.read(REPORT).document
    kept = {i for a, b in document.to_found(0, len(document.text)) for i in range(a, b)}
    dropped = "".join(c if i not in kept else "\n" for i, c in enumerate(document.found))
    words = [w for w in re.split(r"\s*[\n\r\f]+\s*", dropped) if w.strip()]
    assert not [w for w in words if re.search(r"[A-Za-z]{3}", w) and not w.startswith(("A/HRC", "GE."))]


def test_encrypted_files_are_told_apart(tmp_path: Path) -> None:
    qpdf = pytest.importorskip("pikepdf", reason="no tool here to lock a PDF")
    locked = tmp_path / "locked.pdf"
    with qpdf.open(REPORT) as pdf:
        pdf.save(locked, encryption=qpdf.Encryption(owner="a", user="b"))
    with pytest.raises(LockedFile):
        onrecord.read(locked)


def test_pages_are_as_many_as_the_file_has(document: Document) -> None:
    path = REPORT if "A/HRC/52/97" in document.found else OLD_REPORT
    assert len(document.pages) == len(pypdfium2.PdfDocument(path))


def _letters(text: str) -> str:
    return re.sub(r"[\s\ufffe\u0002-]", "", text)


PRINTED = """#set page(width: 15cm, height: 9cm, margin: 2cm, footer: context [Selm Watch · #counter(page).display()])
#set text(size: 10pt)
Prices rose in June 2021.#super[1] The office counted 39.#super[2] Nobody was tried in 14 towns.
#pagebreak()
Wages fell.
#v(1fr)
#text(size: 8pt)[#super[1] Selm Bank, Report.]

#text(size: 8pt)[#super[2] Road Office, Reply.]
"""


def test_raised_figures_that_the_font_draws_itself_are_marks_of_notes() -> None:
    """They are as large as the text by their size; only where they are drawn tells them from "39.2"."""
    content = typst.compile(PRINTED.encode(), ignore_system_fonts=True, format="pdf")
    document = read(content, name="printed.pdf")
    assert "Prices rose in June 2021. The office counted 39. Nobody was tried in 14 towns." in document.text
    assert [paragraph.text for paragraph in document.paragraphs if paragraph.kind is ParagraphKind.NOTE] == [
        "Selm Bank, Report.",
        "Road Office, Reply.",
    ]


def test_a_foot_line_of_two_pages_goes_if_it_counts_them() -> None:
    content = typst.compile(PRINTED.encode(), ignore_system_fonts=True, format="pdf")
    assert "Selm Watch" not in read(content, name="printed.pdf").text
