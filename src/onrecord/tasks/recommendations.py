"""Recommendations of the archive: lists, and one with all there is on it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet

from onrecord.errors import NotFound
from onrecord.model import Position, PositionStatement
from onrecord.model.judgement import Correction
from onrecord.model.label import ACTION, FOLLOWED, GOAL, ISSUE, PERSONS, THEME
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.histories import unpack_all
from onrecord.store.places import unpack_place
from onrecord.store.recommendations import load_asks
from onrecord.tasks.narrowing import matching
from onrecord.tasks.rows import PageOf, RecommendationFilter, RecommendationRow

_AT_ONCE = 200  # rows of an export that are in memory
_NAMED = (("issues", ISSUE), ("themes", THEME), ("persons", PERSONS), ("goals", GOAL))
# Long columns that a row of a list says nothing of.
_UNUSED = (
    *("folded", "item_place", "chapeau_place", "said", "reading"),
    *(f"document__{name}" for name in ("name", "dates", "related", "title", "reasons", "warnings")),
)


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
    asked = wanted or RecommendationFilter()
    rows = matching(archive, asked)
    stop = None if limit is None else offset + limit
    with archive.told_plainly():
        # Put in order by what is short; only the long rows that are shown are read.
        if asked.words:  # All texts are gone through in any case: once, not once more to count.
            every = list(rows.values_list("pk", flat=True))
            return PageOf(tuple(_read(archive, every[offset:stop])), len(every), offset)
        keys = list(rows.values_list("pk", flat=True)[offset:stop])
        return PageOf(tuple(_read(archive, keys)), _total(rows, len(keys), limit, offset), offset)


def iterate_recommendations(
    archive: Archive, wanted: RecommendationFilter | None = None
) -> Iterator[RecommendationRow]:
    """The same, one by one and in bounded memory: for exports."""
    with archive.told_plainly():
        rows = matching(archive, wanted or RecommendationFilter())
        keys = list(rows.values_list("pk", flat=True))
        for start in range(0, len(keys), _AT_ONCE):
            yield from _read(archive, keys[start : start + _AT_ONCE])


def _read(archive: Archive, keys: list[int]) -> Iterator[RecommendationRow]:
    """The rows with these primary keys, in this order."""
    table = tables.Recommendation.objects.using(archive.alias).select_related("document").defer(*_UNUSED)
    found = {row.pk: row for row in table.filter(pk__in=keys)}
    yield from finished(archive, [found[key] for key in keys if key in found])


def _total(rows: QuerySet[tables.Recommendation], read: int, limit: int | None, offset: int) -> int:
    """How many fit: known without asking where the end of the list was read."""
    ended = limit is None or read < limit
    return offset + read if ended and (read or not offset) else rows.order_by().count()


def finished(
    archive: Archive, rows: Iterable[tables.Recommendation], *, labels: bool = True
) -> Iterator[RecommendationRow]:
    """Rows as tasks give them back, each with its history over all papers; so many queries, however many rows.

    Without ``labels`` their action, issues, themes, persons and goals are left out.
    """
    chosen = list(rows)
    joined = unpack_all(archive, [row.history for row in chosen])
    standing = _standing_labels(archive, [row.pk for row in chosen]) if labels else {}
    for row, history in zip(chosen, joined, strict=True):
        said = standing.get(row.pk, {})
        action = next((int(name) for name in said.get(ACTION, ()) if name.isdecimal()), None)
        named: dict[str, Any] = {field: tuple(said.get(scheme, ())) for field, scheme in _NAMED}
        yield replace(_row(row, row.document, history), action=action, **named)


def _standing_labels(archive: Archive, keys: list[int]) -> dict[int, dict[str, list[str]]]:
    """The names of the labels that stand on these rows, by scheme, likeliest first; one query."""
    found: dict[int, dict[str, list[str]]] = {}
    table = tables.RecommendationLabel.objects.using(archive.alias)
    rows = table.filter(recommendation__in=keys, stands=True, scheme__in=(ACTION, ISSUE, *FOLLOWED))
    for key, scheme, name in rows.order_by("-probability", "name").values_list("recommendation", "scheme", "name"):
        found.setdefault(key, {}).setdefault(scheme, []).append(name)
    return found


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


def _row(
    row: tables.Recommendation, document: tables.Document, history: tuple[PositionStatement, ...]
) -> RecommendationRow:
    at = (document.sha256, document.symbol)
    return RecommendationRow(
        id=row.key,
        document=document.symbol,
        state=document.state,
        cycle=document.cycle,
        session=document.session,
        number=row.number,
        text=row.text,
        states=tuple(row.states),
        position=Position(row.position),
        changed=row.changed,
        place=unpack_place(row.place, *at),
        item=row.item,
        chapeau=row.chapeau,
        section=row.section,
        asks=load_asks(row, *at),
        unknown=tuple(row.unknown),
        history=history,
        corrections=tuple(_correction(kept) for kept in row.corrections),
        judged=row.judged,
    )


def _correction(kept: dict[str, Any]) -> Correction:
    values = {name: tuple(kept[name]) if isinstance(kept[name], list) else kept[name] for name in ("reading", "value")}
    return Correction(field=kept["field"], judgement=kept["judgement"], differs=kept["differs"], **values)
