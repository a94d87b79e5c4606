"""Whole archives: copied while in use, encrypted anew, moved between a file and a database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from django.core.management.color import no_style
from django.db import OperationalError, connections, transaction

from onrecord.errors import ArchiveError
from onrecord.store import keys, passages, tables
from onrecord.store.archive import Archive
from onrecord.store.files import APPLICATION_ID, draft_of, new_file

_ROWS_AT_ONCE = 200


def copy_to_file(archive: Archive, target: Path) -> None:
    """Copy a file archive, as it is at this moment, to a new file of the same passphrase.

    Raises:
        ArchiveError: the target exists or cannot be written.
    """
    with new_file(target) as draft:
        _export(archive, draft, archive.cipher_key)


def encrypt_anew(archive: Archive, passphrase: str) -> None:
    """Give a file archive another passphrase, or none (""); closes it.

    The new file takes the place of the old one at once and whole, so that a crash leaves one or the other.

    Raises:
        ArchiveError: somebody else has it open.
    """
    assert archive.path is not None
    key = keys.cipher_key(passphrase, keys.new_salt()) if passphrase else ""
    with draft_of(archive.path) as draft, archive:
        _keep_others_out(archive)
        _export(archive, draft, key)
        archive.close()
        draft.replace(archive.path)


def copy_rows(source: Archive, target: Archive) -> None:
    """Copy every row into an empty archive of any kind, primary keys included; the index of words is made anew."""
    with _snapshot(source), target.whole_or_nothing():
        for table in tables.ALL:
            rows = table._default_manager.using(source.alias).order_by("pk")
            # Files and readings are large: few at once keeps memory small.
            step = 8 if table in (tables.Source, tables.Reading) else _ROWS_AT_ONCE
            stream = rows.iterator(chunk_size=step)
            while batch := list(islice(stream, step)):
                table._default_manager.using(target.alias).bulk_create(batch)
        _go_on_counting(target)
        passages.index_all(target)


def settle(archive: Archive) -> None:
    """Leave write-ahead logging, so that the file is complete by itself and can be read where nobody may write."""
    with archive.told_plainly(), connections[archive.alias].cursor() as cursor:
        cursor.execute("PRAGMA journal_mode = DELETE")


def _export(archive: Archive, draft: Path, key: str) -> None:
    with archive.told_plainly(), connections[archive.alias].cursor() as cursor:
        cursor.execute("ATTACH DATABASE %s AS copy KEY %s", [str(draft), key])
        cursor.execute("SELECT sqlcipher_export('copy')")
        cursor.execute(f"PRAGMA copy.application_id = {APPLICATION_ID}")
        cursor.execute("DETACH DATABASE copy")
    with draft.open("rb") as handle:
        os.fsync(handle.fileno())


def _keep_others_out(archive: Archive) -> None:
    with connections[archive.alias].cursor() as cursor:
        try:
            # SQLite leaves write-ahead logging only if nobody else has the file open, be it idly.
            for command in ("busy_timeout = 1000", "locking_mode = EXCLUSIVE", "journal_mode = DELETE"):
                cursor.execute(f"PRAGMA {command}")
        except OperationalError as error:
            raise ArchiveError(
                f"The archive {archive.location} is in use.", advice="End the other programs that use it and try again."
            ) from error


@contextmanager
def _snapshot(archive: Archive) -> Iterator[None]:
    """Shows the archive as it is at this moment, whatever others write meanwhile."""
    with archive.told_plainly(), transaction.atomic(using=archive.alias):
        if archive.path is None:
            with connections[archive.alias].cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield


def _go_on_counting(archive: Archive) -> None:
    """Databases count primary keys apart from the rows: tell them where to go on."""
    connection = connections[archive.alias]
    statements = connection.ops.sequence_reset_sql(no_style(), list(tables.ALL))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
