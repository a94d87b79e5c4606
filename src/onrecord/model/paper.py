"""How a paper is built: web furniture, repeated summaries, sections, and the sources its notes name."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.place import Place


class AsideKind(StrEnum):
    """Stretches that are no part of what the paper says."""

    FURNITURE = "furniture"  # skip links, donation lines, share buttons …
    REPEATED = "repeated"  # a summary that the body says again


@dataclass(frozen=True, slots=True)
class Aside:
    """A stretch that says nothing of its own, and why we think so.

    ``found``: where it stands in Document.found if the reader left it out of Document.text; then ``place`` is empty
    and stands where it would be.
    """

    kind: AsideKind
    place: Place
    reason: str
    said_at: Place | None = None  # of a repeated summary: where the body says it
    found: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered or titled part, from its heading to the end of its body; blocks of notes are no part of it.

    What stands before the first heading, or behind the last list, has neither number nor title.
    """

    number: str
    title: str
    place: Place
    found: tuple[int, int] | None = None  # in Document.found: with the number before its title and the last note mark


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A note: its mark in the text, its definition, and the source that it names.

    ``same_as``: the number of the first note with the same source (same address, "ibid.", short form); "" if first.
    ``mark``: where the mark stands; None if no mark was found. Marks may be cut out of ``Document.text``; then ``mark``
    has an empty span there and ``mark_found`` tells where it stands in ``Document.found``.
    """

    number: str
    definition: Place
    mark: Place | None = None
    mark_found: tuple[int, int] | None = None
    definition_found: tuple[int, int] | None = None  # with its mark, in Document.found
    url: str = ""
    same_as: str = ""
    reason: str = ""
    text: str = ""  # of the definition, without its mark
