"""The verbs: one thing a user wants, one function. Transactions, progress and derived values live here.

Each function is loaded with its module when it is first asked for: the process that reads files starts from this
package too and needs no database. Every one of them hangs behind the veil (see ``veil.py``): names of private persons
are taken out here, once for all faces.
"""

from collections.abc import Callable
from importlib import import_module
from inspect import isfunction
from typing import TYPE_CHECKING, Any

from onrecord.assessment import Counts
from onrecord.model.case import Case, CaseEntry, CaseField, Consent, Publication
from onrecord.model.judgement import Correction, Judgement
from onrecord.tasks.rows import (
    GROUPS,
    SORTS,
    AddedDocument,
    AddEvent,
    AddReport,
    CopyReport,
    Difference,
    DocumentRow,
    FailedFile,
    HistoryEntry,
    Outcome,
    PageOf,
    Quote,
    RecommendationDetail,
    RecommendationFilter,
    RecommendationRow,
    ReviewCheck,
    ReviewRow,
    StatedTally,
)

if TYPE_CHECKING:
    from onrecord.store.archive import Archive
    from onrecord.tasks.adding import add_documents
    from onrecord.tasks.cases import (
        CaseLock,
        add_keeper,
        add_to_case,
        case_lock,
        list_cases,
        open_case,
        remove_keeper,
        set_case_lock,
        show_case,
        undo_in_case,
        unlock_cases,
    )
    from onrecord.tasks.checking import check_reviews
    from onrecord.tasks.claims import claim_facets, list_claims, list_proposals, list_sources, show_claim
    from onrecord.tasks.coded_file import NotCoded
    from onrecord.tasks.comparing import count_comparisons, list_comparisons, refresh_comparisons, show_comparison
    from onrecord.tasks.copies import backup, restore, set_passphrase
    from onrecord.tasks.counting import FacetCount, Facets, facets
    from onrecord.tasks.deciding import NotAllowed
    from onrecord.tasks.documents import list_documents
    from onrecord.tasks.events_told import chronology
    from onrecord.tasks.exploring import CodedChoices, CodedFile, CodedReview, coded_choices, coded_files, coded_reviews
    from onrecord.tasks.grouping import GROUPINGS, Grouped, count_groups, iterate_grouped, list_grouped
    from onrecord.tasks.importing import (
        CodedFilter,
        CodedRecommendation,
        ImportReport,
        count_coded,
        import_coded,
        list_coded,
    )
    from onrecord.tasks.judgements_file import (
        ImportedJudgements,
        JudgementConflict,
        export_judgements,
        import_judgements,
    )
    from onrecord.tasks.judging import Conflict, judge, judgements_of, withdraw
    from onrecord.tasks.label_rows import LabelReport, LabelRow
    from onrecord.tasks.labels import label_documents, labels_of, list_labels
    from onrecord.tasks.meanings import keep_meanings, search_meaning
    from onrecord.tasks.merging import Offer, list_offers, name_decisions
    from onrecord.tasks.naming import NamedFilter, join_names, keep_apart, list_named, show_named
    from onrecord.tasks.opening import open_archive
    from onrecord.tasks.overview import (
        Home,
        RecommendingState,
        ReviewMark,
        Tallied,
        home,
        last_added,
        recommended_to,
        recommending_state,
        recommending_states,
    )
    from onrecord.tasks.pages import (
        PageFinding,
        PageFindings,
        boxes_of,
        document_page,
        document_text,
        read_again,
    )
    from onrecord.tasks.query import QueryError
    from onrecord.tasks.queue import Question, count_questions, list_questions, show_question
    from onrecord.tasks.recommendations import iterate_recommendations, list_recommendations
    from onrecord.tasks.reviews import list_reviews
    from onrecord.tasks.said_rows import (
        ClaimDetail,
        ClaimFilter,
        ClaimRow,
        ComparisonRow,
        EventRow,
        MentionRow,
        NamedDetail,
        NamedRow,
        NoteRow,
        PaperRef,
        ProposalRow,
        Side,
        SourceRow,
    )
    from onrecord.tasks.searching import Hit, SearchResult, search
    from onrecord.tasks.showing import neighbours, show_recommendation
    from onrecord.tasks.tallying import answers_by
    from onrecord.tasks.veil import Audience, CaseRights, seen_by, withheld, without_names
    from onrecord.tasks.veil_pages import PageToDraw, content_to_draw, page_to_draw, source_bytes

