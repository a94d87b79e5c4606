"""Opening and making archives."""

from pathlib import Path

from onrecord import settings
from onrecord.errors import ArchiveError
from onrecord.store import files, postgres
from onrecord.store.archive import Archive
from onrecord.tasks.upgrading import bring_up_to_date


def open_archive(location: str | Path, *, passphrase: str | None = None, create: bool = False) -> Archive:
    """Open an archive: a file, or a database by its URL (``postgresql://user@host/name``).

    Args:
        location: path of the archive file, or a PostgreSQL URL.
        passphrase: None asks the settings (``ONRECORD_PASSPHRASE``, ``ONRECORD_PASSPHRASE_FILE``), "" means none.
        create: make a new archive there; refused if there is one already.

    Returns:
        The archive, a context manager with ``location``, ``encrypted`` and ``close()``.

    Raises:
        ArchiveError: nothing there, something else there, or made by a newer Onrecord.
        WrongPassphrase: the archive is encrypted and the passphrase is missing or wrong.
    """
    if isinstance(location, str) and postgres.is_url(location):
        if passphrase:
            raise ArchiveError(
                "A database has no passphrase of its own.",
                advice="Leave it empty; protect the server, its disks and its backups instead.",
            )
        return _up_to_date(postgres.create_database(location) if create else postgres.open_database(location))
    secret = settings.passphrase() if passphrase is None else passphrase
    path = Path(location)
    return _up_to_date(files.create_file(path, secret) if create else files.open_file(path, secret))


def _up_to_date(archive: Archive) -> Archive:
    try:
        bring_up_to_date(archive)
    except BaseException:
        archive.close()
        raise
    return archive
