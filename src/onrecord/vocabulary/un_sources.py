"""Sources of OHCHR's compilations: treaty bodies, agencies, offices, special procedures, by key and wording.

Data: ``data/un_sources.csv`` and ``data/un_sources_words.csv``; treaty bodies stand in ``data/bodies.csv``. A mandate's
wordings are its subject, which follows "Special Rapporteur on", "Independent Expert on" or "Working Group on".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.bodies import bodies
from onrecord.vocabulary.tables import read_table, several

_OFFICE = (
    r"(?:UN |United Nations )?(?:[Ss]pecial [Rr]apporteurs?|[Ii]ndependent [Ee]xperts?|Working Groups?|"
    r"Special Representatives?(?: of the Secretary-General)?|mandate holders?)"
    r"\s+(?:on|in the field of|for|of experts on|of Experts on)\s+(?:[\w’',/-]+\s+){0,14}?"
)


@dataclass(frozen=True, slots=True)
class UnMention:
    """A source named in a text: its key, and where its words stand."""

    key: str
    start: int
    end: int


@cache
def names() -> dict[str, str]:
    """The full name of each source by its key."""
    found = {code: body.names["en"] for code, body in bodies().items()}
    return found | {row["key"]: row["name"] for row in read_table("un_sources.csv")}


def mentions(text: str) -> Iterator[UnMention]:
    """Every source that ``text`` names, from left to right, the longest wording at each place."""
    expression, keys = _compiled()
    for match in expression.finditer(text):
        words = match["theme"] or match["name"]
        yield UnMention(keys[bool(match["theme"])][" ".join(words.split()).casefold()], match.start(), match.end())


@cache
def telling_words() -> frozenset[str]:
    """Words behind a source that tell what it thinks or did, besides the reporting verbs: "was concerned", "made"."""
    rows = {row["list"]: row["words"] for row in read_table("un_sources_words.csv")}
    return frozenset(rows["telling"].split())


@cache
def _compiled() -> tuple[re.Pattern[str], tuple[dict[str, str], dict[str, str]]]:
    plain: dict[str, str] = {}
    themes: dict[str, str] = {}
    for row in read_table("un_sources.csv"):
        for wording in several(row["wordings"]):
            mandate = row["kind"] == "mandate" and not wording.isupper()
            (themes if mandate else plain)[wording] = row["key"]
    for code, body in bodies().items():
        plain |= {code: code, body.names["en"]: code}
    expression = rf"(?<![\w/])(?:{_OFFICE}(?P<theme>{_any(themes)})|(?P<name>{_any(plain)}))(?![\w/])"
    return re.compile(expression, re.IGNORECASE), (_folded(plain), _folded(themes))


def _folded(wordings: dict[str, str]) -> dict[str, str]:
    return {wording.casefold(): key for wording, key in wordings.items()}


def _any(wordings: dict[str, str]) -> str:
    longest_first = sorted(wordings, key=len, reverse=True)
    return "|".join(map(_expression, longest_first))


def _expression(wording: str) -> str:
    spelt = r"\s+".join(map(re.escape, wording.split()))
    return f"(?-i:{spelt})" if wording.isupper() else spelt  # WHO and CAT are words in small letters
