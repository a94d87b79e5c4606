"""A finished paper as a tagged PDF (PDF/UA-1) with footnotes, by typst and with fonts that come along."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from onrecord.errors import RunError
from onrecord.vocabulary import paper_words as words
from onrecord.writing.assembled import assemble
from onrecord.writing.finished import Finished
from onrecord.writing.paper_pandoc import converted, tree_of

FONTS = Path(__file__).parent / "fonts"
_FAMILIES = ("Libertinus Serif", "Noto Naskh Arabic")
# Without a fixed date the same paper would be other bytes each time.
_NO_DATE = "none"
_HEAD = """#set document(title: {title}, author: {authors}, date: {date})
#set text(font: {fonts}, lang: {language}, dir: {direction}, size: 11pt, fallback: false)
#set page(paper: "a4", margin: (x: 26mm, y: 26mm), numbering: "1", number-align: center)
#set par(justify: false, leading: {leading}, spacing: 1.1em)
#show heading: set text(weight: "bold")
#show heading.where(level: 1): set text(size: 20pt)
#show heading.where(level: 2): set text(size: 14pt)
#show heading.where(level: 3): set text(size: 12pt)
#show heading: it => block(above: 1.6em, below: 0.9em, it)
#show figure.where(kind: table): set block(breakable: true)
#show figure: set align(start)
#set table(stroke: (x, y) => (bottom: 0.4pt + luma(140)), inset: (x: 5pt, y: 5pt))
#show table: set text(size: 9.5pt)
#show table.cell.where(y: 0): set text(weight: "bold")
#set footnote.entry(gap: 0.6em, indent: 0em)
#let horizontalrule = line(length: 100%, stroke: 0.4pt)
"""
_FRONT = """#heading(level: 1, {title})
"""
_UNDER = """#block(below: 1.2em, text(size: 10.5pt, {words}))
"""


def paper_pdf(paper: Finished) -> bytes:
    """The paper as the bytes of a PDF: tagged, with title and language, in the direction of its language.

    Raises:
        UnreadablePaper: the text cannot be understood or a note leads nowhere.
        RunError: the typesetter refuses it, for instance for signs of a script that no font of ours has.
    """
    import typst

    source = typst_of(paper).encode("utf-8")
    compile_: Any = typst.compile  # its types leave no way to give both bytes and folders of fonts
    try:
        made = compile_(
            source,
            format="pdf",
            ignore_system_fonts=True,
            font_paths=[FONTS],
            pdf_standards="ua-1",
        )
    except typst.TypstError as error:
        raise RunError(
            f"The PDF cannot be made: {str(error).strip().splitlines()[0][:200]}",
            advice="Export to DOCX instead, and report this with the paper's text.",
        ) from error
    return bytes(made)


def typst_of(paper: Finished) -> str:
    """The source that is typeset."""
    assembled = assemble(paper)
    rtl = paper.language in words.RIGHT_TO_LEFT
    head = _HEAD.format(
        title=_string(paper.title),
        authors="(" + "".join(f"{_string(name)}, " for name in paper.authors) + ")",
        date=_date(paper.date),
        fonts="(" + ", ".join(map(_string, _FAMILIES[::-1] if rtl else _FAMILIES)) + ")",
        language=_string(paper.language),
        direction="rtl" if rtl else "ltr",
        leading="0.95em" if rtl else "0.68em",
    )
    under = [words.listed(paper.authors, paper.language), paper.subtitle]
    front = _FRONT.format(title=_string(paper.title))
    front += "".join(_UNDER.format(words=_string(line)) for line in under if line)
    return head + front + _without_labels(converted(tree_of(assembled.markdown), "typst"))


def _without_labels(body: str) -> str:
    """Pandoc's body; labels of headings, which could meet each other, and the alignment of tables are taken out."""
    return re.sub(r"^<[\w-]+>\n", "", body, flags=re.MULTILINE).replace("align(center)[#table(", "[#table(")


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _date(edtf: str) -> str:
    try:
        day = datetime.strptime(edtf, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return _NO_DATE
    return f"datetime(year: {day.year}, month: {day.month}, day: {day.day})"
