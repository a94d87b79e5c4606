"""Which papers of a review are here and which are missing."""

from dataclasses import dataclass

from onrecord.model import Kind
from onrecord.tasks import DocumentRow, ReviewRow

# What every review of the UPR leaves behind, in the order in which it appears.
EXPECTED = (
    Kind.NATIONAL_REPORT,
    Kind.COMPILATION,
    Kind.STAKEHOLDERS_SUMMARY,
    Kind.WORKING_GROUP_REPORT,
    Kind.ADDENDUM,
    Kind.COUNCIL_REPORT,
    Kind.DECISION,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One paper that is here, or one that is missing."""

    kind: Kind
    paper: DocumentRow | None


def papers_of(review: ReviewRow) -> tuple[Slot, ...]:
    """Every paper that is here and every expected one that is not, in their order."""
    slots: list[Slot] = []
    for kind in EXPECTED:
        here = [Slot(kind, paper) for paper in review.documents if paper.kind is kind]
        slots.extend(here or [Slot(kind, None)])
    slots.extend(Slot(paper.kind, paper) for paper in review.documents if paper.kind not in EXPECTED)
    return tuple(slots)
