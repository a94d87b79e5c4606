"""What the machine suggests to belong together: links with a score and reasons. No link is a fact until a person says so."""

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """How near two asks are."""

    SAME_ASK = "same ask"  # the concrete demand, in full or in a part that stands by itself
    SAME_SUBJECT = "same subject"  # the same matter, pointing the same way
    NONE = "none"


@dataclass(frozen=True, slots=True)
class AskText:
    """A text that asks for something: a proposal of an NGO, a recommendation of a State."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for or against a link. ``what``: "instrument", "law", "article", "action", "persons", "subject",
    "words", "meaning"; ``words``: what is shared, or what differs."""

    what: str
    words: str
    against: bool = False

    def __str__(self) -> str:
        return f"{'against: ' if self.against else ''}{self.what}: {self.words}"


@dataclass(frozen=True, slots=True)
class Link:
    """A recommendation beside a proposal or an earlier recommendation. ``score``: 0 to 1."""

    id: str  # of the other text
    kind: LinkKind
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Uptake:
    """What became of one proposal: the decision for it as a whole, and recommendations from the nearest on."""

    id: str  # of the proposal
    decision: LinkKind
    score: float
    reasons: tuple[Reason, ...]
    recommendations: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """What became of an earlier recommendation. ``decision`` "none": it was dropped, as far as words tell."""

    id: str  # of the earlier one
    decision: LinkKind
    score: float
    links: tuple[Link, ...]  # to later ones, nearest first


@dataclass(frozen=True, slots=True)
class Repeats:
    """Earlier recommendations and what became of each; ``new``: ids of later ones that repeat none."""

    followed: tuple[Repeat, ...]
    new: tuple[str, ...]
