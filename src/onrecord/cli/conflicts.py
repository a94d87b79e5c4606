"""``onrecord conflicts``: where papers tell the same otherwise, and where they only repeat each other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli import words
from onrecord.cli.filters import state_option
from onrecord.cli.given import Given, given, limit_option, sources_argument
from onrecord.cli.output import line, paragraph, print_json
from onrecord.cli.verb import json_option, passphrase_option, verb
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from onrecord.tasks import ComparisonRow, PageOf, Side

KINDS = ("conflict", "copy", "link", "contradiction")
_MANY = {"copy": "copies"}
EXAMPLES = (
    ("Two papers against each other", "onrecord conflicts briefing.pdf statement.docx"),
    ("In an archive, those that cannot both be true", "onrecord conflicts kaz.onrecord --verdict disagree"),
    ("What is only repeated from elsewhere", "onrecord conflicts kaz.onrecord --copies"),
    ("What a State said beside what was told later", "onrecord conflicts kaz.onrecord --contradictions"),
    ("All of them, for a program", "onrecord conflicts briefing.pdf statement.docx --json"),
)


@verb("conflicts", EXAMPLES)
@sources_argument
@state_option
@click.option("--conflicts", "kind", flag_value="conflict", help="Only conflicts; tables show these by default.")
@click.option("--copies", "kind", flag_value="copy", help="Only copies: said before, in this or another paper.")
@click.option("--links", "kind", flag_value="link", help="Only links: names and events that may be the same.")
@click.option(
    "--contradictions", "kind", flag_value="contradiction", help="Only what a State said and what speaks against it."
)
@click.option("--verdict", default="", help='As disagree, "differ in scope", "one is likely wrong", restated, cited …')
@limit_option
@passphrase_option
@json_option
def command(
    sources: Sequence[str],
    *,
    kind: str | None,
    limit: int | None,
    passphrase_file: str | None,
    as_lines: bool,
    **asked: Any,  # noqa: ANN401  # State and verdict
) -> int:
    """List where papers disagree or copy.

    All passages stand side by side, with the reason. Nothing is corrected or chosen. Archives compare the papers of
    each State; papers that are read on the spot are all compared, so let them be about one State.
    """
    with given(sources, passphrase_file) as said:
        pages = {one: said.comparisons(one, limit=limit, **asked) for one in KINDS}
        if as_lines:
            chosen = [row for one, page in pages.items() if kind in (None, one) for row in page]
            for row in chosen[:limit]:
                print_json(_form(said, row))
        else:
            _print(pages, kind or "conflict")
        return said.exit


def _form(said: Given, row: "ComparisonRow") -> dict[str, object]:
    """The fields of the row; for papers read on the spot also ``members``: file, start and end of each side."""
    form = as_json(row)
    assert isinstance(form, dict)
    members = [said.spans(side.place, side.paper) for side in row.sides]
    return {**form, **({"members": members} if all(members) else {})}


def _print(pages: dict[str, "PageOf[ComparisonRow]"], shown: str) -> None:
    for row in pages[shown]:
        paragraph(f"{row.verdict}: {row.reason}", bold=True)
        for side in row.sides:
            _print_side(side)
        line()
    found = pages[shown]
    line(words.of_total(len(found), found.total, shown, _MANY.get(shown, "")) or f"No {shown} was found.")
    others = [words.count(page.total, one, _MANY.get(one, "")) for one, page in pages.items() if one != shown and page]
    if others:
        line(f"Also found: {', '.join(others)}; --conflicts, --copies, --links and --contradictions show them.")


def _print_side(side: "Side") -> None:
    paragraph(f"“{side.quote}”" if side.place else "the paper as a whole", indent=2)
    where = words.place(side.place, words.paper_label(side.paper)) if side.place else words.paper_label(side.paper)
    paragraph(where, indent=4)
