"""What follows from findings taken together: histories over several papers, counts compared."""

from onrecord.assessment.histories import join_histories, tie, untied
from onrecord.assessment.reconciliation import Counts, Difference, Reconciliation, reconcile

__all__ = ["Counts", "Difference", "Reconciliation", "join_histories", "reconcile", "tie", "untied"]