_HOMES = {
    "LabelReport": "onrecord.tasks.label_rows",
    "LabelRow": "onrecord.tasks.label_rows",
    "label_documents": "onrecord.tasks.labels",
    "labels_of": "onrecord.tasks.labels",
    "list_labels": "onrecord.tasks.labels",
    "keep_meanings": "onrecord.tasks.meanings",
    "search_meaning": "onrecord.tasks.meanings",
    "chronology": "onrecord.tasks.events_told",
    "claim_facets": "onrecord.tasks.claims",
    "list_claims": "onrecord.tasks.claims",
    "list_proposals": "onrecord.tasks.claims",
    "list_sources": "onrecord.tasks.claims",
    "show_claim": "onrecord.tasks.claims",
    "count_comparisons": "onrecord.tasks.comparing",
    "list_comparisons": "onrecord.tasks.comparing",
    "refresh_comparisons": "onrecord.tasks.comparing",
    "show_comparison": "onrecord.tasks.comparing",
    "Offer": "onrecord.tasks.merging",
    "list_offers": "onrecord.tasks.merging",
    "name_decisions": "onrecord.tasks.merging",
    "NamedFilter": "onrecord.tasks.naming",
    "join_names": "onrecord.tasks.naming",
    "keep_apart": "onrecord.tasks.naming",
    "list_named": "onrecord.tasks.naming",
    "show_named": "onrecord.tasks.naming",
    "ClaimDetail": "onrecord.tasks.said_rows",
    "ClaimFilter": "onrecord.tasks.said_rows",
    "ClaimRow": "onrecord.tasks.said_rows",
    "ComparisonRow": "onrecord.tasks.said_rows",
    "EventRow": "onrecord.tasks.said_rows",
    "MentionRow": "onrecord.tasks.said_rows",
    "NamedDetail": "onrecord.tasks.said_rows",
    "NamedRow": "onrecord.tasks.said_rows",
    "NoteRow": "onrecord.tasks.said_rows",
    "PaperRef": "onrecord.tasks.said_rows",
    "ProposalRow": "onrecord.tasks.said_rows",
    "Side": "onrecord.tasks.said_rows",
    "SourceRow": "onrecord.tasks.said_rows",
    "answers_by": "onrecord.tasks.tallying",
    "CodedChoices": "onrecord.tasks.exploring",
    "CodedFile": "onrecord.tasks.exploring",
    "CodedReview": "onrecord.tasks.exploring",
    "coded_choices": "onrecord.tasks.exploring",
    "coded_files": "onrecord.tasks.exploring",
    "coded_reviews": "onrecord.tasks.exploring",
    "GROUPINGS": "onrecord.tasks.grouping",
    "Grouped": "onrecord.tasks.grouping",
    "count_groups": "onrecord.tasks.grouping",
    "iterate_grouped": "onrecord.tasks.grouping",
    "list_grouped": "onrecord.tasks.grouping",
    "CodedFilter": "onrecord.tasks.importing",
    "CodedRecommendation": "onrecord.tasks.importing",
    "ImportReport": "onrecord.tasks.importing",
    "count_coded": "onrecord.tasks.importing",
    "import_coded": "onrecord.tasks.importing",
    "list_coded": "onrecord.tasks.importing",
    "NotCoded": "onrecord.tasks.coded_file",
    "Hit": "onrecord.tasks.searching",
    "SearchResult": "onrecord.tasks.searching",
    "search": "onrecord.tasks.searching",
    "QueryError": "onrecord.tasks.query",
    "Facets": "onrecord.tasks.counting",
    "FacetCount": "onrecord.tasks.counting",
    "Home": "onrecord.tasks.overview",
    "ReviewMark": "onrecord.tasks.overview",
    "RecommendingState": "onrecord.tasks.overview",
    "Tallied": "onrecord.tasks.overview",
    "recommending_state": "onrecord.tasks.overview",
    "recommending_states": "onrecord.tasks.overview",
    "PageFinding": "onrecord.tasks.pages",
    "PageFindings": "onrecord.tasks.pages",
    "boxes_of": "onrecord.tasks.pages",
    "document_page": "onrecord.tasks.pages",
    "document_text": "onrecord.tasks.pages",
    "read_again": "onrecord.tasks.pages",
    "Audience": "onrecord.tasks.veil",
    "CaseLock": "onrecord.tasks.cases",
    "CaseRights": "onrecord.tasks.veil",
    "PageToDraw": "onrecord.tasks.veil_pages",
    "add_keeper": "onrecord.tasks.cases",
    "add_to_case": "onrecord.tasks.cases",
    "case_lock": "onrecord.tasks.cases",
    "content_to_draw": "onrecord.tasks.veil_pages",
    "last_added": "onrecord.tasks.overview",
    "list_cases": "onrecord.tasks.cases",
    "neighbours": "onrecord.tasks.showing",
    "open_case": "onrecord.tasks.cases",
    "page_to_draw": "onrecord.tasks.veil_pages",
    "recommended_to": "onrecord.tasks.overview",
    "remove_keeper": "onrecord.tasks.cases",
    "seen_by": "onrecord.tasks.veil",
    "set_case_lock": "onrecord.tasks.cases",
    "show_case": "onrecord.tasks.cases",
    "source_bytes": "onrecord.tasks.veil_pages",
    "undo_in_case": "onrecord.tasks.cases",
    "unlock_cases": "onrecord.tasks.cases",
    "withheld": "onrecord.tasks.veil",
    "without_names": "onrecord.tasks.veil",
    "Question": "onrecord.tasks.queue",
    "count_questions": "onrecord.tasks.queue",
    "list_questions": "onrecord.tasks.queue",
    "show_question": "onrecord.tasks.queue",
    "facets": "onrecord.tasks.counting",
    "home": "onrecord.tasks.overview",
    "Archive": "onrecord.store.archive",
    "Conflict": "onrecord.tasks.judging",
    "ImportedJudgements": "onrecord.tasks.judgements_file",
    "JudgementConflict": "onrecord.tasks.judgements_file",
    "NotAllowed": "onrecord.tasks.deciding",
    "add_documents": "onrecord.tasks.adding",
    "backup": "onrecord.tasks.copies",
    "check_reviews": "onrecord.tasks.checking",
    "export_judgements": "onrecord.tasks.judgements_file",
    "import_judgements": "onrecord.tasks.judgements_file",
    "iterate_recommendations": "onrecord.tasks.recommendations",
    "judge": "onrecord.tasks.judging",
    "judgements_of": "onrecord.tasks.judging",
    "list_documents": "onrecord.tasks.documents",
    "list_recommendations": "onrecord.tasks.recommendations",
    "list_reviews": "onrecord.tasks.reviews",
    "open_archive": "onrecord.tasks.opening",
    "restore": "onrecord.tasks.copies",
    "set_passphrase": "onrecord.tasks.copies",
    "show_recommendation": "onrecord.tasks.showing",
    "withdraw": "onrecord.tasks.judging",
}

