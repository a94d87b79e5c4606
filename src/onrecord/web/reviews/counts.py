"""Numbers stated beside numbers read."""

from dataclasses import dataclass

from onrecord.tasks import ReviewCheck, StatedTally
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
