"""Cuts a sentence where a new statement begins: a new verb, figure, note, actor or date.

Rules: coordinated objects of one verb stay together; a new finite verb, a participle clause behind a comma, "with …",
a relative clause that says something of its own, a cause ("due to …", "despite …") and a figure begin a new one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.extraction.papers.clauses_cuts import find_cuts
from onrecord.extraction.papers.clauses_sentence import VERBS
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.model import Figure

_TRIMMED = frozenset((Part.COMMA, Part.SEMICOLON, Part.COLON, Part.DASH, Part.QUOTE, Part.STOP, Part.CLOSE, Part.AND))
_TRIMMED_BEHIND = _TRIMMED | {Part.OPEN}
_FEWEST_NOUNS = 1


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement of a sentence. ``start``/``end``: in the document; ``opener``: the rule that began it."""

    start: int
    end: int
    opener: str
    words: tuple[Word, ...]


def clauses_of(words: list[Word], figures: Sequence[Figure] = (), marks: Sequence[int] = ()) -> tuple[Clause, ...]:
    """The statements of one sentence.

    Args:
        words: the words of the sentence with their parts.
        figures: the quantities in it.
        marks: offsets of note marks in it.
    """
    if not words:
        return ()
    found = find_cuts(words, figures, marks)
    borders = sorted({0, *found})
    pieces = [(a, b, found.get(a, "sentence")) for a, b in pairwise([*borders, len(words)])]
    return tuple(clause for clause in (_clause(words, *piece) for piece in _joined(words, pieces)) if clause)


def _joined(words: list[Word], pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """A piece that names nothing is no statement: it goes with the one before, or with the next if it is the first."""
    joined: list[tuple[int, int, str]] = []
    for start, end, opener in pieces:
        if joined and not _says_something(words[start:end], opener):
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        elif joined and len(joined) == 1 and not _says_something(words[joined[0][0] : joined[0][1]], "sentence"):
            joined[0] = (joined[0][0], end, joined[0][2])
        else:
            joined.append((start, end, opener))
    return joined


def _says_something(words: list[Word], opener: str) -> bool:
    parts = [word.part for word in words]
    nouns = parts.count(Part.NOUN) + parts.count(Part.NUMBER)
    verbal = not VERBS.isdisjoint(parts)
    return (
        nouns > _FEWEST_NOUNS
        or (nouns > 0 and (verbal or opener in ("note", "figure", "list")))
        or (verbal and len(words) > 3)
    )


def _clause(words: list[Word], start: int, end: int, opener: str) -> Clause | None:
    while start < end and words[start].part in _TRIMMED:
        start += 1
    while end > start and words[end - 1].part in _TRIMMED_BEHIND:
        if words[end - 1].part is Part.CLOSE and any(word.part is Part.OPEN for word in words[start:end]):
            break
        end -= 1
    if start >= end:
        return None
    return Clause(words[start].start, words[end - 1].end, opener, tuple(words[start:end]))
