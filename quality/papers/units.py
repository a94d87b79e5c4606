"""The units of a paper: every sentence, bullet, heading and line, found one after the other."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from papers.locate import NotThere, Paper, Span, ink

ROLES = {
    "title": "title",
    "heading": "heading",
    "furniture": "furniture",
    "note": "note definition",
    "contact": "contact",
    "summary": "repeated summary",
}
PROCEDURE = ("procedure", "document")

_MARK = re.compile(r"\^(\d+)\^")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit in its place. ``body`` leaves out note marks at its end; ``marks``: place of each mark by number."""

    sheet: dict[str, Any]
    span: Span
    body: Span
    marks: dict[int, Span] = field(default_factory=dict)

    @property
    def role(self) -> str:
        """The role as annotated."""
        return str(self.sheet["role"])


def locate_units(paper: Paper, sheets: list[dict[str, Any]], form: str, complain: Callable[[str], None]) -> list[Unit]:
    """Place every unit, in order; ``form`` of the note marks: superscript, bracket, plain or none."""
    found: list[Unit] = []
    after = 0
    for sheet in sheets:
        words, marks = _as_printed(sheet["text"], form)
        try:
            span = paper.next(words, after, [unit.span for unit in found])
        except NotThere as error:
            complain(str(error))
            continue
        places = {number: paper.letters(span, *letters) for number, letters in marks.items()}
        found.append(Unit(sheet, span, _without_marks(span, places), places))
        after = span[1]
    return found


def _as_printed(text: str, form: str) -> tuple[str, dict[int, Span]]:
    """The words with their marks as the paper prints them, and which letters of them are marks."""
    words, marks = "", {}
    for i, piece in enumerate(_MARK.split(text)):
        if i % 2:
            start = len(ink(words))
            words += _printed_mark(piece, form)
            marks[int(piece)] = (start, len(ink(words)))
        else:
            words += piece
    return words, marks


def _printed_mark(number: str, form: str) -> str:
    if form == "superscript":
        return number.translate(_RAISED)
    return f"[{number}]" if form == "bracket" else number


def _without_marks(span: Span, marks: dict[int, Span]) -> Span:
    end = span[1]
    for low, high in sorted(marks.values(), reverse=True):
        if high == end:
            end = low
    return span[0], end


def roles(sheet: dict[str, Any]) -> list[str]:
    """What a unit counts as when findings are scored by sentence."""
    if sheet["role"] in ROLES:
        return [ROLES[sheet["role"]]]
    claims, proposals = sheet.get("claims", []), sheet.get("proposals", [])
    core = [claim for claim in claims if claim["kind"] not in PROCEDURE]
    own = [p for p in proposals if "reported_of" not in p and not p.get("optional")]
    named = {
        "claim": any(not claim.get("optional") for claim in core),
        "optional claim": bool(core) and all(claim.get("optional") for claim in core),
        "procedure or document": len(core) < len(claims),
        "proposal": bool(own),
        "reported or optional proposal": len(own) < len(proposals),
    }
    return [name for name, holds in named.items() if holds] or ["other"]
