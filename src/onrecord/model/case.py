"""Cases of defenders at risk: what happened, who says so, what is not known, and what may be told to others."""

from dataclasses import dataclass
from enum import StrEnum


class Publication(StrEnum):
    """What of a case may be seen by people who are not its keepers."""

    CLOSED = "closed"  # nothing: the name is withheld wherever it stands
    UNNAMED = "without name"  # the case may be told, the name stays withheld
    NAMED = "with name"  # the name is withheld no longer


class Consent(StrEnum):
    """Whether the person agreed that the name is published."""

    NONE = "none"
    ASKED = "asked"
    GIVEN = "given"
    WITHDRAWN = "withdrawn"


class CaseField(StrEnum):
    """What one entry of a case says. Of ``SINGLE`` ones the last that stands holds; all others add up."""

    NAME = "name"
    SPELLING = "spelling"  # another form of the name, to be withheld too
    FACT = "fact"
    LAST_KNOWN = "last known"
    QUESTION = "question"  # what is not known: "release not found" stays unknown
    NOTE = "note"
    CONTACT = "contact"
    CONSENT = "consent"
    PUBLICATION = "publication"
    UNDONE = "undone"  # the number of an entry that holds no longer


SINGLE = frozenset({CaseField.NAME, CaseField.LAST_KNOWN, CaseField.CONSENT, CaseField.PUBLICATION})


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One thing that a keeper wrote. Entries are never changed or deleted; a later one can undo an earlier one."""

    number: int  # from 1, in the order of writing
    field: CaseField
    text: str
    who: str
    when: str  # ISO 8601, UTC
    date: str = ""  # EDTF: when it happened, when consent was given
    source: str = ""  # who says so: a claim's id, a paper, a person
    reason: str = ""
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """One person's case, as its entries tell it."""

    id: str
    key: str  # of the person's name in the papers, "" for one that a keeper typed
    entries: tuple[CaseEntry, ...]

    def all(self, field: CaseField) -> tuple[CaseEntry, ...]:
        """The entries of a field that stand, facts by date."""
        found = [entry for entry in self.entries if entry.stands and entry.field is field]
        return tuple(sorted(found, key=lambda entry: entry.date) if field is CaseField.FACT else found)

    def last(self, field: CaseField) -> CaseEntry | None:
        """The latest entry of a field that stands."""
        found = self.all(field)
        return max(found, key=lambda entry: entry.number) if found else None

    def text(self, field: CaseField) -> str:
        """What the latest entry says, "" where there is none."""
        entry = self.last(field)
        return entry.text if entry else ""

    @property
    def name(self) -> str:
        """Whose case it is."""
        return self.text(CaseField.NAME)

    @property
    def spellings(self) -> tuple[str, ...]:
        """All forms of the name that keepers wrote."""
        named = (*self.all(CaseField.NAME), *self.all(CaseField.SPELLING))
        return tuple(dict.fromkeys(entry.text for entry in named))

    @property
    def publication(self) -> Publication:
        """What may be told to others; closed until somebody says otherwise."""
        return Publication(self.text(CaseField.PUBLICATION) or Publication.CLOSED)

    @property
    def consent(self) -> Consent:
        """Whether the person agreed."""
        return Consent(self.text(CaseField.CONSENT) or Consent.NONE)

    @property
    def last_known(self) -> str:
        """Where and how the person was last, as somebody says; "" while nothing is known."""
        return self.text(CaseField.LAST_KNOWN)

    @property
    def since(self) -> str:
        """When the case was opened."""
        return self.entries[0].when if self.entries else ""
