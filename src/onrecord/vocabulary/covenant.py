"""Articles of the International Covenant on Civil and Political Rights (1966) that papers name by number alone.

``data/covenant.csv`` holds, for each, the beginnings of words by which the right is known.
"""

import re
from functools import cache

from onrecord.vocabulary.tables import read_table, several


def protects(article: str, text: str) -> bool:
    """Whether ``text`` speaks of the right that this article of the Covenant protects."""
    words = _articles().get(article)
    return words is not None and words.search(text) is not None


@cache
def _articles() -> dict[str, re.Pattern[str]]:
    return {row["article"]: _pattern(several(row["words"])) for row in read_table("covenant.csv")}


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = [r"\s+".join(map(re.escape, word.removesuffix("*").split())) for word in words]
    return re.compile("|".join(parts), re.IGNORECASE)
