"""Matters that reviews ask a State to end: offences, punishments, practices, each by all its names.

"Decriminalize slander and libel" and "charged with defamation" speak of one matter without sharing a word. Data:
``data/matters.csv``; a word that ends with ``*`` stands for every word that begins so.
"""

import re
from functools import cache

from onrecord.vocabulary.tables import read_table, several


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {row["key"]: _pattern(several(row["words"])) for row in read_table("matters.csv")}


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    parts = (r"\s+".join(_word(word) for word in phrase.casefold().split()) for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")


def matters_in(text: str) -> dict[str, tuple[int, str]]:
    """By key, where the first words stand that name the matter, and these words."""
    found = ((key, pattern.search(text)) for key, pattern in _patterns().items())
    return {key: (match.start(), match.group()) for key, match in found if match}
