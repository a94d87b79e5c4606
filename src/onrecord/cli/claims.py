"""``onrecord claims``: what papers say about facts, with who says it."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli import words
from onrecord.cli.filters import KeyOf, state_option
from onrecord.cli.given import Given, given, limit_option, paper_option, sources_argument
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import json_option, passphrase_option, verb
from onrecord.model import ClaimKind, Voice
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from onrecord.tasks import ClaimRow, PageOf

EXAMPLES = (
    ("What one paper says, without an archive", "onrecord claims briefing.pdf"),
    ("What is said in an archive about Kazakhstan and assembly", "onrecord claims kaz.onrecord --right assembly"),
    ("Claims with numbers about December 2011", "onrecord claims kaz.onrecord --figures --date 2011-12"),
    ("What a paper only tells as somebody else's", "onrecord claims briefing.pdf --voice other"),
    ("Those that other papers contradict", "onrecord claims kaz.onrecord --in conflict --json"),
)
COLUMNS = (
    Column("date", widest=16),
    Column("who says it", widest=18),
    Column("note", widest=6),
    Column("page", right=True, whole=True, from_width=80),
    Column("claim", takes_rest=True),
)


def _rights() -> tuple[str, ...]:
    from onrecord.vocabulary import rights

    return rights.keys()


@verb("claims", EXAMPLES)
@sources_argument
@state_option
@paper_option
@click.option("--words", "text", default="", help="Words that must all stand in the claim.")
@click.option("--kind", type=KeyOf(lambda: list(ClaimKind)), default="", help="As situation, law …")
@click.option("--right", type=KeyOf(_rights), default="", help="Right concerned, as assembly, fair trial …")
@click.option("--from", "source", default="", metavar="SOURCE", help='Who says it, as worded; or "publisher".')
@click.option("--voice", type=KeyOf(lambda: list(Voice)), default="", help="publisher, other or mixed.")
@click.option("--date", default="", metavar="EDTF", help="Beginning of the date, as 2011 or 2011-12.")
@click.option("--figures", is_flag=True, help="Only claims with a number.")
@click.option(
    "--in", "compared", type=KeyOf(lambda: ("conflict", "copy")), default="", help="In a conflict, or a copy."
)
@limit_option
@passphrase_option
@json_option
def command(
    sources: Sequence[str],
    *,
    limit: int | None,
    passphrase_file: str | None,
    as_lines: bool,
    **wanted: Any,  # noqa: ANN401
) -> int:
    """List claims: one checkable statement each.

    Who says it, when it was, and on which notes it rests. They come by paper and place; all that is asked for must
    hold. From an archive, or from papers that are read on the spot.
    """
    from onrecord.tasks import ClaimFilter

    with given(sources, passphrase_file) as said:
        document = said.sha256(wanted.pop("paper"))
        found = said.claims(ClaimFilter(document=document, words=wanted.pop("text"), **wanted), limit=limit)
        if as_lines:
            for row in found:
                print_json(_form(said, row))
        else:
            _print(found)
            if wanted["source"] and not found.total:
                _print_who(said)
        return said.exit


def _form(said: Given, row: "ClaimRow") -> dict[str, object]:
    """The keys of a claim, its paper, how often it is compared; for papers read on the spot where it stands in them."""
    form = as_json(row.claim)
    assert isinstance(form, dict)
    beside = said.spans(row.claim.place, row.paper)
    return {**form, "paper": row.paper, "conflicts": row.conflicts, "copies": row.copies, **beside}


def _print(found: "PageOf[ClaimRow]") -> None:
    for _, group in groupby(found, key=lambda row: row.paper.sha256):
        rows = list(group)
        paragraph(words.told_paper(rows[0].paper), bold=True)
        line()
        table(COLUMNS, map(_row, rows))
        line()
    line(words.of_total(len(found), found.total, "claim") or "No claim is like this.")


def _row(row: "ClaimRow") -> tuple[object, ...]:
    claim = row.claim
    notes = ", ".join(claim.notes or (f"({number})" for number in claim.notes_of_paragraph))
    return words.date(claim.date), claim.source, notes, claim.place.page, claim.text


def _print_who(said: Given) -> None:
    """Names are told as papers word them: show which there are."""
    told = [f"{name} ({number:,})" for name, number in list(said.who_claims().items())[:10]]
    if told:
        paragraph(f"Who says something there: {', '.join(told)}.")
