"""One page of a paper as it is shown: its picture or its text, the passage that is lit, and the other findings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from onrecord import tasks
from onrecord.model import Paragraph, ParagraphKind, Place
from onrecord.tasks import DocumentRow, PageFinding
from onrecord.web import served
from onrecord.web.frame import addresses
from onrecord.web.papers.marks import Mark, Wanted, marks


@dataclass(frozen=True, slots=True)
class Lit:
    """A passage to be lit, the label on its tag, and the chapeau underlined with it."""

    place: Place
    label: str
    chapeau: Place | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """One paragraph of a paper without pages. ``parts``: stretches of text, each lit or not."""

    heading: bool
    number: str
    parts: tuple[tuple[str, bool], ...]
    label: str = ""
    address: str = ""

    @property
    def lit(self) -> bool:
        """Whether any of it is lit."""
        return any(lit for _, lit in self.parts)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the viewer shows."""

    paper: DocumentRow
    page: int
    pages: int
    width: float
    height: float
    marks: tuple[Mark, ...]
    paragraphs: tuple[Shown, ...]
    findings: tuple[PageFinding, ...]

    @property
    def picture(self) -> bool:
        """Whether there is a picture of the page."""
        return self.width > 0

    @property
    def before(self) -> int | None:
        """The page before."""
        return self.page - 1 if self.page > 1 else None

    @property
    def after(self) -> int | None:
        """The next page."""
        return self.page + 1 if self.page < self.pages else None


def leaf_of(sha256: str, asked: QueryDict, *lit: Lit) -> Leaf:
    """The page that an address asks for.

    Args:
        sha256: of the paper.
        asked: ``page``, and ``start``/``end`` of a passage to be lit.
        lit: what the page is about; the first decides which page is shown if the address does not.

    Raises:
        NotFound: the archive holds no such paper.
    """
    lights = lit or _asked(sha256, asked)
    number = _number(asked, "page") or next((light.place.page for light in lights), None) or 1
    found = tasks.document_page(served.archive(), sha256, number)
    return Leaf(
        paper=found.document,
        page=number,
        pages=found.document.pages,
        width=found.width,
        height=found.height,
        marks=marks(_marks(found.findings, lights), number, found.height),
        paragraphs=tuple(_paragraphs(found.paragraphs, found.findings, lights)),
        findings=found.findings,
    )


def _marks(findings: Iterable[PageFinding], lights: Sequence[Lit]) -> Iterator[Wanted]:
    for finding in findings:
        if not any(_overlap(finding.place, light.place) for light in lights):
            yield Wanted("other", finding.label, _address(finding), finding.place)
    for light in lights:
        if light.chapeau and light.chapeau.sha256 == light.place.sha256:
            yield Wanted("under", "", "", light.chapeau)
    for light in lights:
        yield Wanted("lit", light.label, "", light.place)


def _paragraphs(
    paragraphs: Iterable[Paragraph], findings: Iterable[PageFinding], lights: Sequence[Lit]
) -> Iterator[Shown]:
    """The text of a paper without pages."""
    starts = {finding.place.start: finding for finding in findings}
    for paragraph in paragraphs:
        own = next((starts[at] for at in starts if paragraph.start <= at < paragraph.end), None)
        light = next((light for light in lights if _inside(light.place, paragraph)), None)
        yield Shown(
            heading=paragraph.kind is ParagraphKind.HEADING,
            number=paragraph.number,
            parts=_parts(paragraph, light.place) if light else ((paragraph.text, False),),
            label=light.label if light else own.label if own else "",
            address=_address(own) if own else "",
        )


def _inside(place: Place, paragraph: Paragraph) -> bool:
    return place.start < paragraph.end and place.end > paragraph.start


def _parts(paragraph: Paragraph, lit: Place) -> tuple[tuple[str, bool], ...]:
    text = paragraph.text
    first = max(lit.start - paragraph.start, 0)
    last = min(lit.end - paragraph.start, len(text))
    cut = ((text[:first], False), (text[first:last], True), (text[last:], False))
    return tuple(part for part in cut if part[0])


def _address(finding: PageFinding) -> str:
    symbol, _, number = finding.target.rpartition("#")
    return addresses.recommendation(symbol, number) if symbol and number else ""


def _asked(sha256: str, asked: QueryDict) -> tuple[Lit, ...]:
    """The passage that an address names by its characters."""
    start, end = _number(asked, "start"), _number(asked, "end")
    if start is None or end is None or end <= start:
        return ()
    place = tasks.place_of(served.archive(), sha256, start, end)
    return (Lit(place, place.paragraph),)


def _overlap(one: Place, other: Place) -> bool:
    return one.sha256 == other.sha256 and one.start < other.end and other.start < one.end


def _number(asked: QueryDict, name: str) -> int | None:
    text = asked.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None
