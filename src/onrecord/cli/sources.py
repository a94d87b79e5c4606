"""``onrecord sources``: what the notes of papers rest on; several papers may rest on one source."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.cli import words
from onrecord.cli.filters import state_option
from onrecord.cli.given import given, limit_option, sources_argument
from onrecord.cli.output import Column, line, print_json, table
from onrecord.cli.verb import json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import SourceRow

EXAMPLES = (
    ("Sources on which most papers rest, first", "onrecord sources kaz.onrecord --limit 20"),
    ("The sources of two papers", "onrecord sources briefing.pdf statement.docx"),
)
COLUMNS = (
    Column("papers", right=True, whole=True),
    Column("notes", right=True, whole=True),
    Column("source", takes_rest=True),
    Column("in", widest=36),
)


@verb("sources", EXAMPLES)
@sources_argument
@state_option
@limit_option
@passphrase_option
@json_option
def command(
    sources: Sequence[str], *, state: str, limit: int | None, passphrase_file: str | None, as_lines: bool
) -> int:
    """List the sources of notes.

    Those that a note gives an address of. An address with and without "www.", a last stroke or tracking is one source.
    Those on which most papers rest come first.
    """
    with given(sources, passphrase_file) as said:
        found = said.sources(state=state, limit=limit)
        if as_lines:
            for row in found:
                print_json(row)
            return said.exit
        if found.total:
            table(COLUMNS, map(_row, found))
            line()
        line(words.of_total(len(found), found.total, "source") or "No note names a source.")
        return said.exit


def _row(row: "SourceRow") -> tuple[object, ...]:
    papers = ", ".join(words.paper_label(paper) for paper in row.papers)
    return len(row.papers), row.notes, row.source, papers
