"""Numbers stated beside numbers read, and answers by region of the recommending State."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from onrecord.tasks import RecommendationRow, ReviewCheck, StatedTally
from onrecord.web.frame import words

_COLUMNS = ("received", "supported", "noted", "pending")


@dataclass(frozen=True, slots=True)
class Cell:
    """One number and how far it is from the number read."""

    value: int | None
    off: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: who counts, the numbers, and where they stand (None for our own)."""

    cells: tuple[Cell, ...]
    stated: StatedTally | None = None

    @property
    def speaker(self) -> str:
        """Who states these numbers."""
        return str(words.SPEAKERS[self.stated.tally.speaker]) if self.stated else ""


@dataclass(frozen=True, slots=True)
class Region:
    """Answers to the States of one region, in pairs. ``longest`` is the longest bar of the chart."""

    key: str
    supported: int
    noted: int
    pending: int
    longest: int

    @property
    def total(self) -> int:
        """All pairs of the region."""
        return self.supported + self.noted + self.pending

    @property
    def widths(self) -> tuple[float, ...]:
        """How long each part is drawn, in per cent."""
        return tuple(round(80 * part / self.longest, 2) for part in (self.supported, self.noted, self.pending))

    @property
    def ends(self) -> tuple[float, ...]:
        """Where each part ends, in per cent."""
        return tuple(round(end, 2) for end in accumulate(self.widths))


def counted(check: ReviewCheck, *, pairs: bool) -> tuple[Line, ...]:
    """What was read, and below it what others say, each number with its difference."""
    own = check.pairs if pairs else check.items
    read = [getattr(own, name) for name in _COLUMNS]
    lines = [Line(tuple(Cell(value) for value in read))]
    for stated in check.stated:
        values = [getattr(stated.tally, name) for name in _COLUMNS]
        cells = (Cell(v, v - r if v is not None else 0) for v, r in zip(values, read, strict=True))
        lines.append(Line(tuple(cells), stated))
    return tuple(lines)


def by_region(rows: Iterable[RecommendationRow]) -> tuple[Region, ...]:
    """Pairs by region of the recommending State and by answer, the most first."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for state in row.states:
            counts[words.group(state)][row.position.value] += 1
    highest = max((count.total() for count in counts.values()), default=1)
    regions = (Region(k, c["supported"], c["noted"], c["pending"], highest) for k, c in counts.items())
    return tuple(sorted(regions, key=lambda region: -region.total))
