"""OHCHR's thematic lists of recommendations: one table row an item, grouped by theme.

Columns vary by cycle, so they are known by their heads. In most lists one cell holds number, text, States and, on a
line of its own, the source of the position; a recommendation that falls under several themes may stand several times.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from onrecord.extraction.answers import Stance, decide, stances
from onrecord.extraction.numbers import parse_list
from onrecord.extraction.statements import Placing, Span, Voice
from onrecord.extraction.states_named import state_brackets
from onrecord.model import (
    Document,
    Doubt,
    Findings,
    Identity,
    Paragraph,
    Place,
    Position,
    PositionStatement,
    Recommendation,
    Speaker,
    Stage,
    Tally,
)
from onrecord.vocabulary import symbols

_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("source", re.compile(r"source\s+of", re.I)),
    ("position", re.compile(r"^(?:position|response|status|reply)|\bposition\b", re.I)),
    ("themes", re.compile(r"theme|issue|right", re.I)),
    ("groups", re.compile(r"affected|group", re.I)),
    ("sdgs", re.compile(r"\bsdgs?\b|sustainable", re.I)),
    ("states", re.compile(r"recommending|^states?\b", re.I)),
    ("number", re.compile(r"^(?:no\.?|number|n°|#|para(?:graph)?s?\.?)$", re.I)),
    ("item", re.compile(r"recommendation", re.I)),
)
_SOURCE = re.compile(r"source\s+of\s+positions?\s*:?\s*", re.I)
_THEME = re.compile(r"theme\s*:\s*(.+)", re.I)
_SESSION_REPORT = "2"  # A/HRC/28/2 is the report on the session, in whose plenary a State may have answered
_LABELLED = re.compile(
    r"(affected\s+persons|persons\s+affected|sdgs?|sustainable\s+development\s+goals?|themes?)\s*:\s*$", re.I
)
_BULLET = re.compile(r"^[-–•·*]\s*")
_OPEN = re.compile(r"\b(?:pending|no\s+position|not\s+yet|examin|to\s+be\s+provided)\b", re.I)


@dataclass(slots=True)
class ListRow:
    """One row. ``item``, ``position`` and ``source`` are spans in the document's text, None where there is no cell."""

    number: str = ""
    item: Span | None = None  # text and States, without the number
    position: Span | None = None
    source: Span | None = None
    states: tuple[str, ...] = ()
    themes: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    sdgs: list[str] = field(default_factory=list)
    list_theme: str = ""  # the heading under which the row stands


def list_rows(document: Document) -> tuple[ListRow, ...]:
    """The recommendations of a thematic list in its order; () if no table has a head that names recommendations."""
    found: list[ListRow] = []
    columns: dict[int, str] = {}
    theme = ""
    for cells in _table_rows(document):
        heads = _heads(cells)
        if heads:
            columns = heads
        elif columns and len(cells) == 1 and (match := _THEME.match(cells[0][0].text)):
            theme = match[1].strip()
        elif columns:
            row = _row(document, cells, columns)
            row.list_theme = theme
            if row.number:
                found.append(row)
    return tuple(found)


def read_thematic_list(document: Document, identity: Identity) -> Findings:
    """Positions as OHCHR recorded them, each with its source, and the counts that the rows make.

    Returns:
        Findings with ``positions`` of stage LIST, once per number, ``tallies`` and ``doubts``.
    """
    rows = list_rows(document)
    target = _target(document, rows)
    placing = Placing(document, identity.symbol)
    positions: dict[str, PositionStatement] = {}
    doubts: list[Doubt] = []
    for row in rows:
        statement = _statement(document, row, Voice(placing, target, Stage.LIST, identity.date))
        if statement is None:
            doubts.append(Doubt(f"The list gives no position on {row.number}.", _whole(row, placing)))
        elif positions.setdefault(row.number, statement).value is not statement.value:
            doubts.append(Doubt(f"The list gives two positions on {row.number}.", statement.place))
    tally = _tally(document, positions, placing, identity.state, target)
    return Findings(identity, positions=tuple(positions.values()), tallies=tally, doubts=tuple(doubts))


def read_listed_recommendations(document: Document, identity: Identity) -> Findings:
    """The recommendations as a thematic list gives them, once per number: for reviews whose report is not at hand.

    Returns:
        Findings with ``recommendations``; their history is the position of the list.
    """
    rows = list_rows(document)
    placing = Placing(document, identity.symbol)
    voice = Voice(placing, _target(document, rows), Stage.LIST, identity.date)
    found: dict[str, Recommendation] = {}
    for row in rows:
        if row.item is not None:
            found.setdefault(row.number, _recommendation(document, row, voice))
    return Findings(identity, recommendations=tuple(found.values()))


def _table_rows(document: Document) -> Iterator[list[list[Paragraph]]]:
    """Rows as lists of cells, cells as lists of paragraphs."""
    inside = (p for p in document.paragraphs if p.row is not None)
    for _, row in groupby(inside, key=lambda p: p.row):
        yield [list(cell) for _, cell in groupby(row, key=lambda p: p.column)]


