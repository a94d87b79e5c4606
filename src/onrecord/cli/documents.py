"""``onrecord documents``: the papers of an archive."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.filters import cycle_option, state_option
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import DocumentRow

EXAMPLES = (
    ("All papers", "onrecord documents kaz.onrecord"),
    ("The addenda of Kazakhstan", "onrecord documents kaz.onrecord --state Kazakhstan --kind addendum"),
)
COLUMNS = (
    Column("paper", whole=True),
    Column("kind", widest=22),
    Column("State", widest=22),
    Column("cycle", right=True),
    Column("date", from_width=80),
    Column("pages", right=True, whole=True, from_width=100),
    Column("items", right=True, whole=True),
    Column("file", takes_rest=True, from_width=90),
)


@verb("documents", EXAMPLES)
@archive_argument
@state_option
@cycle_option
@click.option("--kind", default="", help='Kind of paper, as "Working Group report" or addendum.')
@passphrase_option
@json_option
def command(
    archive: str, state: str, cycle: int | None, kind: str, passphrase_file: str | None, as_lines: bool
) -> None:
    """List papers. They come by State, cycle and kind."""
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        found = tasks.list_documents(record, state=state, cycle=cycle, kind=_kind(kind))
    if as_lines:
        for row in found:
            print_json(row)
        return
    if found.total:
        table(COLUMNS, map(document_row, found))
        line()
        line(f"{words.count(found.total, 'document')}.")
    else:
        line("No document in the archive is like this." if state or cycle or kind else "The archive holds no document.")


def document_row(row: "DocumentRow") -> tuple[object, ...]:
    """Cells for ``COLUMNS``."""
    return (
        row.document or "(no symbol)",
        row.kind.value,
        words.state(row.state) if row.state else "",
        row.cycle,
        words.date(row.date),
        row.pages or None,
        row.recommendations,
        words.file(row.name),
    )


def _kind(given: str) -> str:
    from onrecord.model import Kind

    if not given:
        return ""
    for kind in Kind:
        if kind.value.casefold() == given.strip().casefold():
            return kind.value
    known = ", ".join(kind.value for kind in Kind)
    raise click.BadParameter(f"{given!r} is no kind of paper. There are: {known}.", param_hint="--kind")
