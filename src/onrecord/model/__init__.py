"""What the words of the field mean: frozen dataclasses and enums, with nothing but the standard library beneath."""

from onrecord.model.dialogue import AdvanceQuestion, DialogueStatement, FollowUpAnswer
from onrecord.model.document import Document, Line, Metadata, Note, Page, Paragraph, ParagraphKind
from onrecord.model.findings import Doubt, Findings
from onrecord.model.identity import Identity, Kind, Mechanism
from onrecord.model.judgement import Correction, Judgement
from onrecord.model.place import Box, Place
from onrecord.model.position import Position, PositionStatement, Stage
from onrecord.model.recommendation import Ask, Recommendation
from onrecord.model.tally import Speaker, Tally

__all__ = [
    "AdvanceQuestion",
    "Ask",
    "Box",
    "Correction",
    "DialogueStatement",
    "Document",
    "Doubt",
    "Findings",
    "FollowUpAnswer",
    "Identity",
    "Judgement",
    "Kind",
    "Line",
    "Mechanism",
    "Metadata",
    "Note",
    "Page",
    "Paragraph",
    "ParagraphKind",
    "Place",
    "Position",
    "PositionStatement",
    "Recommendation",
    "Speaker",
    "Stage",
    "Tally",
]
