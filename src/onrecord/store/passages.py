"""Passages that can be searched ↔ rows, and their words in the index (``search_tables.py``)."""

from collections.abc import Iterable, Sequence

from django.db import connections

from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.searched import PreparedPassage, joined

_INDEX = "onrecord_words"
_AT_ONCE = 500


def save(document: tables.Document, found: Sequence[PreparedPassage], *, alias: str) -> None:
    """Write a document's passages and their words, recommendations being written already."""
    items = {}
    if any(one.item is not None for one in found):
        items = dict(document.recommendations.using(alias).values_list("order", "pk"))
    rows = [
        tables.Passage(
            document=document,
            recommendation_id=None if one.item is None else items[one.item],
            number=one.number,
            page=one.page,
            start=one.start,
            end=one.end,
            text=one.text,
        )
        for one in found
    ]
    saved = tables.Passage.objects.using(alias).bulk_create(rows)
    _index(alias, [(row.pk, one.words) for row, one in zip(saved, found, strict=True)])


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
