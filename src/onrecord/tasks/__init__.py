"""The verbs: one thing a user wants, one function. Transactions, progress and derived values live here.

Each function is loaded with its module when it is first asked for: the process that reads files starts from this
package too and needs no database.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from onrecord.assessment import Counts
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
    from onrecord.tasks.checking import check_reviews
    from onrecord.tasks.coded_file import NotCoded
    from onrecord.tasks.copies import backup, restore, set_passphrase
    from onrecord.tasks.counting import FacetCount, Facets, facets
    from onrecord.tasks.documents import list_documents
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
    from onrecord.tasks.judging import Conflict, NotAllowed, judge, judgements_of, withdraw
    from onrecord.tasks.opening import open_archive
    from onrecord.tasks.overview import (
        Home,
        RecommendingState,
        ReviewMark,
        Tallied,
        home,
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
        source_bytes,
    )
    from onrecord.tasks.query import QueryError
    from onrecord.tasks.queue import Question, count_questions, list_questions, show_question
    from onrecord.tasks.recommendations import iterate_recommendations, list_recommendations
    from onrecord.tasks.reviews import list_reviews
    from onrecord.tasks.searching import Hit, SearchResult, search
    from onrecord.tasks.showing import show_recommendation
    from onrecord.tasks.tallying import answers_by

_HOMES = {
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
    "source_bytes": "onrecord.tasks.pages",
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
    "NotAllowed": "onrecord.tasks.judging",
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


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


__all__ = [
    "GROUPINGS",
    "GROUPS",
    "SORTS",
    "AddEvent",
    "AddReport",
    "AddedDocument",
    "Archive",
    "CodedChoices",
    "CodedFile",
    "CodedFilter",
    "CodedRecommendation",
    "CodedReview",
    "Conflict",
    "CopyReport",
    "Correction",
    "Counts",
    "Difference",
    "DocumentRow",
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
    "NotAllowed",
    "NotCoded",
    "Outcome",
    "PageFinding",
    "PageFindings",
    "PageOf",
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
    "StatedTally",
    "Tallied",
    "add_documents",
    "answers_by",
    "backup",
    "boxes_of",
    "check_reviews",
    "coded_choices",
    "coded_files",
    "coded_reviews",
    "count_coded",
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
    "judge",
    "judgements_of",
    "list_coded",
    "list_documents",
    "list_grouped",
    "list_questions",
    "list_recommendations",
    "list_reviews",
    "open_archive",
    "read_again",
    "recommending_state",
    "recommending_states",
    "restore",
    "search",
    "set_passphrase",
    "show_question",
    "show_recommendation",
    "source_bytes",
    "withdraw",
]
