"""Kinds of events, violations, perpetrators and victims, by the words that tell of them.

``data/violations.csv`` is a short list of our own. Its three parts (act, perpetrator, status of the victim) and the way
of naming follow how human-rights documentation is done since HURIDOCS' events standard formats; no entry is copied from
its thesauri, and the codes are ours.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.phrases import Words
from onrecord.vocabulary.tables import read_table, several


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event. Kinds of one ``family`` may be told of the same event: a protest, and the killings there."""

    key: str
    family: str
    name: str
    words: tuple[str, ...]


@cache
def kinds() -> dict[str, EventKind]:
    """All kinds by key."""
    rows = read_table("event_kinds.csv")
    return {r["key"]: EventKind(r["key"], r["family"], r["name"], several(r["words"])) for r in rows}


@cache
def by_words() -> dict[str, EventKind]:
    """Kinds by each of their words, in small letters."""
    return {word: kind for kind in kinds().values() for word in kind.words}


@cache
def _pattern() -> re.Pattern[str]:
    """Finds the words of all kinds, longer ones first."""
    longest_first = sorted(by_words(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def begins(words: Words) -> list[int]:
    """The offsets of a text, cut into words, at which a word of some kind may begin, in order."""
    first = {word for word in _first_words() if word in words.places}
    return sorted(words.starts[at] for word in first for at in words.places[word])


def find(text: str, at: Sequence[int], start: int, end: int) -> Iterator[re.Match[str]]:
    """The words of kinds in ``text[start:end]``, in order.

    Args:
        at: where such words may begin, as :func:`begins` gives it.
    """
    behind = start
    for begin in at[bisect_left(at, start) : bisect_left(at, end)]:
        match = _pattern().match(text, begin, end) if begin >= behind else None
        if match:
            behind = match.end()
            yield match


@cache
def _first_words() -> frozenset[str]:
    return frozenset(Words(word).lowers[0] for word in by_words())


def told_in(text: str, part: str) -> tuple[str, ...]:
    """Keys of one part of the list ("act", "perpetrator", "victim") whose words stand in ``text``."""
    low = text.casefold()
    return tuple(key for key, words in _list(part) if any(word in low for word in words))


@cache
def _list(part: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = (row for row in read_table("violations.csv") if row["list"] == part)
    return tuple((row["key"], several(row["words"])) for row in rows)
