"""What progress gives back: finished, frozen rows. Field names are the keys of JSON."""

from dataclasses import dataclass, field

from onrecord.model import Place
from onrecord.tasks.plans import PlanProgress
from onrecord.tasks.said_rows import PaperRef


@dataclass(frozen=True, slots=True)
class CycleProgress:
    """One review of a State, in items. All but the first counts are of what was supported."""

    cycle: int
    report: str  # symbol
    date: str
    items: int
    supported: int
    noted: int
    pending: int
    unassessed: int  # of what was supported: nobody has said what became of it (or only that nothing is known)
    said: dict[str, int]  # what the State itself says: "done", "partly done", "under way", "answered", "nothing"
    # By kind of assessor and level ("NGO", "implementation partially"): in items, by the latest of each voice.
    assessed: dict[str, dict[str, int]] = field(default_factory=dict)
    repeated: int = 0  # asked again in the next review on record
    contradicted: int = 0  # the State says done, and a paper tells otherwise
    refused: int = 0  # the like was noted, there or later
    noted_assessed: int = 0  # of what was noted: somebody has said what became of it


@dataclass(frozen=True, slots=True)
class SubjectProgress:
    """One subject, or one group of persons, over all reviews of a State; of what was supported but for ``items``."""

    subject: str
    items: int
    supported: int
    unassessed: int
    done: int  # the State says so
    contradicted: int
    repeated: int


@dataclass(frozen=True, slots=True)
class StatedShare:
    """A share of a plan or of promises that a source states: "only fulfilled 23% of its goals"."""

    value: float
    words: str  # the claim
    source: str  # who says so
    claim: str  # its id
    paper: PaperRef
    place: Place


@dataclass(frozen=True, slots=True)
class TimeMark:
    """One mark on the time line. ``what``: "review", "promise", "law", "event" or "case"."""

    date: str  # EDTF
    what: str
    text: str
    target: str = ""  # symbol of the report, id of the claim or case
    paper: PaperRef | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class StateProgress:
    """A State over its reviews. ``subject_source``: whose labels the subjects are; "" where there are none."""

    state: str
    cycles: tuple[CycleProgress, ...]
    subjects: tuple[SubjectProgress, ...]
    subject_source: str
    shares: tuple[StatedShare, ...]
    timeline: tuple[TimeMark, ...]
    contradictions: int
    more_marks: int = 0  # on the time line, beyond those that are given
    populations: tuple[SubjectProgress, ...] = ()  # persons affected, by the crosswalk from issues and words
    plans: tuple[PlanProgress, ...] = ()  # national action plans with their goals
