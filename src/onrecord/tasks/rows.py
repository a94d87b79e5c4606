"""What tasks give back: finished, frozen rows. Field names are the keys of every JSON line."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from onrecord.assessment import Counts
from onrecord.errors import OnrecordError
from onrecord.model import Ask, Kind, Mechanism, Place, Position, PositionStatement, Tally
from onrecord.model.judgement import Correction
from onrecord.tasks.label_rows import LabelRow

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class PageOf(Generic[Row]):
    """A stretch of a longer list: ``total`` rows match, ``rows`` begins with row number ``offset`` (from 0)."""

    rows: tuple[Row, ...]
    total: int
    offset: int = 0

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class Outcome(StrEnum):
    """What became of one file that was to be added."""

    ADDED = "added"
    REPLACED = "replaced"  # known file, read again because Onrecord has learnt to read better
    UNCHANGED = "unchanged"  # the archive holds it already
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class AddEvent:
    """One file is done. ``total`` counts the files found so far; it can grow while archives are unpacked."""

    name: str
    outcome: Outcome
    done: int
    total: int
    error: OnrecordError | None = None


@dataclass(frozen=True, slots=True)
class AddedDocument:
    """One document that was added or read anew, with how much was found in it."""

    name: str  # as given: path, or "bundle.zip/inside/name.pdf"
    sha256: str
    symbol: str
    kind: Kind
    state: str
    recommendations: int
    positions: int
    tallies: int
    doubts: int
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class FailedFile:
    """One file that could not be used, with the reason and what to try."""

    name: str
    error: OnrecordError


@dataclass(frozen=True, slots=True)
class AddReport:
    """What adding did. ``unchanged`` holds the names of files that the archive knew already."""

    added: tuple[AddedDocument, ...] = ()
    replaced: tuple[AddedDocument, ...] = ()
    unchanged: tuple[str, ...] = ()
    failed: tuple[FailedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """One document of the archive. ``document`` is its symbol, "" where it has none."""

    document: str
    sha256: str
    name: str
    kind: Kind
    state: str
    mechanism: Mechanism
    cycle: int | None
    session: int | None
    council_session: int | None
    date: str
    title: str
    language: str
    format: str
    pages: int
    recommendations: int
    positions: int
    doubts: int
    added: str  # ISO 8601, UTC
    reasons: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    leads: bool = True  # False: another file of the same symbol stands for it in lists of recommendations


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One State's review in one cycle. ``items`` are recommendations, ``pairs`` recommendations by State."""

    state: str
    cycle: int | None
    session: int | None
    report: str  # symbol of the Working Group report, "" while it is not in the archive
    documents: tuple[DocumentRow, ...]
    items: int
    pairs: int
    supported: int  # items, by current position
    noted: int
    pending: int
    changed: int  # items to which the State gave one answer at one stage and another at a later one


@dataclass(frozen=True, slots=True)
class RecommendationFilter:
    """Which recommendations to list. What is left empty does not narrow; all that is given must hold."""

    state: str = ""  # ISO 3166-1 alpha-3 of the State under review
    cycle: int | None = None
    session: int | None = None  # of the UPR Working Group
    by: str = ""  # ISO 3166-1 alpha-3 of a recommending State
    position: Position | None = None
    changed: bool | None = None
    number: str = ""  # "126.44", or "126" for all of that paragraph
    words: str = ""  # every word must stand in the text, in any order; case and accents do not count
    document: str = ""  # symbol of the Working Group report
    states: tuple[str, ...] = ()  # under review, any of them
    bys: tuple[str, ...] = ()  # recommending States, any of them
    groups: tuple[str, ...] = ()  # UN regional groups of recommending States, any of them
    positions: tuple[Position, ...] = ()  # any of them
    judged: bool | None = None  # whether a person corrected it or gave a verdict
    actions: tuple[str, ...] = ()  # UPR Info's categories, "1" to "5", any of them; as labels stand
    issues: tuple[str, ...] = ()  # any of them; as labels stand
    themes: tuple[str, ...] = ()  # OHCHR's, any of them; suggested by rule and not refused, or given by a person
    persons: tuple[str, ...] = ()  # affected, the same
    goals: tuple[str, ...] = ()  # Sustainable Development Goals, the same
    # How to show them; narrows nothing. ``sort`` is a key of SORTS, "-" before it turns the order round.
    sort: str = ""
    group_by: str = ""  # a key of GROUPS: rows of the same value stand together


