"""What the extraction was unsure of ↔ rows."""

from collections.abc import Sequence

from onrecord.model import Doubt
from onrecord.store import tables
from onrecord.store.places import pack_optional, unpack_optional


def save(document: tables.Document, found: Sequence[Doubt], *, alias: str) -> None:
    """Write a document's doubts, in their order."""
    rows = [
        tables.Doubt(document=document, order=order, what=doubt.what, place=pack_optional(doubt.place))
        for order, doubt in enumerate(found)
    ]
    tables.Doubt.objects.using(alias).bulk_create(rows)


def load(row: tables.Doubt, sha256: str, symbol: str) -> Doubt:
    """The doubt of a row; ``sha256`` and ``symbol`` are its document's."""
    return Doubt(row.what, unpack_optional(row.place, sha256, symbol))
