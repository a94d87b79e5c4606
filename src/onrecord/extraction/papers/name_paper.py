"""What the readers of names ask of a paper: its State, its furniture, and places of many mentions at once."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable

from onrecord.extraction.papers.units import Paper
from onrecord.model import AsideKind, Place
from onrecord.vocabulary import mentions, states

_SHARE = 0.6  # of all names of States in the paper


def state_of(paper: Paper) -> tuple[str, str]:
    """ISO 3166-1 code of the State the paper is about and why; ("", why) if none can be told."""
    if paper.identity.state:
        return paper.identity.state, f"the paper is about {states.name(paper.identity.state)}"
    named = Counter(iso3 for _, _, iso3 in mentions.find_in(paper.document.text))
    if not named:
        return "", "the paper names no State"
    iso3, times = named.most_common(1)[0]
    if times < _SHARE * named.total():
        return "", "the paper names several States"
    return iso3, f"the State that the paper mostly names is {states.name(iso3)}"


def furniture_of(paper: Paper) -> Callable[[int], bool]:
    """Tells of an offset whether a stretch of web furniture holds that character."""
    spans = sorted((a.place.start, a.place.end) for a in paper.layout.asides if a.kind is AsideKind.FURNITURE)
    starts = [start for start, _ in spans]

    def holds(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < spans[at][1]

    return holds


class Places:
    """Places of spans of one paper; paragraphs are looked up by halving."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self.text = paper.document.text
        self.starts = [p.start for p in paper.document.paragraphs]

    def of(self, spans: Iterable[tuple[int, int]]) -> tuple[Place, ...]:
        """The places of these spans, sorted, each once."""
        return tuple(self._place(start, end) for start, end in sorted(set(spans)))

    def _place(self, start: int, end: int) -> Place:
        at = bisect_right(self.starts, start) - 1
        number = self._paper.document.paragraphs[at].number if at >= 0 else ""
        return self._paper.document.place(start, end, symbol=self._paper.identity.symbol, paragraph=number)
