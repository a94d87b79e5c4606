"""Charts: a table of answers that a script can draw as well. The table is all the script knows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.tasks import Tallied

MOST_BARS = 16  # more are read in the table


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it is called, its page ("" for none), and how many were supported, noted, left open."""

    label: str
    address: str
    counts: Tallied


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart. ``says``: what length (or height) and fill mean; ``head``: what the bars are."""

    key: str
    title: str
    says: str
    head: str
    bars: tuple[Bar, ...]
    standing: bool = False  # columns instead of bars

    @property
    def kind(self) -> str:
        """How the script draws it."""
        return "columns" if self.standing else "bars"

    @property
    def drawn(self) -> int:
        """How many are drawn; all stand in the table."""
        return len(self.bars) if self.standing else min(len(self.bars), MOST_BARS)

    @property
    def open(self) -> bool:
        """Whether anything was left open, so that it has to be told."""
        return any(bar.counts.pending for bar in self.bars)


def bars_of(
    counts: Iterable[Tallied], label: Callable[[str], str], address: Callable[[str], str] = lambda _: ""
) -> tuple[Bar, ...]:
    """A bar for each of the values, in their order."""
    return tuple(Bar(label(one.value), address(one.value), one) for one in counts)
