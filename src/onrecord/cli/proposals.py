"""``onrecord proposals``: what papers ask, of whom."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli import words
from onrecord.cli.filters import state_option
from onrecord.cli.given import Given, given, limit_option, paper_option, sources_argument
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import json_option, passphrase_option, verb
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from onrecord.tasks import PageOf, ProposalRow

EXAMPLES = (
    ("What one paper asks", "onrecord proposals briefing.pdf --own"),
    ("What papers about Kazakhstan ask", "onrecord proposals kaz.onrecord --state Kazakhstan"),
    ("Calls of others that papers only report", "onrecord proposals kaz.onrecord --reported --json"),
)
COLUMNS = (
    Column("asked of", widest=24),
    Column("who asks", widest=18),
    Column("page", right=True, whole=True, from_width=80),
    Column("what is asked", takes_rest=True),
)


@verb("proposals", EXAMPLES)
@sources_argument
@state_option
@paper_option
@click.option("--own/--reported", "own", default=None, help="Only the papers' own ones, or only those they report.")
@limit_option
@passphrase_option
@json_option
def command(
    sources: Sequence[str],
    *,
    paper: str,
    limit: int | None,
    passphrase_file: str | None,
    as_lines: bool,
    **asked: Any,  # noqa: ANN401  # State, and whose proposals
) -> int:
    """List what papers ask, of whom.

    Calls of others that a paper only reports are told as theirs. In tables, each thing that is asked has its own line.
    """
    with given(sources, passphrase_file) as said:
        found = said.proposals(document=said.sha256(paper), limit=limit, **asked)
        if as_lines:
            for row in found:
                print_json(_form(said, row))
        else:
            _print(found)
        return said.exit


def _form(said: Given, row: "ProposalRow") -> dict[str, object]:
    form = as_json(row.proposal)
    assert isinstance(form, dict)
    return {**form, "paper": row.paper, **said.spans(row.proposal.place, row.paper)}


def _print(found: "PageOf[ProposalRow]") -> None:
    for _, group in groupby(found, key=lambda row: row.paper.sha256):
        rows = list(group)
        paragraph(words.told_paper(rows[0].paper), bold=True)
        line()
        table(COLUMNS, (cells for row in rows for cells in _rows(row)))
        line()
    line(words.of_total(len(found), found.total, "proposal") or "No proposal is like this.")


def _rows(row: "ProposalRow") -> list[tuple[object, ...]]:
    proposal = row.proposal
    asks = [ask.text for ask in proposal.asks] or [proposal.text]
    first = (proposal.addressee or "not said", proposal.maker, proposal.place.page, asks[0])
    return [first, *(("", "", None, ask) for ask in asks[1:])]
