"""``onrecord reviews``: the reviews of an archive, with counts."""

from typing import TYPE_CHECKING

from onrecord.cli import words
from onrecord.cli.filters import cycle_option, state_option
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import ReviewRow

EXAMPLES = (
    ("All reviews", "onrecord reviews kaz.onrecord"),
    ("Those of one State, for a program", "onrecord reviews kaz.onrecord --state KAZ --json"),
)
COLUMNS = (
    Column("State", takes_rest=True),
    Column("cycle", right=True, whole=True),
    Column("report", whole=True),
    Column("papers", right=True, whole=True, from_width=80),
    Column("items", right=True, whole=True),
    Column("pairs", right=True, whole=True),
    Column("supported", right=True, whole=True),
    Column("noted", right=True, whole=True),
    Column("left open", right=True, whole=True),
    Column("changed", right=True, whole=True, from_width=90),
)


@verb("reviews", EXAMPLES)
@archive_argument
@state_option
@cycle_option
@passphrase_option
@json_option
def command(archive: str, state: str, cycle: int | None, passphrase_file: str | None, as_lines: bool) -> None:
    """List reviews with their counts.

    How many papers are there, and how many items have which answer.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        found = tasks.list_reviews(record, state=state, cycle=cycle)
    if as_lines:
        for row in found:
            print_json(row)
        return
    if found:
        table(COLUMNS, map(_row, found))
        line()
    paragraph(
        f"{words.count(len(found), 'review')}; answers are counted in items." if found else "No review is on record."
    )


def _row(row: "ReviewRow") -> tuple[object, ...]:
    return (
        words.state(row.state),
        row.cycle,
        row.report or "(not here)",
        len(row.documents),
        row.items,
        row.pairs,
        row.supported,
        row.noted,
        row.pending,
        row.changed,
    )
