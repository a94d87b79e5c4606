"""Words of French and Russian by which dates, figures and speakers are found (``data/other_languages.csv``)."""

from functools import cache

from onrecord.vocabulary.tables import read_table, several

LANGUAGES = ("fr", "ru")


@cache
def listed(language: str, name: str) -> tuple[str, ...]:
    """The entries of one list, the longest first, so that they can stand in a pattern as they are.

    Raises:
        KeyError: there is no such list.
    """
    rows = {(row["language"], row["list"]): row["words"] for row in read_table("other_languages.csv")}
    return tuple(sorted(several(rows[language, name]), key=len, reverse=True))


@cache
def months(language: str) -> dict[str, int]:
    """The beginnings of the names of months, and their numbers."""
    rows = {(row["language"], row["list"]): row["words"] for row in read_table("other_languages.csv")}
    return {name: number for number, name in enumerate(several(rows[language, "months"]), start=1)}


@cache
def numbers(language: str, name: str = "numbers") -> dict[str, int]:
    """Numerals in words, with their values. ``name``: "days" for those of days, "multiples" for thousands and more."""
    pairs = (entry.split("=") for entry in listed(language, name))
    return {word: int(value) for word, value in pairs}
