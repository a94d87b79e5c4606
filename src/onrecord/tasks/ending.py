"""An item that ends at another place than was read: its words, text, States and places from there.

The place is told by the words with which the item ends, so that it is found again in a new reading.
"""

from typing import Any

from onrecord.extraction.asks import split_asks
from onrecord.extraction.states_named import StateBracket, state_brackets
from onrecord.model import Document
from onrecord.store import tables
from onrecord.store.places import pack_place
from onrecord.store.searched_text import beside_text

_TAIL = 120  # characters: enough to be found once
_REACH = 20_000  # characters behind the beginning of an item in which its end is looked for
_LOOSE = " ;.,"


def tail_of(item: str) -> str:
    """The words with which an item ends."""
    return item[-_TAIL:]


def tail_at(row: tables.Recommendation, document: Document, end: int | str) -> str | None:
    """The words with which the item of this row ends if it ends at this offset, or with these words.

    Returns:
        None if that is no place behind the beginning of the item.
    """
    start = _start(row)
    stop = _found(document, start, end) if isinstance(end, str) else end
    if stop is None or not start < stop <= min(len(document.text), start + _REACH):
        return None
    return tail_of(document.text[start:stop].strip()) or None


def ends_at(row: tables.Recommendation, tail: str, document: Document) -> dict[str, Any]:
    """The columns of a recommendation whose item ends with these words; {} where they are found no more."""
    start = _start(row)
    end = _found(document, start, tail)
    if end is None:
        return {}
    item = document.text[start:end]
    brackets = state_brackets(item)
    close = _text_end(item, brackets)
    text = _without(item, brackets, close)

    def place(low: int, high: int) -> list[Any]:
        return pack_place(document.place(start + low, start + high, paragraph=row.number))

    return {
        "item": item,
        "item_place": place(0, len(item)),
        "text": text,
        **beside_text(text),
        "place": place(0, close),
        "states": list(dict.fromkeys(state for bracket in brackets for state in bracket.states)),
        "unknown": list(dict.fromkeys(name for bracket in brackets for name in bracket.unknown)),
        "asks": [[list(a.states), a.text, [place(*span) for span in a.spans]] for a in split_asks(item, brackets)],
    }


def _start(row: tables.Recommendation) -> int:
    place = row.reading.get("item_place", row.item_place)
    return int(place[2])


def _found(document: Document, start: int, words: str) -> int | None:
    at = document.text.find(words, start, start + _REACH) if words else -1
    return None if at < 0 else at + len(words)


def _text_end(item: str, brackets: list[StateBracket]) -> int:
    """Before the last bracket of States if that closes the item, else before the punctuation that ends it."""
    if brackets and not item[brackets[-1].end :].strip(_LOOSE + ":"):
        return len(item[: brackets[-1].start].rstrip(_LOOSE)) or len(item)
    return len(item.rstrip(_LOOSE))


def _without(item: str, brackets: list[StateBracket], end: int) -> str:
    parts, at = [], 0
    for bracket in brackets:
        if bracket.end <= end:
            parts.append(item[at : bracket.start].rstrip())
            at = bracket.end
    return "".join([*parts, item[at:end]]).rstrip(_LOOSE)
