"""Finds names of States inside running text."""

import re
from functools import cache, lru_cache

from onrecord.vocabulary import states
from onrecord.vocabulary.fold import fold
from onrecord.vocabulary.tables import read_table

# A node of the tree of words and brackets: next token -> node; the key "" marks that a name may end here.
_Tree = dict[str, "_Tree"]

_TOKEN = re.compile(r"[\w'’.]+|[()&]")
_BETWEEN = r"[\s\-\u00ad\u2010-\u2015\ufffe]+(?:[Tt]he\s+|THE\s+)?"


def find_in(text: str) -> list[tuple[int, int, str]]:
    """The English names of States in ``text``, from left to right, the longest wherever several fit.

    Only names written with their capitals ("Chad", not "chad") or all in capitals count. Abbreviations ("UK") and
    phrases that only contain a name (``data/not_states.csv``: "Northern Ireland") do not.

    Returns:
        ``(start, end, ISO 3166-1 alpha-3 code)`` for each; ``text[start:end]`` is the name without a leading "the".
    """
    roots, known, first_word = _vocabulary()
    found = []
    behind = 0
    for word in first_word.finditer(text):
        start = word.start()
        key = word.group().casefold()
        if start < behind or key not in roots:
            continue
        match = _names_beginning(key).match(text, start)
        if match:
            behind = match.end()
            iso3 = known.get(fold(match.group()))
            if iso3 is not None:
                found.append((start, behind, iso3))
    return found


@lru_cache(maxsize=4096)  # readers of names ask again and again at the same places of a paper
def match_at(text: str, start: int) -> tuple[int, str] | None:
    """The longest name that begins exactly at ``start``: its end and the State's code; None if there is none."""
    roots, known, first_word = _vocabulary()
    word = first_word.match(text, start)
    if word is None or word.group().casefold() not in roots:
        return None
    match = _names_beginning(word.group().casefold()).match(text, start)
    iso3 = known.get(fold(match.group())) if match else None
    return (match.end(), iso3) if match and iso3 else None


@cache
def _vocabulary() -> tuple[dict[str, _Tree], dict[str, str], re.Pattern[str]]:
    """Trees of names by their first word, codes by folded name, and an expression for words that may begin one."""
    known = {fold(spelt): iso3 for spelt, iso3 in states.all_names("en").items()}
    skipped = {row["phrase"] for row in read_table("not_states.csv")}
    roots: dict[str, _Tree] = {}
    for spelt in (*states.all_names("en"), *skipped):
        for written in (spelt, spelt.upper()):
            first = _letters(_words(written)[0])
            for key in {first, fold(first)}:  # "Côte" is often printed "Cote"
                _plant(roots.setdefault(key, {}), written)
    for phrase in skipped:
        known.pop(fold(phrase), None)
    lower = sorted({_letters(_words(n)[0]) for n in states.all_names("en") if _words(n)[0][0].islower()})
    return roots, known, re.compile(rf"\b(?:[A-ZÀ-ÖØ-Þ][^\W\d_]*|{'|'.join(map(re.escape, lower)) or '(?!)'})")


@cache
def _names_beginning(first: str) -> re.Pattern[str]:
    # Compiled when the word is first met: all names at once would cost a quarter of a second.
    return re.compile(_expression(_vocabulary()[0][first], before="") + r"(?!\w)")


def _letters(word: str) -> str:
    """The letters a word begins with, folded in case: "People's" gives "people"."""
    return re.split(r"[\W\d_]", word, maxsplit=1)[0].casefold()


def _words(spelt: str) -> list[str]:
    return [token for token in _TOKEN.findall(spelt) if token.casefold() != "the"]


def _plant(tree: _Tree, spelt: str) -> None:
    node = tree
    for token in _words(spelt):
        node = node.setdefault(token, {})
    node[""] = {}


def _expression(tree: _Tree, before: str) -> str:
    """An expression for all names of the tree, longer ones before their beginnings.

    Args:
        tree: what may follow.
        before: expression for what parts a word from the one before it.
    """
    branches = []
    for token in sorted((t for t in tree if t), reverse=True):
        rest = tree[token]
        branch = _spelling(token, before)
        if len(rest) > 1 or "" not in rest:
            tail = _expression(rest, before=r"(?:[Tt]he\s+)?" if token == "(" else _BETWEEN)
            branch += f"(?:{tail})?" if "" in rest else tail
        branches.append(branch)
    return f"(?:{'|'.join(branches)})"


def _spelling(token: str, before: str) -> str:
    if token == "(":
        return r"\s*\(\s*"
    if token == ")":
        return r"(?:\s+the)?\s*\)"
    if token.casefold() in ("and", "&"):
        return before + "(?:and|AND|&)"
    return before + "".join(_letter(c) for c in token)


def _letter(letter: str) -> str:
    if letter in "'’":
        return r"['’‘ʼ´`]\s?"
    folded = fold(letter)
    if folded and folded != letter.casefold():  # an accented letter is often printed plain
        return f"[{letter}{folded if letter.islower() else folded.upper()}]"
    return re.escape(letter)
