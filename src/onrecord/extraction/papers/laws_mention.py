"""One mention of a law: what its words say of it."""

from dataclasses import dataclass
from enum import StrEnum


class LawKind(StrEnum):
    """What a mention names."""

    INSTRUMENT = "instrument"  # a treaty, code or constitution, by its name
    LAW = "law"  # a law that is in force, as far as the words say
    DRAFT = "draft"  # a draft or bill, or a law that is still to be made
    AMENDMENT = "amendment"
    OFFENCE = "offence"
    PROVISION = "provision"  # "articles on extremism"
    POINTER = "pointer"  # "the law", "this new article": says only that it was named before


@dataclass(frozen=True, slots=True)
class LawMention:
    """One mention. ``start``/``end`` in Document.text.

    ``instrument``: key of the vocabulary, "" where the law has no name of its own. ``subject``: what it is about, in
    small letters, in the order of the text. ``state``: ISO 3166-1 code where the words name the State.
    """

    start: int
    end: int
    kind: LawKind
    instrument: str = ""
    article: str = ""
    year: str = ""
    subject: tuple[str, ...] = ()
    title: bool = False  # the subject is the law's own title
    state: str = ""
    section: bool = False  # "section 14" alone: of a law only if this paper names a law with such a section
    date_implied: bool = False  # the year stands elsewhere in the sentence
