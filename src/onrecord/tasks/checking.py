"""Numbers stated about a review beside the numbers read."""

from collections.abc import Mapping

from onrecord import assessment
from onrecord.model import Kind, Place, Recommendation
from onrecord.store import tables, tallies
from onrecord.store.archive import Archive
from onrecord.tasks.histories import histories
from onrecord.tasks.reviews import list_reviews
from onrecord.tasks.rows import Difference, DocumentRow, ReviewCheck, ReviewRow, StatedTally


def check_reviews(archive: Archive, *, state: str = "", cycle: int | None = None) -> tuple[ReviewCheck, ...]:
    """For each review that has a Working Group report in the archive: numbers stated beside numbers read.

    Args:
        archive: open.
        state: only of this State under review (ISO 3166-1 alpha-3).
        cycle: only of this cycle.

    Returns:
        One check a review, sorted by State and cycle; every difference is named with its recommendations.
    """
    with archive.told_plainly():
        checks = (_check(archive, review) for review in list_reviews(archive, state=state, cycle=cycle))
        return tuple(check for check in checks if check)


def _check(archive: Archive, review: ReviewRow) -> ReviewCheck | None:
    paper = next((paper for paper in review.documents if _is_report(paper, review)), None)
    if paper is None:
        return None
    report = tables.Document.objects.using(archive.alias).get(sha256=paper.sha256)
    joined = histories(archive, report)
    # Number, States and history are all that is counted: the long texts stay where they are.
    place = Place(report.sha256, report.symbol, None, "", 0, 0)
    rows = report.recommendations.order_by("order").values_list("pk", "number", "states")
    found = [
        Recommendation(number, "", tuple(states), place, "", place, history=joined.by_row[key])
        for key, number, states in rows
    ]
    stated = _stated(archive, review, report.symbol)
    reconciled = assessment.reconcile(found, [one.tally for one in stated])
    return ReviewCheck(
        review=review,
        items=reconciled.items,
        pairs=reconciled.pairs,
        stated=stated,
        differences=tuple(_difference(one) for one in reconciled.differences),
        agrees=reconciled.agrees,
        untied=joined.untied,
    )


def _is_report(paper: DocumentRow, review: ReviewRow) -> bool:
    return paper.kind is Kind.WORKING_GROUP_REPORT and paper.state == review.state and paper.leads


def _stated(archive: Archive, review: ReviewRow, report: str) -> tuple[StatedTally, ...]:
    """What the papers of a review state about it, in the order in which they appear."""
    papers = {paper.sha256: paper for paper in review.documents if paper.leads}
    rows = tables.Tally.objects.using(archive.alias).filter(document__sha256__in=papers, state=review.state)
    found = rows.filter(target__in=("", report)).select_related("document").order_by("order")
    place: Mapping[str, int] = {sha256: number for number, sha256 in enumerate(papers)}
    ordered = sorted(found, key=lambda row: place[row.document.sha256])
    return tuple(
        StatedTally(tallies.load(row, row.document.sha256, row.document.symbol), row.document.symbol, row.document.name)
        for row in ordered
    )


def _difference(found: assessment.Difference) -> Difference:
    return Difference(
        what=found.what,
        speaker=found.tally.speaker.value,
        counted=found.counted,
        stated=found.stated,
        items=found.items,
        pairs=found.pairs,
        recommendations=found.recommendations,
        reason=found.reason,
    )
