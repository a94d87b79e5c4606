"""Recommendations of the archive: lists, and one with all there is on it."""

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.errors import NotFound
from onrecord.model import Position, Recommendation
from onrecord.model.judgement import Correction
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.histories import unpack_all
from onrecord.store.recommendations import load
from onrecord.tasks.narrowing import matching
from onrecord.tasks.rows import PageOf, RecommendationFilter, RecommendationRow

_AT_ONCE = 200  # rows of an export that are in memory


def list_recommendations(
    archive: Archive, wanted: RecommendationFilter | None = None, *, limit: int | None = None, offset: int = 0
) -> PageOf[RecommendationRow]:
    """Recommendations that fit, sorted as asked, by default by State, cycle, report and their order there.

    Args:
        archive: open.
        wanted: what is asked for; None for all.
        limit: at most so many; None for all.
        offset: without the first so many.

    Raises:
        SettingError: a list cannot be sorted or grouped that way.
    """
    rows = matching(archive, wanted or RecommendationFilter())
    stop = None if limit is None else offset + limit
    with archive.told_plainly():
        return PageOf(tuple(finished(archive, rows[offset:stop])), rows.count(), offset)


def iterate_recommendations(
    archive: Archive, wanted: RecommendationFilter | None = None
) -> Iterator[RecommendationRow]:
    """The same, one by one and in bounded memory: for exports."""
    with archive.told_plainly():
        rows = matching(archive, wanted or RecommendationFilter())
        keys = list(rows.values_list("pk", flat=True))
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            found = rows.order_by().in_bulk(some)
            yield from finished(archive, [found[key] for key in some if key in found])


def finished(archive: Archive, rows: Iterable[tables.Recommendation]) -> Iterator[RecommendationRow]:
    """Rows as tasks give them back, each with its history over all papers; so many queries, however many rows."""
    chosen = list(rows)
    joined = unpack_all(archive, [row.history for row in chosen])
    for row, history in zip(chosen, joined, strict=True):
        document = row.document
        yield _row(row, document, load(row, document.sha256, document.symbol, history))


def find(archive: Archive, symbol: str, number: str) -> tables.Recommendation:
    """One recommendation by the symbol of its report and its number (with or without the dot behind).

    Raises:
        NotFound: the archive holds no such report, or the report no such number.
    """
    report = symbol.strip().upper().rstrip("/")
    rows = tables.Recommendation.objects.using(archive.alias).filter(document__leads=True, document__symbol=report)
    wanted = number.strip().rstrip(".")
    row = rows.filter(number=wanted).select_related("document").order_by("order").first()
    if row is not None:
        return row
    numbers = list(rows.order_by("order").values_list("number", flat=True))
    if numbers:
        raise NotFound(
            f"{report} has no recommendation {wanted}.", advice=f"It has {len(numbers)}: {numbers[0]} to {numbers[-1]}."
        )
    raise NotFound(
        f"The archive holds no report {report} with recommendations.",
        advice="List what there is with: onrecord reviews ARCHIVE",
    )


def _row(row: tables.Recommendation, document: tables.Document, full: Recommendation) -> RecommendationRow:
    return RecommendationRow(
        id=row.key,
        document=document.symbol,
        state=document.state,
        cycle=document.cycle,
        session=document.session,
        number=full.number,
        text=full.text,
        states=full.states,
        position=Position(row.position),
        changed=row.changed,
        place=full.place,
        item=full.item,
        chapeau=full.chapeau,
        section=full.section,
        asks=full.asks,
        unknown=full.unknown,
        history=full.history,
        corrections=tuple(_correction(kept) for kept in row.corrections),
        judged=row.judged,
    )


def _correction(kept: dict[str, Any]) -> Correction:
    values = {name: tuple(kept[name]) if isinstance(kept[name], list) else kept[name] for name in ("reading", "value")}
    return Correction(field=kept["field"], judgement=kept["judgement"], differs=kept["differs"], **values)
