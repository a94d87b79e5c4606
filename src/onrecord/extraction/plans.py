"""Goals and measures of national action plans, out of tables and out of numbered lists.

A table is one of measures where its first row has a cell for them ("Measure", "Activity") and one for who is
responsible, until when, or by what it is measured. In a list the numbered paragraphs are measures that stand at the
depth ("2.1") at which one of them is followed by such labels ("Responsible: …"); without any label, those that begin
with a verb of action. What the plan does not state is left empty.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.extraction.content_ids import ContentIds
from onrecord.extraction.papers.dates_told import dates_in
from onrecord.extraction.papers.proposals_tables import tables_of
from onrecord.extraction.plan_words import LABELLED, VERBS, what_head_says
from onrecord.model import Document, Findings, Identity, Paragraph, ParagraphKind, Place
from onrecord.model.plan import PlanGoal

_NUMBER = re.compile(
    r"\s*(?:(?:measure|action|activity|task|goal)\s+)?(\d{1,3}(?:\.\d{1,3}){0,3})[.):]*\s+", re.IGNORECASE
)
_BY = re.compile(
    r"\b(?:by|until|before|no\s+later\s+than|not\s+later\s+than)\s+(?:the\s+)?(?:end\s+of\s+)?[^,.;()]{0,20}\b(?:19|20)\d\d\b"
)
_EMPTY = re.compile(r"[\W_]*")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of the plan by their offsets."""

    start: int
    end: int


@dataclass(slots=True)
class _Found:
    """A measure before it has its id. ``parts``: "responsible", "deadline", "indicator"."""

    number: str
    text: _Stretch
    heading: str
    parts: dict[str, _Stretch]
    why: str
    paragraph: str = ""


def read_plan(document: Document, identity: Identity) -> Findings:
    """The goals and measures of a plan, in the order of the text."""
    found = [*_in_tables(document), *_in_lists(document)]
    found.sort(key=lambda one: one.text.start)
    ids = ContentIds(document.sha256)
    return Findings(identity, goals=tuple(_goal(document, identity, one, ids) for one in found))


def _goal(document: Document, identity: Identity, one: _Found, ids: ContentIds) -> PlanGoal:
    def place(part: _Stretch | None) -> Place | None:
        if part is None:
            return None
        return document.place(part.start, part.end, symbol=identity.symbol, paragraph=one.paragraph)

    def words(part: _Stretch | None) -> str:
        return document.text[part.start : part.end] if part else ""

    text, where = words(one.text), place(one.text)
    assert where
    who, until, by = (one.parts.get(name) for name in ("responsible", "deadline", "indicator"))
    dates = dates_in(document.text, until.start, until.end) if until else ()
    return PlanGoal(
        *(ids.of("goal", text), one.number, text, where, one.heading),
        *(words(who), place(who), words(until), place(until), dates[-1].value if dates else ""),
        *(words(by), place(by), (("id", one.why),)),
    )


def _in_tables(document: Document) -> Iterator[_Found]:
    """Rows of tables with a cell for the measure; a table that goes on over pages keeps the heads of the one before."""
    heads: Mapping[str, int] = {}
    for table in tables_of(document.paragraphs):
        rows: dict[int, dict[int, Paragraph]] = {}
        for _, cell in table:
            rows.setdefault(cell.row or 0, {})[cell.column or 0] = cell
        heading = ""
        for row in rows.values():
            if own := _heads(row):
                heads = own
            elif heads and len(filled := [cell for cell in row.values() if not _EMPTY.fullmatch(cell.text)]) == 1:
                heading = filled[0].text.strip()
            elif heads and (found := _row(row, heads, heading)):
                yield found


def _heads(row: Mapping[int, Paragraph]) -> dict[str, int]:
    """By what it holds, the column; {} for a row that is no head of a table of measures."""
    said = {column: what_head_says(cell.text) for column, cell in row.items()}
    found = {what: column for column, what in reversed(said.items()) if what}
    if "measure" not in found and "goal" in found:
        found["measure"] = found.pop("goal")
    return found if "measure" in found and found.keys() & {"responsible", "deadline", "indicator"} else {}


