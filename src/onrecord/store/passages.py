"""Passages that can be searched ↔ rows, and their words in the index (``search_tables.py``)."""

from collections.abc import Iterable, Sequence

from django.db import connections

from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.searched import PreparedPassage, joined

_INDEX = "onrecord_words"
_TABLE = tables.Passage._meta.db_table
_COLUMNS = ("id", "document_id", "recommendation_id", "number", "page", "start", "end", "text")
_AT_ONCE = 500


def save(document: tables.Document, found: Sequence[PreparedPassage], *, alias: str) -> None:
    """Write a document's passages and their words, recommendations being written already."""
    items = {}
    if any(one.item is not None for one in found):
        items = dict(document.recommendations.using(alias).values_list("order", "pk"))
    keys = _new_keys(alias, len(found))
    rows = [
        (key, document.pk, None if p.item is None else items[p.item], p.number, p.page, p.start, p.end, p.text)
        for key, p in zip(keys, found, strict=True)
    ]
    # Thousands of plain rows: ten times as fast as through model objects.
    names = ", ".join(f'"{name}"' for name in _COLUMNS)
    marks = ", ".join("%s" for _ in _COLUMNS)
    with connections[alias].cursor() as cursor:
        cursor.executemany(f'INSERT INTO "{_TABLE}" ({names}) VALUES ({marks})', rows)
    _index(alias, [(key, one.words) for key, one in zip(keys, found, strict=True)])


def delete(document: tables.Document, *, alias: str) -> None:
    """Take away a document's passages and their words."""
    rows = tables.Passage.objects.using(alias).filter(document=document)
    _forget(alias, list(rows.values_list("pk", flat=True)))
    rows.delete()


def reword(row: tables.Recommendation, *, alias: str) -> None:
    """Write the passage of a recommendation anew, whose text was corrected."""
    for passage in tables.Passage.objects.using(alias).filter(recommendation=row):
        page, _, start, end, _ = row.place
        passage.text, passage.number, passage.page, passage.start, passage.end = row.text, row.number, page, start, end
        passage.save(using=alias)
        _forget(alias, [passage.pk])
        _index(alias, [(passage.pk, joined(passage.text))])


def index_all(archive: Archive) -> None:
    """Write the words of all passages anew: in a copy that holds only the rows."""
    table = tables.Passage.objects.using(archive.alias)
    keys = list(table.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), _AT_ONCE):
        some = table.filter(pk__in=keys[start : start + _AT_ONCE]).values_list("pk", "text")
        _index(archive.alias, [(key, joined(text)) for key, text in some])


def as_vector(words: str) -> str:
    """Words in PostgreSQL's own notation, so that none of its parsers cuts them otherwise."""
    return " ".join(f"'{word}':{at}" for at, word in enumerate(words.split(), 1))


def _new_keys(alias: str, count: int) -> list[int]:
    """So many keys that no passage has; nobody else writes passages to a file before this transaction ends."""
    with connections[alias].cursor() as cursor:
        if connections[alias].vendor == "postgresql":
            sequence = f"pg_get_serial_sequence('{_TABLE}', 'id')"
            cursor.execute(f"SELECT nextval({sequence}) FROM generate_series(1, %s)", [count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute(f'SELECT coalesce(max("id"), 0) FROM "{_TABLE}"')
        last = cursor.fetchone()[0]
    return list(range(last + 1, last + 1 + count))


def _index(alias: str, rows: Sequence[tuple[int, str]]) -> None:
    if not rows:
        return
    postgres = connections[alias].vendor == "postgresql"
    value = "%s::tsvector" if postgres else "%s"
    values = [(key, as_vector(words) if postgres else words) for key, words in rows]
    with connections[alias].cursor() as cursor:
        cursor.executemany(f"INSERT INTO {_INDEX} (rowid, tokens) VALUES (%s, {value})", values)


def _forget(alias: str, keys: Iterable[int]) -> None:
    values = [(key,) for key in keys]
    if values:
        with connections[alias].cursor() as cursor:
            cursor.executemany(f"DELETE FROM {_INDEX} WHERE rowid = %s", values)
