"""Reviews: the papers of one State in one cycle, with what became of its recommendations."""

from collections import Counter
from typing import Any

from django.db.models import Count, Q

from onrecord.model import Kind, Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.documents import report_key
from onrecord.tasks.documents import document_rows
from onrecord.tasks.rows import DocumentRow, ReviewRow


def list_reviews(archive: Archive, *, state: str = "", cycle: int | None = None) -> tuple[ReviewRow, ...]:
    """Reviews of the archive, sorted by State and cycle.

    Args:
        archive: open.
        state: only of this State under review (ISO 3166-1 alpha-3).
        cycle: only of this cycle.
    """
    given = {"state": state, "cycle": cycle}
    chosen = {name: value for name, value in given.items() if value not in ("", None)}
    with archive.told_plainly():
        reviews = tables.Review.objects.using(archive.alias).filter(documents__isnull=False, **chosen).distinct()
        return tuple(review_row(archive, review) for review in reviews.order_by("state", "cycle"))


def review_row(archive: Archive, review: tables.Review) -> ReviewRow:
    """One review as tasks give it back."""
    papers = papers_of(archive, review)
    items = tables.Recommendation.objects.using(archive.alias).filter(
        document__review=review, document__leads=True, document__kind=Kind.WORKING_GROUP_REPORT
    )
    by_position = Counter({row["position"]: row["count"] for row in _grouped(items)})
    own = [paper for paper in papers if paper.state == review.state]
    return ReviewRow(
        state=review.state,
        cycle=review.cycle,
        session=next((paper.session for paper in own if paper.session is not None), None),
        report=next((paper.document for paper in own if paper.kind is Kind.WORKING_GROUP_REPORT), ""),
        documents=papers,
        items=by_position.total(),
        pairs=tables.RecommendationState.objects.using(archive.alias).filter(recommendation__in=items).count(),
        supported=by_position[Position.SUPPORTED],
        noted=by_position[Position.NOTED],
        pending=by_position[Position.PENDING],
        changed=items.filter(changed=True).count(),
    )


def papers_of(archive: Archive, review: tables.Review) -> tuple[DocumentRow, ...]:
    """The papers of a review, and those of others that say something about its report or its numbers."""
    documents = tables.Document.objects.using(archive.alias)
    reports = documents.filter(review=review, kind=Kind.WORKING_GROUP_REPORT, leads=True)
    related = Q(review=review)
    for report in reports:
        related |= Q(statements__tied=report_key(report))
        if report.symbol:
            related |= Q(tallies__target=report.symbol)
        if report.council_session is not None:
            related |= Q(tallies__state=review.state, council_session=report.council_session)
    found = documents.filter(related, leads=True).values("pk")
    return document_rows(documents.filter(pk__in=found))


def _grouped(items: Any) -> Any:  # noqa: ANN401  Django's rows of values
    return items.order_by().values("position").annotate(count=Count("pk"))
