"""Recommendations in groups: by State under review, review, recommending State or its region, answer, paper …

An item that several States made stands in the group of each of them, so that the rows of a grouped list can be more
than its items. Nothing is left out: what has no value (an item whose States are unknown) stands in a group of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, CharField, Count, F, IntegerField, OrderBy, QuerySet, Value, When

from onrecord.errors import SettingError
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.counting import GROUPS_OF_STATES
from onrecord.tasks.narrowing import narrowed, order_of, states_of
from onrecord.tasks.recommendations import finished
from onrecord.tasks.rows import PageOf, RecommendationFilter, RecommendationRow
from onrecord.vocabulary import states
from onrecord.vocabulary.fold import fold

_AT_ONCE = 200  # rows of an export that are in memory
_REGION = "_region"  # worked out, no column
_STATES = ("document__state", "pairs__state")  # in the order of their names, not of their codes
# What makes up the value of a group.
_PARTS: Mapping[str, tuple[str, ...]] = {
    "state": ("document__state",),
    "review": ("document__state", "document__cycle"),
    "cycle": ("document__cycle",),
    "by": ("pairs__state",),
    "region": (_REGION,),
    "position": ("position",),
    "changed": ("changed",),
    "document": ("document__symbol",),
    "section": ("document__symbol", "section"),
    "judged": ("judged",),
}
GROUPINGS = tuple(_PARTS)
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """One row and the group it stands in: the parts of its value, such as ("KAZ", "2"); "" for what is not known."""

    group: Key
    row: RecommendationRow


def list_grouped(
    archive: Archive, wanted: RecommendationFilter, *, limit: int | None = None, offset: int = 0
) -> PageOf[Grouped]:
    """A stretch of the recommendations that fit, group after group; inside a group sorted as asked.

    Args:
        archive: open.
        wanted: its ``group_by`` is one of GROUPINGS.
        limit: at most so many rows; None for all.
        offset: without the first so many.

    Raises:
        SettingError: a list cannot be sorted or grouped that way.
    """
    rows = _rows(archive, wanted)
    stop = None if limit is None else offset + limit
    with archive.told_plainly():
        return PageOf(tuple(_filled(archive, rows[offset:stop])), rows.count(), offset)


def iterate_grouped(archive: Archive, wanted: RecommendationFilter) -> Iterator[Grouped]:
    """All of them, in bounded memory: for exports."""
    with archive.told_plainly():
        every = list(_rows(archive, wanted))
        for start in range(0, len(every), _AT_ONCE):
            yield from _filled(archive, every[start : start + _AT_ONCE])


def count_groups(archive: Archive, wanted: RecommendationFilter) -> dict[Key, int]:
    """How many items stand in each group, in one query."""
    rows, parts = _base(archive, wanted)
    with archive.told_plainly():
        counted = rows.order_by().values_list(*parts).annotate(count=Count("pk", distinct=True))
        return {_key(found): count for *found, count in counted}


def _rows(archive: Archive, wanted: RecommendationFilter) -> QuerySet[tables.Recommendation, tuple[Any, ...]]:
    """Primary keys and values of their groups, in order; one line a group that an item stands in."""
    rows, parts = _base(archive, wanted)
    groups = [_order(part) for part in parts]
    return rows.order_by(*groups, *order_of(replace(wanted, group_by=""))).values_list("pk", *parts).distinct()


def _order(part: str) -> OrderBy:
    if part not in _STATES:
        return F(part).asc(nulls_last=True)
    codes = sorted(states.codes(), key=lambda code: fold(states.name(code)))
    ranks = (When(**{part: code}, then=Value(rank)) for rank, code in enumerate(codes))
    return Case(*ranks, default=Value(len(codes)), output_field=IntegerField()).asc()


def _base(archive: Archive, wanted: RecommendationFilter) -> tuple[QuerySet[tables.Recommendation], tuple[str, ...]]:
    if wanted.group_by not in _PARTS:
        raise SettingError(
            f"A list cannot be grouped by {wanted.group_by[:40]}.", advice=f"Use one of: {', '.join(GROUPINGS)}."
        )
    parts = _PARTS[wanted.group_by]
    rows = narrowed(archive, wanted)
    if _REGION in parts:
        regions = (When(pairs__state__in=states_of((name,)), then=Value(name)) for name in GROUPS_OF_STATES)
        rows = rows.annotate(_region=Case(*regions, default=Value(""), output_field=CharField()))
    return rows, parts


def _filled(archive: Archive, keys: Iterable[tuple[Any, ...]]) -> Iterator[Grouped]:
    some = list(keys)
    wanted = list(dict.fromkeys(key for key, *_ in some))
    found = tables.Recommendation.objects.using(archive.alias).select_related("document").in_bulk(wanted)
    known = [key for key in wanted if key in found]
    rows = dict(zip(known, finished(archive, [found[key] for key in known]), strict=True))
    for key, *group in some:
        if key in rows:
            yield Grouped(_key(group), rows[key])


def _key(parts: Iterable[object]) -> Key:
    return tuple(_word(part) for part in parts)


def _word(part: object) -> str:
    if isinstance(part, bool):
        return "yes" if part else "no"
    return "" if part is None else str(part)
