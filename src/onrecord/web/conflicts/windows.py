"""A passage as it stands on its page: the strip of the picture around it, or the paragraphs around it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord import tasks
from onrecord.model import Document, Place
from onrecord.tasks import Side
from onrecord.web import served
from onrecord.web.papers.marks import Mark, Wanted, marks
from onrecord.web.papers.sheets import sizes_of

_AROUND = 84.0  # points of the page above and below the passage
_LEAST = 190.0  # points a strip is high at least
_NEIGHBOURS = 1  # paragraphs before and behind, of papers without pages


@dataclass(frozen=True, slots=True)
class Window:
    """One side as it is shown. ``box`` is x, y, width and height in points of the page."""

    side: Side
    letter: str
    page: int = 0
    size: tuple[float, float] = (0.0, 0.0)
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    lit: tuple[Mark, ...] = ()
    paragraphs: tuple[tuple[tuple[str, bool], ...], ...] = ()

    @property
    def view_box(self) -> str:
        """For the picture; numbers as SVG writes them."""
        return " ".join(f"{number:.1f}" for number in self.box)


@dataclass(slots=True)
class Windows:
    """Makes windows; each paper's text is read once."""

    texts: dict[str, Document] = field(default_factory=dict)

    def of(self, side: Side, letter: str) -> Window:
        """One side of a comparison; without a picture or words where the whole paper is meant."""
        if side.place is None:
            return Window(side, letter)
        sizes = sizes_of(side.paper.sha256)
        page = side.place.page or 0
        if not 0 < page <= len(sizes) or not any(box.page == page for box in side.place.boxes):
            return Window(side, letter, paragraphs=tuple(self._around(side.place)))
        width, height = sizes[page - 1]
        lit = marks([Wanted("lit", letter, "", side.place)], page, height)
        return Window(side, letter, page, (width, height), _box(lit[0], width, height), lit)

    def _around(self, place: Place) -> Iterator[tuple[tuple[str, bool], ...]]:
        if place.sha256 not in self.texts:
            self.texts[place.sha256] = tasks.document_text(served.archive(), place.sha256)
        paragraphs = self.texts[place.sha256].paragraphs
        here = [at for at, one in enumerate(paragraphs) if one.start < place.end and place.start < one.end]
        first, last = (here[0], here[-1]) if here else (0, -1)
        for one in paragraphs[max(first - _NEIGHBOURS, 0) : last + 1 + _NEIGHBOURS]:
            start, end = max(place.start - one.start, 0), min(place.end - one.start, len(one.text))
            if end <= 0 or start >= len(one.text):
                yield ((one.text, False),)
            else:
                cut = ((one.text[:start], False), (one.text[start:end], True), (one.text[end:], False))
                yield tuple(part for part in cut if part[0])


def _box(mark: Mark, width: float, height: float) -> tuple[float, float, float, float]:
    """The strip of the page around a mark, inside the page."""
    middle = (mark.bar.y + mark.bar.bottom) / 2
    tall = min(max(mark.bar.height + 2 * _AROUND, _LEAST), height)
    top = min(max(middle - tall / 2, 0.0), height - tall)
    left = max(mark.tag.x - 6, 0.0)
    return left, top, width - 2 * left, tall
