"""Places ↔ a ``place`` column: ``[page, paragraph, start, end, [[page, left, bottom, right, top], …]]``."""

from typing import Any

from onrecord.model import Box, Place

Packed = list[Any]


def pack_place(place: Place) -> Packed:
    """The place without its document, which the row names already."""
    boxes = [[box.page, box.left, box.bottom, box.right, box.top] for box in place.boxes]
    return [place.page, place.paragraph, place.start, place.end, boxes]


def pack_optional(place: Place | None) -> Packed | None:
    """The same for a place that may be missing."""
    return None if place is None else pack_place(place)


def unpack_place(packed: Packed, sha256: str, symbol: str) -> Place:
    """The place in the document of this sha256 and symbol."""
    page, paragraph, start, end, boxes = packed
    return Place(sha256, symbol, page, paragraph, start, end, tuple(Box(*box) for box in boxes))


def unpack_optional(packed: Packed | None, sha256: str, symbol: str) -> Place | None:
    """The same for a place that may be missing."""
    return None if packed is None else unpack_place(packed, sha256, symbol)