# What a list can be sorted by, and what by default: State, cycle, report and the order there.
SORTS = ("state", "cycle", "number", "text", "position", "changed", "document", "date", "judged")
GROUPS = ("state", "cycle", "position", "document", "section", "judged")


@dataclass(frozen=True, slots=True)
class RecommendationRow:
    """One recommendation with the whole history of the State's answer."""

    id: str  # "A/HRC/28/10#126.44": made of content, survives every new reading
    document: str  # symbol
    state: str  # under review
    cycle: int | None
    session: int | None
    number: str
    text: str
    states: tuple[str, ...]
    position: Position
    changed: bool
    place: Place
    item: str
    chapeau: str
    section: str
    asks: tuple[Ask, ...]
    unknown: tuple[str, ...]
    history: tuple[PositionStatement, ...]
    corrections: tuple[Correction, ...] = ()  # the fields above hold the corrected values
    judged: str = ""  # "corrected", a verdict ("right", "wrong", "unsure", "later"), or ""
    action: int | None = None  # 1 to 5, as labels stand: surely suggested, or given by a person
    issues: tuple[str, ...] = ()  # the same
    themes: tuple[str, ...] = ()  # OHCHR's: suggested by rule and not refused, or given by a person
    persons: tuple[str, ...] = ()  # affected, the same
    goals: tuple[str, ...] = ()  # Sustainable Development Goals, the same


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage to the letter, with its place and the file it stands in."""

    text: str
    place: Place
    name: str  # of the file
    kind: Kind


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One answer of the State with the passage that holds it and the comment it gave."""

    statement: PositionStatement
    quote: Quote
    comment: Quote | None = None


@dataclass(frozen=True, slots=True)
class RecommendationDetail:
    """All there is on one recommendation: its row, passages to the letter, and the papers of the review."""

    recommendation: RecommendationRow
    quote: Quote  # the whole item as it stands in the report
    chapeau: Quote | None
    history: tuple[HistoryEntry, ...]
    answers: tuple[Quote, ...]  # passages of national reports that say they answer it
    papers: tuple[DocumentRow, ...]
    labels: tuple[LabelRow, ...] = ()  # suggested by a model, or given by a person


@dataclass(frozen=True, slots=True)
class StatedTally:
    """A count as somebody stated it, with the file that says so."""

    tally: Tally
    document: str
    name: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One number that somebody stated and that is not what was read.

    ``recommendations`` names (by number) those that explain or may explain it; () where none can be named.
    """

    what: str  # one sentence
    speaker: str
    counted: str  # "received", "supported", "noted" or "pending"
    stated: int
    items: int  # read, as recommendations
    pairs: int  # read, as recommendations by State
    recommendations: tuple[str, ...] = ()
    reason: str = ""  # one sentence; "" where nothing explains it


@dataclass(frozen=True, slots=True)
class ReviewCheck:
    """The numbers that were stated about a review beside the numbers read."""

    review: ReviewRow
    items: Counts
    pairs: Counts
    stated: tuple[StatedTally, ...]
    differences: tuple[Difference, ...]
    agrees: bool  # somebody stated numbers and every one of them is what was read
    untied: tuple[PositionStatement, ...] = ()  # answers to numbers that the report does not have


@dataclass(frozen=True, slots=True)
class CopyReport:
    """A backup or restore that is done."""

    source: str
    target: str
    documents: int
    encrypted: bool
