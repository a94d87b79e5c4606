"""States and what they are called: ISO codes, United Nations regional groups, names in seven languages.

The words stand in ``data/states.csv``; nothing here knows a State by name.
"""

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from onrecord.vocabulary.fold import fold
from onrecord.vocabulary.tables import read_table, several

if TYPE_CHECKING:
    from onrecord.vocabulary.misprints import Speller

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh", "kk")
LONGEST = 120  # characters; no name of a State is longer


@dataclass(frozen=True, slots=True)
class State:
    """One State. ``names`` has for each language its names, short form first; "abbreviations" stand apart."""

    iso3: str
    iso2: str
    status: str  # "member", "observer", "non-member" of the United Nations, or "invented"
    group: str  # UN regional group: "African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG", or ""
    names: dict[str, tuple[str, ...]]
    abbreviations: tuple[str, ...]
    note: str  # neutral remark on a name that changed or is contested


def find(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of the State with exactly this name, in any of the seven languages.

    Case, accents, apostrophes, hyphens, blanks, brackets, "the" and punctuation at the ends do not count; nothing
    is guessed. An ISO alpha-3 code in capitals is its own name.

    Returns:
        The code, or None if no State is called so.
    """
    if len(name) > LONGEST:
        return None
    return _find(name)


def suggest(name: str) -> str | None:
    """The one State that a misprinted name can only mean, or None where two come near or none does."""
    return _suggest(name) if len(name) <= LONGEST else None


def name(iso3: str, language: str = "en") -> str:
    """The short name used at the United Nations; in English where the language has none.

    Raises:
        KeyError: the code or the language is not known.
    """
    if language not in LANGUAGES:
        raise KeyError(language)
    names = _states()[iso3].names
    return (names[language] or names["en"])[0]


def group(iso3: str) -> str:
    """The UN regional group of the State, "" for one that belongs to none. Raises KeyError for an unknown code."""
    return _states()[iso3].group


def get(iso3: str) -> State:
    """All that is known of one State. Raises KeyError for an unknown code."""
    return _states()[iso3]


def codes() -> tuple[str, ...]:
    """The codes of all States, invented ones included, in the order of the table."""
    return tuple(_states())


def all_names(language: str = "en") -> dict[str, str]:
    """Every name in that language (abbreviations left out), as written, with the code of its State."""
    return {spelt: state.iso3 for state in _states().values() for spelt in state.names[language]}


def load(source: str = "states.csv") -> dict[str, State]:
    """The table of States by code; ``source`` may name another file of the same form."""
    return {row["iso3"]: _state(row) for row in read_table(source)}


@lru_cache(maxsize=4096)
def _find(spelt: str) -> str | None:
    return _index().get(fold(spelt)) or (spelt.strip() if spelt.strip() in _states() else None)


@lru_cache(maxsize=4096)
def _suggest(spelt: str) -> str | None:
    return _find(spelt) or _speller().nearest(fold(spelt))


@cache
def _speller() -> "Speller":
    from onrecord.vocabulary.misprints import Speller  # loads a compiled library: only when a name is misprinted

    return Speller(_index())


@cache
def _states() -> dict[str, State]:
    return load()


@cache
def _index() -> dict[str, str]:
    index: dict[str, str] = {}
    for state in _states().values():
        for names in (*state.names.values(), state.abbreviations):
            for spelt in names:
                index.setdefault(fold(spelt), state.iso3)
    return index


def _state(row: dict[str, str]) -> State:
    names = {}
    for language in LANGUAGES:
        cells = (row[language], row[f"{language}_formal"], *several(row[f"{language}_other"]))
        names[language] = tuple(dict.fromkeys(cell for cell in cells if cell))
    return State(
        iso3=row["iso3"],
        iso2=row["iso2"],
        status=row["status"],
        group=row["group"],
        names=names,
        abbreviations=several(row["abbreviations"]),
        note=row["note"],
    )
