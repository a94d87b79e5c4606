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
    from onrecord.tasks.copies import backup, restore, set_passphrase
    from onrecord.tasks.documents import list_documents
    from onrecord.tasks.judgements_file import (
        ImportedJudgements,
        JudgementConflict,
        export_judgements,
        import_judgements,
    )
    from onrecord.tasks.judging import Conflict, NotAllowed, judge, judgements_of, withdraw
    from onrecord.tasks.opening import open_archive
    from onrecord.tasks.recommendations import iterate_recommendations, list_recommendations
    from onrecord.tasks.reviews import list_reviews
    from onrecord.tasks.showing import show_recommendation

_HOMES = {
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
    "GROUPS",
    "SORTS",
    "AddEvent",
    "AddReport",
    "AddedDocument",
    "Archive",
    "Conflict",
    "CopyReport",
    "Correction",
    "Counts",
    "Difference",
    "DocumentRow",
    "FailedFile",
    "HistoryEntry",
    "ImportedJudgements",
    "Judgement",
    "JudgementConflict",
    "NotAllowed",
    "Outcome",
    "PageOf",
    "Quote",
    "RecommendationDetail",
    "RecommendationFilter",
    "RecommendationRow",
    "ReviewCheck",
    "ReviewRow",
    "StatedTally",
    "add_documents",
    "backup",
    "check_reviews",
    "export_judgements",
    "import_judgements",
    "iterate_recommendations",
    "judge",
    "judgements_of",
    "list_documents",
    "list_recommendations",
    "list_reviews",
    "open_archive",
    "restore",
    "set_passphrase",
    "show_recommendation",
    "withdraw",
]
