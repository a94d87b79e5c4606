"""Which extractors read which kind of document."""

from collections.abc import Callable
from dataclasses import fields, replace
from importlib import import_module
from typing import cast

from onrecord.extraction.identity import identify
from onrecord.model import Document, Findings, Identity, Kind, Mechanism

Extractor = Callable[[Document, Identity], Findings]

NGO_PAPERS = (
    Kind.BRIEFING_PAPER,
    Kind.SUBMISSION,
    Kind.JOINT_SUBMISSION,
    Kind.PRESS_RELEASE,
    Kind.STATEMENT,
    Kind.REPORT_NOTICE,
    Kind.NEWS,
)
_PAPER = "papers.read.read_paper"
_SUMMARY = "committee.summaries.read_summary"

# Where the extractors of each kind stand in this room. They are loaded with the first document of their kind: a process
# that reads one report should not wait for the words of all other kinds.
_EXTRACTORS: dict[Kind, tuple[str, ...]] = {
    Kind.WORKING_GROUP_REPORT: ("recommendations.read_recommendations", "dialogue.read_dialogue"),
    Kind.ADDENDUM: ("addendum.read_addendum",),
    Kind.COUNCIL_REPORT: ("plenary.read_plenary",),
    Kind.THEMATIC_LIST: ("thematic_list.read_thematic_list",),
    Kind.ADVANCE_QUESTIONS: ("questions.read_questions",),
    Kind.NATIONAL_REPORT: ("national_report.read_answers",),
    Kind.STAKEHOLDERS_SUMMARY: (_SUMMARY,),
    Kind.COMPILATION: (_SUMMARY,),
    Kind.VIEWS: ("committee.views.read_views",),
    Kind.CONCLUDING_OBSERVATIONS: ("committee.observations.read_observations",),
    Kind.LIST_OF_ISSUES: ("committee.issues.read_issues",),
    Kind.REPLIES: ("committee.issues.read_replies",),
    Kind.NATIONAL_PLAN: ("plans.read_plan",),
    **dict.fromkeys(NGO_PAPERS, (_PAPER,)),
}


def extract(document: Document) -> Findings:
    """All that ``document`` says, by the extractors for its kind. Deterministic: the same document, the same findings.

    A document of a kind without extractors gives its identity and nothing else.
    """
    identity = identify(document)
    findings = Findings(identity)
    for name in _extractors(identity):
        findings = _joined(findings, _loaded(name)(document, identity))
    return findings


def _loaded(name: str) -> Extractor:
    """The function of this name, with its module."""
    module, _, function = name.rpartition(".")
    return cast(Extractor, getattr(import_module(f"onrecord.extraction.{module}"), function))


def _extractors(identity: Identity) -> tuple[str, ...]:
    """The extractors for a document. One of no known kind is read as a paper of an NGO if it is a text of one.

    A text: its words were counted (``papers.paper_identity``), so it is no letter, form or image; and no paper of the
    United Nations, which would carry a symbol. Of one: it is about a State, names who publishes it, or a review.
    """
    about = identity.state or identity.publishers or identity.mechanism is not Mechanism.NONE
    if identity.kind is Kind.OTHER and not identity.symbol and about and identity.words:
        return (_PAPER,)
    return _EXTRACTORS.get(identity.kind, ())


def _joined(one: Findings, other: Findings) -> Findings:
    """Both findings in one; the identity is that of the first."""
    names = [field.name for field in fields(Findings) if field.name != "identity"]
    return replace(one, **{name: getattr(one, name) + getattr(other, name) for name in names})