def _row(row: Mapping[int, Paragraph], heads: Mapping[str, int], heading: str) -> _Found | None:
    cells = {what: row[column] for what, column in heads.items() if column in row}
    cells = {what: cell for what, cell in cells.items() if not _EMPTY.fullmatch(cell.text)}
    if "measure" not in cells:
        return None
    cell = cells["measure"]
    number = cells["number"].text if "number" in cells else cell.number
    own = _NUMBER.match(cell.text)
    start = cell.start + (own.end() if own else 0)
    parts = {what: _trimmed(one.text, one.start, one.end) for what, one in cells.items() if what in _PARTS}
    under = cells["goal"].text.strip() if "goal" in cells else heading
    why = "It stands in a table below a cell for measures."
    return _Found(
        own[1] if own else number.strip(" ."), _trimmed(cell.text, start, cell.end, cell.start), under, parts, why
    )


_PARTS = ("responsible", "deadline", "indicator")


def _trimmed(text: str, start: int, end: int, at: int | None = None) -> _Stretch:
    """Without blanks at both ends. ``at``: where ``text`` begins, if not at ``start``."""
    begin = start if at is None else at
    words = text[start - begin : end - begin]
    return _Stretch(start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip())))


def _in_lists(document: Document) -> list[_Found]:
    items = list(_numbered(document.paragraphs))
    labelled = {index for index, (_, behind) in enumerate(items) if any(LABELLED.search(p.text) for p in behind)}
    depths = {_depth(items[index][0]) for index in labelled}
    found = []
    for index, (item, behind) in enumerate(items):
        if depths and _depth(item) not in depths:
            continue
        if not depths and not VERBS.match(_words_of(item)):
            continue
        why = "It is numbered and stands where another measure is told with who is responsible, or until when."
        if index in labelled:
            why = "It is numbered, and the plan says of it who is responsible, until when or how it is measured."
        elif not depths:
            why = "It is numbered and begins with a verb of action."
        found.append(_item(document, item, behind, why))
    return found


def _numbered(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, list[Paragraph]]]:
    """Each numbered paragraph with itself and those behind it, up to the next number, heading or table."""
    for index, item in enumerate(paragraphs):
        if item.kind is not ParagraphKind.BODY or not _number_of(item):
            continue
        behind = [item]
        for other in paragraphs[index + 1 :]:
            if other.kind is not ParagraphKind.BODY or _number_of(other):
                break
            behind.append(other)
        yield item, behind


def _number_of(paragraph: Paragraph) -> str:
    match = _NUMBER.match(paragraph.text)
    return paragraph.number or (match[1] if match else "")


def _depth(paragraph: Paragraph) -> int:
    return _number_of(paragraph).strip(".").count(".")


def _words_of(paragraph: Paragraph) -> str:
    match = _NUMBER.match(paragraph.text)
    return paragraph.text[match.end() :] if match else paragraph.text


def _item(document: Document, item: Paragraph, behind: Sequence[Paragraph], why: str) -> _Found:
    number, words = _number_of(item).strip("."), _words_of(item)
    start = item.end - len(words)
    parts: dict[str, _Stretch] = {}
    first = LABELLED.search(words)
    end = start + first.start() if first else item.end
    for paragraph in behind:
        parts |= {what: part for what, part in _labels(paragraph) if what not in parts}
    by = _BY.search(document.text, start, end)
    if by and "deadline" not in parts:
        parts["deadline"] = _Stretch(by.start(), by.end())
    return _Found(number, _trimmed(document.text[start:end], start, end), _heading(document, item), parts, why, number)


def _labels(paragraph: Paragraph) -> Iterator[tuple[str, _Stretch]]:
    """What stands behind "Responsible:", "Deadline:", "Indicator:", up to the next label."""
    marks = list(LABELLED.finditer(paragraph.text))
    ends = [*(mark.start() for mark in marks), len(paragraph.text)][1:]
    for mark, end in zip(marks, ends, strict=True):
        words = paragraph.text[mark.end() : end].rstrip().rstrip(".;,").rstrip()
        if what := what_head_says(mark["label"]):
            start = paragraph.start + mark.end()
            if words:
                yield what, _trimmed(words, start, start + len(words))


def _heading(document: Document, item: Paragraph) -> str:
    """The last heading above."""
    above = [p for p in document.paragraphs if p.start < item.start and p.kind is ParagraphKind.HEADING]
    return above[-1].text.strip() if above else ""
