"""What figures count: words that count the same thing (``data/counted.csv``)."""

from functools import cache

from onrecord.vocabulary.tables import read_table, several


@cache
def concepts() -> dict[str, str]:
    """From a word in small letters to what it counts: "fatalities" and "killed" both count ``deaths``."""
    return {word: row["concept"] for row in read_table("counted.csv") for word in several(row["words"])}
