"""The table of words: FTS5 inside the archive file, tsvector in PostgreSQL, of the same name and shape."""

from typing import Any

NAME = "onrecord_words"
# Without content: the passages keep the text, so that no word of it is stored twice.
_SQLITE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {NAME} USING fts5(tokens, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2')",
)
_POSTGRES = (
    f"CREATE TABLE IF NOT EXISTS {NAME} (rowid bigint PRIMARY KEY, tokens tsvector NOT NULL)",
    f"CREATE INDEX IF NOT EXISTS {NAME}_tokens ON {NAME} USING gin (tokens)",
)


def make(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401  Django's own types
    """Make the table (a step of a migration)."""
    for statement in _POSTGRES if schema_editor.connection.vendor == "postgresql" else _SQLITE:
        schema_editor.execute(statement)


def take_away(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401  Django's own types
    """Undo :func:`make`."""
    schema_editor.execute(f"DROP TABLE IF EXISTS {NAME}")
