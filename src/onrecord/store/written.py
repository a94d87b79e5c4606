"""Written papers ↔ rows. Versions are only ever added."""

from collections.abc import Iterable
from datetime import UTC, datetime
from uuid import uuid4

from django.db.models import Count

from onrecord.model.written import WrittenPaper, WrittenVersion
from onrecord.store import tables
from onrecord.store.archive import Archive


def new(archive: Archive, paper: WrittenPaper) -> str:
    """A new paper with its first version (inside a transaction); returns its id."""
    row = tables.WrittenPaper(
        uid=uuid4().hex[:12],
        outline=paper.outline,
        state=paper.state,
        cycle=paper.cycle,
        language=paper.language,
        authors=list(paper.authors),
        before=paper.before,
        subject=paper.subject,
        created=datetime.now(UTC),
    )
    row.save(using=archive.alias)
    add(archive, row, paper.current)
    return row.uid


def locked(archive: Archive, uid: str) -> tables.WrittenPaper | None:
    """The row of a paper, held until the transaction ends; None if there is none."""
    return tables.WrittenPaper.objects.using(archive.alias).select_for_update().filter(uid=uid).first()


def add(archive: Archive, row: tables.WrittenPaper, version: WrittenVersion) -> WrittenVersion:
    """One more version; it holds from now on unless it is kept aside."""
    number = row.versions.using(archive.alias).count() + 1
    saved = tables.WrittenVersion(
        paper=row,
        number=number,
        title=version.title,
        text=version.text,
        who=version.who,
        when=datetime.now(UTC),
        reason=version.reason,
        based_on=version.based_on,
        aside=version.aside,
    )
    saved.save(using=archive.alias)
    if not version.aside:
        row.current = number
        row.save(using=archive.alias, update_fields=["current"])
    return _version(saved)


def find(archive: Archive, uid: str) -> WrittenPaper | None:
    """One paper with its current version; two queries."""
    row = tables.WrittenPaper.objects.using(archive.alias).filter(uid=uid).first()
    if row is None:
        return None
    return next(iter(_papers(archive, [row])), None)


def every(archive: Archive, *, state: str = "") -> tuple[WrittenPaper, ...]:
    """All papers, the newest first; three queries however many there are."""
    rows = tables.WrittenPaper.objects.using(archive.alias).order_by("-created", "-pk")
    return tuple(_papers(archive, list(rows.filter(state=state) if state else rows)))


def versions(archive: Archive, uid: str) -> tuple[WrittenVersion, ...]:
    """All versions of a paper, the oldest first."""
    rows = tables.WrittenVersion.objects.using(archive.alias).filter(paper__uid=uid).order_by("number")
    return tuple(_version(row) for row in rows)


def _papers(archive: Archive, rows: list[tables.WrittenPaper]) -> Iterable[WrittenPaper]:
    kept = tables.WrittenVersion.objects.using(archive.alias).filter(paper__in=rows)
    counts = dict(kept.order_by().values_list("paper").annotate(n=Count("pk")))
    wanted = {(row.pk, row.current) for row in rows}
    current = {
        row.paper_id: _version(row)
        for row in kept.filter(number__in={number for _, number in wanted})
        if (row.paper_id, row.number) in wanted
    }
    for row in rows:
        yield WrittenPaper(
            id=row.uid,
            outline=row.outline,
            state=row.state,
            cycle=row.cycle,
            language=row.language,
            authors=tuple(row.authors),
            before=row.before,
            subject=row.subject,
            current=current[row.pk],
            versions=counts[row.pk],
        )


def _version(row: tables.WrittenVersion) -> WrittenVersion:
    return WrittenVersion(
        number=row.number,
        title=row.title,
        text=row.text,
        who=row.who,
        when=row.when.isoformat(timespec="seconds"),
        reason=row.reason,
        based_on=row.based_on,
        aside=row.aside,
    )
