"""Words as they are searched: small letters without accents, English plurals beside their singulars.

Both kinds of archive get the same words, cut here, so that both find the same.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_POSSESSIVE = re.compile(r"['’]s\b", re.I)
_IRREGULAR = {
    "children": "child",
    "crises": "crisis",
    "analyses": "analysis",
    "feet": "foot",
    "criteria": "criterion",
    "indices": "index",
    "lives": "life",
    "wives": "wife",
    "mice": "mouse",
    "teeth": "tooth",
    "halves": "half",
    "selves": "self",
    "themselves": "themself",
}
_HISSING = ("ches", "shes", "xes", "sses", "zzes")
_NO_PLURAL = ("ss", "us", "is")
_SHORTEST = 4  # letters of a word whose ending is looked at: "gas", "his" stay


def folded(text: str) -> str:
    """Small letters without accents; ё is е, "women's" is "women"."""
    if "'" in text or "’" in text:
        text = _POSSESSIVE.sub("", text)
    return without_accents(text.casefold())


def without_accents(text: str) -> str:
    """Letters without the signs that stand above and below them, compatible forms as their plain ones."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    if decomposed.isascii():
        return decomposed
    # Asking only of the few letters that can be accents is five times as fast as asking of all.
    return _FOREIGN.sub(_unless_accent, decomposed)


def _unless_accent(match: re.Match[str]) -> str:
    letter = match.group()
    return "" if unicodedata.combining(letter) else letter


def words_of(text: str) -> list[str]:
    """The words of a text as they stand in the index, in order."""
    return [stem(word) for word in _WORD.findall(folded(text))]


def words_at(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, with the span of the original that each was made of."""
    for match in _WORD_AS_WRITTEN.finditer(text):
        for word in _WORD.findall(folded(match.group())):
            yield word, match.start(), match.end()


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """A folded word, an English plural as its singular (after Harman's S-stemmer, with endings in -men and -es)."""
    if len(word) < _SHORTEST or not word.isascii():
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if not word.endswith("s") or word.endswith(_NO_PLURAL):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")) and len(word) > _SHORTEST:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(_HISSING) else word[:-1]


def beginnings(word: str) -> tuple[tuple[str, bool], ...]:
    """What ``word*`` means in the index: (word, whether it goes on) for each way in which a stem can begin."""
    found = {(word, True), (stem(word), False)}
    found |= {(single, False) for plural, single in _IRREGULAR.items() if plural.startswith(word)}
    for ending in ("ies", "ie", "i"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            found.add((word.removesuffix(ending) + "y", False))
    if word.endswith("e") and f"{word}s".endswith(_HISSING):
        found.add((word[:-1], False))
    return tuple(sorted(found))


# As written, a word goes on over accents that stand beside their letters and over "’s".
_WORD_AS_WRITTEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])*(?:['’][sS]\b)?")
