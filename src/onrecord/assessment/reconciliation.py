"""Sets the numbers that the State, the President and OHCHR state beside the numbers that were read.

Recommendations can be counted in two true ways: as items of the list, and as pairs of an item and a State that made it.
A stated number that is neither is a difference; it is named with its recommendations, and with a reason where one
explains it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.assessment.histories import answer_in_report
from onrecord.model import Position, PositionStatement, Recommendation, Stage, Tally

_COUNTED = ("received", "supported", "noted", "pending")
_FEW = 40
Explanation = tuple[tuple[str, ...], str]  # recommendations, and the reason in one sentence ("": none found)
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


def _explained(items: Sequence[Recommendation], tally: Tally, counted: str, stated: int) -> Explanation:
    """The recommendations that make the difference and why; empty where nothing explains it."""
    for reason in (_counted_otherwise, _counted_open_ones, _answers_missing):
        names, why = reason(items, tally, counted, stated)
        if why:
            return names, why
    listed = tuple(item.number for item in items if item.position is _VALUES.get(counted))
    return (listed, "") if 0 < len(listed) <= _FEW else ((), "")


def _counted_otherwise(items: Sequence[Recommendation], tally: Tally, counted: str, stated: int) -> Explanation:
    """The count was made before answers changed, or counts what is accepted in part or in principle another way."""
    if counted not in _VALUES:
        return (), ""
    for stages, when in _moments(tally):
        then = [_last(item, stages) for item in items]
        values = [s.value if s else Position.PENDING for s in then]
        changed = tuple(i.number for i, v in zip(items, values, strict=True) if _moved(v, i.position, _VALUES[counted]))
        reason = f"The count was made before {_listed(changed)} changed {when}." if changed else ""
        for qualified, how in _qualified(items, then, counted):
            counts = _at(items, values, _VALUES[counted])
            shift = len(qualified) if counted == "supported" else -len(qualified)
            if stated in (counts if not qualified else (counts[0] + shift,)) and (changed or qualified):
                return (*changed, *qualified), " ".join(filter(None, (reason, how)))
    return (), ""


def _moments(tally: Tally) -> list[tuple[tuple[Stage, ...], str]]:
    """The papers up to which the speaker may have counted, most likely first."""
    report: tuple[Stage, ...] = (Stage.ROOM, Stage.REPORT)
    addendum = (*report, Stage.ADDENDUM)
    moments = [(tuple(Stage), ""), (addendum, "in plenary"), (report, "after the report")]
    if "/Add." in tally.place.symbol:
        return [moments[1], moments[2], moments[0]]
    return moments


def _qualified(
    items: Sequence[Recommendation], then: Sequence[PositionStatement | None], counted: str
) -> list[tuple[tuple[str, ...], str]]:
    """Sets of recommendations that one may count as supported and the rule here counts as noted; first: none."""
    part = tuple(i.number for i, s in zip(items, then, strict=True) if s and s.partly)
    principle = tuple(i.number for i, s in zip(items, then, strict=True) if s and "in principle" in s.rule)
    sets: list[tuple[tuple[str, ...], str]] = [((), "")]
    for numbers, words in (
        (part, "in part"),
        (principle, "in principle"),
        ((*part, *principle), "in part or in principle"),
    ):
        if numbers and counted in ("supported", "noted"):
            verb = "is" if len(numbers) == 1 else "are"
            how = "with" if counted == "supported" else "without"
            why = f"{_listed(numbers)} {verb} accepted {words} and noted here; {how} them the numbers agree."
            sets.append((numbers, why))
    return sets


def _at(items: Sequence[Recommendation], values: Sequence[Position], value: Position) -> tuple[int, int]:
    """How many had that position, as items and as pairs."""
    weights = [max(len(item.states), 1) for item in items]
    pairs = sum(weight for v, weight in zip(values, weights, strict=True) if v is value)
    return sum(v is value for v in values), pairs


def _moved(then: Position, now: Position, value: Position) -> bool:
    return (then is value) != (now is value)


def _counted_open_ones(items: Sequence[Recommendation], tally: Tally, counted: str, stated: int) -> Explanation:
    """The number speaks only of the recommendations that the report had left open."""
    left_open = [item for item in items if answer_in_report(item) is Position.PENDING]
    if not left_open or len(left_open) == len(items):
        return (), ""
    total = sum(n for n in (tally.supported, tally.noted, tally.partly) if n is not None)
    for count in (count_items(left_open), count_pairs(left_open)):
        if getattr(count, counted) == stated and count.received in (total, tally.pending):
            names = tuple(i.number for i in left_open if counted == "received" or i.position is _VALUES[counted])
            return names, f"The count speaks of the {count.received} recommendations that the report had left open."
    return (), ""


def _answers_missing(items: Sequence[Recommendation], _tally: Tally, counted: str, stated: int) -> Explanation:
    """Some answers stand in no paper at hand."""
    silent = tuple(item.number for item in items if item.position is Position.PENDING)
    read: int = getattr(count_items(items), counted)
    lacking = counted in ("supported", "noted") and read < stated <= read + len(silent)
    if silent and (lacking or (counted == "pending" and stated < len(silent))):
        return silent, f"The answers to {_listed(silent)} stand in no paper at hand."
    return (), ""


def _last(item: Recommendation, stages: Sequence[Stage]) -> PositionStatement | None:
    binding = [s for s in item.history if s.stage in stages and not s.tentative]
    return binding[-1] if binding else None


def _listed(numbers: Sequence[str]) -> str:
    """``1, 2 and 3``; a long list is cut short, since the numbers stand beside it anyway."""
    shown = list(numbers[:6])
    if len(numbers) > len(shown):
        return f"{', '.join(shown)} and {len(numbers) - len(shown)} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))
