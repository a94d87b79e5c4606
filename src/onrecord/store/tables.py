"""The tables, ready for use. Importing this sets Django up where no project of its own does.

Everything in this room that touches rows imports them from here: ``tables.Document`` is the row,
``onrecord.model.Document`` the thing.
"""

import os

import django
from django.apps import apps
from django.conf import settings
from django.db.models import Model

from onrecord.store import django_settings

if not settings.configured and not os.environ.get("DJANGO_SETTINGS_MODULE"):
    settings.configure(
        **{name: getattr(django_settings, name) for name in vars(django_settings) if name.isupper()},
    )
if not apps.ready and not apps.loading:
    django.setup()

from onrecord.store.assessment_models import Assessment
from onrecord.store.case_models import CaseEntry, CaseFile, CaseKeeper, VeilVersion
from onrecord.store.label_models import (
    LabelledDocument,
    LabelModel,
    Meaning,
    RecommendationLabel,
    SubjectVersion,
    TaxonomyVersion,
)
from onrecord.store.link_models import LinkedState, ProposalChance, TextLink
from onrecord.store.models import (
    AdvanceQuestion,
    CodedIssue,
    CodedRow,
    CodedSource,
    DialogueStatement,
    Document,
    Doubt,
    FollowUpAnswer,
    Judgement,
    Passage,
    PositionStatement,
    Question,
    Reading,
    Recommendation,
    RecommendationState,
    Review,
    Source,
    Tally,
)
from onrecord.store.said_models import (
    Claim,
    Comparison,
    ComparisonMember,
    Event,
    Named,
    PaperParts,
    Proposal,
    SourceNote,
    StaleState,
)
from onrecord.store.written_models import WrittenPaper, WrittenVersion

# What hangs on a document and is replaced as a whole when it is read again.
FINDINGS: tuple[type[Model], ...] = (
    Recommendation,
    PositionStatement,
    Tally,
    DialogueStatement,
    AdvanceQuestion,
    FollowUpAnswer,
    Doubt,
    Claim,
    Proposal,
    SourceNote,
    Named,
    Event,
    PaperParts,
)
# Every table, those that others point to first.
ALL: tuple[type[Model], ...] = (
    Review,
    Document,
    Source,
    Reading,
    Recommendation,
    RecommendationState,
    *FINDINGS[1:],
    Judgement,
    Question,
    Passage,
    CodedSource,
    CodedRow,
    CodedIssue,
    Comparison,
    ComparisonMember,
    StaleState,
    CaseKeeper,
    CaseFile,
    CaseEntry,
    VeilVersion,
    Assessment,
    WrittenPaper,
    WrittenVersion,
    TextLink,
    LinkedState,
    LabelModel,
    LabelledDocument,
    RecommendationLabel,
    Meaning,
    SubjectVersion,
    TaxonomyVersion,
    ProposalChance,
)

__all__ = [
    "ALL",
    "FINDINGS",
    "AdvanceQuestion",
    "Assessment",
    "CaseEntry",
    "CaseFile",
    "CaseKeeper",
    "Claim",
    "CodedIssue",
    "CodedRow",
    "CodedSource",
    "Comparison",
    "ComparisonMember",
    "DialogueStatement",
    "Document",
    "Doubt",
    "Event",
    "FollowUpAnswer",
    "Judgement",
    "LabelModel",
    "LabelledDocument",
    "LinkedState",
    "Meaning",
    "Named",
    "PaperParts",
    "Passage",
    "PositionStatement",
    "Proposal",
    "ProposalChance",
    "Question",
    "Reading",
    "Recommendation",
    "RecommendationLabel",
    "RecommendationState",
    "Review",
    "Source",
    "SourceNote",
    "StaleState",
    "SubjectVersion",
    "Tally",
    "TaxonomyVersion",
    "TextLink",
    "VeilVersion",
    "WrittenPaper",
    "WrittenVersion",
]