def _heads(cells: Sequence[Sequence[Paragraph]]) -> dict[int, str]:
    """Which column holds what, if this row is a head: short cells, one of which names the recommendation."""
    columns: dict[int, str] = {}
    for cell in cells:
        text = " ".join(p.text for p in cell)
        name = next((name for name, pattern in _COLUMNS if pattern.search(text)), "")
        if (
            len(text) < 60
            and name
            and name not in columns.values()
            and cell[0].column is not None
            and not cell[0].number
        ):
            columns[cell[0].column] = name
    return columns if {"item", "position"} <= set(columns.values()) else {}


def _row(document: Document, cells: Sequence[Sequence[Paragraph]], columns: dict[int, str]) -> ListRow:
    row = ListRow()
    for cell in cells:
        name = columns.get(cell[0].column or 0, "")
        span = (cell[0].start, cell[-1].end)
        if name == "number":
            row.number = cell[0].number or cell[0].text.strip(" .")
        elif name == "item":
            _read_item(document, cell, row)
        elif name == "position":
            row.position = span
        elif name == "source":
            row.source = span
        elif name == "states":
            row.states = tuple(s for b in state_brackets(f"({document.text[slice(*span)]})") for s in b.states)
        elif name in ("themes", "groups", "sdgs"):
            _read_labels(cell, row, name)
    return row


def _read_item(document: Document, cell: Sequence[Paragraph], row: ListRow) -> None:
    """Number, text and States, and behind them the source of the position, each in the same cell."""
    first, end = cell[0], cell[-1].end
    start, number = first.start, first.number
    source = _SOURCE.search(document.text, start, end)
    if source is not None:
        row.source = (source.end(), end)
        end = len(document.text[: source.start()].rstrip())
    listed = parse_list(first.text) if not number else None
    if listed is not None and len(listed.numbers) == 1:
        number = listed.numbers[0]
        start += listed.end
    row.number = row.number or number
    while start < end and document.text[start] in " .:\t\n\u00a0":
        start += 1
    row.item = (start, end)
    row.states = tuple(dict.fromkeys(s for b in state_brackets(document.text[start:end]) for s in b.states))


def _read_labels(cell: Sequence[Paragraph], row: ListRow, name: str) -> None:
    """Themes, groups and goals; they may share a cell, parted by lines such as "Affected persons:"."""
    for paragraph in cell:
        text = paragraph.text.strip()
        label = _LABELLED.match(text)
        if label is not None:
            word = label[1].lower()
            name = "groups" if "person" in word else "themes" if word.startswith("theme") else "sdgs"
        elif text:
            labels: list[str] = getattr(row, name)
            labels.append(_BULLET.sub("", text))


def _statement(document: Document, row: ListRow, voice: Voice) -> PositionStatement | None:
    if row.position is None:
        return None
    text = document.text
    said = decide(stances(text, *row.position))
    if said is None and _OPEN.search(text, *row.position):
        said = Stance(Position.PENDING, "pending", 0, 0)
    if said is None:
        return None
    stance = Stance(said.value, f"thematic list: {said.value.value}", said.start, said.end, said.partly)
    return voice.statement(row.number, stance, row.position, paragraph=row.number, comment=row.source)


def _recommendation(document: Document, row: ListRow, voice: Voice) -> Recommendation:
    start, end = row.item or (0, 0)
    brackets = state_brackets(document.text[start:end])
    closing = brackets[-1] if brackets and not document.text[start + brackets[-1].end : end].strip(" ;.,") else None
    stop = start + closing.start if closing else end
    stop = start + len(document.text[start:stop].rstrip(" ;.,"))
    statement = _statement(document, row, voice)
    return Recommendation(
        number=row.number,
        text=document.text[start:stop],
        states=row.states,
        place=voice.placing.place((start, stop), row.number),
        item=document.text[start:end],
        item_place=voice.placing.place((start, end), row.number),
        unknown=tuple(dict.fromkeys(n for b in brackets for n in b.unknown)),
        history=(statement,) if statement else (),
        section=row.number.partition(".")[0],
    )


def _target(document: Document, rows: Sequence[ListRow]) -> str:
    """The report whose recommendations are listed: the one that the sources of positions name; "" if several."""
    named = {
        symbol.base
        for source in {document.text[slice(*row.source)] for row in rows if row.source}
        for _, _, symbol in symbols.find_all(source)
        if symbol.body == "HRC" and not symbol.series and symbol.number != _SESSION_REPORT
    }
    return named.pop() if len(named) == 1 else ""


def _tally(
    document: Document, positions: dict[str, PositionStatement], placing: Placing, state: str, target: str
) -> tuple[Tally, ...]:
    """What the rows add up to: the list counts by listing. Its place is the title of the list."""
    if not positions:
        return ()
    values = [s.value for s in positions.values()]
    title = document.paragraphs[0]
    span = (title.start, title.end)
    return (
        Tally(
            state=state,
            speaker=Speaker.OHCHR,
            received=len(values),
            supported=values.count(Position.SUPPORTED),
            noted=values.count(Position.NOTED),
            pending=values.count(Position.PENDING),
            words=document.text[slice(*span)],
            place=placing.place(span),
            target=target,
        ),
    )


def _whole(row: ListRow, placing: Placing) -> Place | None:
    return placing.place(row.item, row.number) if row.item else None
