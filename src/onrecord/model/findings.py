"""All that one document says, put together; reading the document again replaces it as a whole."""

from dataclasses import dataclass

from onrecord.model.claim import Claim, Proposal, Quotation
from onrecord.model.committee import (
    Citation,
    CommitteeDate,
    CommitteeRecommendation,
    Communication,
    Contributor,
    IssueQuestion,
    ToldEvent,
)
from onrecord.model.dialogue import AdvanceQuestion, DialogueStatement, FollowUpAnswer
from onrecord.model.identity import Identity
from onrecord.model.named import Event, Named
from onrecord.model.paper import Aside, Section, SourceNote
from onrecord.model.place import Place
from onrecord.model.plan import PlanGoal
from onrecord.model.position import PositionStatement
from onrecord.model.recommendation import Recommendation
from onrecord.model.tally import Tally


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something the extraction was unsure of; it goes to the reviewer's queue."""

    what: str  # one sentence
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """What extraction found in one document.

    ``positions`` holds every statement of the document, those about its own items included. ``recommendations`` carry
    in ``history`` only what this one document says; histories over several papers are joined in ``assessment``.
    """

    identity: Identity
    recommendations: tuple[Recommendation, ...] = ()
    positions: tuple[PositionStatement, ...] = ()
    tallies: tuple[Tally, ...] = ()
    dialogue: tuple[DialogueStatement, ...] = ()
    questions: tuple[AdvanceQuestion, ...] = ()
    answers: tuple[FollowUpAnswer, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    claims: tuple[Claim, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    sections: tuple[Section, ...] = ()
    asides: tuple[Aside, ...] = ()
    sources: tuple[SourceNote, ...] = ()
    laws: tuple[Named, ...] = ()
    people: tuple[Named, ...] = ()
    organisations: tuple[Named, ...] = ()
    events: tuple[Event, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    citations: tuple[Citation, ...] = ()
    committee_recommendations: tuple[CommitteeRecommendation, ...] = ()
    issues: tuple[IssueQuestion, ...] = ()
    committee_dates: tuple[CommitteeDate, ...] = ()
    communications: tuple[Communication, ...] = ()
    told_events: tuple[ToldEvent, ...] = ()
    goals: tuple[PlanGoal, ...] = ()
