"""``onrecord search``: words, and meaning, in an archive."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import Hit

EXAMPLES = (
    ("Words, in all text", "onrecord search kaz.onrecord 'journalists AND detention'"),
    ("What says the same in other words", "onrecord search kaz.onrecord --meaning 'end capital punishment'"),
    ("For a program: one object a line", "onrecord search --json kaz.onrecord torture"),
)
COLUMNS = (
    Column("paper", whole=True),
    Column("number", whole=True),
    Column("State", widest=20, from_width=90),
    Column("sentence", takes_rest=True),
)


@verb("search", EXAMPLES)
@archive_argument
@click.argument("query")
@click.option(
    "--meaning", is_flag=True, help="Join recommendations that are near in meaning (`onrecord label` makes vectors)."
)
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="At most so many hits.")
@passphrase_option
@json_option
def command(  # the options of one command
    archive: str, query: str, meaning: bool, limit: int, passphrase_file: str | None, as_lines: bool
) -> None:
    """Search all text of an archive.

    QUERY holds words, "phrases", beginnings*, AND, OR, NOT, brackets, and fields such as state:XAV.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        look = tasks.search_meaning if meaning else tasks.search
        found = look(record, query, limit=limit)
    if found.error and not found.hits:
        raise found.error
    if as_lines:
        for hit in found.hits:
            print_json(hit)
        return
    if found.hits:
        table(COLUMNS, map(_row, found.hits))
        line()
    line(f"{words.count(found.total, 'hit')}{f', {len(found.hits)} shown' if len(found.hits) < found.total else ''}.")


def _row(hit: "Hit") -> tuple[object, ...]:
    return (hit.document or hit.name, hit.number, words.state(hit.state) if hit.state else "", hit.sentence)
