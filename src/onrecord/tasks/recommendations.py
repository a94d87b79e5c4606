"""Recommendations of the archive: lists, and one with all there is on it."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.db.models import Q, QuerySet

from onrecord.errors import NotFound
from onrecord.model import Recommendation
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.recommendations import fold, load
from onrecord.tasks.histories import histories
from onrecord.tasks.rows import PageOf, RecommendationFilter, RecommendationRow

_ORDER = ("document__state", "document__cycle", "document__symbol", "document__sha256", "order")


def list_recommendations(
    archive: Archive, wanted: RecommendationFilter | None = None, *, limit: int | None = None, offset: int = 0
) -> PageOf[RecommendationRow]:
    """Recommendations that fit, sorted by State, cycle, report and their order there.

    Args:
        archive: open.
        wanted: what is asked for; None for all.
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    rows = matching(archive, wanted or RecommendationFilter())
    stop = None if limit is None else offset + limit
    with archive.told_plainly():
        return PageOf(tuple(finished(archive, rows[offset:stop])), rows.count(), offset)


def iterate_recommendations(
    archive: Archive, wanted: RecommendationFilter | None = None
) -> Iterator[RecommendationRow]:
    """The same, one by one and in bounded memory: for exports."""
    rows = matching(archive, wanted or RecommendationFilter())
    with archive.told_plainly():
        # Report by report: each group is a few hundred rows.
        for document in list(rows.order_by(*_ORDER[:-1]).values_list("document", flat=True).distinct()):
            yield from finished(archive, rows.filter(document=document))


def matching(archive: Archive, wanted: RecommendationFilter) -> QuerySet[tables.Recommendation]:
    """The rows that fit, in order."""
    given = {
        "document__state": wanted.state,
        "document__cycle": wanted.cycle,
        "document__session": wanted.session,
        "document__symbol": wanted.document,
        "pairs__state": wanted.by,
        "position": wanted.position.value if wanted.position else "",
        "changed": wanted.changed,
    }
    chosen = {name: value for name, value in given.items() if value not in ("", None)}
    rows = tables.Recommendation.objects.using(archive.alias).filter(document__leads=True, **chosen)
    if wanted.number:
        below = Q(number__startswith=f"{wanted.number}.") | Q(number__startswith=f"{wanted.number} (")
        rows = rows.filter(Q(number=wanted.number) | Q(section=wanted.number) | below)
    for word in fold(wanted.words).split():
        rows = rows.filter(folded__contains=word)
    return rows.select_related("document").order_by(*_ORDER)


def finished(archive: Archive, rows: Iterable[tables.Recommendation]) -> Iterator[RecommendationRow]:
    """Rows, sorted by report, as tasks give them back: each with its history over all papers."""
    for document, group in groupby(rows, key=lambda row: row.document):
        joined = histories(archive, document).by_row
        for row in group:
            yield _row(row, document, load(row, document.sha256, document.symbol, joined[row.pk]))


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
        position=full.position,
        changed=row.changed,
        place=full.place,
        item=full.item,
        chapeau=full.chapeau,
        section=full.section,
        asks=full.asks,
        unknown=full.unknown,
        history=full.history,
    )
