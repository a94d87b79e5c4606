"""Vectors of meaning ↔ rows: one array for each document, in the archive and so encrypted with it.

A vector is kept in 8 bits a number. All vectors of an archive are held in memory once they were asked for; what has
changed since is told by one small query.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.model.label import Labeller
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.labels import model_row

_SCALE = 127.0
Vectors = NDArray[np.float32]


@dataclass(slots=True)
class _Held:
    """The vectors of one archive: of each document what they were made from, and the rows."""

    stamps: dict[int, tuple[str, int]] = field(default_factory=dict)
    keys: dict[int, list[int]] = field(default_factory=dict)
    rows: dict[int, NDArray[np.int8]] = field(default_factory=dict)
    all_keys: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    all_rows: Vectors = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))


_held: dict[str, _Held] = {}
_holding = Lock()


def stamp_of(texts: Sequence[str]) -> str:
    """A sum of texts: vectors are made anew where it differs."""
    return sha256("\n".join(texts).encode()).hexdigest()


def stale(archive: Archive, fingerprint: str, stamps: Mapping[int, str]) -> list[int]:
    """Of these documents (primary key → stamp of its texts), those whose vectors are missing or of other texts."""
    table = tables.Meaning.objects.using(archive.alias).filter(model__fingerprint=fingerprint)
    known = dict(table.values_list("document", "texts"))
    return [pk for pk, stamp in stamps.items() if known.get(pk) != stamp]


def save(archive: Archive, document: int, keys: Sequence[int], stamp: str, *, made: tuple[Vectors, Labeller]) -> None:
    """Keep the vectors of a document's recommendations in place of earlier ones.

    Args:
        archive: open.
        document: its primary key.
        keys: primary keys of the recommendations, in the order of the vectors.
        stamp: of their texts.
        made: unit vectors, and the model that made them.
    """
    vectors, labeller = made
    packed = np.round(vectors * _SCALE).astype(np.int8).tobytes()
    values = {"model": model_row(archive, labeller), "keys": list(keys), "texts": stamp, "vectors": packed}
    tables.Meaning.objects.using(archive.alias).update_or_create(document_id=document, defaults=values)


def nearest(archive: Archive, vector: Vectors, fingerprint: str, most: int) -> list[tuple[int, float]]:
    """Primary keys of the recommendations nearest to a vector, with their nearness, nearest first.

    Only files that lead are looked at. One query where nothing has changed since the last question.
    """
    with _holding:
        held = _brought_up_to_date(archive, fingerprint)
        if not len(held.all_keys):
            return []
        near = held.all_rows @ vector
        keys = held.all_keys
    count = min(most, len(near))
    best = np.argpartition(-near, count - 1)[:count]
    ordered = best[np.argsort(-near[best], kind="stable")]
    return [(int(keys[at]), float(near[at])) for at in ordered]


def _brought_up_to_date(archive: Archive, fingerprint: str) -> _Held:
    held = _held.setdefault(archive.alias, _Held())
    table = tables.Meaning.objects.using(archive.alias).filter(model__fingerprint=fingerprint, document__leads=True)
    now = {pk: (stamp, model) for pk, stamp, model in table.values_list("document", "texts", "model")}
    if now == held.stamps:
        return held
    fresh = [pk for pk, stamp in now.items() if held.stamps.get(pk) != stamp]
    for pk in held.stamps.keys() - now.keys():
        held.keys.pop(pk, None)
        held.rows.pop(pk, None)
    for first in range(0, len(fresh), 500):
        some = table.filter(document__in=fresh[first : first + 500])
        for pk, keys, vectors in some.values_list("document", "keys", "vectors"):
            held.keys[pk], held.rows[pk] = keys, _rows(vectors, len(keys))
    held.stamps = now
    _join(held)
    return held


def _rows(vectors: Any, count: int) -> NDArray[np.int8]:  # noqa: ANN401  # bytes or a view, by database
    return np.frombuffer(bytes(vectors), dtype=np.int8).reshape(count, -1) if count else np.zeros((0, 0), np.int8)


def _join(held: _Held) -> None:
    order = [pk for pk in sorted(held.rows) if held.keys[pk]]
    held.all_keys = np.array([key for pk in order for key in held.keys[pk]], dtype=np.int64)
    if order:
        held.all_rows = np.concatenate([held.rows[pk] for pk in order]).astype(np.float32) / _SCALE
    else:
        held.all_rows = np.zeros((0, 0), dtype=np.float32)
