"""``onrecord events``: what happened when, as papers tell it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.filters import KeyOf, state_option
from onrecord.cli.given import given, limit_option, sources_argument
from onrecord.cli.output import Column, line, print_json, table
from onrecord.cli.verb import json_option, passphrase_option, verb
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from onrecord.tasks import EventRow

EXAMPLES = (
    ("The chronology of a State", "onrecord events kaz.onrecord --state Kazakhstan"),
    ("Only protests", "onrecord events kaz.onrecord --kind protest"),
    ("What one paper tells, for a program", "onrecord events briefing.pdf --json"),
)
COLUMNS = (
    Column("date", widest=20),
    Column("event", takes_rest=True),
    Column("kind", widest=18),
    Column("where", widest=16, from_width=90),
    Column("paper", widest=28),
    Column("page", right=True, whole=True, from_width=90),
)


def _kinds() -> tuple[str, ...]:
    from onrecord.vocabulary import event_kinds

    return tuple(event_kinds.kinds())


@verb("events", EXAMPLES)
@sources_argument
@state_option
@click.option("--kind", type=KeyOf(_kinds), default="", help="Kind of event, as protest, trial, visit …")
@limit_option
@passphrase_option
@json_option
def command(
    sources: Sequence[str],
    *,
    state: str,
    kind: str,
    limit: int | None,
    passphrase_file: str | None,
    as_lines: bool,
) -> int:
    """List events in the order of their dates.

    Each paper's telling of an event stands on a line of its own; those without a date come last.
    """
    with given(sources, passphrase_file) as said:
        found = said.events(state=state, kind=kind, limit=limit)
        if as_lines:
            for row in found:
                form = as_json(row)
                assert isinstance(form, dict)
                print_json({**form, **said.spans(row.place, row.paper)})
            return said.exit
        if found.total:
            table(COLUMNS, map(_row, found))
            line()
        line(words.of_total(len(found), found.total, "event") or "No event is like this.")
        return said.exit


def _row(row: "EventRow") -> tuple[object, ...]:
    return words.date(row.date), row.name, row.kind, row.where, words.paper_label(row.paper), row.place.page
