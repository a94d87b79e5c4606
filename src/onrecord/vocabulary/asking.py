"""Verbs by which papers and States ask for something: "abolish", "ensure", "ratify" … (``data/ask_verbs.csv``)."""

from functools import cache

from onrecord.vocabulary.tables import read_table


@cache
def ask_verbs() -> frozenset[str]:
    """Verbs in their plain form, small letters, both spellings where English has two."""
    return frozenset(row["verb"] for row in read_table("ask_verbs.csv"))
