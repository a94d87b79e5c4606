"""What was said about recommendations ↔ the ``history`` column: keys of statements, with what differs for the item."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import connections
from django.db.models import Model

from onrecord.model import Position, PositionStatement
from onrecord.store import statements, tables
from onrecord.store.archive import Archive

Packed = list[list[Any]]
_UNUSED = tuple(f"document__{name}" for name in ("dates", "related", "reasons", "warnings", "title", "name"))


def pack(history: Sequence[PositionStatement]) -> Packed:
    """Joined statements as they are kept with their recommendation."""
    packed: Packed = []
    for said in history:
        assert isinstance(said, statements.KeptStatement)
        shown = statements.shown(said)
        packed.append([said.row] if shown == said.written else [said.row, *shown])
    return packed


def unpack_all(archive: Archive, packed: Iterable[Packed]) -> list[tuple[PositionStatement, ...]]:
    """The histories, in one query however many there are."""
    histories = list(packed)
    keys = {entry[0] for history in histories for entry in history}
    found = tables.PositionStatement.objects.using(archive.alias).filter(pk__in=keys)
    said = {
        row.pk: statements.load(row, row.document.sha256, row.document.symbol)
        for row in found.select_related("document").defer(*_UNUSED)
    }
    return [tuple(_shown(said, entry) for entry in history) for history in histories]


def write(
    archive: Archive, rows: Mapping[int, Mapping[str, Any]], *, table: type[Model] = tables.Recommendation
) -> None:
    """Update columns, by primary key; all entries name the same columns."""
    if not rows:
        return
    columns = list(next(iter(rows.values())))
    fields = [field for field in table._meta.concrete_fields if field.name in columns]
    connection = connections[archive.alias]
    values = [
        [*(field.get_db_prep_save(row[field.name], connection) for field in fields), key] for key, row in rows.items()
    ]
    assigned = ", ".join(f'"{field.column}" = %s' for field in fields)
    with connection.cursor() as cursor:
        cursor.executemany(f'UPDATE "{table._meta.db_table}" SET {assigned} WHERE "id" = %s', values)


def _shown(said: Mapping[int, PositionStatement], entry: list[Any]) -> PositionStatement:
    key, *shown = entry
    if not shown:
        return said[key]
    target, number, value, partly = shown
    return replace(said[key], target=target, number=number, value=Position(value), partly=partly)
