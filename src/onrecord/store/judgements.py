"""Judgements ↔ rows. Nothing here is ever deleted or overwritten; withdrawing adds who and when."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from django.db import connections
from django.db.models import Count, Max, Min
from django.db.models.functions import Substr

from onrecord.model.judgement import Judgement
from onrecord.store import tables
from onrecord.store.archive import Archive

_LOCK = 0x4A756467  # "Judg"
_TOGETHER = 24  # letters with which the ids of judgements begin that were made in one go


def new(archive: Archive, judgement: Judgement) -> Judgement:
    """Write a judgement; an empty ``id`` or ``when`` is filled in.

    Returns:
        The judgement as written.
    """
    row = _row(judgement)
    row.save(using=archive.alias)
    return load(row)


def new_together(archive: Archive, several: Sequence[Judgement]) -> str:
    """Write judgements that a person made in one go; returns the id of the decision, with which all their ids begin."""
    decision = uuid4().hex[:_TOGETHER]
    rows = [_row(replace(one, id=f"{decision}{number:08x}")) for number, one in enumerate(several)]
    tables.Judgement.objects.using(archive.alias).bulk_create(rows, batch_size=500)
    return decision


def standing_together(archive: Archive, decision: str) -> tuple[Judgement, ...]:
    """The judgements of one decision on several things that nobody has withdrawn; () if there is no such decision."""
    if len(decision) != _TOGETHER or not decision.isalnum():
        return ()
    rows = tables.Judgement.objects.using(archive.alias).filter(uid__startswith=decision, withdrawn_when=None)
    return _loaded(rows.order_by("uid"))


def last_together(archive: Archive, *, sign: str, most: int) -> list[tuple[str, int, Judgement]]:
    """The latest decisions on several targets that hold ``sign``: id, how many judgements stand, one of them."""
    rows = tables.Judgement.objects.using(archive.alias).filter(target__contains=sign, withdrawn_when=None)
    groups = rows.order_by().annotate(decision=Substr("uid", 1, _TOGETHER)).values_list("decision")
    counted = groups.annotate(count=Count("pk"), first=Min("uid"), latest=Max("when")).filter(count__gt=1)
    found = list(counted.order_by("-latest")[:most])
    firsts = {
        row.uid: load(row)
        for row in tables.Judgement.objects.using(archive.alias).filter(uid__in=[f for *_, f, _ in found])
    }
    return [(decision, count, firsts[first]) for decision, count, first, _ in found]


def _row(judgement: Judgement) -> tables.Judgement:
    return tables.Judgement(
        uid=judgement.id or uuid4().hex,
        target=judgement.target,
        report=report_of(judgement.target),
        field=judgement.field,
        value=_packed(judgement.value),
        reason=judgement.reason,
        who=judgement.who,
        when=datetime.fromisoformat(judgement.when) if judgement.when else datetime.now(UTC),
        seen=_packed(judgement.seen),
        based_on=judgement.based_on,
        withdrawn_by=judgement.withdrawn_by,
        withdrawn_when=datetime.fromisoformat(judgement.withdrawn_when) if judgement.withdrawn_when else None,
    )


def withdraw(archive: Archive, judgement: Judgement, *, who: str, when: str = "") -> Judgement:
    """Note who withdrew a judgement, and when ("": now)."""
    moment = datetime.fromisoformat(when) if when else datetime.now(UTC)
    rows = tables.Judgement.objects.using(archive.alias).filter(uid=judgement.id)
    rows.update(withdrawn_by=who, withdrawn_when=moment)
    return load(rows.get())


def withdraw_all(archive: Archive, several: Sequence[Judgement], *, who: str) -> None:
    """Note now who withdrew these judgements."""
    moment = datetime.now(UTC)
    table = tables.Judgement.objects.using(archive.alias)
    ids = [one.id for one in several]
    for first in range(0, len(ids), 500):
        table.filter(uid__in=ids[first : first + 500]).update(withdrawn_by=who, withdrawn_when=moment)


def by_id(archive: Archive, uid: str) -> Judgement | None:
    """The judgement of this id, None if the archive has none."""
    row = tables.Judgement.objects.using(archive.alias).filter(uid=uid).first()
    return load(row) if row else None


def of_target(archive: Archive, target: str) -> tuple[Judgement, ...]:
    """All judgements on this target, withdrawn ones too, oldest first."""
    return _loaded(tables.Judgement.objects.using(archive.alias).filter(target=target).order_by("when", "pk"))


def standing_on_report(archive: Archive, report: str) -> dict[str, dict[str, Judgement]]:
    """By target and field, the latest judgement that stands, on all recommendations of this report."""
    rows = tables.Judgement.objects.using(archive.alias).filter(report=report, withdrawn_when=None)
    return _latest(_loaded(rows.order_by("when", "pk")))


def standing_on(archive: Archive, targets: Iterable[str]) -> dict[str, dict[str, Judgement]]:
    """The same for these targets."""
    rows = tables.Judgement.objects.using(archive.alias).filter(target__in=list(targets), withdrawn_when=None)
    return _latest(_loaded(rows.order_by("when", "pk")))


def every(archive: Archive) -> Iterable[Judgement]:
    """All judgements of the archive, oldest first, in bounded memory."""
    for row in tables.Judgement.objects.using(archive.alias).order_by("when", "pk").iterator(500):
        yield load(row)


def lock(archive: Archive) -> None:
    """Inside a transaction: nobody else judges until it ends (a file lets only one write at a time anyway)."""
    if archive.path is None:
        with connections[archive.alias].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def report_of(target: str) -> str:
    """Key of the report whose recommendation is meant; "" for questions."""
    report, sign, _ = target.rpartition("#")
    return report if sign else ""


def load(row: tables.Judgement) -> Judgement:
    """The judgement of a row."""
    return Judgement(
        id=row.uid,
        target=row.target,
        field=row.field,
        value=_unpacked(row.value),
        reason=row.reason,
        who=row.who,
        when=row.when.isoformat(),
        seen=_unpacked(row.seen),
        based_on=row.based_on,
        withdrawn_by=row.withdrawn_by,
        withdrawn_when=row.withdrawn_when.isoformat() if row.withdrawn_when else "",
    )


def _loaded(rows: Iterable[tables.Judgement]) -> tuple[Judgement, ...]:
    return tuple(load(row) for row in rows)


def _latest(oldest_first: Iterable[Judgement]) -> dict[str, dict[str, Judgement]]:
    found: dict[str, dict[str, Judgement]] = {}
    for judgement in oldest_first:
        found.setdefault(judgement.target, {})[judgement.field] = judgement
    return found


def _packed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _unpacked(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
