"""A paper cut into units: every sentence, bullet and heading once, with the part it plays."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Aside, Document, Identity, Place, Section, SourceNote


class Role(StrEnum):
    """What part a unit plays."""

    SENTENCE = "sentence"
    BULLET = "bullet"  # the whole of a list item of one sentence, or one of its sentences
    HEADING = "heading"
    TITLE = "title"
    CONTACT = "contact"  # whom to call or write to
    FURNITURE = "furniture"
    REPEATED = "repeated"  # of a summary that the body says again


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, bullet, heading or line. ``start``/``end`` in Document.text."""

    start: int
    end: int
    role: Role
    paragraph: int  # index into Document.paragraphs
    section: int  # index into Layout.sections, -1 before the first
    marks: tuple[
        tuple[int, str], ...
    ] = ()  # note marks inside or right behind it: (offset in text, number of the note)

    @property
    def says_something(self) -> bool:
        """Whether claims and proposals may stand in it."""
        return self.role in (Role.SENTENCE, Role.BULLET)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the paper is built."""

    units: tuple[Unit, ...]
    sections: tuple[Section, ...] = ()
    asides: tuple[Aside, ...] = ()
    sources: tuple[SourceNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """What every extractor of papers receives."""

    document: Document
    identity: Identity
    layout: Layout

    def text(self, start: int, end: int) -> str:
        """The characters of the document."""
        return self.document.text[start:end]

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch, with the number of the paragraph around it."""
        around = self.document.paragraph_at(start)
        number = around.number if around and start < around.end else ""
        return self.document.place(start, end, symbol=self.identity.symbol, paragraph=number)
