"""Sets the numbers that the State, the President and OHCHR state beside the numbers that were read.

Recommendations can be counted in two true ways: as items of the list, and as pairs of an item and a State that made it.
A stated number that is neither is a difference; it is named with its recommendations, and with a reason where one
explains it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.assessment.histories import answer_in_report
from onrecord.model import Position, Recommendation, Stage, Tally

_COUNTED = ("received", "supported", "noted", "pending")
_FEW = 40
_VALUES = {"supported": Position.SUPPORTED, "noted": Position.NOTED, "pending": Position.PENDING}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were read, by position."""

    received: int
    supported: int
    noted: int
    pending: int


@dataclass(frozen=True, slots=True)
class Difference:
    """One stated number that is not the number read.

    ``recommendations`` names those that explain it, or, where nothing explains it and they are few, those that were
    read as ``counted``; () where none can be named. ``reason`` is "" where nothing explains it.
    """

    what: str  # one sentence
    tally: Tally
    counted: str  # "received", "supported", "noted" or "pending"
    stated: int
    items: int  # read, as recommendations
    pairs: int  # read, as recommendations by State
    recommendations: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Numbers stated and numbers read, for one report."""

    items: Counts
    pairs: Counts
    tallies: tuple[Tally, ...]
    differences: tuple[Difference, ...]

    @property
    def agrees(self) -> bool:
        """Whether somebody stated numbers and every one of them is what was read."""
        return bool(self.tallies) and not self.differences

    @property
    def unexplained(self) -> tuple[Difference, ...]:
        """The differences for which no reason was found."""
        return tuple(d for d in self.differences if not d.reason)


def reconcile(recommendations: Iterable[Recommendation], tallies: Iterable[Tally]) -> Reconciliation:
    """Compare what was stated with what was read.

    Args:
        recommendations: all of one report, with their full histories (see ``join_histories``).
        tallies: stated about this review; those about another report are left out.

    Returns:
        The counts read and every difference, in the order of the tallies.
    """
    items = list(recommendations)
    report = items[0].place.symbol if items else ""
    heard = tuple(t for t in tallies if not t.target or not report or t.target == report)
    differences = tuple(d for tally in heard for d in _differences(items, tally))
    return Reconciliation(count_items(items), count_pairs(items), heard, differences)


def count_items(recommendations: Sequence[Recommendation]) -> Counts:
    """Recommendations by current position."""
    return _counts([(item.position, 1) for item in recommendations])


def count_pairs(recommendations: Sequence[Recommendation]) -> Counts:
    """Pairs of a recommendation and a State that made it, by current position; an item without a State counts once."""
    return _counts([(item.position, max(len(item.states), 1)) for item in recommendations])


def _counts(weighed: Sequence[tuple[Position, int]]) -> Counts:
    def of(value: Position) -> int:
        return sum(weight for position, weight in weighed if position is value)

    received = sum(weight for _, weight in weighed)
    return Counts(received, of(Position.SUPPORTED), of(Position.NOTED), of(Position.PENDING))


def _differences(items: Sequence[Recommendation], tally: Tally) -> list[Difference]:
    found = []
    for counted in _COUNTED:
        stated: int | None = getattr(tally, counted)
        if stated is None:
            continue
        read: int = getattr(count_items(items), counted)
        pairs: int = getattr(count_pairs(items), counted)
        if stated in _comparable(items, tally, read, pairs):
            continue
        names, reason = _explained(items, tally, counted, stated)
        what = f"{tally.speaker.value}: {stated} {counted}; read: {read} recommendations, {pairs} by State."
        found.append(Difference(what, tally, counted, stated, read, pairs, names, reason))
    return found


def _comparable(items: Sequence[Recommendation], tally: Tally, read: int, pairs: int) -> tuple[int, ...]:
    """What a stated number may equal: if the speaker's total is that of the items, pairs would agree by chance only."""
    totals = count_items(items).received, count_pairs(items).received
    if tally.received is None or totals[0] == totals[1] or tally.received not in totals:
        return read, pairs
    return (read,) if tally.received == totals[0] else (pairs,)


