"""Endnotes of PDF files: their marks stand on other pages than the notes, behind a blank, or behind a number."""

from onrecord.model import Document
from onrecord.reading import read

_MARK = "/F1 6 Tf 4 Ts ({}) Tj 0 Ts /F1 10 Tf"


def _page(*lines: tuple[float, str]) -> str:
    parts = [f"BT /F1 10 Tf 1 0 0 1 90 {y} Tm {content} ET" for y, content in lines]
    return "\n".join(parts)


def _words(text: str) -> str:
    """``text`` as a line of a page; what stands between ``^`` is set small and raised."""
    pieces = text.split("^")
    return " ".join(_MARK.format(p) if i % 2 else f"({p}) Tj" for i, p in enumerate(pieces))


def _pdf(*pages: str) -> bytes:
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(pages)))
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = [
        "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj",
        f"2 0 obj <</Type/Pages/Kids[{kids}]/Count {len(pages)}>> endobj",
        f"3 0 obj {font} endobj",
    ]
    for i, page in enumerate(pages):
        box = "/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
        objects.append(f"{10 + 2 * i} 0 obj <</Type/Page/Parent 2 0 R{box}/Contents {11 + 2 * i} 0 R>> endobj")
        objects.append(f"{11 + 2 * i} 0 obj <</Length {len(page)}>> stream\n{page}\nendstream endobj")
    return ("%PDF-1.4\n" + "\n".join(objects) + "\ntrailer <</Root 1 0 R>>\n%%EOF").encode("latin-1")


_CONTINUED = ["(and para. 14.) Tj", _words("^13^ AB, p. 1.").replace("/F1 10 Tf", "/F1 8 Tf")]


def _paper() -> Document:
    body = [
        "1. Selm Watch stated that prisons in Arvenia were overcrowded and that monitors had no access.^1^",
        "2. The Ombudsman noted the same in two towns. ^2^ It recommended that the law be amended soon.",
        "3. The matter was raised again by JS3^12^ and by others in the years that followed the review.",
        "4. Nothing else had been done about it by the end of the year, as all of them agreed in the end.",
    ]
    body += [
        f"{n}. The situation stayed as it was, and nobody was asked about it in that year again." for n in range(5, 14)
    ]
    notes = ["^1^ Selm Watch, p. 2.", "^2^ Ombudsman, para. 4.", "^12^ JS3, p. 9 and paras. 12, 13"]
    smaller = [_words(note).replace("/F1 10 Tf", "/F1 8 Tf") for note in notes]
    first = _page(*((700.0 - 40 * i, _words(line)) for i, line in enumerate(body)))
    second = "\n".join(f"BT /F1 8 Tf 1 0 0 1 90 {700 - 14 * i} Tm {line} ET" for i, line in enumerate(smaller))
    third = "\n".join(f"BT /F1 8 Tf 1 0 0 1 90 {700 - 14 * i} Tm {line} ET" for i, line in enumerate(_CONTINUED))
    return read(_pdf(first, second, third), name="paper.pdf")


def test_endnotes_are_tied_to_marks_on_earlier_pages() -> None:
    document = _paper()
    told = {note.mark: (note.text, document.text[: note.mark_at or 0][-6:]) for note in document.notes}
    assert told == {
        "1": ("Selm Watch, p. 2.", "ccess."),
        "2": ("Ombudsman, para. 4.", "towns."),
        "12": ("JS3, p. 9 and paras. 12, 13 and para. 14.", "by JS3"),
        "13": ("AB, p. 1.", ""),
    }


def test_marks_are_no_part_of_the_words() -> None:
    document = _paper()
    assert "two towns. It recommended" in document.text
    assert "by JS3 and by others" in document.text
