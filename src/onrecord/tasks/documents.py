"""Documents of the archive."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Model, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from onrecord.model import Kind, Mechanism
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.rows import DocumentRow, PageOf

# The order in which the papers of a review appear.
_SEQUENCE = (
    Kind.NATIONAL_REPORT,
    Kind.COMPILATION,
    Kind.STAKEHOLDERS_SUMMARY,
    Kind.ADVANCE_QUESTIONS,
    Kind.WORKING_GROUP_REPORT,
    Kind.ADDENDUM,
    Kind.COUNCIL_REPORT,
    Kind.DECISION,
    Kind.THEMATIC_LIST,
)


def list_documents(
    archive: Archive,
    *,
    state: str = "",
    kind: str = "",
    cycle: int | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> PageOf[DocumentRow]:
    """Documents of the archive, sorted by State, cycle, kind (in the order in which papers appear) and symbol.

    Args:
        archive: open.
        state: only of this State under review (ISO 3166-1 alpha-3).
        kind: only of this kind ("addendum"; see ``onrecord.model.Kind``).
        cycle: only of this cycle.
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    given = {"state": state, "kind": kind, "cycle": cycle}
    chosen = {name: value for name, value in given.items() if value not in ("", None)}
    rows = tables.Document.objects.using(archive.alias).filter(**chosen)
    stop = None if limit is None else offset + limit
    with archive.told_plainly():
        return PageOf(tuple(document_rows(rows, start=offset, stop=stop).values()), rows.count(), offset)


def document_rows(
    rows: QuerySet[tables.Document], *, start: int = 0, stop: int | None = None
) -> dict[int, DocumentRow]:
    """These documents by primary key, sorted, each with how much was found in it."""
    counted: QuerySet[Any] = rows.annotate(
        items_count=_count(tables.Recommendation),
        said_count=_count(tables.PositionStatement),
        doubts_count=_count(tables.Doubt),
    )
    sequence = Case(
        *(When(kind=kind.value, then=Value(place)) for place, kind in enumerate(_SEQUENCE)),
        default=Value(len(_SEQUENCE)),
        output_field=IntegerField(),
    )
    ordered = counted.order_by("state", F("cycle").asc(nulls_last=True), sequence, "symbol", "sha256")
    return {row.pk: _row(row) for row in ordered[start:stop]}


def in_sequence(rows: Iterable[DocumentRow]) -> tuple[DocumentRow, ...]:
    """The papers of one review in the order in which they appear."""
    place = {kind: number for number, kind in enumerate(_SEQUENCE)}
    return tuple(sorted(rows, key=lambda row: (place.get(row.kind, len(place)), row.date, row.document, row.sha256)))


def _count(table: type[Model]) -> Coalesce:
    # A subquery each: joined together, the three would multiply.
    own = table._default_manager.filter(document=OuterRef("pk")).order_by().values("document")
    return Coalesce(Subquery(own.annotate(count=Count("pk")).values("count")), 0)


def _row(row: Any) -> DocumentRow:  # noqa: ANN401  a Document with three counts
    return DocumentRow(
        document=row.symbol,
        sha256=row.sha256,
        name=row.name,
        kind=Kind(row.kind),
        state=row.state,
        mechanism=Mechanism(row.mechanism),
        cycle=row.cycle,
        session=row.session,
        council_session=row.council_session,
        date=row.date,
        title=row.title,
        language=row.language,
        format=row.format,
        pages=row.pages,
        recommendations=row.items_count,
        positions=row.said_count,
        doubts=row.doubts_count,
        added=row.added.isoformat(timespec="seconds"),
        reasons=tuple((field, why) for field, why in row.reasons),
        warnings=tuple(row.warnings),
        leads=row.leads,
    )