def _explained(items: Sequence[Recommendation], tally: Tally, counted: str, stated: int) -> tuple[tuple[str, ...], str]:
    """The recommendations that make the difference and why; empty where nothing explains it."""
    for reason in (_counted_earlier, _counted_open_ones, _counted_parts_apart, _answers_missing):
        names, why = reason(items, tally, counted, stated)
        if why:
            return names, why
    listed = tuple(item.number for item in items if item.position is _VALUES.get(counted))
    return (listed, "") if len(listed) <= _FEW else _NONE


Explanation = tuple[tuple[str, ...], str]
_NONE: Explanation = ((), "")


def _counted_earlier(items: Sequence[Recommendation], _tally: Tally, counted: str, stated: int) -> Explanation:
    """The number is that of an earlier paper; the recommendations whose answer changed since are named."""
    if counted not in _VALUES:
        return _NONE
    value = _VALUES[counted]
    for stages, paper in (
        ((Stage.ROOM, Stage.REPORT, Stage.ADDENDUM), "in plenary"),
        ((Stage.ROOM, Stage.REPORT), "after the report"),
    ):
        then = [_position(item, stages) for item in items]
        weights = [max(len(item.states), 1) for item in items]
        as_items = sum(position is value for position in then)
        as_pairs = sum(weight for position, weight in zip(then, weights, strict=True) if position is value)
        if stated in (as_items, as_pairs):
            names = tuple(i.number for i, p in zip(items, then, strict=True) if (p is value) != (i.position is value))
            return names, f"The count was made before {_listed(names)} changed {paper}."
    return _NONE


def _counted_open_ones(items: Sequence[Recommendation], tally: Tally, counted: str, stated: int) -> Explanation:
    """The number speaks only of the recommendations that the report had left open."""
    left_open = [item for item in items if answer_in_report(item) is Position.PENDING]
    if not left_open or len(left_open) == len(items):
        return _NONE
    for count in (count_items(left_open), count_pairs(left_open)):
        total = sum(n for n in (tally.supported, tally.noted, tally.partly) if n is not None)
        if getattr(count, counted) == stated and total in (count.received, stated):
            names = tuple(i.number for i in left_open if counted == "received" or i.position is _VALUES[counted])
            return names, f"The count speaks of the {count.received} recommendations that the report had left open."
    return _NONE


def _counted_parts_apart(items: Sequence[Recommendation], tally: Tally, counted: str, stated: int) -> Explanation:
    """Recommendations accepted in part are noted by UPR Info's rule; the speaker counts them apart or as supported."""
    parts = tuple(item.number for item in items if item.history and _last(item) is not None and _partly(item))
    if not parts:
        return _NONE
    counts = count_items(items)
    if counted == "noted" and counts.noted - stated == len(parts):
        return parts, f"{_listed(parts)} are accepted in part and counted as noted here, not by the speaker."
    if counted == "supported" and stated - counts.supported == len(parts) and tally.partly is None:
        return parts, f"{_listed(parts)} are accepted in part and counted as supported by the speaker, as noted here."
    return _NONE


def _answers_missing(items: Sequence[Recommendation], _tally: Tally, counted: str, stated: int) -> Explanation:
    """Some answers stand in no paper at hand."""
    silent = tuple(item.number for item in items if item.position is Position.PENDING)
    read: int = getattr(count_items(items), counted)
    if silent and counted in ("supported", "noted") and read < stated <= read + len(silent):
        return silent, f"The answers to {_listed(silent)} stand in no paper at hand."
    if silent and counted == "pending" and stated < len(silent):
        return silent, f"The answers to {_listed(silent)} stand in no paper at hand."
    return _NONE


def _position(item: Recommendation, stages: Sequence[Stage]) -> Position:
    values = [s.value for s in item.history if s.stage in stages and not s.tentative]
    return values[-1] if values else Position.PENDING


def _last(item: Recommendation) -> Position | None:
    binding = [s for s in item.history if not s.tentative]
    return binding[-1].value if binding else None


def _partly(item: Recommendation) -> bool:
    binding = [s for s in item.history if not s.tentative]
    return bool(binding) and binding[-1].partly


def _listed(numbers: Sequence[str]) -> str:
    """``1, 2 and 3``; a long list is cut short, since the numbers stand beside it anyway."""
    shown = list(numbers[:6])
    if len(numbers) > len(shown):
        return f"{', '.join(shown)} and {len(numbers) - len(shown)} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1]))) if shown else "some"
