"""Two versions of the facts in one paper: where the author and the State party date one event differently."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product

from onrecord.matching.compared import comparison
from onrecord.matching.conflicts import DISAGREE
from onrecord.model import Comparison, Findings, Member, ToldEvent

_AUTHOR, _STATE = "author", "State party"
_STAYS = ("hospital stay", "detention")
_SAME_STAY = 31  # days: ends told so near each other, with no new beginning between them, are ends of one stay
_SAME_POINT = 60  # days: one transfer to one place, told twice
_PLACE = re.compile(r"\b(?:to|in|of|at)\s+(?:the\s+city\s+of\s+)?([A-Z][\w-]{3,})")


def versions_of_facts(findings: Findings) -> Iterator[Comparison]:
    """Each event that author and State party date differently, with both passages side by side; nothing is chosen.

    Ends of stays (in hospital, in detention) are compared where both began on one day, or lie within a month of each
    other with no new beginning between them; transfers where both are told to lead to one place.
    """
    told = findings.told_events
    yield from _ends(told)
    yield from _transfers(told)


def _ends(told: Sequence[ToldEvent]) -> Iterator[Comparison]:
    ends = [one for one in told if one.kind in (*_STAYS, "release") and one.end]
    begins = sorted({one.start for one in told if one.kind in (*_STAYS, "arrest") and one.start})
    order = {kind: sorted({one.start for one in told if one.kind == kind and one.by == _AUTHOR}) for kind in _STAYS}
    for one, other in product(_by(ends, _AUTHOR), _by(ends, _STATE)):
        if one.end != other.end and _same_person(one, other) and _one_stay(one, other, begins):
            why = f"{_called(one, order)} ended on {one.end} by the author, on {other.end} by the State party."
            yield comparison("conflict", DISAGREE, (_member(one), _member(other)), why)


def _by(told: Sequence[ToldEvent], side: str) -> list[ToldEvent]:
    """One event for each end that a side tells, the fullest and first told; what it merely restates comes last."""
    best: dict[tuple[str, str], ToldEvent] = {}
    for one in sorted((one for one in told if one.by == side), key=lambda one: (one.restated, not one.start)):
        best.setdefault((one.end, one.who), one)
    return list(best.values())


def _one_stay(one: ToldEvent, other: ToldEvent, begins: Sequence[str]) -> bool:
    if one.start and other.start:
        return one.start == other.start
    low, high = sorted((one.end, other.end))
    near = (date.fromisoformat(high) - date.fromisoformat(low)).days <= _SAME_STAY
    return near and not any(low < begin < high for begin in begins)


def _same_person(one: ToldEvent, other: ToldEvent) -> bool:
    return not (one.who and other.who) or one.who == other.who


def _called(one: ToldEvent, order: Mapping[str, Sequence[str]]) -> str:
    """Which stay it is by the author's count: "Hospital stay 2 of 5"; "The stay" where its beginning is not told."""
    starts = order.get(one.kind, ())
    if one.start not in starts:
        return "The stay"
    return f"{one.kind.capitalize()} {starts.index(one.start) + 1} of {len(starts)}"


def _transfers(told: Sequence[ToldEvent]) -> Iterator[Comparison]:
    moves = [one for one in told if one.kind == "transfer" and one.start]
    for one, other in product(*([m for m in moves if m.by == side] for side in (_AUTHOR, _STATE))):
        apart = abs((date.fromisoformat(one.start) - date.fromisoformat(other.start)).days)
        if 0 < apart <= _SAME_POINT and _same_person(one, other) and (where := _places(one) & _places(other)):
            why = f"The transfer to {min(where)} was on {one.start} by the author, on {other.start} by the State party."
            yield comparison("conflict", DISAGREE, (_member(one), _member(other)), why)


def _places(one: ToldEvent) -> set[str]:
    return set(_PLACE.findall(one.text)) - {one.who}


def _member(one: ToldEvent) -> Member:
    return Member(one.place.sha256, one.place, one.claim)
