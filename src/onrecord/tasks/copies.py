"""Backup, restore, and changing the passphrase."""

from pathlib import Path
from tempfile import TemporaryDirectory

from onrecord import settings
from onrecord.errors import ArchiveError
from onrecord.store import copying, files, postgres, tables
from onrecord.store.archive import Archive
from onrecord.tasks.opening import open_archive
from onrecord.tasks.rows import CopyReport


def backup(archive: Archive, target: str | Path, *, passphrase: str | None = None) -> CopyReport:
    """Copy the archive, while it may be in use, to a new file that is an archive itself.

    Args:
        archive: a file archive (the copy is encrypted with the same passphrase) or a database.
        target: a file that does not exist yet.
        passphrase: for the copy of a database; None asks the settings, "" leaves it unencrypted.

    Raises:
        ArchiveError: the target exists or cannot be written.
    """
    path = Path(target)
    if archive.path is not None:
        if passphrase:
            raise ArchiveError(
                "The copy of an archive file keeps the passphrase of the archive.",
                advice="Give no passphrase; change it on the copy with: onrecord passphrase COPY",
            )
        copying.copy_to_file(archive, path)
        return _report(archive, archive.location, path, encrypted=archive.encrypted)
    secret = settings.passphrase() if passphrase is None else passphrase
    _copy_rows_to_file(archive, path, secret)
    return _report(archive, archive.location, path, encrypted=bool(secret))


def restore(backup_file: str | Path, target: str | Path, *, passphrase: str | None = None) -> CopyReport:
    """Make an archive (file or empty database) from a backup; never overwrites.

    Args:
        backup_file: what :func:`backup` wrote.
        target: path of a file that does not exist, or URL of an empty database.
        passphrase: of the backup, None asks the settings; a restored file keeps it.

    Raises:
        ArchiveError: the backup is none, or there is something at the target.
        WrongPassphrase: the passphrase does not open the backup.
    """
    secret = settings.passphrase() if passphrase is None else passphrase
    with files.open_as_it_is(Path(backup_file), secret) as source:
        if isinstance(target, str) and postgres.is_url(target):
            return _restore_to_database(source, target, secret)
        copying.copy_to_file(source, Path(target))
        return _report(source, str(backup_file), target, encrypted=source.encrypted)


def set_passphrase(location: str | Path, *, old: str | None = None, new: str = "") -> None:
    """Encrypt a file archive, change its passphrase, or take it off. Nobody else may have it open.

    Args:
        location: path of the archive file.
        old: its passphrase now; None asks the settings, "" means none.
        new: the passphrase from now on; "" takes the encryption off.

    Raises:
        WrongPassphrase: the old one does not open it.
        ArchiveError: not a file archive, or in use.
    """
    if isinstance(location, str) and postgres.is_url(location):
        raise ArchiveError(
            "A database has no passphrase of its own.", advice="Protect the server and its disks instead."
        )
    copying.encrypt_anew(open_archive(location, passphrase=old), new)


def _copy_rows_to_file(archive: Archive, path: Path, passphrase: str) -> None:
    with files.new_file(path) as draft:
        draft.unlink()  # only the name is needed
        with files.create_file(draft, passphrase) as copy:
            copying.copy_rows(archive, copy)
            copying.settle(copy)


def _restore_to_database(source: Archive, url: str, passphrase: str) -> CopyReport:
    with open_archive(url, passphrase="", create=True) as database, TemporaryDirectory() as folder:
        # A copy of the backup is brought up to date, never the backup itself.
        draft = Path(folder, "draft")
        copying.copy_to_file(source, draft)
        with files.open_file(draft, passphrase) as current:
            copying.copy_rows(current, database)
        return _report(database, source.location, database.location, encrypted=False)


def _report(archive: Archive, source: str, target: str | Path, *, encrypted: bool) -> CopyReport:
    count = tables.Document.objects.using(archive.alias).count()
    return CopyReport(source, str(target), count, encrypted)
