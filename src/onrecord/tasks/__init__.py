"""The verbs: one thing a user wants, one function. Transactions, progress and derived values live here."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from onrecord.store.archive import Archive
from onrecord.tasks.rows import (
    AddedDocument,
    AddEvent,
    AddReport,
    CopyReport,
    Counts,
    Difference,
    DocumentRow,
    FailedFile,
    HistoryEntry,
    Outcome,
    PageOf,
    Quote,
    RecommendationDetail,
    RecommendationFilter,
    RecommendationRow,
    ReviewCheck,
    ReviewRow,
    StatedTally,
)


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
    raise NotImplementedError


def add_documents(
    archive: Archive,
    paths: Sequence[str | Path],
    *,
    workers: int | None = None,
    progress: Callable[[AddEvent], None] | None = None,
) -> AddReport:
    """Put files, folders (with all below) and ZIP archives on record; each document all or nothing.

    Raises:
        NotFound: a path does not exist (before anything is added).
        ArchiveError: the archive cannot be written.
    """
    raise NotImplementedError


def list_documents(
    archive: Archive,
    *,
    state: str = "",
    kind: str = "",
    cycle: int | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> PageOf[DocumentRow]:
    """Documents sorted by State, cycle, kind in the order in which they appear, and symbol."""
    raise NotImplementedError


def list_reviews(archive: Archive, *, state: str = "", cycle: int | None = None) -> tuple[ReviewRow, ...]:
    """Reviews sorted by State and cycle."""
    raise NotImplementedError


def list_recommendations(
    archive: Archive, wanted: RecommendationFilter | None = None, *, limit: int | None = None, offset: int = 0
) -> PageOf[RecommendationRow]:
    """Recommendations that fit, sorted by State, cycle, report and their order there."""
    raise NotImplementedError


def iterate_recommendations(
    archive: Archive, wanted: RecommendationFilter | None = None
) -> Iterator[RecommendationRow]:
    """The same, one by one and in bounded memory: for exports."""
    raise NotImplementedError


def show_recommendation(archive: Archive, symbol: str, number: str) -> RecommendationDetail:
    """One recommendation by the symbol of its report and its number.

    Raises:
        NotFound: no such report or number; the advice names near ones.
    """
    raise NotImplementedError


def check_reviews(archive: Archive, *, state: str = "", cycle: int | None = None) -> tuple[ReviewCheck, ...]:
    """For each review that has a Working Group report in the archive: numbers stated beside numbers read."""
    raise NotImplementedError


def backup(archive: Archive, target: str | Path, *, passphrase: str | None = None) -> CopyReport:
    """Copy the archive, while it may be in use, to a new file that is an archive itself.

    Args:
        archive: a file archive (the copy is encrypted with the same passphrase) or a database.
        target: a file that does not exist yet.
        passphrase: for the copy of a database; None or "" leaves it unencrypted.

    Raises:
        ArchiveError: the target exists or cannot be written.
    """
    raise NotImplementedError


def restore(backup_file: str | Path, target: str | Path, *, passphrase: str | None = None) -> CopyReport:
    """Make an archive (file or empty database) from a backup; never overwrites.

    Args:
        backup_file: what :func:`backup` wrote.
        target: path of a file that does not exist, or URL of an empty database.
        passphrase: of the backup; a restored file keeps it.
    """
    raise NotImplementedError


def set_passphrase(location: str | Path, *, old: str | None = None, new: str = "") -> None:
    """Encrypt a file archive, change its passphrase, or take it off (``new=""``). Nobody else may have it open.

    Raises:
        WrongPassphrase: the old one does not open it.
        ArchiveError: not a file archive, or in use.
    """
    raise NotImplementedError


__all__ = [
    "AddEvent",
    "AddReport",
    "AddedDocument",
    "Archive",
    "CopyReport",
    "Counts",
    "Difference",
    "DocumentRow",
    "FailedFile",
    "HistoryEntry",
    "Outcome",
    "PageOf",
    "Quote",
    "RecommendationDetail",
    "RecommendationFilter",
    "RecommendationRow",
    "ReviewCheck",
    "ReviewRow",
    "StatedTally",
    "add_documents",
    "backup",
    "check_reviews",
    "iterate_recommendations",
    "list_documents",
    "list_recommendations",
    "list_reviews",
    "open_archive",
    "restore",
    "set_passphrase",
    "show_recommendation",
]
