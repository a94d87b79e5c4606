"""Making and opening archives, and telling them from other things."""

import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connections

from onrecord.errors import ArchiveError, SettingError, WrongPassphrase
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import list_documents, open_archive
from onrecord.tasks.adding import put_on_record
from store.archives import PASSPHRASE
from store.papers import ITEMS, report


@pytest.fixture
def filled(location: str, passphrase: str) -> str:
    with open_archive(location, passphrase=passphrase, create=True) as archive:
        put_on_record(archive, report(ITEMS).prepared())
    return location


def test_what_was_added_is_there_when_opened_again(filled: str, passphrase: str, kind: str) -> None:
    with open_archive(filled, passphrase=passphrase) as archive:
        assert list_documents(archive).total == 1
        assert archive.encrypted is (kind == "encrypted")


def test_nothing_is_overwritten(filled: str, passphrase: str) -> None:
    with pytest.raises(ArchiveError, match="already"):
        open_archive(filled, passphrase=passphrase, create=True)
    with open_archive(filled, passphrase=passphrase) as archive:
        assert list_documents(archive).total == 1


def test_two_archives_at_once_do_not_mix(archive: Archive, tmp_path: Path) -> None:
    with open_archive(tmp_path / "other", create=True) as other:
        put_on_record(other, report(ITEMS).prepared())
        assert (list_documents(archive).total, list_documents(other).total) == (0, 1)


def test_an_archive_of_a_newer_version_is_refused(filled: str, passphrase: str) -> None:
    with open_archive(filled, passphrase=passphrase) as archive, connections[archive.alias].cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('onrecord', '9999_wonders', '2040-01-01')"
        )
    with pytest.raises(ArchiveError, match="newer version"):
        open_archive(filled, passphrase=passphrase)


def test_an_archive_that_was_made_halfway_is_completed(filled: str, passphrase: str) -> None:
    with open_archive(filled, passphrase=passphrase) as archive, connections[archive.alias].cursor() as cursor:
        for table in reversed(tables.ALL):
            cursor.execute(f"DROP TABLE {table._meta.db_table}")
        cursor.execute("DELETE FROM django_migrations WHERE name <> '0000_none'")
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('other', '0001_initial', '2040-01-01')"
        )
    if filled.startswith("postgresql:"):  # where no mark but the tables tells that there is an archive
        with pytest.raises(ArchiveError, match="holds no archive"):
            open_archive(filled, passphrase=passphrase)
        open_archive(filled, passphrase=passphrase, create=True).close()
    with open_archive(filled, passphrase=passphrase) as archive:
        assert list_documents(archive).total == 0


@pytest.mark.parametrize(
    "content",
    [b"", b"Dear reader,\n" * 4096, b"%PDF-1.7\n" + bytes(4087), bytes(range(256)) * 10],
    ids=["empty", "text", "pdf", "no whole page"],
)
@pytest.mark.parametrize("given", ["", PASSPHRASE])
def test_other_files_are_no_archives(tmp_path: Path, content: bytes, given: str) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    with pytest.raises(ArchiveError, match="no Onrecord archive"):
        open_archive(path, passphrase=given)
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_an_sqlite_file_of_somebody_else_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    with sqlite3.connect(path) as theirs:
        theirs.execute("CREATE TABLE onrecord_document (id)")
    with pytest.raises(ArchiveError, match="no Onrecord archive"):
        open_archive(path)


def test_where_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="no archive at"):
        open_archive(tmp_path / "nothing")
    with pytest.raises(ArchiveError, match="cannot be made"):
        open_archive(tmp_path / "no" / "folder", create=True)
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read_an_archive(tmp_path: Path) -> None:
    open_archive(tmp_path / "archive", create=True).close()
    assert stat.S_IMODE((tmp_path / "archive").stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["archive"]


@pytest.mark.parametrize("wrong", ["", "Seven grey herons", PASSPHRASE + " "])
def test_a_wrong_passphrase(tmp_path: Path, wrong: str, capfd: pytest.CaptureFixture[str]) -> None:
    open_archive(tmp_path / "a", passphrase=PASSPHRASE, create=True).close()
    with pytest.raises(WrongPassphrase) as caught:
        open_archive(tmp_path / "a", passphrase=wrong)
    assert caught.value.advice
    assert capfd.readouterr().err == ""


def test_a_passphrase_for_an_open_archive_is_no_silent_matter(tmp_path: Path) -> None:
    open_archive(tmp_path / "a", create=True).close()
    with pytest.raises(WrongPassphrase, match="not encrypted"):
        open_archive(tmp_path / "a", passphrase=PASSPHRASE)


def test_passphrase_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_PASSPHRASE", PASSPHRASE)
    open_archive(tmp_path / "a", create=True).close()
    monkeypatch.delenv("ONRECORD_PASSPHRASE")
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE + "\nsecond line\n", encoding="utf-8")
    monkeypatch.setenv("ONRECORD_PASSPHRASE_FILE", str(secret))
    with open_archive(tmp_path / "a") as archive:
        assert archive.encrypted
    monkeypatch.setenv("ONRECORD_PASSPHRASE_FILE", str(tmp_path / "lost"))
    with pytest.raises(SettingError, match="cannot be read"):
        open_archive(tmp_path / "a")


def test_letters_typed_in_two_forms_are_one_passphrase(tmp_path: Path) -> None:
    open_archive(tmp_path / "a", passphrase="caf\u00e9", create=True).close()
    open_archive(tmp_path / "a", passphrase="cafe\u0301").close()


def test_an_encrypted_archive_holds_no_plain_word_while_in_use(tmp_path: Path) -> None:
    words = [words.encode() for text, _ in ITEMS.values() for words in (text, text.casefold())]
    for passphrase, found in (("", True), (PASSPHRASE, False)):
        folder = tmp_path / (passphrase or "plain")
        folder.mkdir()
        with open_archive(folder / "a", passphrase=passphrase, create=True) as archive:
            put_on_record(archive, report(ITEMS).prepared("secret-name.pdf"))
            raw = b"".join(path.read_bytes() for path in folder.iterdir())
            assert len(list(folder.iterdir())) == 3  # the file, its log and the log's index
        assert any(word in raw for word in (*words, b"secret-name", b"CREATE TABLE")) is found


def test_a_database_url_that_is_none() -> None:
    with pytest.raises(ArchiveError, match="malformed") as malformed:
        open_archive("postgresql://user:secret@host/x?nonsense=1")
    assert "secret" not in str(malformed.value)
    with pytest.raises(ArchiveError) as caught:
        open_archive("postgresql://user:secret@127.0.0.1:1/x?password=secret")
    assert "secret" not in str(caught.value)
    assert "user@127.0.0.1:1" in str(caught.value)


def test_a_database_without_an_archive(new_database: Callable[[], str]) -> None:
    with pytest.raises(ArchiveError, match="holds no archive"):
        open_archive(new_database())
    with pytest.raises(ArchiveError, match="no passphrase of its own"):
        open_archive(new_database(), passphrase="x", create=True)


def test_a_missing_migration_is_noticed() -> None:
    program = (
        "from onrecord.store import tables; from django.core.management import call_command;"
        "call_command('makemigrations', 'onrecord', check=True, dry_run=True)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
