"""What committees' papers and plans say ↔ JSON: contributors, citations, recommendations, questions, dates, goals."""

from dataclasses import fields
from typing import Any

from onrecord.model import (
    Citation,
    CommitteeDate,
    CommitteeRecommendation,
    Communication,
    Contributor,
    Findings,
    IssueQuestion,
    Place,
    PlanGoal,
    ToldEvent,
)
from onrecord.store.places import pack_place, unpack_place

At = tuple[str, str]  # sha256 and symbol of the row's document
KINDS: dict[str, type] = {
    "contributors": Contributor,
    "citations": Citation,
    "committee_recommendations": CommitteeRecommendation,
    "issues": IssueQuestion,
    "committee_dates": CommitteeDate,
    "communications": Communication,
    "told_events": ToldEvent,
    "goals": PlanGoal,
}
_PLACE = "@"  # marks a packed place among lists


def pack(found: Findings) -> dict[str, Any]:
    """The findings of these kinds, ready for JSON; kinds that are empty are left out."""
    return {name: [_row(one) for one in getattr(found, name)] for name in KINDS if getattr(found, name)}


def unpack(said: dict[str, Any], at: At) -> dict[str, Any]:
    """The fields of Findings that :func:`pack` wrote."""
    return {name: tuple(_object(kind, row, at) for row in said.get(name, ())) for name, kind in KINDS.items()}


def _row(one: object) -> list[Any]:
    return [_packed(getattr(one, field.name)) for field in fields(one)]  # type: ignore[arg-type]


def _packed(value: Any) -> Any:  # noqa: ANN401  # any value of a field
    if isinstance(value, Place):
        return [_PLACE, *pack_place(value)]
    if isinstance(value, CommitteeDate):
        return _row(value)
    return [_packed(part) for part in value] if isinstance(value, tuple) else value


def _object(kind: type, row: list[Any], at: At) -> Any:  # noqa: ANN401  # one of KINDS
    values = [_value(value, at) for value in row]
    if kind is Communication:
        values[-1] = tuple(CommitteeDate(*date) for date in values[-1])
    return kind(*values)


def _value(value: Any, at: At) -> Any:  # noqa: ANN401  # what JSON gives back
    if not isinstance(value, list):
        return value
    if value and value[0] == _PLACE:
        return unpack_place(value[1:], *at)
    return tuple(_value(part, at) for part in value)
