"""Cells of tables that hold what a paper asks: below a heading such as "We recommend", or beside one.

A table of recommendations that others made and of what became of them asks nothing, but for a row or column that says
"We ask". Such a table has cells for the position taken, the State that recommended, or a grade.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from onrecord.model import Document, Paragraph, ParagraphKind

_OWN_ASK = re.compile(
    r"\W*(?:what\s+)?(?:(?:we|our|key|proposed|suggested|draft|possible|new|recommended)\s+)+"
    r"(?:asks?|want|recommend(?:ations?)?|demands?|propos(?:e|als?)|calls?|actions?(?:\s+needed)?|questions?|measures?)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_SOME_ASK = re.compile(
    r"\W*(?:recommendations?|asks?|demands?|proposals?|calls?|actions?\s+(?:needed|required))\W*$", re.I
)
_TO_WHOM = re.compile(
    r"\W*(?:addressees?|(?:addressed|directed)\s+to(?:\s+whom)?|to\s+whom|for\s+whom|responsib\w+(?:\s+\w+){0,2}|duty[\s-]bearers?"
    r"|who(?:\s+(?:should\s+act|acts|is\s+asked))?|institutions?|bod(?:y|ies)|authorit(?:y|ies)|actors?|to)\W*$",
    re.IGNORECASE,
)
# What tables hold that follow up recommendations of others.
_FOLLOW_UP = re.compile(
    r"\b(?:position|status|respon[sd]\w*|accepted|supported|noted|grade|rating|score|level|implement\w*|assess\w*"
    r"|what\s+happened|progress|cycle|recommending|(?:by|from)\s+whom|state(?:s)?(?:\s+party)?|source\s+of|made\s+by)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class AskCell:
    """What a cell asks of whom; ``reason`` says which cell tells so."""

    addressee: str
    reason: str


def ask_cells(document: Document) -> dict[int, AskCell | None]:
    """Every cell of the document by its index among the paragraphs; None for one that holds no ask by its place."""
    found: dict[int, AskCell | None] = {}
    for table in tables_of(document.paragraphs):
        follows = _follows_up(table)
        asked = _by_row(table, follows) or _by_column(table, follows)
        found |= {index: asked.get(index) for index, _ in table}
    return found


def tables_of(paragraphs: Sequence[Paragraph]) -> Iterator[list[tuple[int, Paragraph]]]:
    """The cells of each table with their indexes among the paragraphs, row by row."""
    for is_cell, run in groupby(enumerate(paragraphs), key=lambda pair: pair[1].kind is ParagraphKind.CELL):
        if is_cell:
            yield list(run)


def _follows_up(table: list[tuple[int, Paragraph]]) -> bool:
    """Whether its first row or first column speaks of what became of recommendations."""
    top = table[0][1].row
    labels = [cell.text.strip() for _, cell in table if cell.row == top or cell.column == 0]
    return any(len(text) <= _LONGEST_LABEL and _FOLLOW_UP.search(text) for text in labels)


def _by_column(table: list[tuple[int, Paragraph]], follows: bool) -> dict[int, AskCell]:
    """Below a first row with a cell that says "Recommendation" or the like."""
    top = table[0][1].row
    heads = {cell.column: cell.text.strip() for _, cell in table if cell.row == top}
    if len(heads) < 2 or any(len(text) > _LONGEST_LABEL for text in heads.values()):
        return {}
    column = next((at for at, text in heads.items() if _OWN_ASK.match(text)), None)
    if column is None and not follows:
        column = next((at for at, text in heads.items() if _SOME_ASK.match(text)), None)
    if column is None or all(cell.row == top for _, cell in table):
        return {}
    whom_at = next((at for at, text in heads.items() if at != column and _TO_WHOM.match(text)), None)
    whom = {cell.row: cell.text.strip() for _, cell in table if cell.column == whom_at and whom_at is not None}
    reason = f"It stands in a table below “{heads[column]}”."
    return {
        index: AskCell(whom.get(cell.row, ""), reason)
        for index, cell in table
        if cell.column == column and cell.row != top
    }


def _by_row(table: list[tuple[int, Paragraph]], follows: bool) -> dict[int, AskCell]:
    """Beside a first cell that says "We ask" or the like."""
    labels = {cell.row: cell.text.strip() for _, cell in table if cell.column == 0}
    asked = {}
    for index, cell in table:
        label = labels.get(cell.row, "") if cell.column else ""
        if len(label) <= _LONGEST_LABEL and (_OWN_ASK.match(label) or (_SOME_ASK.match(label) and not follows)):
            asked[index] = AskCell("", f"It stands in a table beside “{label}”.")
    return asked
