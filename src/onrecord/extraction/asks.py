"""Cuts an item into what each State asks.

Three forms occur: several texts, each with its States (``text (A); text (B);``); States behind States (``text (A)
(B);``); and States inside the sentence (``consider ratifying (A, B), ratify (C) the Convention``), where words around
a bracket belong to several asks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extraction.states_named import StateBracket

_LEAD = re.compile(r"[\s,;/.:]*(?:\b(?:and|or|as well as)\b)?[\s,;/.:]*")
_CLAUSE_END = re.compile(r"\s*(?:[;.]|$)")
_SEPARATED = re.compile(r"\s*(?:[,;/.:]|and\b|or\b|as well as\b|to\b|\Z)")
# Words that open the object of a verb, not a new demand; a preposition goes on with the sentence in the same way.
_OBJECT = re.compile(r"(?:the|a|an|its|their|his|all|any|those|these|such|including|in particular)\b|[A-Z]{2,}|\d")
_GOES_ON = re.compile(r"(?:of|on|for|with|by|to|from|in|[a-z]+ing)\b")
_NO_VERB = re.compile(
    rf"{_OBJECT.pattern}|(?:particularly|especially|specially|on|for|with|by|from|in)\b|to\s+(?:the|all|those)\b"
)
_VERB_LEAD = re.compile(r"\s(?=(?:the|a|an|its|all)\b|[A-Z0-9])")
_FEW_WORDS = 5  # "Ratify", "consider ratifying": a stretch so short that ends at a bracket has its object behind it

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class AskText:
    """One ask: States, words, and the spans in the item of which the words are made."""

    states: tuple[str, ...]
    text: str
    spans: tuple[Span, ...]


@dataclass(slots=True)
class _Piece:
    """A stretch of words and the States in the brackets right behind it; ``after`` is the offset behind these."""

    span: Span
    states: tuple[str, ...]
    after: int


def split_asks(item: str, brackets: Sequence[StateBracket]) -> list[AskText]:
    """The asks of ``item``, whose brackets of States are given, in order."""
    asks: list[AskText] = []
    clause: list[_Piece] = []
    for piece in _pieces(item, brackets):
        clause.append(piece)
        if _CLAUSE_END.match(item, piece.after):
            asks.extend(_clause(item, clause, piece.after))
            clause = []
    if clause:
        asks.extend(_clause(item, clause, len(item)))
    return asks


def _pieces(item: str, brackets: Sequence[StateBracket]) -> list[_Piece]:
    pieces: list[_Piece] = []
    start = 0
    for bracket in brackets:
        span = _trim(item, start, bracket.start)
        start = bracket.end
        if span[0] >= span[1] and pieces:
            last = pieces[-1]
            pieces[-1] = _Piece(last.span, tuple(dict.fromkeys(last.states + bracket.states)), bracket.end)
        elif bracket.states and span[0] < span[1]:
            pieces.append(_Piece(span, bracket.states, bracket.end))
    return pieces


def _clause(item: str, pieces: list[_Piece], end: int) -> list[AskText]:
    """Asks of one clause: words behind a bracket that go on without a comma belong to what stands before it too."""
    asks = []
    for i, piece in enumerate(pieces):
        spans = [piece.span]
        if i and _OBJECT.match(item, piece.span[0]):
            spans.insert(0, _lead(item, pieces[: i + 1]))
        elif i and _GOES_ON.match(item, piece.span[0]) and not _SEPARATED.match(item, pieces[i - 1].after):
            spans.insert(0, pieces[i - 1].span)
        tail = _tail(item, pieces, i, end)
        if tail:
            spans.append(tail)
        text = " ".join(item[a:b] for a, b in spans)
        asks.append(AskText(piece.states, text, tuple(spans)))
    return asks


def _tail(item: str, pieces: list[_Piece], i: int, end: int) -> Span | None:
    """What completes piece ``i``: the first stretch behind it that goes straight on behind a bracket."""
    behind_all = _trim(item, pieces[-1].after, end)
    for j in range(i, len(pieces) - 1):
        following = pieces[j + 1].span
        if not _SEPARATED.match(item, pieces[j].after):
            if not (_OBJECT.match(item, following[0]) or _GOES_ON.match(item, following[0])):
                continue
            short = len(item[slice(*pieces[i].span)].split()) < _FEW_WORDS
            return following if short else None
    return behind_all if behind_all[0] < behind_all[1] else None


def _lead(item: str, pieces: list[_Piece]) -> Span:
    """The verb with which the clause began, for a piece that is only one more object of it."""
    verbs = [p.span for p in pieces[:-1] if not _NO_VERB.match(item, p.span[0])]
    first = verbs[-1] if verbs else pieces[0].span
    cut = _VERB_LEAD.search(item, first[0], first[1])
    stop = cut.start() if cut else first[1]
    if not _SEPARATED.match(item, pieces[-2].after) and len(pieces) == 2:
        stop = first[1]
    return first[0], stop


def _trim(item: str, start: int, end: int) -> Span:
    lead = _LEAD.match(item, start, end)
    begin = lead.end() if lead else start
    return begin, max(begin, len(item[:end].rstrip(" ;.,:/")))
