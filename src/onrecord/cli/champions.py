"""``onrecord champions``: which States spoke of a subject, to a State and to others."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.filters import StateName
from onrecord.cli.given import limit_option
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from onrecord.model.link import Champion
    from onrecord.tasks import ChampionsOf

EXAMPLES = (
    (
        "Who recommended on the death penalty, to Kazakhstan and to others",
        'onrecord champions kaz.onrecord "death penalty" KAZ',
    ),
    ("The same for a program", "onrecord champions kaz.onrecord torture Kazakhstan --json"),
)
COLUMNS = (
    Column("State", widest=22),
    Column("here", right=True, whole=True),
    Column("concrete", right=True, whole=True),
    Column("answered", widest=24),
    Column("elsewhere", right=True, whole=True, from_width=80),
    Column("said last", takes_rest=True),
)


@verb("champions", EXAMPLES)
@archive_argument
@click.argument("subject")
@click.argument("state", type=StateName())
@limit_option
@passphrase_option
@json_option
def command(
    archive: str, subject: str, state: str, *, limit: int | None, passphrase_file: str | None, as_lines: bool
) -> None:
    """Tell who spoke of a subject.

    SUBJECT is a name such as "death penalty" or "defenders", or words to look for. For each recommending State: how
    often it told this State and others, how concretely, how that was answered, and what it said last.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        found = tasks.champions_of(record, subject, state)
    if as_lines:
        for one in found.champions[:limit]:
            print_json({"subject": found.subject, "under_review": state, "champion": as_json(one)})
    else:
        _print(found, limit)


def _print(found: "ChampionsOf", limit: int | None) -> None:
    paragraph(f"“{found.subject}”, told to {words.state(found.state)} and to others", bold=True)
    line()
    table(COLUMNS, (_cells(one) for one in found.champions[:limit]))
    line()
    shown = len(found.champions[:limit])
    line(words.of_total(shown, len(found.champions), "State") or "No State spoke of it in what is on record.")


def _cells(one: "Champion") -> tuple[object, ...]:
    answered = ", ".join(f"{number} {word or 'not known'}" for word, number in one.answers)
    last = f"{words.state(one.last.to)}: {one.last.text}"
    return words.state(one.state), len(one.here), one.specific_here, answered, one.elsewhere, last
