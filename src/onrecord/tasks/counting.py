"""How many recommendations there are of each State, cycle, position …: each counted under all other filters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Case, CharField, Count, QuerySet, Value, When

from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.narrowing import narrowed, states_of
from onrecord.tasks.rows import RecommendationFilter

GROUPS_OF_STATES = ("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG")
# What is set aside while a facet is counted: its own filters.
_OWN: Mapping[str, Mapping[str, Any]] = {
    "state": {"state": "", "states": ()},
    "cycle": {"cycle": None},
    "by": {"by": "", "bys": ()},
    "group": {"groups": ()},
    "position": {"position": None, "positions": ()},
    "changed": {"changed": None},
    "document": {"document": ""},
    "judged": {"judged": None},
}


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet, as a filter takes it, and how many items have it ("yes" and "no" for truth values)."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of items (an item counts once for each of its recommending States), most frequent first."""

    state: tuple[FacetCount, ...]
    cycle: tuple[FacetCount, ...]
    by: tuple[FacetCount, ...]
    group: tuple[FacetCount, ...]
    position: tuple[FacetCount, ...]
    changed: tuple[FacetCount, ...]
    document: tuple[FacetCount, ...]
    judged: tuple[FacetCount, ...]


def facets(archive: Archive, wanted: RecommendationFilter | None = None) -> Facets:
    """Count the recommendations that fit by each facet; one query a facet, however many there are.

    Args:
        archive: open.
        wanted: what is asked for; a facet is counted as if its own filter were not set.
    """
    asked = wanted or RecommendationFilter()
    with archive.told_plainly():
        base = {name: narrowed(archive, replace(asked, **own)).order_by() for name, own in _OWN.items()}
        return Facets(
            state=_counted(base["state"], "document__state"),
            cycle=_counted(base["cycle"], "document__cycle"),
            by=_by(archive, base["by"]),
            group=_groups(archive, base["group"]),
            position=_counted(base["position"], "position"),
            changed=_counted(base["changed"], "changed"),
            document=_counted(base["document"], "document__symbol"),
            judged=_judged(base["judged"]),
        )


def _counted(rows: QuerySet[tables.Recommendation], column: str) -> tuple[FacetCount, ...]:
    return _sorted(rows.values_list(column).annotate(count=Count("pk")))


def _by(archive: Archive, rows: QuerySet[tables.Recommendation]) -> tuple[FacetCount, ...]:
    pairs = tables.RecommendationState.objects.using(archive.alias).filter(recommendation__in=rows.values("pk"))
    return _sorted(pairs.order_by().values_list("state").annotate(count=Count("pk")))


def _groups(archive: Archive, rows: QuerySet[tables.Recommendation]) -> tuple[FacetCount, ...]:
    pairs = tables.RecommendationState.objects.using(archive.alias).filter(recommendation__in=rows.values("pk"))
    group = Case(
        *(When(state__in=states_of((name,)), then=Value(name)) for name in GROUPS_OF_STATES),
        default=Value(""),
        output_field=CharField(),
    )
    counted = pairs.order_by().annotate(group=group).values_list("group")
    # An item made by two States of a group counts once.
    return _sorted(counted.annotate(count=Count("recommendation", distinct=True)))


def _judged(rows: QuerySet[tables.Recommendation]) -> tuple[FacetCount, ...]:
    judged = Case(When(judged="", then=Value(False)), default=Value(True))
    return _sorted(rows.annotate(done=judged).values_list("done").annotate(count=Count("pk")))


def _sorted(counts: Iterable[tuple[Any, int]]) -> tuple[FacetCount, ...]:
    ordered = sorted(counts, key=lambda one: (-one[1], str(one[0])))
    return tuple(FacetCount(_value(value), count) for value, count in ordered if value not in ("", None))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
