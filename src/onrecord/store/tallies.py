"""Stated counts ↔ rows."""

from collections.abc import Sequence

from onrecord.model import Speaker, Tally
from onrecord.store import tables
from onrecord.store.places import pack_place, unpack_place

_COUNTS = ("received", "supported", "noted", "pending", "partly", "unclear")


def save(document: tables.Document, found: Sequence[Tally], *, alias: str) -> None:
    """Write the counts a document states, in its order."""
    rows = [
        tables.Tally(
            document=document,
            order=order,
            state=tally.state,
            target=tally.target,
            speaker=tally.speaker.value,
            words=tally.words,
            place=pack_place(tally.place),
            **{name: getattr(tally, name) for name in _COUNTS},
        )
        for order, tally in enumerate(found)
    ]
    tables.Tally.objects.using(alias).bulk_create(rows)


def load(row: tables.Tally, sha256: str, symbol: str) -> Tally:
    """The count of a row; ``sha256`` and ``symbol`` are its document's."""
    return Tally(
        state=row.state,
        speaker=Speaker(row.speaker),
        words=row.words,
        place=unpack_place(row.place, sha256, symbol),
        target=row.target,
        **{name: getattr(row, name) for name in _COUNTS},
    )
