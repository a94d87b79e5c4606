"""Rows of a list under the headings of their groups."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from onrecord.tasks import Grouped, RecommendationRow
from onrecord.web.frame import words
from onrecord.web.recommendations.columns import Column, judged_word

Key = tuple[str, ...]
# Keys of tasks.GROUPINGS, "" for none, in the order in which they are offered.
GROUPED: Mapping[str, Promise] = {
    "": gettext_lazy("nothing"),
    "review": gettext_lazy("review"),
    "state": gettext_lazy("State under review"),
    "cycle": gettext_lazy("cycle"),
    "by": gettext_lazy("State that made it"),
    "region": gettext_lazy("region that made it"),
    "position": gettext_lazy("answer"),
    "changed": gettext_lazy("changed answer"),
    "document": gettext_lazy("report"),
    "section": gettext_lazy("paragraph of the report"),
    "judged": gettext_lazy("judgement"),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its column, and what it says."""

    column: Column
    words: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list; ``cells`` where columns were chosen."""

    row: RecommendationRow
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that stand together. ``count``: all rows of the group, those of other pages too."""

    heading: str
    count: int
    lines: tuple[Line, ...]


def sections(
    rows: Sequence[Grouped], counts: Mapping[Key, int], columns: Sequence[Column], group_by: str
) -> tuple[Section, ...]:
    """The rows of one page, group after group."""
    return tuple(
        Section(heading(group_by, key), counts.get(key, 0), lines((one.row for one in some), columns))
        for key, some in groupby(rows, key=lambda one: one.group)
    )


def lines(rows: Iterable[RecommendationRow], columns: Sequence[Column]) -> tuple[Line, ...]:
    """Rows with the cells of these columns."""
    return tuple(Line(row, tuple(Cell(column, column.words(row)) for column in columns)) for row in rows)


def heading(group_by: str, key: Key) -> str:
    """What a group is called, in the reader's words."""
    return _HEADINGS[group_by](*key)


def _cycle(number: str) -> str:
    return words.cycle(int(number)) if number else _("No cycle known")


def _state(code: str) -> str:
    return words.state(code) if code else _("No State known")


def _section(symbol: str, number: str) -> str:
    return _("%(paper)s, para. %(number)s") % {"paper": symbol, "number": number} if number else symbol


_HEADINGS: Mapping[str, Callable[..., str]] = {
    "state": _state,
    "review": lambda code, number: words.review(code, int(number) if number else None),
    "cycle": _cycle,
    "by": _state,
    "region": lambda key: str(words.GROUPS.get(key, key)),
    "position": lambda key: str(words.POSITIONS[key]),
    "changed": lambda key: _("Changed") if key == "yes" else _("Not changed"),
    "document": lambda symbol: symbol or _("No symbol"),
    "section": _section,
    "judged": judged_word,
}
