"""One recommendation with all there is on it."""

from dataclasses import dataclass, replace

from django.db.models import Q

from onrecord.model import Kind, Place, PositionStatement
from onrecord.store import dialogue, tables
from onrecord.store.archive import Archive
from onrecord.store.documents import report_key
from onrecord.store.places import unpack_optional, unpack_place
from onrecord.tasks.documents import document_rows
from onrecord.tasks.labels import labels_of, standing
from onrecord.tasks.recommendations import find, finished
from onrecord.tasks.reviews import papers_of
from onrecord.tasks.rows import DocumentRow, HistoryEntry, Quote, RecommendationDetail


@dataclass(frozen=True, slots=True)
class Neighbours:
    """A recommendation's place in its report's list, from 1, and the numbers beside it ("" at the ends)."""

    at: int
    total: int
    before: str
    after: str


_Files = dict[str, tuple[str, Kind]]


def show_recommendation(archive: Archive, symbol: str, number: str) -> RecommendationDetail:
    """One recommendation: its text, every answer with the passage that holds it, and the papers around it.

    Args:
        archive: open.
        symbol: of the report, such as "A/HRC/28/10".
        number: of the recommendation, such as "126.44".

    Raises:
        NotFound: no such report or number; the advice names what there is.
    """
    with archive.told_plainly():
        row = find(archive, symbol, number)
        (shown,) = finished(archive, [row], labels=False)
        labels = labels_of(archive, [row.key]).get(row.key, ())
        answers = _answers(archive, row)
        papers = _papers(archive, row.document, {quote.place.sha256 for quote in answers})
        files = {paper.sha256: (paper.name, paper.kind) for paper in papers}
        at = (row.document.sha256, row.document.symbol)
        chapeau_place = unpack_optional(row.chapeau_place, *at)
        return RecommendationDetail(
            recommendation=replace(shown, **standing(labels)),
            quote=_quote(row.item, unpack_place(row.item_place, *at), files),
            chapeau=_quote(row.chapeau, chapeau_place, files) if chapeau_place else None,
            history=tuple(_entry(statement, files) for statement in shown.history),
            answers=answers,
            papers=papers,
            labels=labels,
        )


def neighbours(archive: Archive, symbol: str, number: str) -> Neighbours | None:
    """Where a recommendation stands in its report; None if it is not there."""
    rows = tables.Recommendation.objects.using(archive.alias).filter(document__leads=True, document__symbol=symbol)
    with archive.told_plainly():
        numbers = list(rows.order_by("order").values_list("number", flat=True))
    if number not in numbers:
        return None
    at = numbers.index(number)
    before = numbers[at - 1] if at else ""
    return Neighbours(at + 1, len(numbers), before, next(iter(numbers[at + 1 : at + 2]), ""))


def _quote(text: str, place: Place, files: _Files) -> Quote:
    name, kind = files[place.sha256]
    return Quote(text, place, name, kind)


def _entry(statement: PositionStatement, files: _Files) -> HistoryEntry:
    comment = _quote(statement.comment, statement.comment_place, files) if statement.comment_place else None
    return HistoryEntry(statement, _quote(statement.words, statement.place, files), comment)


def _answers(archive: Archive, row: tables.Recommendation) -> tuple[Quote, ...]:
    """Passages of the State's reports to this review's follow-up or the next review that name the number."""
    report = row.document
    if not report.state or report.cycle is None:
        return ()
    later = tables.FollowUpAnswer.objects.using(archive.alias).filter(
        document__state=report.state, document__cycle__in=(report.cycle, report.cycle + 1), document__leads=True
    )
    quotes = []
    for answer in later.select_related("document").order_by("document__date", "order"):
        if row.number in answer.numbers:
            file = answer.document
            loaded = dialogue.load_answer(answer, file.sha256, file.symbol)
            quotes.append(Quote(loaded.text, loaded.text_place, file.name, Kind(file.kind)))
    return tuple(quotes)


def _papers(archive: Archive, report: tables.Document, more: set[str]) -> tuple[DocumentRow, ...]:
    """The papers of its review, all others that say something about the report, and ``more``."""
    documents = tables.Document.objects.using(archive.alias)
    said = tables.PositionStatement.objects.using(archive.alias).filter(tied=report_key(report))
    own = Q(pk=report.pk) | Q(sha256__in=more) | Q(pk__in=said.values("document"))
    rows = document_rows(documents.filter(own, leads=True))
    if report.review is not None:
        of_review = papers_of(archive, {report.review.pk: report.review})[report.review.pk]
        known = {row.sha256 for row in of_review}
        return (*of_review, *(row for row in rows.values() if row.sha256 not in known))
    return tuple(rows.values())
