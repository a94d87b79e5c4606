"""Words of web pages that say nothing of their own: skip links, menus, donation lines, share buttons …

They stand in ``data/furniture.csv``; ``where`` says how a phrase is used:

* ``line``: it is the whole of a line.
* ``start``: a short line begins with it.
* ``labels``: it is the whole of a line, and short lines below it (regions, topics, languages) belong to it.
* ``tail``: it is the whole of a line behind the text; what follows to the end of the page belongs to it.
* ``sentence``: a line of any length that holds it is furniture.
"""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.fold import fold
from onrecord.vocabulary.tables import read_table, several

WHERE = frozenset({"line", "start", "labels", "tail", "sentence"})
LONGEST_START = 90  # letters of a line that begins with furniture
LONGEST_SENTENCE = 400
_SOME_LETTER = re.compile(r"\w")
_COUNT = re.compile(r"(?<=\w) \d{1,5}$|^\d{1,5} (?=\w)")  # "Comments (3)"
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a line is: "skip link", "donation" …, and how its phrase is used (see the module)."""

    kind: str
    where: str


def furniture_of(line: str) -> Furniture | None:
    """What kind of web furniture ``line`` is; None if its words are none that the table knows."""
    if len(line) > LONGEST_SENTENCE:
        return None
    folded: str = fold(line)
    whole = _lines().get(folded) or _lines().get(_COUNT.sub("", folded))
    if whole:
        return whole
    if len(line) <= LONGEST_START and (kind := _start(line)):
        return Furniture(kind, "start")
    kind = _in_sentence(folded)
    return Furniture(kind, "sentence") if kind else None


def _in_sentence(folded: str) -> str:
    """The kind of the first phrase that stands inside the line; "" if none does."""
    by_word = _sentences()
    padded = f" {folded} "
    for word in folded.split():
        for phrase, kind in by_word.get(word, ()):
            if f" {phrase} " in padded:
                return kind
    return ""


def _start(line: str) -> str:
    """The kind of furniture that a short line begins with; "" if none. Signs such as ":" and "©" count."""
    plain = _BLANKS.sub(" ", line).strip().casefold()
    first = plain.split(" ", 1)[0]
    for phrase, kind in [*_starts().get(first, []), *_starts().get(plain[:1], [])]:
        following = plain[len(phrase) : len(phrase) + 1]
        if plain.startswith(phrase) and not (phrase[-1].isalpha() and following.isalpha()):
            return kind
    return ""


@cache
def _lines() -> dict[str, Furniture]:
    return {
        fold(phrase): Furniture(row["kind"], row["where"])
        for row in read_table("furniture.csv")
        if row["where"] in ("line", "labels", "tail")
        for phrase in several(row["phrases"])
        if _SOME_LETTER.search(fold(phrase))
    }


@cache
def _starts() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_table("furniture.csv"):
        if row["where"] == "start":
            for phrase in several(row["phrases"]):
                found[phrase.split(" ", 1)[0].casefold()].append((phrase.casefold(), row["kind"]))
    return found


@cache
def _sentences() -> dict[str, list[tuple[str, str]]]:
    """The phrases by their longest word: few lines hold one of these words, so that few phrases are ever tried."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in read_table("furniture.csv"):
        if row["where"] == "sentence":
            for phrase in map(fold, several(row["phrases"])):
                found[max(phrase.split(), key=len)].append((phrase, row["kind"]))
    return dict(found)
