"""What the machine suggests to belong together: links with score and reasons. None is a fact until a person says so."""

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


@dataclass(frozen=True, slots=True)
class Chance:
    """Who was asked the same as a proposal asks, without it."""

    id: str  # of the proposal
    before: tuple[str, ...]  # ids of recommendations of the cycle before that ask the same
    before_known: bool  # whether those of the cycle before are at hand
    states: tuple[str, ...]  # other States that were asked the same in the same sessions
    of_states: int  # how many other States are at hand

    @property
    def share(self) -> float | None:
        """The share of other States that were asked the same; None if none is at hand."""
        return len(self.states) / self.of_states if self.of_states else None

    @property
    def sentence(self) -> str:
        """What it means for the uptake, in words."""
        parts = []
        if self.before_known:
            parts.append(
                f"The same had been asked in the cycle before ({_count(len(self.before), 'recommendation')})."
                if self.before
                else "Nobody had asked the same in the cycle before."
            )
        if self.of_states:
            parts.append(f"{len(self.states)} of {_count(self.of_states, 'other State')} were asked the same.")
        return " ".join(parts)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that may bear on a recommendation. ``kind``: "claim", "national report", "dialogue" …"""

    id: str
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Bearing:
    """A passage that speaks of what a recommendation asks."""

    passage: str  # its id
    kind: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Recommendations that ask the same. ``id`` comes from the members."""

    id: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recommended:
    """A recommendation on a subject as one State made it. ``session``: of the UPR Working Group, 0 if not known."""

    id: str
    by: str  # ISO 3166-1 alpha-3, as ``to``
    to: str
    session: int
    text: str
    position: str
    specific: bool  # whether it asks for something that can be told to be done


@dataclass(frozen=True, slots=True)
class Champion:
    """A State that recommended on a subject."""

    state: str
    here: tuple[Recommended, ...]  # to the State in question, the latest first
    specific_here: int
    answers: tuple[tuple[str, int], ...]  # position and how often
    elsewhere: int
    states_elsewhere: int
    specific_elsewhere: int
    last: Recommended  # what it said last, to whomever
