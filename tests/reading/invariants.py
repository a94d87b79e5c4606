"""What must hold for every document, whatever its format."""

from collections.abc import Iterable
from itertools import pairwise

from onrecord.model import Document, ParagraphKind

# A hyphen that a program put at the end of a line may be written differently in the cleaned text.
_HYPHENS = str.maketrans(dict.fromkeys("-\u00ad\u2010\u2011\u0002\ufffe", ""))


def check(document: Document) -> None:
    """Assert what the model promises of a document; the message names the paragraph concerned."""
    check_paragraphs(document)
    check_way_back(document)
    check_notes(document)
    check_pages(document)


def check_paragraphs(document: Document) -> None:
    """Paragraphs are the text, one after the other, notes last."""
    assert len(document.sha256) == 64
    assert "\n".join(p.text for p in document.paragraphs) == document.text
    for p in document.paragraphs:
        assert document.text[p.start : p.end] == p.text, p
        assert p.text == p.text.strip(), p
        assert p.text, p
        assert (p.row is None) == (p.column is None), p
    kinds = [p.kind is ParagraphKind.NOTE for p in document.paragraphs]
    assert kinds == sorted(kinds), "a note stands before the end of the body"
    rows = [p.row for p in document.paragraphs if p.row is not None]
    assert rows == sorted(rows), "rows of tables are not numbered over the whole document"


def check_way_back(document: Document) -> None:
    """Every letter of the text is found again, in order, in the text as the file gave it."""
    for at, where, length in document.spans:
        assert where >= 0 and where + length <= len(document.found)
        assert at >= 0 and at + length <= len(document.text)
    assert all(a[0] + a[2] <= b[0] for a, b in pairwise(document.spans)), "spans overlap or are not sorted"
    for p in document.paragraphs:
        stretches = document.to_found(p.start, p.end)
        assert letters(document.found[low:high] for low, high in stretches) == letters([p.text]), p


def check_notes(document: Document) -> None:
    """Notes are paragraphs, and their marks lie in the paragraph that carries them."""
    paragraphs = {(p.start, p.end): p for p in document.paragraphs}
    for note in document.notes:
        own = paragraphs[note.start, note.end]
        assert (own.kind, own.text, own.number) == (ParagraphKind.NOTE, note.text, note.mark)
        assert (note.mark_at is None) == (note.paragraph is None), note
        if note.mark_at is not None and note.paragraph is not None:
            carrier = document.paragraphs[note.paragraph]
            assert carrier.start <= note.mark_at <= carrier.end, note


def check_pages(document: Document) -> None:
    """Pages follow each other, lines lie on their pages, paragraphs begin on the page they name."""
    assert [page.number for page in document.pages] == sorted({page.number for page in document.pages})
    assert all(a.end <= b.start for a, b in pairwise(document.pages))
    sizes = {page.number: page for page in document.pages}
    for line in document.lines:
        page = sizes[line.box.page]
        assert page.start <= line.start < line.end <= page.end, line
        assert line.box.left <= line.box.right and line.box.bottom <= line.box.top, line
    for p in document.paragraphs:
        assert p.page == document.page_at(p.start), p


def letters(texts: Iterable[str]) -> str:
    """The texts put together, without white space and without hyphens."""
    return "".join("".join(texts).translate(_HYPHENS).split())
