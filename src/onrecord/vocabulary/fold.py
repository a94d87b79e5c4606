"""Folds a name so that spellings which differ only in case, accents or punctuation become the same."""

import re
import unicodedata
from functools import lru_cache

_DROPPED = dict.fromkeys(map(ord, ".\u00ad\u200b\u200c\u200d\u2060\ufeff"))
# Accents of Latin and Cyrillic letters, vowel signs of Arabic ones, after decomposition.
_ACCENTS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]+")
_NOT_A_LETTER = re.compile(r"[\W_]+")


@lru_cache(maxsize=4096)  # the same names come again and again
def fold(name: str) -> str:
    """``name`` in lower case without accents; apostrophes, hyphens, brackets and the word "the" count as blanks.

    "&" reads as "and", full stops vanish ("U.K." is "uk"). Two names are the same if their folded forms are equal.
    """
    text = name.casefold()
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    text = text.replace("&", " and ").translate(_DROPPED)
    return " ".join(word for word in _NOT_A_LETTER.sub(" ", text).split() if word != "the")
