"""What happened when, as papers tell it."""

from django.db.models import Case, IntegerField, Value, When

from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.said import load_event
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.rows import PageOf
from onrecord.tasks.said_rows import EventRow


def chronology(
    archive: Archive, *, state: str = "", kind: str = "", limit: int | None = None, offset: int = 0
) -> PageOf[EventRow]:
    """Events in the order of their dates, oldest first; those without a date last. A constant number of queries."""
    with archive.told_plainly():
        rows = tables.Event.objects.using(archive.alias).filter(document__leads=True)
        rows = rows.filter(document__state=state) if state else rows
        rows = rows.filter(kind=kind) if kind else rows
        stop = None if limit is None else offset + limit
        undated = Case(When(date="", then=Value(1)), default=Value(0), output_field=IntegerField())
        page = list(rows.select_related("document").order_by(undated, "date", "document", "order")[offset:stop])
        keys = {key for row in page for key in row.said["claims"]}
        texts = dict(tables.Claim.objects.using(archive.alias).filter(key__in=keys).values_list("key", "text"))
        return PageOf(tuple(_shown(row, texts) for row in page), rows.count(), offset)


def _shown(row: tables.Event, texts: dict[str, str]) -> EventRow:
    event = load_event(row, (row.document.sha256, row.document.symbol))
    return EventRow(
        key=event.id,
        name=event.name,
        kind=event.kind,
        date=event.date,
        where=event.where,
        paper=paper_ref(row.document),
        place=event.mentions[0],
        claims=tuple(texts[key] for key in event.claims if key in texts),
    )
