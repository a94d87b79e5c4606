"""The words of a Word paragraph, with the marks of its notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.reading.docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What was taken back, what is said twice for older programs, and properties as they were before a change.
_GONE = (f"{W}del", f"{W}moveFrom", _FALLBACK, f"{W}pPrChange", f"{W}rPrChange", f"{W}tcPrChange", f"{W}sectPrChange")
_BOX = f"{W}txbxContent"
_TEXT, _FIELD, _INSTRUCTION, _SYMBOL = f"{W}t", f"{W}fldChar", f"{W}instrText", f"{W}sym"
_FOOTNOTE, _ENDNOTE = f"{W}footnoteReference", f"{W}endnoteReference"
_PLAIN = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}ptab": "\t"}
_TAGS = (_TEXT, _MATH, _FIELD, _INSTRUCTION, _SYMBOL, _FOOTNOTE, _ENDNOTE, *_PLAIN)
_PAGE_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b")
_PRIVATE = range(0xE000, 0xF900)  # pictures of the Symbol and Wingdings fonts


@dataclass(slots=True)
class Words:
    """Pieces of a paragraph in order; a note's mark is a piece of its own, kept apart in ``notes``."""

    pieces: list[str] = field(default_factory=list)
    notes: list[tuple[int, str, str]] = field(default_factory=list)  # index of the piece, "footnote", identifier


def tidy(root: Element) -> None:
    """Take out what is no text of the document, and put the paragraphs of text boxes behind the one they hang on."""
    for element in list(root.iter(*_GONE)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for box in list(root.iter(_BOX)):
        anchor = _outermost_paragraph(box)
        if anchor is not None:
            for block in reversed(list(box)):
                anchor.addnext(block)


def words_of(paragraph: Element) -> Words:
    """The words of one ``w:p``. Results of page-number fields are left out, other fields' results are text."""
    words = Words()
    open_fields: list[str] = []  # instruction of each field we are in
    for element in paragraph.iter(*_TAGS):
        tag = element.tag
        if tag == _FIELD:
            _step(open_fields, element)
        elif tag == _INSTRUCTION:
            if open_fields:
                open_fields[-1] += element.text or ""
        elif any(map(_PAGE_FIELD.match, open_fields)):
            continue
        elif tag in (_FOOTNOTE, _ENDNOTE):
            kind = "footnote" if tag == _FOOTNOTE else "endnote"
            words.notes.append((len(words.pieces), kind, element.get(f"{W}id", "")))
            words.pieces.append("")
        elif piece := _piece(element):
            words.pieces.append(piece)
    return words


def _step(open_fields: list[str], element: Element) -> None:
    state = element.get(f"{W}fldCharType")
    if state == "begin":
        open_fields.append("")
    elif state == "end" and open_fields:
        open_fields.pop()


def _piece(element: Element) -> str:
    if element.tag == _SYMBOL:
        return _symbol(element.get(f"{W}char", ""))
    if element.tag in _PLAIN:
        # w:tab also stands in w:pPr/w:tabs, where it is a setting.
        return "" if (parent := element.getparent()) is not None and parent.tag == f"{W}tabs" else _PLAIN[element.tag]
    return element.text or ""


def _symbol(code: str) -> str:
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return "" if number in _PRIVATE or not 31 < number < 0xD800 else chr(number)


def _outermost_paragraph(element: Element) -> Element | None:
    found = None
    for ancestor in element.iterancestors(f"{W}p"):
        found = ancestor
    return found
