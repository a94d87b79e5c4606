"""Archives in a PostgreSQL database."""

import re
from typing import Any

import psycopg
from django.db import connections
from psycopg.conninfo import conninfo_to_dict

from onrecord.errors import ArchiveError
from onrecord.store.archive import Archive, attach_database
from onrecord.store.upgrade import bring_up_to_date, is_archive

_PASSWORD = re.compile(r"(?<=://)([^:@/?]*):[^/?]*@")
_PASSWORD_OPTION = re.compile(r"(?<=[?&])password=[^&]*&?")
_SCHEMES = ("postgresql://", "postgres://")
_LOCK = 0x4F6E5265  # two programs that open an old archive at once must not both bring it up to date


def is_url(location: str) -> bool:
    """Whether this names a PostgreSQL database."""
    return location.startswith(_SCHEMES)


def open_database(url: str) -> Archive:
    """Open the archive in this database.

    Raises:
        ArchiveError: the URL is malformed, the server does not answer, or the database holds no archive.
    """
    return _connect(url, create=False)


def create_database(url: str) -> Archive:
    """Make an archive in this (existing) database and open it.

    Raises:
        ArchiveError: as above, or the database holds an archive already.
    """
    return _connect(url, create=True)


def _connect(url: str, *, create: bool) -> Archive:
    archive = attach_database(without_password(url), _settings(url))
    try:
        with archive.told_plainly():
            with connections[archive.alias].cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
            try:
                _check(archive, create=create)
                bring_up_to_date(archive)
            finally:
                with connections[archive.alias].cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
    except BaseException:
        archive.close()
        raise
    return archive


def _check(archive: Archive, *, create: bool) -> None:
    there = is_archive(archive)
    if create and there:
        raise ArchiveError(
            f"The database {archive.location} holds an archive already.", advice="Nothing is overwritten: use another."
        )
    if not create and not there:
        raise ArchiveError(
            f"The database {archive.location} holds no archive.", advice="Make one with: onrecord new URL"
        )


def _settings(url: str) -> dict[str, Any]:
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError:
        raise ArchiveError(
            "The URL of the database is malformed.",  # not shown: what cannot be parsed may hold a password anywhere
            advice="It looks like postgresql://user:password@host:5432/database",
        ) from None
    named = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    settings: dict[str, Any] = {key: str(parts.pop(name, "") or "") for key, name in named.items()}
    settings["OPTIONS"] = {"connect_timeout": 10, **parts}
    return settings


def without_password(url: str) -> str:
    """The URL as it may be shown."""
    return _PASSWORD_OPTION.sub("", _PASSWORD.sub(r"\1@", url))
