"""Folds a name so that spellings which differ only in case, accents or punctuation become the same."""

import re
import unicodedata

_DROPPED = dict.fromkeys(map(ord, ".\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_NOT_A_LETTER = re.compile(r"[\W_]+")


def fold(name: str) -> str:
    """``name`` in lower case without accents; apostrophes, hyphens, brackets and the word "the" count as blanks.

    "&" reads as "and", full stops vanish ("U.K." is "uk"). Two names are the same if their folded forms are equal.
    """
    text = name.casefold()
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
    text = text.replace("&", " and ").translate(_DROPPED)
    return " ".join(word for word in _NOT_A_LETTER.sub(" ", text).split() if word != "the")
