"""How far a recommendation was put into practice, as somebody says: who, when, why, and on what evidence.

Voices stand side by side. An assessment is never changed or deleted: a later one of the same assessor stands beside it,
and one that was written by mistake is withdrawn.
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.place import Place

NO_INFORMATION = "none"  # the level of every scale that says: nothing is known


class Assessor(StrEnum):
    """What sort of body assesses."""

    STATE = "State"
    NATIONAL_INSTITUTION = "national institution"
    NGO = "NGO"
    UN = "UN body"
    OURSELVES = "ourselves"


class EvidenceKind(StrEnum):
    """Where evidence comes from."""

    PASSAGE = "passage"  # words of a paper of the archive
    CLAIM = "claim"  # a claim that was found in a paper of the archive
    RECOMMENDATION = "recommendation"
    OUTSIDE = "outside"  # a source that the archive does not hold


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an assessment rests on. ``ref`` is made of content, so that it holds when papers are read again."""

    kind: EvidenceKind
    ref: str  # id of the claim or recommendation, sha256 of the paper; of an outside source its address, or ""
    text: str  # the words as they stood when somebody named them; of an outside source how it is cited
    place: Place | None = None  # of the words; None for outside sources
    name: str = ""  # of the paper, as lists name it


@dataclass(frozen=True, slots=True)
class Assessment:
    """One voice on one recommendation, committee recommendation, proposal or goal of a plan.

    ``target`` is made of content ("A/HRC/28/10#126.44").
    """

    id: str
    target: str
    level: str  # key of a level of the scale: "partially", "0.5", "B"
    scale: str  # key of the scale: "implementation", "upr-info", "human-rights-committee"
    date: str  # EDTF: the day for which it holds, or on which it was said
    assessor: Assessor
    name: str  # of the assessor: "Selm Watch"
    reasons: str
    evidence: tuple[Evidence, ...]
    who: str  # the person who put it on record
    when: str  # ISO 8601, UTC
    withdrawn_by: str = ""
    withdrawn_when: str = ""
    withdrawn_why: str = ""

    @property
    def stands(self) -> bool:
        """Whether nobody has withdrawn it."""
        return not self.withdrawn_when


class Progress(StrEnum):
    """What a State itself says of a recommendation. Never a level: a statement is not implementation."""

    DONE = "done"
    PARTLY = "partly done"
    UNDER_WAY = "under way"
    ANSWERED = "answered"  # a passage says that it answers the recommendation, and no more


@dataclass(frozen=True, slots=True)
class StateWord:
    """What the State said of a recommendation it had received, in its own words and at their place."""

    target: str
    says: Progress
    words: str  # "already implemented"; the passage of a national report
    place: Place
    date: str  # EDTF, of the paper
    source: str  # "Working Group report", "addendum", "plenary", "national report"
    comment: str = ""
    comment_place: Place | None = None
