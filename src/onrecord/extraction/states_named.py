"""Brackets that name the States which made a recommendation: ``(Hungary, Iran (Islamic Republic of) and Spain)``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.vocabulary import states

_SEPARATOR = re.compile(r"\s*(?:[,;/&]|\band\b(?!\s+(?:the\s+)?others?\b)|\bas well as\b|\bet\b)\s*")
_NAME_LIKE = re.compile(
    r"(?:the\s+)?[A-ZÀ-ÖØ-Þ][\w'’`.-]*(?:[\s-]+(?:of|the|and|da|do|de|d[’'])?\s*[\w'’`().-]+){0,9}$"
)
_MAX_PARTS = 6  # "United Kingdom of Great Britain and Northern Ireland" has two, no name has more than four


@dataclass(frozen=True, slots=True)
class StateBracket:
    """A bracket naming States. ``start``/``end``: span of the whole bracket in the text searched."""

    start: int
    end: int
    states: tuple[str, ...]
    unknown: tuple[str, ...]  # names that are no State we know, as written


def state_brackets(text: str) -> list[StateBracket]:
    """All brackets in ``text`` that name States, from left to right.

    A bracket counts if most of what it lists are States; a last bracket that nobody closed counts to the end.
    Names misprinted within reason are taken for the one State they can mean; others stay in ``unknown``.
    """
    found = []
    for start, end in _brackets(text):
        named = _read(text[start + 1 : end].rstrip(")];., "), _closes_text(text, end))
        if named:
            found.append(StateBracket(start, end, *named))
    return found


def split_names(inside: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Cut a list of names into ISO3 codes and names nobody knows.

    Separators are commas, semicolons, strokes, "and"; the longest known name wins, so that "Bosnia and Herzegovina"
    and "Korea, Republic of" stay whole.
    """
    pieces = _pieces(inside)
    known: list[str] = []
    unknown: list[str] = []
    i = 0
    while i < len(pieces):
        for j in range(min(len(pieces), i + _MAX_PARTS), i, -1):
            iso3 = _find(inside[pieces[i][0] : pieces[j - 1][1]])
            if iso3:
                if iso3 not in known:
                    known.append(iso3)
                i = j
                break
        else:
            piece = inside[pieces[i][0] : pieces[i][1]].strip()
            if piece:
                unknown.append(piece)
            i += 1
    return tuple(known), tuple(unknown)


@lru_cache(maxsize=8192)
def _read(inside: str, last: bool) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    if not inside or len(inside) > 1500 or not any(c.isalpha() for c in inside):
        return None
    known, unknown = split_names(inside)
    if not unknown:
        return (known, ()) if known else None
    corrected: list[str] = list(known)
    left: list[str] = []
    for name in unknown:
        iso3 = states.suggest(name) if _NAME_LIKE.match(name) else None
        if iso3 is None:
            left.append(name)
        elif iso3 not in corrected:
            corrected.append(iso3)
    if not corrected or (left and (not known or len(left) > len(corrected))):
        return None
    if not known and not last:
        return None  # a lone misprinted name is believed only where a bracket of States must stand
    return tuple(corrected), tuple(left)


def _find(name: str) -> str | None:
    # A note's mark of full size may be glued to the name: "Mexico 3".
    return states.find(name.strip(" .:;*0123456789"))


def _closes_text(text: str, end: int) -> bool:
    return not text[end:].strip(" ;.,)*")


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Outermost brackets as ``(start, end)``; one that is never closed runs to the end of the text."""
    depth = 0
    start = 0
    for match in re.finditer(r"[()\[\]]", text):
        if match.group() in "([":
            if depth == 0:
                start = match.start()
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                yield start, match.end()
    if depth:
        yield start, len(text)
        inner = text.rfind("(", start + 1)
        if inner > start:
            yield inner, len(text)


def _pieces(inside: str) -> list[tuple[int, int]]:
    pieces = []
    at = 0
    for match in _SEPARATOR.finditer(inside):
        if inside.count("(", 0, match.start()) > inside.count(")", 0, match.start()):
            continue
        if match.start() > at:
            pieces.append((at, match.start()))
        at = match.end()
    if at < len(inside):
        pieces.append((at, len(inside)))
    return pieces
