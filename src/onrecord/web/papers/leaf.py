"""One page of a paper as it is shown: its picture or its text, and the passages that are lit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.http import QueryDict

from onrecord import tasks
from onrecord.model import Kind, Paragraph, ParagraphKind, Place
from onrecord.tasks import PageFinding, Quote
from onrecord.web import served
from onrecord.web.frame import addresses
from onrecord.web.papers.marks import Mark, Wanted, marks
from onrecord.web.papers.sheets import sizes_of


@dataclass(frozen=True, slots=True)
class Paper:
    """What the head of the viewer says of a paper; ``kind`` is None where only the symbol is at hand."""

    sha256: str
    kind: Kind | None
    document: str
    name: str


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

    @property
    def lit(self) -> bool:
        """Whether any of it is lit."""
        return any(lit for _, lit in self.parts)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What the viewer shows. Other findings of the page are asked for by the page itself (``others``)."""

    paper: Paper
    page: int
    pages: int
    width: float
    height: float
    marks: tuple[Mark, ...]
    margin: float
    paragraphs: tuple[Shown, ...]
    language: str
    lights: tuple[Lit, ...]

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

    @property
    def spans(self) -> str:
        """What is lit, for the address of the other findings."""
        return ",".join(f"{lit.place.start}-{lit.place.end}" for lit in self.lights)


def paper_of(quote: Quote) -> Paper:
    """The paper that a passage stands in."""
    return Paper(quote.place.sha256, quote.kind, quote.place.symbol, quote.name)


def leaf_of(paper: Paper, asked: QueryDict, *lights: Lit) -> Leaf:
    """The page that an address asks for (``page``), else the one on which the first passage stands."""
    sizes = sizes_of(paper.sha256)
    wanted = number_in(asked, "page") or next((lit.place.page for lit in lights), None) or 1
    page = min(max(wanted, 1), max(len(sizes), 1))
    width, height = sizes[page - 1] if sizes else (0.0, 0.0)
    drawn = marks(_wanted(lights), page, height) if sizes else ()
    text = None if sizes else tasks.document_text(served.archive(), paper.sha256)
    return Leaf(
        paper=paper,
        page=page,
        pages=len(sizes),
        width=width,
        height=height,
        marks=drawn,
        margin=min((mark.margin for mark in drawn), default=0.0),
        paragraphs=tuple(_paragraphs(text.paragraphs, lights)) if text else (),
        language=text.language if text else "",
        lights=lights,
    )


def others_of(findings: Iterable[PageFinding], lit: Sequence[tuple[int, int]]) -> Iterator[Wanted]:
    """The findings of a page that are not lit, each once, to be marked in grey."""
    seen: set[tuple[int, int]] = set()
    for finding in findings:
        span = (finding.place.start, finding.place.end)
        own = finding.kind in {"recommendation", "tally", "claim", "proposal"}
        if own and span not in seen and not any(span[0] < end and start < span[1] for start, end in lit):
            seen.add(span)
            label = finding.label if finding.kind == "recommendation" else ""
            yield Wanted("other", label, addresses.finding(finding.kind, finding.id, finding.place), finding.place)


def number_in(asked: QueryDict, name: str) -> int | None:
    """A number of the address, None where there is none."""
    text = asked.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 9 else None


def _wanted(lights: Sequence[Lit]) -> Iterator[Wanted]:
    for light in lights:
        if light.chapeau and light.chapeau.sha256 == light.place.sha256:
            yield Wanted("under", "", "", light.chapeau)
    for light in lights:
        yield Wanted("lit", light.label, "", light.place)


def _paragraphs(paragraphs: Iterable[Paragraph], lights: Sequence[Lit]) -> Iterator[Shown]:
    """The text of a paper without pages."""
    for paragraph in paragraphs:
        light = next((light for light in lights if _inside(light.place, paragraph)), None)
        yield Shown(
            heading=paragraph.kind is ParagraphKind.HEADING,
            number=paragraph.number,
            parts=_parts(paragraph, light.place) if light else ((paragraph.text, False),),
            label=light.label if light else "",
        )


def _inside(place: Place, paragraph: Paragraph) -> bool:
    return place.start < paragraph.end and place.end > paragraph.start


def _parts(paragraph: Paragraph, lit: Place) -> tuple[tuple[str, bool], ...]:
    text = paragraph.text
    first = max(lit.start - paragraph.start, 0)
    last = min(lit.end - paragraph.start, len(text))
    cut = ((text[:first], False), (text[first:last], True), (text[last:], False))
    return tuple(part for part in cut if part[0])
