"""From issues and words to OHCHR's themes, persons affected and Sustainable Development Goals.

Data: ``data/crosswalk.csv``. A row holds if the text carries one of its issues or one of its words.
In words ``*`` at the end stands for any ending, a lone ``*`` for one word.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.tables import read_table, several

_WORD = re.compile(r"\w+")
_BEGINNING = 3  # letters


@dataclass(frozen=True, slots=True)
class Crossing:
    """One theme, group of persons or goal, and what leads to it."""

    scheme: str
    name: str
    earlier_names: tuple[str, ...]  # as OHCHR's lists of the second cycle call it
    issues: tuple[str, ...]
    words: re.Pattern[str] | None
    beginnings: frozenset[str] = frozenset()  # of its words: where none stands the pattern cannot match


def led_to(scheme: str, text: str, issues: Container[str]) -> tuple[str, ...]:
    """The names of one scheme to which a text or its issues lead, in the order of the table.

    Args:
        scheme: "theme", "persons" or "goal".
        text: of a recommendation.
        issues: those it carries.
    """
    begun = {word[:_BEGINNING] for word in _WORD.findall(text.lower())}
    return tuple(
        one.name
        for one in _of_scheme(scheme)
        if any(name in issues for name in one.issues)
        or (one.words and not one.beginnings.isdisjoint(begun) and one.words.search(text))
    )


@cache
def _of_scheme(scheme: str) -> tuple[Crossing, ...]:
    return tuple(one for one in crossings() if one.scheme == scheme)


@cache
def crossings() -> tuple[Crossing, ...]:
    """All rows, in the order of the table."""
    return tuple(
        Crossing(
            row["scheme"],
            row["name"],
            several(row["earlier_name"]),
            several(row["issues"]),
            _pattern(several(row["words"])),
            frozenset(_WORD.findall(phrase.lower())[0][:_BEGINNING] for phrase in several(row["words"])),
        )
        for row in read_table("crosswalk.csv")
    )


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_phrase, phrases))})(?!\w)", re.IGNORECASE)


def _phrase(phrase: str) -> str:
    parts = [r"\S+" if part == "*" else re.escape(part).replace(r"\*", r"\w*") for part in phrase.split()]
    return r"\s+".join(parts)
