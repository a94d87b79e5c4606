"""Brings an archive to the shape that this version of Onrecord works with."""

from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from onrecord.errors import ArchiveError
from onrecord.store.archive import Archive

_APP = "onrecord"


def is_archive(archive: Archive) -> bool:
    """Whether the database holds an archive (perhaps of another version)."""
    return bool(_applied(archive))


def refuse_newer(archive: Archive) -> bool:
    """Whether steps are missing.

    Raises:
        ArchiveError: the archive knows steps that this version of Onrecord does not: it was made by a newer one.
    """
    known = {name for app, name in MigrationLoader(None).disk_migrations if app == _APP}
    applied = _applied(archive)
    if applied - known:
        raise ArchiveError(
            f"The archive {archive.location} was made by a newer version of Onrecord.",
            advice="Update Onrecord, or restore a backup made with this version.",
        )
    return bool(known - applied)


def bring_up_to_date(archive: Archive) -> None:
    """Apply the steps that are missing, each whole or not at all.

    Raises:
        ArchiveError: the archive was made by a newer version of Onrecord.
    """
    if refuse_newer(archive):
        executor = MigrationExecutor(connections[archive.alias])
        executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] == _APP])


def _applied(archive: Archive) -> set[str]:
    recorder = MigrationRecorder(connections[archive.alias])
    if not recorder.has_table():
        return set()
    return set(recorder.migration_qs.filter(app=_APP).values_list("name", flat=True))
