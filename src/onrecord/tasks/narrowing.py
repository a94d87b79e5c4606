"""Which recommendations are meant by a filter, and in what order."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F, OrderBy, Q, QuerySet

from onrecord.errors import SettingError
from onrecord.model.label import ACTION, GOAL, ISSUE, PERSONS, THEME
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.rows import GROUPS, SORTS, RecommendationFilter
from onrecord.tasks.veil import found_by
from onrecord.vocabulary import states

_COLUMNS = {
    "state": "document__state",
    "cycle": "document__cycle",
    "document": "document__symbol",
    "date": "document__date",
    "number": "order",  # the list of a report is in the order of its numbers
    "text": "folded",
    "section": "section",
    "position": "position",
    "changed": "changed",
    "judged": "judged",
}
_DEFAULT = ("document__state", "document__cycle", "document__symbol", "document__sha256", "order", "pk")


def matching(archive: Archive, wanted: RecommendationFilter) -> QuerySet[tables.Recommendation]:
    """The rows that fit, with their documents, in the order that is asked for.

    Raises:
        SettingError: a list cannot be sorted or grouped that way.
    """
    return narrowed(archive, wanted).select_related("document").order_by(*order_of(wanted))


def narrowed(archive: Archive, wanted: RecommendationFilter) -> QuerySet[tables.Recommendation]:
    """The rows that fit, in no order."""
    chosen = given(of_papers(wanted) | of_answers(wanted))
    rows = tables.Recommendation.objects.using(archive.alias).filter(document__leads=True, **chosen)
    for some in _recommending(wanted):
        # Looked up by State in an index of its own: a State made few of all recommendations.
        pairs = tables.RecommendationState.objects.using(archive.alias).filter(state__in=some)
        rows = rows.filter(pk__in=pairs.values("recommendation"))
    for scheme, names in labels_asked(wanted).items():
        if names:
            rows = rows.filter(pk__in=labelled(archive, scheme, names).values("recommendation"))
    if wanted.judged is not None:
        rows = rows.exclude(judged="") if wanted.judged else rows.filter(judged="")
    if wanted.number:
        below = Q(number__startswith=f"{wanted.number}.") | Q(number__startswith=f"{wanted.number} (")
        rows = rows.filter(Q(number=wanted.number) | Q(section=wanted.number) | below)
    return found_by(rows, wanted.words)


def of_papers(wanted: RecommendationFilter) -> dict[str, Any]:
    """What is asked of the report, by the column that tells it."""
    return {
        "document__state": wanted.state,
        "document__state__in": wanted.states,
        "document__cycle": wanted.cycle,
        "document__session": wanted.session,
        "document__symbol": wanted.document,
    }


def of_answers(wanted: RecommendationFilter) -> dict[str, Any]:
    """What is asked of the State's answer, the same."""
    return {
        "position": wanted.position.value if wanted.position else "",
        "position__in": tuple(position.value for position in wanted.positions),
        "changed": wanted.changed,
    }


def given(wanted: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is left empty, which does not narrow."""
    return {name: value for name, value in wanted.items() if value not in ("", None, ())}


def labels_asked(wanted: RecommendationFilter) -> dict[str, tuple[str, ...]]:
    """By scheme, the labels of which one must stand; () where any will do."""
    return {
        ACTION: wanted.actions,
        ISSUE: wanted.issues,
        THEME: wanted.themes,
        PERSONS: wanted.persons,
        GOAL: wanted.goals,
    }


def labelled(archive: Archive, scheme: str, names: tuple[str, ...]) -> QuerySet[tables.RecommendationLabel]:
    """The labels of these names that stand."""
    table = tables.RecommendationLabel.objects.using(archive.alias)
    return table.filter(scheme=scheme, name__in=names, stands=True)


def states_of(groups: tuple[str, ...]) -> list[str]:
    """The States of these regional groups."""
    return [code for code in states.codes() if states.group(code) in groups]


def _recommending(wanted: RecommendationFilter) -> list[list[str]]:
    """Sets of States; of each, one must be among those that made the recommendation."""
    asked = [[wanted.by] if wanted.by else [], list(wanted.bys), states_of(wanted.groups)]
    given = [bool(wanted.by), bool(wanted.bys), bool(wanted.groups)]
    return [some for some, meant in zip(asked, given, strict=True) if meant]


def order_of(wanted: RecommendationFilter) -> list[OrderBy]:
    """What the rows are put in order by: the group, what is asked for, and the order of the reports.

    Raises:
        SettingError: a list cannot be sorted or grouped that way.
    """
    _require(wanted.group_by, GROUPS)
    _require(wanted.sort.removeprefix("-"), SORTS)
    asked = [wanted.group_by, wanted.sort]
    names = [(_COLUMNS[name.removeprefix("-")], name.startswith("-")) for name in asked if name]
    columns = [*names, *((name, False) for name in _DEFAULT)]
    # SQLite and PostgreSQL disagree on where nothing stands in an order.
    return [F(name).desc(nulls_last=True) if down else F(name).asc(nulls_last=True) for name, down in columns]


def _require(name: str, known: tuple[str, ...]) -> None:
    if name and name not in known:
        raise SettingError(f"A list cannot be put in order by {name[:40]}.", advice=f"Use one of: {', '.join(known)}.")
