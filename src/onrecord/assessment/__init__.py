"""What follows from findings taken together: histories over several papers, counts compared."""

from onrecord.assessment.histories import join_histories, tie, untied
from onrecord.assessment.reconciliation import Counts, Difference, Reconciliation, reconcile
from onrecord.assessment.state_words import progress_in, words_in_answers
from onrecord.assessment.voices import WEAKNESS, Index, VoiceOn, side_by_side, upr_info_index

__all__ = [
    "WEAKNESS",
    "Counts",
    "Difference",
    "Index",
    "Reconciliation",
    "VoiceOn",
    "join_histories",
    "progress_in",
    "reconcile",
    "side_by_side",
    "tie",
    "untied",
    "upr_info_index",
    "words_in_answers",
]
