"""Lists of English words by which sentences are cut into claims and speakers found.

Data: ``data/claim_words.csv``, words parted by blanks.
"""

from functools import cache

from onrecord.vocabulary.tables import read_table


@cache
def listed(name: str) -> frozenset[str]:
    """The words of a list, in small letters.

    Raises:
        KeyError: there is no such list.
    """
    return _lists()[name]


@cache
def parts() -> dict[str, str]:
    """Function words and the part each plays: "which" -> "relative"."""
    return {
        word: name.removeprefix("part ")
        for name, words in _lists().items()
        if name.startswith("part ")
        for word in words
    }


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {row["list"]: frozenset(row["words"].split()) for row in read_table("claim_words.csv")}
