"""``onrecord export``: recommendations into a file for other programs."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli import words
from onrecord.cli.filters import filter_from, recommendation_filters
from onrecord.cli.opening import opened
from onrecord.cli.output import line, print_json
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import RecommendationRow

STDOUT = "-"
NAMES = ("csv", "xlsx", "jsonl")
EXAMPLES = (
    ("A spreadsheet, one line an item", "onrecord export kaz.onrecord all.xlsx"),
    ("One line an item and recommending State", "onrecord export kaz.onrecord pairs.csv --pairs"),
    ("What was noted, to standard output", "onrecord export kaz.onrecord - --format jsonl --position noted"),
)


@verb("export", EXAMPLES)
@archive_argument
@click.argument("target", metavar="FILE")
@click.option("--format", "name", type=click.Choice(NAMES), help="By default what the file's name ends in.")
@click.option("--items/--pairs", "items", default=True, help="One line an item, or one an item and State.")
@click.option("--overwrite", is_flag=True, help="Replace FILE if it is there.")
@recommendation_filters
@passphrase_option
@json_option
def command(  # noqa: PLR0913  # one for each option that is no filter
    archive: str,
    target: str,
    *,
    name: str | None,
    items: bool,
    overwrite: bool,
    passphrase_file: str | None,
    as_lines: bool,
    **wanted: Any,  # noqa: ANN401
) -> None:
    """Write recommendations to a file.

    FILE is CSV, Excel or JSON Lines, or - for standard output. Each line has the history of the answer. In CSV an
    apostrophe is set before a cell that a spreadsheet would take for a formula; Excel files hold every text as text.
    """
    from onrecord import tasks
    from onrecord.writing import FORMATS, new_file

    name = name or _format_of(target)
    seen = _Seen()
    with opened(archive, passphrase_file) as record, tasks.seen_by(tasks.Audience.OTHERS):
        rows = seen.counting(tasks.iterate_recommendations(record, filter_from(wanted)))
        if target == STDOUT:
            FORMATS[name](rows, sys.stdout.buffer, not items)
            return
        with new_file(target, overwrite=overwrite) as file:
            FORMATS[name](rows, file, not items)
    if as_lines:
        print_json({"file": target, "format": name, "items": seen.items, "pairs": seen.pairs})
    else:
        line(f"{target}: {words.count(seen.items, 'item')}, {words.count(seen.pairs, 'pair')} of item and State.")


class _Seen:
    """Counts items and pairs while they go by."""

    items = pairs = 0

    def counting(self, rows: "Iterable[RecommendationRow]") -> "Iterator[RecommendationRow]":
        for row in rows:
            self.items += 1
            self.pairs += len(row.states)
            yield row


def _format_of(target: str) -> str:
    ending = Path(target).suffix.removeprefix(".").lower()
    if target == STDOUT:
        return "csv"
    if ending not in NAMES:
        raise click.BadParameter(
            f"The name {target!r} does not say which format. Let it end in .csv, .xlsx or .jsonl, or say --format.",
            param_hint="FILE",
        )
    return ending
