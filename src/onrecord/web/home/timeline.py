"""Reviews on a time line: columns that stand on the date of their session, one row a State.

Only the height of a column counts anything; its place on the axis is a date.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from onrecord.tasks import ReviewRow
from onrecord.vocabulary import sessions
from onrecord.web.frame import words
from onrecord.web.frame.when import stated

_HEIGHT = 50  # of the highest column, in px
_GAP = 1.5
_MOST_STATES = 6  # those reviewed last, so that what waits below is seen; the table holds all


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of a column: "sup", "not" or "pen"."""

    shape: str
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Column:
    """One review. ``x`` in per cent of the axis; ``left``: its words stand left of it."""

    review: ReviewRow
    x: float
    when: str
    parts: tuple[Part, ...]
    left: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A year or the beginning of a cycle on the axis."""

    x: float
    label: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is drawn. ``more`` counts States that are in the table only."""

    rows: tuple[tuple[str, tuple[Column, ...]], ...]
    years: tuple[Tick, ...]
    cycles: tuple[Tick, ...]
    today: float
    more: int


def timeline(reviews: Sequence[ReviewRow]) -> Timeline | None:
    """The time line; None where no review has a date."""
    dated = [(review, when) for review in reviews if (when := _day(review)) is not None]
    if not dated:
        return None
    first = min(min(when for _, when in dated).year, 2008)
    last = max(*(when for _, when in dated), date.today()).year + 2
    highest = max(review.items for review, _ in dated) or 1

    def x(when: date) -> float:
        return round(100 * (when.toordinal() - date(first, 1, 1).toordinal()) / ((last - first) * 365.25), 2)

    states = _by_state(dated)
    rows = [
        (state, tuple(_column(review, x(when), highest) for review, when in states[state]))
        for state in sorted(list(states)[:_MOST_STATES], key=words.state)
    ]
    return Timeline(
        rows=tuple(rows),
        years=tuple(Tick(x(date(year, 1, 1)), year) for year in range(first, last, 2)),
        cycles=tuple(Tick(max(x(when), 0), number) for number, when in _cycles() if x(when) < 92),
        today=x(date.today()),
        more=max(len(states) - _MOST_STATES, 0),
    )


def _by_state(dated: Iterable[tuple[ReviewRow, date]]) -> dict[str, list[tuple[ReviewRow, date]]]:
    """The reviews of each State in their order, those States first that were reviewed last."""
    found: dict[str, list[tuple[ReviewRow, date]]] = {}
    for review, when in dated:
        found.setdefault(review.state, []).append((review, when))
    return dict(sorted(found.items(), key=lambda pair: max(when for _, when in pair[1]), reverse=True))


def _column(review: ReviewRow, x: float, highest: int) -> Column:
    counts = (("sup", review.supported), ("not", review.noted), ("pen", review.pending))
    return Column(review, x, stated(review), tuple(_stacked(counts, _HEIGHT / highest)), left=x > 84)


def _stacked(counts: Iterable[tuple[str, int]], scale: float) -> Iterable[Part]:
    below = 0.0
    for shape, count in counts:
        if count:
            height = max(count * scale, 2.0)
            yield Part(shape, round(-below - height, 1), round(height, 1))
            below += height + _GAP


def _day(review: ReviewRow) -> date | None:
    year, _, month = stated(review).partition("-")
    return date(int(year), int(month) if month.isdecimal() else 7, 1) if year.isdecimal() else None


def _cycles() -> Iterable[tuple[int, date]]:
    """The first day of each cycle."""
    known: dict[int, date] = {}
    for session in sessions.calendar().upr.values():
        if session.first_day[:7].count("-") == 1:
            year, month = session.first_day[:7].split("-")
            known.setdefault(session.cycle, date(int(year), int(month), 1))
    return sorted(known.items())
