"""Organisations, bodies and offices that papers often name, and the words by which unknown ones are known.

The words stand in ``data/organisations.csv`` and ``data/organisations_words.csv``; names of treaty bodies in other
languages in ``data/bodies.csv``.
"""

from functools import cache

from onrecord.vocabulary.fold import fold
from onrecord.vocabulary.phrases import Phrases
from onrecord.vocabulary.tables import read_table, several


@cache
def known() -> Phrases:
    """Names and abbreviations of known organisations; the keys say which."""
    return Phrases([(spelt, row["key"]) for row in _rows() for spelt in _names(row)])


def name(key: str) -> str:
    """The full name of a known organisation; KeyError for an unknown key."""
    return _by_key()[key]["name"]


def kind(key: str) -> str:
    """What it is: "UN", "treaty body", "intergovernmental", "NGO", "news" …; KeyError for an unknown key."""
    return _by_key()[key]["kind"]


def of_domain(host: str) -> str:
    """The key of the organisation whose pages stand at this host ("www.hrw.org"), "" if none is known."""
    parts = host.casefold().split(".")
    return next((key for cut in range(len(parts)) if (key := _domains().get(".".join(parts[cut:])))), "")


@cache
def words(*roles: str) -> frozenset[str]:
    """Words by the part they play in names of organisations; see the table. KeyError for an unknown part."""
    known = {row["role"]: frozenset(several(row["words"])) for row in read_table("organisations_words.csv")}
    return frozenset[str]().union(*(known[role] for role in roles))


def spelling(organisation: str) -> str:
    """The folded name with American spelling and "dialog" read as British: "Organization" is "organisation".

    The same name by this rule is the same organisation: nothing else than the habit of spelling differs.
    """
    return " ".join(_BRITISH.get(word, word) for word in fold(organisation).split())


_BRITISH = {
    "organization": "organisation",
    "organizations": "organisations",
    "center": "centre",
    "centers": "centres",
    "dialog": "dialogue",
    "defense": "defence",
    "labor": "labour",
    "program": "programme",
    "cooperation": "co operation",
}


def _names(row: dict[str, str]) -> tuple[str, ...]:
    return (row["name"], *several(row["names"]), *several(row["abbreviations"]))


@cache
def _rows() -> list[dict[str, str]]:
    return read_table("organisations.csv")


@cache
def _by_key() -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in _rows()}


@cache
def _domains() -> dict[str, str]:
    return {domain: row["key"] for row in _rows() for domain in several(row["domains"])}