_hung: dict[str, tuple[Callable[..., Any], Callable[..., Any]]] = {}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOMES[name]), name)
    return _behind_the_veil(name, found) if isfunction(found) else found


def _behind_the_veil(name: str, task: Callable[..., Any]) -> Callable[..., Any]:
    from onrecord.tasks.veil import BARE, hung

    if name in BARE:
        return task
    if _hung.get(name, (None,))[0] is not task:
        _hung[name] = (task, hung(task))
    return _hung[name][1]


__all__ = [
    "GROUPINGS",
    "GROUPS",
    "SORTS",
    "AddEvent",
    "AddReport",
    "AddedDocument",
    "Archive",
    "Audience",
    "Case",
    "CaseEntry",
    "CaseField",
    "CaseLock",
    "CaseRights",
    "ClaimDetail",
    "ClaimFilter",
    "ClaimRow",
    "CodedChoices",
    "CodedFile",
    "CodedFilter",
    "CodedRecommendation",
    "CodedReview",
    "ComparisonRow",
    "Conflict",
    "Consent",
    "CopyReport",
    "Correction",
    "Counts",
    "Difference",
    "DocumentRow",
    "EventRow",
    "FacetCount",
    "Facets",
    "FailedFile",
    "Grouped",
    "HistoryEntry",
    "Hit",
    "Home",
    "ImportReport",
    "ImportedJudgements",
    "Judgement",
    "JudgementConflict",
    "LabelReport",
    "LabelRow",
    "MentionRow",
    "NamedDetail",
    "NamedFilter",
    "NamedRow",
    "NotAllowed",
    "NotCoded",
    "NoteRow",
    "Offer",
    "Outcome",
    "PageFinding",
    "PageFindings",
    "PageOf",
    "PageToDraw",
    "PaperRef",
    "ProposalRow",
    "Publication",
    "QueryError",
    "Question",
    "Quote",
    "RecommendationDetail",
    "RecommendationFilter",
    "RecommendationRow",
    "RecommendingState",
    "ReviewCheck",
    "ReviewMark",
    "ReviewRow",
    "SearchResult",
    "Side",
    "SourceRow",
    "StatedTally",
    "Tallied",
    "add_documents",
    "add_keeper",
    "add_to_case",
    "answers_by",
    "backup",
    "boxes_of",
    "case_lock",
    "check_reviews",
    "chronology",
    "claim_facets",
    "coded_choices",
    "coded_files",
    "coded_reviews",
    "content_to_draw",
    "count_coded",
    "count_comparisons",
    "count_groups",
    "count_questions",
    "document_page",
    "document_text",
    "export_judgements",
    "facets",
    "home",
    "import_coded",
    "import_judgements",
    "iterate_grouped",
    "iterate_recommendations",
    "join_names",
    "judge",
    "judgements_of",
    "keep_apart",
    "keep_meanings",
    "label_documents",
    "labels_of",
    "last_added",
    "list_cases",
    "list_claims",
    "list_coded",
    "list_comparisons",
    "list_documents",
    "list_grouped",
    "list_labels",
    "list_named",
    "list_offers",
    "list_proposals",
    "list_questions",
    "list_recommendations",
    "list_reviews",
    "list_sources",
    "name_decisions",
    "neighbours",
    "open_archive",
    "open_case",
    "page_to_draw",
    "read_again",
    "recommended_to",
    "recommending_state",
    "recommending_states",
    "refresh_comparisons",
    "remove_keeper",
    "restore",
    "search",
    "search_meaning",
    "seen_by",
    "set_case_lock",
    "set_passphrase",
    "show_case",
    "show_claim",
    "show_comparison",
    "show_named",
    "show_question",
    "show_recommendation",
    "source_bytes",
    "undo_in_case",
    "unlock_cases",
    "withdraw",
    "withheld",
    "without_names",
]
