"""Rows of links as tasks give them back: suggestions with what a person decided."""

from dataclasses import dataclass

from onrecord.model import Place, Position
from onrecord.model.judgement import Judgement
from onrecord.model.link import Champion, Chance, LinkKind, Reason
from onrecord.tasks.said_rows import PaperRef, ProposalRow


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A recommendation as links name it."""

    key: str
    document: str  # symbol of the report
    number: str
    text: str
    states: tuple[str, ...]
    position: Position
    cycle: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A suggested link, and what a person said of it. ``target``: what the decision is recorded of."""

    target: str
    relation: str
    kind: LinkKind
    score: float
    reasons: tuple[Reason, ...]
    other: LinkedText
    decision: Judgement | None = None

    @property
    def verdict(self) -> str:
        """ "right", "wrong", "unsure", "later" or ""."""
        return str(self.decision.value) if self.decision else ""


@dataclass(frozen=True, slots=True)
class RaisedRow:
    """A passage that raises what a proposal asks: weaker than a recommendation. ``kind``: "dialogue", "committee"."""

    target: str  # what a decision on it is recorded of
    key: str
    kind: str
    text: str
    states: tuple[str, ...]  # who spoke in the dialogue
    paper: PaperRef
    place: Place
    score: float
    reasons: tuple[Reason, ...]
    decision: Judgement | None = None

    @property
    def verdict(self) -> str:
        """ "right", "wrong", "unsure", "later" or ""."""
        return str(self.decision.value) if self.decision else ""


@dataclass(frozen=True, slots=True)
class UptakeRow:
    """What became of one proposal; links that a person refused count no longer.

    ``decision`` is about recommendations alone. ``raised``: passages of the dialogue and of committees that speak of
    it, which count as a weaker kind of uptake.
    """

    row: ProposalRow
    decision: LinkKind
    score: float
    links: tuple[LinkRow, ...]
    chance: Chance | None
    raised: tuple[RaisedRow, ...] = ()

    @property
    def only_raised(self) -> bool:
        """Whether no recommendation takes it up, but a passage raises it that nobody refused."""
        return self.decision is LinkKind.NONE and any(one.verdict != "wrong" for one in self.raised)


@dataclass(frozen=True, slots=True)
class TakenBy:
    """How many proposals of a paper one State took up."""

    state: str
    same_ask: int
    same_subject: int
    raised: int = 0  # spoken of in the dialogue, without a recommendation


@dataclass(frozen=True, slots=True)
class PaperUptake:
    """What became of the proposals of a paper in the review that followed."""

    paper: PaperRef
    report: str  # symbol of the Working Group report; "" if the archive holds none
    cycle: int | None
    rows: tuple[UptakeRow, ...]
    states: tuple[TakenBy, ...]


@dataclass(frozen=True, slots=True)
class LinksOfText:
    """A recommendation with the earlier and later ones that ask the same or speak of the same."""

    text: LinkedText
    earlier: tuple[LinkRow, ...]
    later: tuple[LinkRow, ...]
    together: tuple[LinkedText, ...]  # those that ask the same, as persons left it


@dataclass(frozen=True, slots=True)
class BearingRow:
    """A passage that speaks of what a recommendation asks. ``key``: of a claim; "" for passages that have none."""

    key: str
    kind: str  # "claim", "answer", "dialogue"
    text: str
    paper: PaperRef
    place: Place
    score: float
    reasons: tuple[Reason, ...]
    decision: Judgement | None = None  # of claims: a person took it as evidence, or not

    @property
    def verdict(self) -> str:
        """ "right", "wrong", "unsure", "later" or ""."""
        return str(self.decision.value) if self.decision else ""


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """Recommendations that ask the same."""

    id: str
    members: tuple[LinkedText, ...]


@dataclass(frozen=True, slots=True)
class ChampionsOf:
    """States that recommended on a subject."""

    subject: str
    state: str
    champions: tuple[Champion, ...]
    items: int
