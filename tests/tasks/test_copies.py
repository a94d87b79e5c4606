"""Backup, restore, passphrases: nothing lost, nothing overwritten."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connections

from onrecord.errors import ArchiveError, WrongPassphrase
from onrecord.model import Position
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.tasks import backup, open_archive, restore, set_passphrase
from onrecord.tasks.adding import put_on_record
from store.archives import PASSPHRASE
from store.papers import ITEMS, answers, report
from tasks.test_adding import contents


@pytest.fixture
def filled(archive: Archive) -> Archive:
    put_on_record(archive, report(ITEMS).prepared())
    put_on_record(archive, answers({"75.1": Position.SUPPORTED}).prepared())
    return archive


def everything(archive: Archive) -> list[object]:
    files = tables.Document.objects.using(archive.alias).order_by("sha256")
    return [
        *contents(archive),
        *((documents.content_of(f), documents.load(f), documents.identity_of(f), f.added) for f in files),
    ]


def test_backup_and_restore(
    filled: Archive, kind: str, passphrase: str, tmp_path: Path, new_database: Callable[[], str]
) -> None:
    done = backup(filled, tmp_path / "copy", passphrase=None)
    assert (done.documents, done.encrypted) == (2, kind == "encrypted")
    bytes_before = (tmp_path / "copy").read_bytes()
    for target in (tmp_path / "back", new_database()):
        assert restore(tmp_path / "copy", target, passphrase=passphrase).documents == 2
        secret = "" if isinstance(target, str) else passphrase
        with open_archive(target, passphrase=secret) as back:
            assert everything(back) == everything(filled) != []
            # It goes on growing like the first.
            put_on_record(back, report({"75.9": ("Plant trees", ("FRA",))}, copy="x").prepared())
            assert tables.Document.objects.using(back.alias).count() == 3
    assert (tmp_path / "copy").read_bytes() == bytes_before  # a backup is never touched
    assert not list(tmp_path.glob("copy-*"))


def test_backup_of_a_database_can_be_encrypted(new_database: Callable[[], str], tmp_path: Path) -> None:
    with open_archive(new_database(), create=True) as archive:
        put_on_record(archive, report(ITEMS).prepared())
        assert backup(archive, tmp_path / "copy", passphrase=PASSPHRASE).encrypted
    with open_archive(tmp_path / "copy", passphrase=PASSPHRASE) as copy:
        assert tables.Document.objects.using(copy.alias).count() == 1
    assert b"Harbours" not in (tmp_path / "copy").read_bytes()


def test_backup_and_restore_never_overwrite(filled: Archive, passphrase: str, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("mine", encoding="utf-8")
    with pytest.raises(ArchiveError, match="exists already"):
        backup(filled, there)
    backup(filled, tmp_path / "copy")
    with pytest.raises(ArchiveError, match="exists already"):
        restore(tmp_path / "copy", there, passphrase=passphrase)
    assert there.read_text(encoding="utf-8") == "mine"
    with pytest.raises(ArchiveError):
        restore(there, tmp_path / "new", passphrase=passphrase)
    assert not (tmp_path / "new").exists()


def test_backup_while_somebody_writes(filled: Archive, passphrase: str, tmp_path: Path) -> None:
    going = threading.Event()

    def write() -> None:
        number = 0
        while not going.is_set():
            number += 1
            put_on_record(filled, report(ITEMS, copy=f"{number}").prepared())
        connections[filled.alias].close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backup(filled, tmp_path / "copy")
    finally:
        going.set()
        writer.join()
    with open_archive(tmp_path / "copy", passphrase=passphrase) as copy:
        rows = tables.Document.objects.using(copy.alias)
        assert rows.count() >= 2
        assert all(row.recommendations.count() in (0, 4) and row.source and row.reading for row in rows)


@pytest.mark.parametrize("kind", ["plain"], indirect=True)
def test_from_no_passphrase_to_some_and_back(filled: Archive, location: str, tmp_path: Path) -> None:
    before = everything(filled)
    filled.close()
    for old, new in (("", PASSPHRASE), (PASSPHRASE, "other words"), ("other words", "")):
        set_passphrase(location, old=old, new=new)
        with pytest.raises(WrongPassphrase):
            open_archive(location, passphrase=old)
        with open_archive(location, passphrase=new) as archive:
            assert everything(archive) == before
        assert (b"Harbours" in Path(location).read_bytes()) is (new == "")
        assert [path.name for path in tmp_path.iterdir()] == [Path(location).name]


def test_the_passphrase_of_an_archive_in_use_stays(filled: Archive, kind: str, location: str, passphrase: str) -> None:
    message = "no passphrase of its own" if kind == "postgres" else "is in use"
    with pytest.raises(ArchiveError, match=message):
        set_passphrase(location, old=passphrase, new="other words")
    assert len(everything(filled)) > 0
    filled.close()
    open_archive(location, passphrase=passphrase).close()
