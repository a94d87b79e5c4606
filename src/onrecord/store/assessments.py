"""Assessments ↔ rows. Nothing here is ever deleted or overwritten; withdrawing adds who, when and why."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from onrecord.model import Assessment, Assessor, Evidence, EvidenceKind
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.places import pack_optional, unpack_optional

_AT_ONCE = 500


def new(archive: Archive, assessment: Assessment) -> Assessment:
    """Write an assessment; an empty ``id`` or ``when`` is filled in.

    Returns:
        The assessment as written.
    """
    row = tables.Assessment(
        uid=assessment.id or uuid4().hex,
        target=assessment.target,
        level=assessment.level,
        scale=assessment.scale,
        date=assessment.date,
        assessor=assessment.assessor.value,
        name=assessment.name,
        reasons=assessment.reasons,
        evidence=[_pack(one) for one in assessment.evidence],
        who=assessment.who,
        when=datetime.fromisoformat(assessment.when) if assessment.when else datetime.now(UTC),
        withdrawn_by=assessment.withdrawn_by,
        withdrawn_when=_moment(assessment.withdrawn_when),
        withdrawn_why=assessment.withdrawn_why,
    )
    row.save(using=archive.alias)
    return load(row)


def withdraw(archive: Archive, uid: str, *, who: str, why: str, when: str = "") -> Assessment:
    """Note who withdrew an assessment, when ("": now) and why."""
    moment = _moment(when) or datetime.now(UTC)
    rows = tables.Assessment.objects.using(archive.alias).filter(uid=uid)
    rows.update(withdrawn_by=who, withdrawn_when=moment, withdrawn_why=why)
    return load(rows.get())


def by_id(archive: Archive, uid: str) -> Assessment | None:
    """The assessment of this id, None if the archive has none."""
    row = tables.Assessment.objects.using(archive.alias).filter(uid=uid).first()
    return load(row) if row else None


def of_targets(archive: Archive, targets: Iterable[str]) -> dict[str, tuple[Assessment, ...]]:
    """By target, all assessments, withdrawn ones too, oldest first. One query for each 500 targets."""
    found: dict[str, tuple[Assessment, ...]] = {}
    named = list(dict.fromkeys(targets))
    for start in range(0, len(named), _AT_ONCE):
        some = named[start : start + _AT_ONCE]
        rows = tables.Assessment.objects.using(archive.alias).filter(target__in=some)
        for row in rows.order_by("date", "when", "pk"):
            found[row.target] = (*found.get(row.target, ()), load(row))
    return found


def every(archive: Archive) -> Iterable[Assessment]:
    """All assessments of the archive, oldest first, in bounded memory."""
    for row in tables.Assessment.objects.using(archive.alias).order_by("when", "pk").iterator(_AT_ONCE):
        yield load(row)


def load(row: tables.Assessment) -> Assessment:
    """The assessment of a row."""
    return Assessment(
        id=row.uid,
        target=row.target,
        level=row.level,
        scale=row.scale,
        date=row.date,
        assessor=Assessor(row.assessor),
        name=row.name,
        reasons=row.reasons,
        evidence=tuple(_unpack(packed) for packed in row.evidence),
        who=row.who,
        when=row.when.isoformat(),
        withdrawn_by=row.withdrawn_by,
        withdrawn_when=row.withdrawn_when.isoformat() if row.withdrawn_when else "",
        withdrawn_why=row.withdrawn_why,
    )


def _pack(evidence: Evidence) -> list[Any]:
    paper = (evidence.place.sha256, evidence.place.symbol) if evidence.place else ("", "")
    return [evidence.kind.value, evidence.ref, evidence.text, pack_optional(evidence.place), *paper, evidence.name]


def _unpack(packed: list[Any]) -> Evidence:
    kind, ref, text, place, sha256, symbol, name = packed
    return Evidence(EvidenceKind(kind), ref, text, unpack_optional(place, sha256, symbol), name)


def _moment(when: str) -> datetime | None:
    return datetime.fromisoformat(when) if when else None
