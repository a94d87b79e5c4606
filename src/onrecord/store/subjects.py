"""Subjects ↔ rows. A definition is never overwritten: each change is a new version, with name and reason."""

from dataclasses import replace
from datetime import UTC, datetime

from django.db.models import Max

from onrecord.model.subject import Subject
from onrecord.store import tables
from onrecord.store.archive import Archive


def latest(archive: Archive) -> dict[str, Subject]:
    """The latest version of every subject that was defined or changed in this archive, by key."""
    table = tables.SubjectVersion.objects.using(archive.alias)
    newest = dict(table.values_list("key").annotate(latest=Max("version")))
    return {row.key: load(row) for row in table.order_by("key", "version") if row.version == newest[row.key]}


def versions(archive: Archive, key: str) -> tuple[Subject, ...]:
    """All versions of one subject, oldest first."""
    rows = tables.SubjectVersion.objects.using(archive.alias).filter(key=key).order_by("version")
    return tuple(load(row) for row in rows)


def save(archive: Archive, subject: Subject) -> Subject:
    """Write a new version, as numbered in ``subject``."""
    now = datetime.now(UTC)
    tables.SubjectVersion.objects.using(archive.alias).create(
        key=subject.key,
        version=subject.version,
        title=subject.title,
        note=subject.note,
        issues=list(subject.issues),
        words=subject.words,
        meaning=list(subject.meaning),
        near=subject.near,
        who=subject.who,
        when=now,
        reason=subject.reason,
    )
    return replace(subject, when=now.isoformat())


def load(row: tables.SubjectVersion) -> Subject:
    """The subject of a row."""
    return Subject(
        key=row.key,
        title=row.title,
        note=row.note,
        issues=tuple(row.issues),
        words=row.words,
        meaning=tuple(row.meaning),
        near=row.near,
        version=row.version,
        who=row.who,
        when=row.when.isoformat(),
        reason=row.reason,
    )
