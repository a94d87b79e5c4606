"""Treaty bodies and the core human-rights treaties: codes, abbreviations, names in the six UN languages.

The words stand in ``data/bodies.csv`` and ``data/treaties.csv``.
"""

from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.fold import fold
from onrecord.vocabulary.tables import read_table, several

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")


@dataclass(frozen=True, slots=True)
class Body:
    """A treaty body. ``names`` maps languages to its name."""

    code: str  # "CCPR" for the Human Rights Committee
    symbol_prefix: str  # "CCPR/C"
    treaty: str  # code of the treaty it watches over
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Treaty:
    """A core treaty or an optional protocol to one."""

    code: str
    abbreviations: tuple[str, ...]
    adopted: str  # EDTF
    body: str  # code of the body that watches over it
    protocol_to: str  # code of the treaty it is a protocol to, "" for the treaties themselves
    names: dict[str, str]


@cache
def bodies() -> dict[str, Body]:
    """All treaty bodies by code."""
    rows = read_table("bodies.csv")
    return {r["code"]: Body(r["code"], r["symbol_prefix"], r["treaty"], _names(r)) for r in rows}


@cache
def treaties() -> dict[str, Treaty]:
    """All treaties and protocols by code."""
    rows = read_table("treaties.csv")
    return {
        r["code"]: Treaty(r["code"], several(r["abbreviations"]), r["adopted"], r["body"], r["protocol_to"], _names(r))
        for r in rows
    }


def find_body(name: str) -> str | None:
    """The code of the treaty body with this code or name, in any of the six languages; None if there is none."""
    return _index_of_bodies().get(fold(name))


def find_treaty(name: str) -> str | None:
    """The code of the treaty with this code, abbreviation or name; None if there is none."""
    return _index_of_treaties().get(fold(name))


@cache
def _index_of_bodies() -> dict[str, str]:
    return {fold(spelt): b.code for b in bodies().values() for spelt in (b.code, *b.names.values())}


@cache
def _index_of_treaties() -> dict[str, str]:
    return {fold(spelt): t.code for t in treaties().values() for spelt in (*t.abbreviations, *t.names.values(), t.code)}


def _names(row: dict[str, str]) -> dict[str, str]:
    return {language: row[language] for language in LANGUAGES}
