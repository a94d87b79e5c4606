"""The table of words: FTS5 inside the archive file, tsvector in PostgreSQL, of the same name and shape."""

from typing import Any

from onrecord.store.searched import joined

NAME = "onrecord_words"
# Beginnings of one and of two letters have lists of their own: "a*" would else put those of thousands of words together
# (20 ms in 15,600 passages, 2.5 ms with them, for 4 MB of 70).
_BEGINNINGS = "prefix='1 2'"
_AT_ONCE = 500  # passages
# Without content: the passages keep the text, so that no word of it is stored twice.
_SQLITE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS {NAME} USING fts5(tokens, content='', contentless_delete=1, "
    "tokenize='unicode61 remove_diacritics 2', "
    f"{_BEGINNINGS})",
)
_POSTGRES = (
    f"CREATE TABLE IF NOT EXISTS {NAME} (rowid bigint PRIMARY KEY, tokens tsvector NOT NULL)",
    f"CREATE INDEX IF NOT EXISTS {NAME}_tokens ON {NAME} USING gin (tokens)",
)

# A list that is narrowed by words goes through all texts. A file is opened anew for each page, and rows are long: with
# these beside the texts, a sixth is read (of 30,580 rows 5 MB, not 30). PostgreSQL keeps its pages in memory, and takes
# no texts of any length into an index.
_BESIDE_TEXTS = {
    "recommendation_words": 'onrecord_recommendation (document_id, "order", folded, position, changed, judged)',
    "coded_words": "onrecord_codedrow (state, session, line, folded, outcome)",
}


def make(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401  Django's own types
    """Make the table (a step of a migration)."""
    for statement in _POSTGRES if schema_editor.connection.vendor == "postgresql" else _SQLITE:
        schema_editor.execute(statement)


def take_away(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401  Django's own types
    """Undo :func:`make`."""
    schema_editor.execute(f"DROP TABLE IF EXISTS {NAME}")


def remake(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401  Django's own types
    """Make the table anew in files whose table has no lists of beginnings yet (a step of a migration)."""
    connection = schema_editor.connection
    if connection.vendor == "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [NAME])
        if _BEGINNINGS in cursor.fetchone()[0]:
            return
        take_away(apps, schema_editor)
        make(apps, schema_editor)
        cursor.execute("SELECT id FROM onrecord_passage ORDER BY id")
        keys = [key for (key,) in cursor.fetchall()]
        for start in range(0, len(keys), _AT_ONCE):
            last = keys[min(start + _AT_ONCE, len(keys)) - 1]
            cursor.execute("SELECT id, text FROM onrecord_passage WHERE id BETWEEN %s AND %s", [keys[start], last])
            rows = [(key, joined(text)) for key, text in cursor.fetchall()]
            cursor.executemany(f"INSERT INTO {NAME} (rowid, tokens) VALUES (%s, %s)", rows)


def put_beside_texts(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401  Django's own types
    """Make the indexes that hold texts, in a file (a step of a migration)."""
    if schema_editor.connection.vendor != "postgresql":
        for name, what in _BESIDE_TEXTS.items():
            schema_editor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {what}")
