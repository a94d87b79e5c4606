"""Marks on a page: rectangles of places, in the coordinates of a picture (points, origin at the upper left)."""

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Place

_LARGER = 1.4  # points a lit box reaches beyond its letters
_BAR_AWAY = 11.0  # between the margin bar and the letters
_SIGN_WIDTH = 4.6  # of one sign of a label, about


@dataclass(frozen=True, slots=True)
class Rect:
    """One rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return round(self.y + self.height, 1)

    @property
    def end(self) -> float:
        """Where a label that stands in it ends."""
        return round(self.x + self.width - 3, 1)

    @property
    def base(self) -> float:
        """On which line a label in it stands."""
        return round(self.y + 8.9, 1)


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding on a page. ``style``: "lit", "under" (a chapeau that gives it meaning) or "other".

    ``margin`` is where the letters of all marks of the page begin: their bars stand in one line.
    """

    style: str
    label: str
    address: str
    rects: tuple[Rect, ...]
    margin: float
    tag_down: float = 0.0  # how far its label stands below its beginning, where another begins on the same line

    @property
    def bar(self) -> Rect:
        """The bar in the margin."""
        top = min(rect.y for rect in self.rects)
        bottom = max(rect.y + rect.height for rect in self.rects)
        width = 3.0 if self.style == "lit" else 1.5
        left = max(self.margin - _BAR_AWAY, 8.0)
        return Rect(round(left - width / 2, 1), round(top, 1), width, round(bottom - top, 1))

    @property
    def tag(self) -> Rect:
        """Where the label stands, left of the bar."""
        width = len(self.label) * _SIGN_WIDTH + 6
        return Rect(round(max(self.bar.x - width - 3, 1.0), 1), self.bar.y + self.tag_down, round(width, 1), 12.0)

    @property
    def whole(self) -> Rect:
        """All its lines together: what can be clicked."""
        left, top = min(r.x for r in self.rects), min(r.y for r in self.rects)
        right = max(r.x + r.width for r in self.rects)
        return Rect(left, top, round(right - left, 1), self.bar.height)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place that shall be marked, as a mark names its parts."""

    style: str
    label: str
    address: str
    place: Place


def marks(wanted: Iterable[Wanted], page: int, height: float) -> tuple[Mark, ...]:
    """The marks of all places that stand on one page; what stands on others is left out."""
    here = [(one, rects) for one in wanted if (rects := tuple(_rects(one.place, page, height)))]
    margin = min((rect.x for one, rects in here if one.style != "under" for rect in rects), default=0.0)
    found: list[Mark] = []
    for one, rects in here:
        taken = sum(other.style == one.style == "lit" and abs(other.rects[0].y - rects[0].y) < 6 for other in found)
        found.append(Mark(one.style, one.label, one.address, rects, margin, tag_down=13.0 * taken))
    return tuple(found)


def _rects(place: Place, page: int, height: float) -> Iterable[Rect]:
    for box in (box for box in place.boxes if box.page == page):
        yield Rect(
            round(box.left - _LARGER, 1),
            round(height - box.top - _LARGER, 1),
            round(box.right - box.left + 2 * _LARGER, 1),
            round(box.top - box.bottom + 2 * _LARGER, 1),
        )
