"""Whose words the parts of Views are: the author's, the State party's, the Committee's.

Views follow one order: facts as submitted by the author, the complaint, the State party's observations, comments,
consideration by the Committee. All paragraphs of one number ("2.1", "2.2") stand under one such heading.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extraction.papers.layout_sentences import sentences
from onrecord.model import Document, Identity, Paragraph, ParagraphKind, Section

AUTHOR, STATE, COMMITTEE, MEMBER = "author", "State party", "Committee", "Committee member"
_OF_STATE = re.compile(
    r"\bState\s+[Pp]arty.{0,3}s\b.*\b(?:observations?|submissions?|comments?|repl|information|response)", re.I
)
_OF_AUTHOR = re.compile(
    r"\b(?:facts|background)\b|\b(?:complaint|claims?)\W*$|\b(?:authors?|complainants?|petitioners?|counsel).{0,3}s?.{0,3}\s+"
    r".{0,20}\b(?:comments?|submissions?|information|response)|\b(?:comments?|submissions?|information)\s+(?:by|from|of)\s+"
    r"the\s+(?:authors?|complainants?|petitioners?)",
    re.IGNORECASE,
)
_INDIVIDUAL = re.compile(r"\b(?:individual|dissenting|concurring|joint)\s+opinion\b|^\W*(?:annex|appendix)\b", re.I)
_NUMBERED = re.compile(r"(?P<major>\d{1,2})(?:\.\d{1,3})?\Z")
_ABOUT_SIDE = re.compile(
    r"\bthe\s+Committee\b[^.;]{0,40}?\b(?:notes?|observes?|takes?\s+note|recalls?|acknowledges?|considers?|has\s+noted)\b"
    r"[^.;]{0,60}?\b(?:(?P<author>(?:(?:the\s+)?(?:authors?|complainants?|petitioners?)|M(?:r|s|rs)\.\s+[\w’'-]+)[’'])"
    r"|(?P<state>(?:the\s+)?State\s+[Pp]arty[’']))",
    re.IGNORECASE,
)
_THAT_SIDE = re.compile(
    r"\bthe\s+Committee\b[^.;]{0,40}?\b(?:notes?|observes?)\s+that\s+(?:the\s+)?(?:(?P<author>authors?|complainants?)"
    r"|(?P<state>State\s+[Pp]arty))\s+(?:claims?|alleges?|submits?|argues?|contends?|states?|maintains?)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\baccording\s+to\s+(?:(?:the\s+)?(?P<author>authors?|complainants?|petitioners?)|the\s+(?P<state>State\s+party))\b"
    r"|^(?:the\s+)?(?P<state2>State\s+party)\s+(?:claims?|notes?|submits?|states?|explains?)"
    r"|^(?:the\s+)?(?P<author2>authors?)\s+(?:claims?|notes?|submits?|states?|explains?|recalls?)",
    re.IGNORECASE,
)
_COMMITTEE_ITSELF = re.compile(r"\bthe\s+Committee\b", re.IGNORECASE)
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with the side that tells it. ``restated``: told of that side by the Committee, or in a note."""

    by: str
    start: int  # in Document.text
    end: int
    paragraph: str  # number
    index: int  # of the paragraph
    restated: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of Views with its heading."""

    number: str
    title: str
    by: str
    start: int
    end: int


def parts_of(document: Document) -> list[Part]:
    """The parts in their order, from each heading to the next; headings within one number belong to it."""
    parts: list[Part] = []
    heading: Paragraph | None = None
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.NOTE:
            continue
        numbered = _NUMBERED.match(paragraph.number)
        if not numbered:
            if _is_heading(paragraph):
                if _INDIVIDUAL.search(paragraph.text):
                    parts.append(Part("", paragraph.text, MEMBER, paragraph.start, paragraph.end))
                heading = paragraph
        elif parts and (parts[-1].number == numbered["major"] or parts[-1].by == MEMBER):
            parts[-1] = _longer(parts[-1], paragraph.end)
        else:
            parts.append(_part(numbered["major"], heading, paragraph))
            heading = None
    return parts


def _part(number: str, heading: Paragraph | None, first: Paragraph) -> Part:
    title = heading.text if heading else ""
    return Part(number, title, side_of(title), heading.start if heading else first.start, first.end)


def _longer(part: Part, end: int) -> Part:
    return Part(part.number, part.title, part.by, part.start, end)


def _is_heading(paragraph: Paragraph) -> bool:
    return not paragraph.number and len(paragraph.text) < _LONGEST_HEADING and not paragraph.text.rstrip().endswith(".")


def side_of(title: str) -> str:
    """Whose words stand under a heading; without a heading, or under another, the Committee's."""
    if _INDIVIDUAL.search(title):
        return MEMBER
    own = re.match(
        r"\W*(?:the\s+)?(?:author|complainant|petitioner|counsel|further\s+\w+\s+by\s+the\s+author)", title, re.I
    )
    if _OF_STATE.search(title) and not own:
        return STATE
    return AUTHOR if _OF_AUTHOR.search(title) or own else COMMITTEE


def sections_of(document: Document, identity: Identity) -> tuple[Section, ...]:
    """The parts as sections."""
    return tuple(
        Section(part.number, part.title, document.place(part.start, part.end, symbol=identity.symbol))
        for part in parts_of(document)
    )


def told_in(document: Document) -> Iterator[Told]:
    """Every sentence of the numbered paragraphs and of the notes, with the side that tells it."""
    by_major = {part.number: part.by for part in parts_of(document) if part.number}
    for index, paragraph in enumerate(document.paragraphs):
        number = _NUMBERED.match(paragraph.number)
        if number and paragraph.kind is not ParagraphKind.NOTE:
            yield from _paragraph(document, index, by_major.get(number["major"], COMMITTEE))
    for note in document.notes:
        side = _named_side(_ACCORDING.search(note.text[:80]))
        if side:
            yield Told(
                side, note.start, note.end, note.mark, note.paragraph if note.paragraph is not None else -1, True
            )


def _paragraph(document: Document, index: int, by: str) -> Iterator[Told]:
    """The Committee tells what the sides say: "The Committee notes the author's claim that …" and what follows it."""
    paragraph = document.paragraphs[index]
    side = by
    for start, end in sentences(document.text, paragraph.start, paragraph.end):
        words = document.text[start:end]
        if by == COMMITTEE:
            named = _named_side(_ABOUT_SIDE.search(words) or _THAT_SIDE.search(words) or _ACCORDING.search(words[:60]))
            side = named or (COMMITTEE if _COMMITTEE_ITSELF.search(words) else side)
        yield Told(side, start, end, paragraph.number, index, by == COMMITTEE and side != COMMITTEE)


def _named_side(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    groups = {name.rstrip("2") for name, value in match.groupdict().items() if value}
    return AUTHOR if "author" in groups else STATE
