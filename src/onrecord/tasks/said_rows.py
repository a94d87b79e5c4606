"""What tasks give back about what papers say. Field names are the keys of every JSON line."""

from dataclasses import dataclass

from onrecord.model import Claim, NamedKind, Place, Proposal


@dataclass(frozen=True, slots=True)
class PaperRef:
    """A paper, as lists name it."""

    sha256: str
    symbol: str
    name: str  # of the file
    title: str
    kind: str
    state: str
    publishers: tuple[str, ...]
    date: str

    @property
    def label(self) -> str:
        """The shortest name that tells it apart: symbol, title or file name."""
        return self.symbol or self.title or self.name


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are wanted; empty fields ask for nothing."""

    state: str = ""  # that the paper is about, ISO 3166-1 alpha-3
    document: str = ""  # sha256
    kind: str = ""
    right: str = ""
    source: str = ""  # "publisher", or a name
    voice: str = ""
    date: str = ""  # begins with: "2011", "2011-12"
    words: str = ""
    figures: bool = False  # only those with a number
    compared: str = ""  # only those in a "conflict" or a "copy"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its paper and in how many conflicts and copies it stands."""

    claim: Claim
    paper: PaperRef
    conflicts: int = 0
    copies: int = 0


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal with its paper."""

    proposal: Proposal
    paper: PaperRef


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a passage of a paper, or the whole paper where ``place`` is None."""

    paper: PaperRef
    place: Place | None
    quote: str
    claim: str  # id of the claim or proposal, "" for others


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A conflict or a copy with all its sides."""

    id: str
    kind: str
    verdict: str
    reason: str
    state: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """A claim, the sentence around it, the notes it rests on, and what it is compared with."""

    row: ClaimRow
    sentence: str
    notes: tuple["NoteRow", ...]
    comparisons: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note of one paper. ``source``: what makes two notes one source."""

    number: str
    url: str
    source: str
    text: str
    place: Place
    paper: PaperRef


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source with the papers that rest on it: "four papers, one source"."""

    source: str
    url: str
    notes: int
    papers: tuple[PaperRef, ...]


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A law, person or organisation over all papers, joined names together."""

    key: str  # of the group: the first name that was joined
    kind: NamedKind
    name: str
    papers: int
    at_risk: bool
    public_role: bool
    joined: int  # how many names a person joined under it


@dataclass(frozen=True, slots=True)
class MentionRow:
    """One mention of a name: the words around it and where they stand."""

    paper: PaperRef
    place: Place
    name: str
    key: str
    around: str


@dataclass(frozen=True, slots=True)
class NamedDetail:
    """All about one name: its forms, mentions, what is said of it, and what may be the same."""

    row: NamedRow
    keys: tuple[str, ...]
    forms: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[MentionRow, ...]
    claims: tuple[ClaimRow, ...]
    perhaps: tuple[NamedRow, ...]
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as one paper tells it, for a chronology."""

    key: str
    name: str
    kind: str
    date: str
    where: str
    paper: PaperRef
    place: Place
    claims: tuple[str, ...]  # texts of claims that speak of it
