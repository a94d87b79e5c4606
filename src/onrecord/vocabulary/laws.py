"""Laws, codes and treaties by their names, what they are about, and words for offences.

The words stand in ``data/instruments.csv``, ``data/instruments_topics.csv``,
``data/instruments_words.csv`` and ``data/treaties.csv``.
"""

from functools import cache

from onrecord.vocabulary.bodies import treaties
from onrecord.vocabulary.phrases import Phrases, Words
from onrecord.vocabulary.tables import read_table, several


@cache
def instruments() -> Phrases:
    """Names of treaties and codes; the keys say which: ``ICCPR``, ``criminal code``."""
    names = [(spelt, row["key"]) for row in _rows() for spelt in (*several(row["names"]), *several(row["short"]))]
    for code, treaty in treaties().items():
        names += [(spelt, code) for spelt in (treaty.names["en"], *treaty.abbreviations, code) if len(spelt) > 4]
        names += [(spelt, code) for spelt in ("CAT", "CRC", "CRPD") if spelt == code]
    return Phrases(names)


def kind(key: str) -> str:
    """The kind of an instrument: "treaty", "code" or "declaration"; KeyError for an unknown key.

    A code that the table does not name ("code of offences", "maritime code") is a code by its name.
    """
    return "code" if is_code(key) else _kinds()[key]


def is_code(key: str) -> bool:
    """Whether this is the name of a code: "penal code", "code of offences"."""
    return key.endswith(" code") or key.startswith("code ")


def name(key: str) -> str:
    """The full English name of an instrument."""
    if key in treaties():
        return treaties()[key].names["en"]
    return next(several(row["names"])[0] for row in _rows() if row["key"] == key)


def key_of(name: str) -> str:
    """The key of the code or constitution of exactly this name ("the Penal Code"), "" where the table has none."""
    words = Words(name)
    keys = (key for first, behind, key in instruments().find(words) if first <= 1 and behind - first == _content(words))
    return next((key for key in keys if kind(key) in ("code", "constitution")), "")


def _content(words: Words) -> int:
    return len(words) - (words.lowers[:1] == ["the"])


@cache
def topics_by_word() -> dict[str, str]:
    """What laws are about: the beginning of a word, in small letters, to its topic ("libel" to "defamation")."""
    return {word: row["topic"] for row in read_table("instruments_topics.csv") for word in several(row["words"])}


@cache
def words(*roles: str) -> frozenset[str]:
    """Words that help to find where the name of a law begins and ends, by the part they play:

    "stop" (no name goes over it), "plain" (adjectives that say nothing of the subject), "field" ("human rights law"
    is a field of law), "no draft" ("draft report").

    Raises:
        KeyError: there is no such part.
    """
    known = {row["role"]: frozenset(several(row["words"])) for row in read_table("instruments_words.csv")}
    return frozenset[str]().union(*(known[role] for role in roles))


def topics(words: list[str]) -> set[str]:
    """The topics that these words in small letters speak of."""
    known = topics_by_word()
    return {known[word[:size]] for word in words for size in range(3, len(word) + 1) if word[:size] in known}


@cache
def _rows() -> list[dict[str, str]]:
    return read_table("instruments.csv")


@cache
def _kinds() -> dict[str, str]:
    return {row["key"]: row["kind"] for row in _rows()} | dict.fromkeys(treaties(), "treaty")
