"""Cases ↔ rows: keepers, sealed entries, and the number that says which names are withheld."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from uuid import uuid4

from django.db.models import Exists, F

from onrecord.errors import ArchiveError
from onrecord.model.case import Case, CaseEntry, CaseField, Publication
from onrecord.store import keys, sealing, tables
from onrecord.store.archive import Archive

_KEY = "key of cases"


def keepers(archive: Archive) -> tuple[str, ...]:
    """Names of those who may see cases; () while there is no lock."""
    return tuple(tables.CaseKeeper.objects.using(archive.alias).order_by("pk").values_list("name", flat=True))


def add_keeper(archive: Archive, name: str, passphrase: str, key: bytes) -> None:
    """Let somebody in: the key of cases, sealed with this keeper's passphrase; one of that name is replaced."""
    salt = keys.new_salt()
    sealed = sealing.seal(sealing.key_of(passphrase, salt), key, about=_KEY, salt=salt)
    tables.CaseKeeper.objects.using(archive.alias).update_or_create(
        name=name, defaults={"sealed_key": sealed, "added": datetime.now(UTC)}
    )


def remove_keeper(archive: Archive, name: str) -> bool:
    """Whether there was such a keeper, who is none any more."""
    return bool(tables.CaseKeeper.objects.using(archive.alias).filter(name=name).delete()[0])


def unlock(archive: Archive, passphrase: str) -> tuple[str, bytes] | None:
    """The keeper whose passphrase this is, and the key of cases; None if it is nobody's."""
    for row in tables.CaseKeeper.objects.using(archive.alias).order_by("pk"):
        sealed = bytes(row.sealed_key)
        key = sealing.unseal(sealing.key_of(passphrase, sealing.salt_of(sealed)), sealed, about=_KEY)
        if key is not None:
            return row.name, key
    return None


def new(archive: Archive, key: str) -> str:
    """A new, closed case without entries; returns its id."""
    uid = uuid4().hex[:12]
    tables.CaseFile.objects.using(archive.alias).create(
        uid=uid, key=key, spellings=[], publication=Publication.CLOSED.value
    )
    return uid


def of_key(archive: Archive, names: Sequence[str]) -> str:
    """The id of the case of one of these names, "" if there is none."""
    rows = tables.CaseFile.objects.using(archive.alias).filter(key__in=[name for name in names if name])
    return rows.values_list("uid", flat=True).first() or ""


def write(archive: Archive, uid: str, entry: CaseEntry, key: bytes) -> Case:
    """Inside a transaction: seal one more entry and say anew what is withheld; returns the case as it is now."""
    row = tables.CaseFile.objects.using(archive.alias).select_for_update().get(uid=uid)
    number = row.entries.count() + 1
    kept = replace(entry, number=number, when=entry.when or datetime.now(UTC).isoformat(timespec="seconds"))
    said = {name: value for name, value in asdict(kept).items() if name not in ("number", "stands")}
    content = json.dumps(said, ensure_ascii=False).encode()
    sealed = sealing.seal(key, content, about=f"{uid} {number}")
    tables.CaseEntry.objects.using(archive.alias).create(case=row, number=number, sealed=sealed)
    case = load(row, key)
    row.spellings, row.publication = list(case.spellings), case.publication.value
    row.save(using=archive.alias)
    say_changed(archive)
    return case


def find(archive: Archive, uid: str, key: bytes) -> Case | None:
    """The case of this id, None if there is none."""
    row = tables.CaseFile.objects.using(archive.alias).filter(uid=uid).first()
    return load(row, key) if row else None


def every(archive: Archive, key: bytes) -> tuple[Case, ...]:
    """All cases, in the order in which they were opened."""
    rows = tables.CaseFile.objects.using(archive.alias).order_by("pk").prefetch_related("entries")
    return tuple(load(row, key) for row in rows)


def load(row: tables.CaseFile, key: bytes) -> Case:
    """A case with all its entries, unsealed.

    Raises:
        ArchiveError: an entry does not open: it was changed or moved.
    """
    read = [_entry(row.uid, entry, key) for entry in sorted(row.entries.all(), key=lambda one: one.number)]
    undone: set[int] = set()
    for entry in reversed(read):  # what undoes can itself be undone
        if entry.field is CaseField.UNDONE and entry.number not in undone:
            undone.add(int(entry.text))
    return Case(row.uid, row.key, tuple(replace(entry, stands=entry.number not in undone) for entry in read))


def _entry(uid: str, row: tables.CaseEntry, key: bytes) -> CaseEntry:
    content = sealing.unseal(key, bytes(row.sealed), about=f"{uid} {row.number}")
    if content is None:
        raise ArchiveError(
            f"Entry {row.number} of case {uid} cannot be opened.", advice="It was damaged: restore a backup."
        )
    said = json.loads(content)
    return CaseEntry(number=row.number, **{**said, "field": CaseField(said["field"])})


def state(archive: Archive) -> tuple[int, bool]:
    """The number that goes up whenever other names have to be withheld, and whether there is a lock; one query."""
    locked = Exists(tables.CaseKeeper.objects.using(archive.alias))
    rows = tables.VeilVersion.objects.using(archive.alias).annotate(locked=locked)
    return rows.values_list("number", "locked").first() or (0, False)


def say_changed(archive: Archive) -> None:
    """Other names may have to be withheld from now on."""
    rows = tables.VeilVersion.objects.using(archive.alias)
    # Two who write the first row at once must not stop each other.
    rows.bulk_create([tables.VeilVersion(pk=1, number=0)], ignore_conflicts=True)
    rows.update(number=F("number") + 1)
