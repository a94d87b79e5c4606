"""Laws, persons, organisations and events that papers name, with every mention."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.place import Place


class NamedKind(StrEnum):
    """What a name names."""

    LAW = "law"
    PERSON = "person"
    ORGANISATION = "organisation"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Named:
    """One law, person or organisation of one document.

    ``id`` follows from an exact rule (told in ``reasons``): the same id in two documents is the same thing by that
    rule; everything less than exact stays apart and is offered in ``perhaps``.
    """

    id: str
    kind: NamedKind
    name: str  # the fullest form found
    mentions: tuple[Place, ...]
    roles: tuple[str, ...] = ()  # persons: as worded, "lawyer"; laws: what is said of it, as worded
    at_risk: bool = False  # persons: something happened to them, as the paper says; a defender's case may be needed
    public_role: bool = False  # persons: an office holder, spokesperson or expert who speaks or acts in that role
    perhaps: tuple[str, ...] = ()  # ids that may be the same, for a person to decide
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened at a time: a protest, a law, a review, a visit, a trial."""

    id: str
    name: str
    kind: str  # key of the vocabulary of events
    date: str  # EDTF, as precise as the words
    where: str
    mentions: tuple[Place, ...]
    claims: tuple[str, ...] = ()  # ids of claims that speak of it
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One side of a comparison: a passage of one document, or the whole document where ``place`` is None."""

    sha256: str
    place: Place | None = None
    claim: str = ""  # id of the claim, proposal or name that stands there


@dataclass(frozen=True, slots=True)
class Comparison:
    """What holds between passages of one or several papers. Nothing is corrected or chosen.

    ``kind``: "conflict", "copy" or "link"; ``verdict``: "disagree", "differ in scope", "one is likely wrong" for
    conflicts; "repeat in document", "restated", "cited" for copies; "same", "probably same", "related" for links.
    """

    id: str
    kind: str
    verdict: str
    members: tuple[Member, ...]
    reason: str
