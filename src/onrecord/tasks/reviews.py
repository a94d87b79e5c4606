"""Reviews: the papers of one State in one cycle, with what became of its recommendations."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from onrecord.model import Kind, Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.documents import report_key
from onrecord.tasks.documents import document_rows, in_sequence
from onrecord.tasks.rows import DocumentRow, ReviewRow


def list_reviews(
    archive: Archive, *, state: str = "", cycle: int | None = None, limit: int | None = None, offset: int = 0
) -> tuple[ReviewRow, ...]:
    """Reviews of the archive, sorted by State and cycle.

    Args:
        archive: open.
        state: only of this State under review (ISO 3166-1 alpha-3).
        cycle: only of this cycle.
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    stop = None if limit is None else offset + limit
    with archive.told_plainly():
        return review_rows(archive, _fitting(archive, state, cycle).order_by("state", "cycle")[offset:stop])


def reviewed_cycles(archive: Archive) -> tuple[tuple[str, int | None], ...]:
    """State and cycle of every review of a State that is known, sorted; one query."""
    with archive.told_plainly():
        rows = _fitting(archive, "", None).exclude(state="").order_by("state", "cycle")
        return tuple(dict.fromkeys(rows.values_list("state", "cycle")))


def count_reviews(archive: Archive, *, state: str = "", cycle: int | None = None) -> int:
    """How many reviews there are."""
    with archive.told_plainly():
        return _fitting(archive, state, cycle).count()


def _fitting(archive: Archive, state: str, cycle: int | None) -> QuerySet[tables.Review]:
    given = {"state": state, "cycle": cycle}
    chosen = {name: value for name, value in given.items() if value not in ("", None)}
    return tables.Review.objects.using(archive.alias).filter(documents__isnull=False, **chosen).distinct()


def review_rows(archive: Archive, reviews: Iterable[tables.Review]) -> tuple[ReviewRow, ...]:
    """Reviews as tasks give them back; so many queries, however many reviews."""
    wanted = {review.pk: review for review in reviews}
    counts = _counts(archive, wanted)
    papers = papers_of(archive, wanted)
    return tuple(_row(review, papers[key], counts[key]) for key, review in wanted.items())


def papers_of(archive: Archive, reviews: Mapping[int, tables.Review]) -> dict[int, tuple[DocumentRow, ...]]:
    """The papers of each review, and those of others that say something about its report or its numbers."""
    documents = tables.Document.objects.using(archive.alias).filter(leads=True)
    tied: defaultdict[int, set[int]] = defaultdict(set)
    reports: dict[str, int] = {}
    sessions: dict[tuple[str, int], int] = {}
    for document in documents.filter(review__in=reviews):
        assert document.review_id is not None
        tied[document.review_id].add(document.pk)
        if document.kind == Kind.WORKING_GROUP_REPORT:
            reports[report_key(document)] = document.review_id
            if document.council_session is not None:
                sessions[document.state, document.council_session] = document.review_id
    for review, guest in _guests(archive, reports, sessions):
        tied[review].add(guest)
    every = set().union(*tied.values())
    rows = document_rows(documents.filter(pk__in=every))
    return {key: in_sequence(row for pk, row in rows.items() if pk in tied[key]) for key in reviews}


def _guests(
    archive: Archive, reports: Mapping[str, int], sessions: Mapping[tuple[str, int], int]
) -> Iterable[tuple[int, int]]:
    """(review, document) for what is said in papers of no or another review: the report of the Council, lists."""
    said = tables.PositionStatement.objects.using(archive.alias).filter(document__leads=True, tied__in=reports)
    for key, document in said.order_by().values_list("tied", "document").distinct():
        yield reports[key], document
    stated = tables.Tally.objects.using(archive.alias).filter(document__leads=True).order_by()
    columns = ("target", "state", "document__council_session", "document")
    for target, state, session, document in stated.values_list(*columns).distinct():
        review = reports.get(target) or sessions.get((state, session))
        if review is not None:
            yield review, document


@dataclass(slots=True)
class _Counts:
    by_position: Counter[str] = field(default_factory=Counter)
    changed: int = 0
    pairs: int = 0


def _counts(archive: Archive, reviews: Mapping[int, tables.Review]) -> defaultdict[int, _Counts]:
    counts: defaultdict[int, _Counts] = defaultdict(_Counts)
    report = {"leads": True, "kind": Kind.WORKING_GROUP_REPORT.value, "review__in": reviews}
    items = tables.Recommendation.objects.using(archive.alias).order_by()
    items = items.filter(**{f"document__{name}": value for name, value in report.items()})
    grouped = items.values_list("document__review", "position", "changed").annotate(count=Count("pk"))
    for review, position, changed, count in grouped:
        counts[review].by_position[position] += count
        counts[review].changed += count if changed else 0
    pairs = tables.RecommendationState.objects.using(archive.alias).order_by()
    pairs = pairs.filter(**{f"document__{name}": value for name, value in report.items()})
    for review, count in pairs.values_list("document__review").annotate(count=Count("pk")):
        counts[review].pairs = count
    return counts


def _row(review: tables.Review, papers: tuple[DocumentRow, ...], counts: _Counts) -> ReviewRow:
    own = [paper for paper in papers if paper.state == review.state]
    return ReviewRow(
        state=review.state,
        cycle=review.cycle,
        session=next((paper.session for paper in own if paper.session is not None), None),
        report=next((paper.document for paper in own if paper.kind is Kind.WORKING_GROUP_REPORT), ""),
        documents=papers,
        items=counts.by_position.total(),
        pairs=counts.pairs,
        supported=counts.by_position[Position.SUPPORTED],
        noted=counts.by_position[Position.NOTED],
        pending=counts.by_position[Position.PENDING],
        changed=counts.changed,
    )
