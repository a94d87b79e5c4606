"""Archive files: making, opening, and telling an archive from something else."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DatabaseError, connections

from onrecord.errors import ArchiveError, WrongPassphrase
from onrecord.store import keys
from onrecord.store.archive import Archive, attach_file
from onrecord.store.upgrade import bring_up_to_date, refuse_newer

APPLICATION_ID = 0x4F6E5265  # "OnRe": what PRAGMA application_id says of our files
_SIDE_FILES = ("-wal", "-shm", "-journal")


def open_file(path: Path, passphrase: str) -> Archive:
    """Open an archive file.

    Raises:
        ArchiveError: there is no file, or it is no archive, or a newer one.
        WrongPassphrase: it is encrypted and the passphrase does not open it, or the other way round.
    """
    return _opened(attach_file(path, cipher_key=_key_for(path, passphrase)), bring_up_to_date)


def open_as_it_is(path: Path, passphrase: str) -> Archive:
    """Open an archive file to copy it: nothing is written to it, not even to bring it up to date.

    Raises:
        ArchiveError, WrongPassphrase: as :func:`open_file` does.
    """
    return _opened(attach_file(path, cipher_key=_key_for(path, passphrase), read_only=True), refuse_newer)


def _opened(archive: Archive, prepare: Callable[[Archive], object]) -> Archive:
    try:
        _require_ours(archive)
        with archive.told_plainly():
            prepare(archive)
    except BaseException:
        archive.close()
        raise
    return archive


def create_file(path: Path, passphrase: str) -> Archive:
    """Make a new, empty archive file and open it.

    Raises:
        ArchiveError: there is a file already, or it cannot be made.
    """
    with new_file(path) as draft:
        key = keys.cipher_key(passphrase, keys.new_salt()) if passphrase else ""
        with attach_file(draft, cipher_key=key) as archive, archive.told_plainly():
            with connections[archive.alias].cursor() as cursor:
                cursor.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            bring_up_to_date(archive)
    return attach_file(path, cipher_key=key)


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """A draft beside ``path`` that becomes ``path`` only once it is complete; never overwrites.

    Raises:
        ArchiveError: ``path`` exists, or its folder cannot be written to.
    """
    refuse_existing(path)
    with draft_of(path) as draft:
        yield draft
        refuse_existing(path)
        draft.rename(path)


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """An empty file beside ``path``, taken away afterwards unless it was renamed.

    Raises:
        ArchiveError: the folder cannot be written to.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        # Only the owner may read an archive; SQLite keeps these permissions for its side files.
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        yield draft
    except OSError as error:
        raise ArchiveError(
            f"{path} cannot be made ({error.strerror or error}).", advice="Choose a folder that exists and is yours."
        ) from error
    finally:
        for name in (draft, *side_files(draft)):
            name.unlink(missing_ok=True)


def refuse_existing(path: Path) -> None:
    """Raise an ArchiveError if there is anything at ``path`` (or what a lost archive there left behind)."""
    for name in (path, *side_files(path)):
        if name.exists():
            raise ArchiveError(f"{name} exists already.", advice="Choose another name; nothing is overwritten.")


def side_files(path: Path) -> tuple[Path, ...]:
    """The files that SQLite keeps beside an archive while it is in use."""
    return tuple(path.with_name(path.name + suffix) for suffix in _SIDE_FILES)


def _key_for(path: Path, passphrase: str) -> str:
    if not path.is_file():
        raise ArchiveError(f"There is no archive at {path}.", advice="Make one with: onrecord new ARCHIVE")
    try:
        head, salt = keys.sniff(path)
    except OSError as error:
        raise ArchiveError(f"{path} cannot be read ({error.strerror}).", advice="Check its permissions.") from error
    if head is keys.Head.OTHER:
        raise no_archive(path)
    if head is keys.Head.PLAIN and passphrase:
        raise WrongPassphrase(
            f"The archive {path} is not encrypted, but a passphrase was given.",
            advice="Leave the passphrase empty, or encrypt the archive with: onrecord passphrase ARCHIVE",
        )
    if head is keys.Head.PERHAPS_ENCRYPTED and not passphrase:
        raise WrongPassphrase(
            f"{path} is encrypted (or no archive) and no passphrase was given.",
            advice="Set ONRECORD_PASSPHRASE or ONRECORD_PASSPHRASE_FILE, or run the command in a terminal.",
        )
    return keys.cipher_key(passphrase, salt) if passphrase else ""


def _require_ours(archive: Archive) -> None:
    assert archive.path is not None
    try:
        with connections[archive.alias].cursor() as cursor:
            cursor.execute("PRAGMA application_id")
            mark = cursor.fetchone()[0]
    except DatabaseError as error:
        if "not a database" not in str(error):
            with archive.told_plainly():
                raise
        if archive.encrypted:
            raise WrongPassphrase(
                f"The passphrase does not open {archive.path}.",
                advice="Check capital letters and keyboard layout; without the passphrase nothing can be read.",
            ) from error
        raise no_archive(archive.path) from error
    if mark != APPLICATION_ID:
        raise no_archive(archive.path)


def no_archive(path: Path) -> ArchiveError:
    """What to say of a file that is something else."""
    return ArchiveError(f"{path} is no Onrecord archive.", advice="Make one with: onrecord new ARCHIVE")
