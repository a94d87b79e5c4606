"""What the words of the field mean: frozen dataclasses and enums, with nothing but the standard library beneath."""

from onrecord.model.assessment import NO_INFORMATION, Assessment, Assessor, Evidence, EvidenceKind, Progress, StateWord
from onrecord.model.claim import (
    PUBLISHER,
    Claim,
    ClaimKind,
    Figure,
    Modality,
    Proposal,
    ProposalAsk,
    Quotation,
    Voice,
)
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
from onrecord.model.document import Document, Line, Metadata, Note, Page, Paragraph, ParagraphKind
from onrecord.model.findings import Doubt, Findings
from onrecord.model.identity import Identity, Kind, Mechanism
from onrecord.model.judgement import Correction, Judgement
from onrecord.model.named import Comparison, Event, Member, Named, NamedKind
from onrecord.model.paper import Aside, AsideKind, Section, SourceNote
from onrecord.model.place import Box, Place
from onrecord.model.plan import PlanGoal
from onrecord.model.position import Position, PositionStatement, Stage
from onrecord.model.recommendation import Ask, Recommendation
from onrecord.model.tally import Speaker, Tally

__all__ = [
    "NO_INFORMATION",
    "PUBLISHER",
    "AdvanceQuestion",
    "Aside",
    "AsideKind",
    "Ask",
    "Assessment",
    "Assessor",
    "Box",
    "Citation",
    "Claim",
    "ClaimKind",
    "CommitteeDate",
    "CommitteeRecommendation",
    "Communication",
    "Comparison",
    "Contributor",
    "Correction",
    "DialogueStatement",
    "Document",
    "Doubt",
    "Event",
    "Evidence",
    "EvidenceKind",
    "Figure",
    "Findings",
    "FollowUpAnswer",
    "Identity",
    "IssueQuestion",
    "Judgement",
    "Kind",
    "Line",
    "Mechanism",
    "Member",
    "Metadata",
    "Modality",
    "Named",
    "NamedKind",
    "Note",
    "Page",
    "Paragraph",
    "ParagraphKind",
    "Place",
    "PlanGoal",
    "Position",
    "PositionStatement",
    "Progress",
    "Proposal",
    "ProposalAsk",
    "Quotation",
    "Recommendation",
    "Section",
    "SourceNote",
    "Speaker",
    "Stage",
    "StateWord",
    "Tally",
    "ToldEvent",
    "Voice",
]
