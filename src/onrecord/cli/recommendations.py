"""``onrecord recommendations``: a list of recommendations, narrowed as one wishes."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli import words
from onrecord.cli.filters import filter_from, recommendation_filters
from onrecord.cli.opening import opened
from onrecord.cli.output import line, paragraph, print_json, table
from onrecord.cli.paper import ITEM_COLUMNS
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb

if TYPE_CHECKING:
    from onrecord.tasks import RecommendationRow

EXAMPLES = (
    ("All of one review", "onrecord recommendations kaz.onrecord --state Kazakhstan --cycle 2"),
    ("What Norway recommended and was noted", "onrecord recommendations kaz.onrecord --by Norway --position noted"),
    ("Those whose answer changed after the report", "onrecord recommendations kaz.onrecord --changed"),
    ("Those that speak of torture and prisons", 'onrecord recommendations kaz.onrecord --words "torture prison"'),
)


@verb("recommendations", EXAMPLES)
@archive_argument
@recommendation_filters
@click.option("--limit", type=click.IntRange(1), help="Show so many at most.")
@click.option("--offset", type=click.IntRange(0), default=0, help="Leave so many out at the beginning.")
@passphrase_option
@json_option
def command(
    archive: str,
    *,
    limit: int | None,
    offset: int,
    passphrase_file: str | None,
    as_lines: bool,
    **wanted: Any,  # noqa: ANN401
) -> None:
    """List recommendations, all or some.

    They come by State, cycle, report and number. All that is asked for must hold.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        if limit or offset:
            page = tasks.list_recommendations(record, filter_from(wanted), limit=limit, offset=offset)
            _print(page.rows, as_lines, of=page.total)
        else:
            _print(tasks.iterate_recommendations(record, filter_from(wanted)), as_lines)


def _print(rows: "Iterable[RecommendationRow]", as_lines: bool, of: int | None = None) -> None:
    if as_lines:
        for row in rows:
            print_json(row)
        return
    seen: Counter[str] = Counter()
    for _, group in groupby(rows, key=lambda row: row.document):
        items = list(group)  # of one report: some hundreds at most
        seen["items"] += len(items)
        seen["pairs"] += sum(len(item.states) for item in items)
        first = items[0]
        paragraph(
            f"{words.review(first.state, first.cycle, first.session)}: {first.document or 'no symbol'}", bold=True
        )
        line()
        table(ITEM_COLUMNS, map(_row, items))
        line()
    paragraph(_sum(seen, of))


def _row(item: "RecommendationRow") -> tuple[object, ...]:
    by = words.states(item.states, item.unknown)
    return item.number, by, words.position(item.history), item.place.page, item.text


def _sum(seen: Counter[str], of: int | None) -> str:
    if not seen["items"] and not of:
        return "No recommendation on record is like this."
    more = f" of {of:,}" if of is not None and of != seen["items"] else ""
    return f"{words.count(seen['items'], 'item')}{more}, {words.count(seen['pairs'], 'pair')} of item and State."
