"""The database backend. Django finds it by the name of this module."""
# ruff: noqa: ANN401  (the driver has no types)

import datetime
import decimal
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from django.db.backends.sqlite3 import base, features
from django.db.backends.sqlite3._functions import register as register_functions  # type: ignore[import-untyped]
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2 as Database  # noqa: N812  (Django's name for a driver)

# The driver keeps its own table of types, so what Django tells sqlite3 has to be told again.
Database.register_converter("bool", b"1".__eq__)
Database.register_converter("date", lambda raw: parse_date(raw.decode()))
Database.register_converter("time", lambda raw: parse_time(raw.decode()))
Database.register_converter("datetime", lambda raw: parse_datetime(raw.decode()))
Database.register_converter("timestamp", lambda raw: parse_datetime(raw.decode()))
Database.register_adapter(decimal.Decimal, str)
Database.register_adapter(datetime.date, base.adapt_date)
Database.register_adapter(datetime.datetime, base.adapt_datetime)

# Readers do not wait for the writer; scratch tables never reach the disk, where they would stand in plain text.
# A page that asks twice of all texts reads (and deciphers) them once: up to 64 MB, given back with the connection.
PRAGMAS = ("foreign_keys = ON", "legacy_alter_table = OFF", "temp_store = MEMORY", "cache_size = -65536")
WRITER = "journal_mode = WAL"


class DatabaseFeatures(features.DatabaseFeatures):
    """What this SQLite can do beyond the oldest one Django supports."""

    max_query_params = 32_766  # Django assumes 999; more rows per INSERT


class Cursor(Database.Cursor):  # type: ignore[misc]  # the driver has no types
    """Turns Django's ``%s`` into SQLite's ``?``."""

    convert_query = base.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Sequence[Any] | Mapping[str, Any] | None = None) -> Any:
        """Run one statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, Mapping) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Iterable[Sequence[Any]]) -> Any:
        """Run one statement for each row of parameters."""
        return super().executemany(self.convert_query(query), param_list)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to an archive file; ``OPTIONS["cipher_key"]`` holds the key in SQLCipher's notation, or "";
    ``OPTIONS["read_only"]`` leaves the file as it is to the last byte."""

    Database = Database
    features_class = DatabaseFeatures

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the file; the key must be told before anything else."""
        params = dict(conn_params)
        key = params.pop("cipher_key", "")
        read_only = params.pop("read_only", False)
        if read_only:
            params["database"] = f"{Path(params['database']).absolute().as_uri()}?mode=ro"
        connection = Database.connect(**params)
        if key:
            # A wrong key is told by an exception; SQLCipher would print it on the terminal besides.
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f'PRAGMA key = "{key}"')
        register_functions(connection)
        for setting in PRAGMAS if read_only else (*PRAGMAS, WRITER):
            connection.execute(f"PRAGMA {setting}")
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor that speaks Django's notation."""
        return self.connection.cursor(factory=Cursor)
