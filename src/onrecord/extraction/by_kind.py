"""Which extractors read which kind of document."""

from collections.abc import Callable
from dataclasses import fields, replace

from onrecord.extraction.addendum import read_addendum
from onrecord.extraction.committee.issues import read_issues, read_replies
from onrecord.extraction.committee.observations import read_observations
from onrecord.extraction.committee.summaries import read_summary
from onrecord.extraction.committee.views import read_views
from onrecord.extraction.dialogue import read_dialogue
from onrecord.extraction.identity import identify
from onrecord.extraction.national_report import read_answers
from onrecord.extraction.papers.read import read_paper
from onrecord.extraction.plenary import read_plenary
from onrecord.extraction.questions import read_questions
from onrecord.extraction.recommendations import read_recommendations
from onrecord.extraction.thematic_list import read_thematic_list
from onrecord.model import Document, Findings, Identity, Kind

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

_EXTRACTORS: dict[Kind, tuple[Extractor, ...]] = {
    Kind.WORKING_GROUP_REPORT: (read_recommendations, read_dialogue),
    Kind.ADDENDUM: (read_addendum,),
    Kind.COUNCIL_REPORT: (read_plenary,),
    Kind.THEMATIC_LIST: (read_thematic_list,),
    Kind.ADVANCE_QUESTIONS: (read_questions,),
    Kind.NATIONAL_REPORT: (read_answers,),
    Kind.STAKEHOLDERS_SUMMARY: (read_summary,),
    Kind.COMPILATION: (read_summary,),
    Kind.VIEWS: (read_views,),
    Kind.CONCLUDING_OBSERVATIONS: (read_observations,),
    Kind.LIST_OF_ISSUES: (read_issues,),
    Kind.REPLIES: (read_replies,),
    **dict.fromkeys(NGO_PAPERS, (read_paper,)),
}


def extract(document: Document) -> Findings:
    """All that ``document`` says, by the extractors for its kind. Deterministic: the same document, the same findings.

    A document of a kind without extractors gives its identity and nothing else.
    """
    identity = identify(document)
    findings = Findings(identity)
    for extractor in _extractors(identity):
        findings = _joined(findings, extractor(document, identity))
    return findings


def _extractors(identity: Identity) -> tuple[Extractor, ...]:
    """The extractors for a document. One of no known kind is read as a paper of an NGO if it is a text about a State.

    A text: its words were counted (``papers.paper_identity``), so it is no letter, form or image; and no paper of the
    United Nations, which would carry a symbol.
    """
    if identity.kind is Kind.OTHER and not identity.symbol and identity.state and identity.words:
        return (read_paper,)
    return _EXTRACTORS.get(identity.kind, ())


def _joined(one: Findings, other: Findings) -> Findings:
    """Both findings in one; the identity is that of the first."""
    names = [field.name for field in fields(Findings) if field.name != "identity"]
    return replace(one, **{name: getattr(one, name) + getattr(other, name) for name in names})
