"""What one paper says, printed for people: ``onrecord read`` without ``--json``."""

from typing import TYPE_CHECKING

from onrecord.cli import words
from onrecord.cli.output import Column, line, paragraph, table
from onrecord.model import PositionStatement, Recommendation, Tally

if TYPE_CHECKING:
    from onrecord.record import Record

ITEM_COLUMNS = (
    Column("number", whole=True),
    Column("by", widest=22),
    Column("position", widest=16, tinted=True),
    Column("page", right=True, whole=True),
    Column("text", takes_rest=True),
)
ANSWER_COLUMNS = (
    Column("number", whole=True),
    Column("position", widest=16, tinted=True),
    Column("page", right=True, whole=True),
    Column("words", takes_rest=True),
)
GOAL_COLUMNS = (
    Column("number", whole=True),
    Column("responsible", widest=22),
    Column("by when", widest=22),
    Column("goal", takes_rest=True),
)


def print_paper(file: str, record: "Record") -> None:
    """What the paper is, its recommendations or answers, the counts it states, what is doubtful."""
    line(file)
    paragraph(f"{words.paper(record.identity)}.", indent=2)
    paragraph(f"{_file_facts(record)}.", indent=2)
    for warning in record.document.warnings:
        paragraph(f"Reading: {warning}", indent=2)
    line()
    if record.recommendations:
        _print_items(record.recommendations)
    elif record.positions:
        _print_answers(record.positions)
    if record.goals:
        paragraph(words.count(len(record.goals), "goal or measure", "goals and measures"), bold=True)
        line()
        table(GOAL_COLUMNS, ((g.number, g.responsible, g.deadline, g.text) for g in record.goals))
        line()
    if record.tallies:
        paragraph("Counts that are stated", bold=True)
        for tally in record.tallies:
            paragraph(counted(tally), indent=2)
        line()
    _print_rest(record)


def item_row(item: Recommendation) -> tuple[object, ...]:
    """Cells for ``ITEM_COLUMNS``."""
    by = words.states(item.states, item.unknown)
    return item.number, by, words.position(item.history), item.place.page, item.text


def counted(tally: Tally) -> str:
    """ "State under review, of Arvenia: 41 received, 31 supported, 10 noted (A/HRC/52/97/Add.1, para. 2, p. 1)"."""
    named = (
        (tally.received, "received"),
        (tally.supported, "supported"),
        (tally.partly, "supported in part"),
        (tally.noted, "noted"),
        (tally.pending, "left open"),
        (tally.unclear, "without a clear answer"),
    )
    numbers = ", ".join(f"{number:,} {word}" for number, word in named if number is not None)
    of = f" on {words.state(tally.state)}" if tally.state else ""
    return f"{tally.speaker.value}{of}: {numbers} ({words.place(tally.place)})"


def _file_facts(record: "Record") -> str:
    document = record.document
    parts = [document.metadata.format.upper(), words.count(len(document.paragraphs), "paragraph")]
    if document.pages:
        parts.insert(1, words.count(len(document.pages), "page"))
    if document.metadata.recognised:
        parts.append("its letters recognised from pictures")
    return ", ".join(parts)


def _print_items(items: tuple[Recommendation, ...]) -> None:
    pairs = sum(len(item.states) for item in items)
    told = words.counts(item.position for item in items)
    paragraph(f"{words.count(len(items), 'item')}, {words.count(pairs, 'pair')} of item and State: {told}", bold=True)
    line()
    table(ITEM_COLUMNS, map(item_row, items))
    line()


def _print_answers(statements: tuple[PositionStatement, ...]) -> None:
    told = words.counts(statement.value for statement in statements)
    paragraph(f"{words.count(len(statements), 'answer')} to single items: {told}", bold=True)
    line()
    table(
        ANSWER_COLUMNS,
        ((s.number, words.position((s,)), s.place.page, s.comment or s.words) for s in statements),
    )
    line()


def _print_rest(record: "Record") -> None:
    if record.doubts:
        paragraph("Unsure", bold=True)
        for doubt in record.doubts:
            where = f" ({words.place(doubt.place)})" if doubt.place else ""
            paragraph(f"{doubt.what}{where}", indent=2)
        line()
    more = [
        words.count(len(found), one)
        for found, one in (
            (record.dialogue, "statement in the dialogue"),
            (record.questions, "advance question"),
            (record.answers, "passage that answers earlier items"),
            (record.claims, "claim"),
            (record.proposals, "proposal"),
            (record.laws, "law"),
        )
        if found
    ]
    if more:
        paragraph(f"Also found: {', '.join(more)}. --json shows all.")
        line()
