"""Outlines of papers: which sections, and what of the record each of them draws (``data/outlines.csv``).

``draws`` are words that :mod:`onrecord.tasks.drafting` knows: ``claims:KIND``, ``recommendations``, ``proposals``,
``uptake``, ``conflicts``, ``contradictions``, ``assessments`` (``assessments:known``: no gap where there are none),
``cases``. Headings stand in ``paper_words.csv``.
"""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.sessions import WordLimit, calendar
from onrecord.vocabulary.tables import read_table, several

# Which limit of ``limits.csv`` holds for which outline.
_LIMITS = {"submission": "stakeholder submission", "joint-submission": "joint stakeholder submission"}


@dataclass(frozen=True, slots=True)
class OutlineSection:
    """One section of an outline. ``most``: how many claims or proposals a first draft takes at most."""

    key: str
    draws: tuple[str, ...]
    most: int


def names() -> tuple[str, ...]:
    """All outlines, in the order of the table."""
    return tuple(_outlines())


def sections(outline: str) -> tuple[OutlineSection, ...]:
    """The sections of an outline. Raises KeyError for one that is not known."""
    return _outlines()[outline]


def limit(outline: str) -> WordLimit | None:
    """How long such a paper may be, None where no limit is known."""
    return next((one for one in calendar().limits if one.paper == _LIMITS.get(outline)), None)


def speaks_of(section: str, text: str) -> bool:
    """Whether a text speaks of what belongs to a section, by the words of ``section_words.csv``."""
    return bool(_patterns()[section].search(text))


@cache
def _outlines() -> dict[str, tuple[OutlineSection, ...]]:
    found: dict[str, list[OutlineSection]] = {}
    for row in read_table("outlines.csv"):
        section = OutlineSection(row["section"], several(row["draws"]), int(row["most"]))
        found.setdefault(row["outline"], []).append(section)
    return {name: tuple(parts) for name, parts in found.items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    found = {}
    for row in read_table("section_words.csv"):
        ways = [re.escape(words).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for words in several(row["words"])]
        found[row["section"]] = re.compile(rf"\b(?:{'|'.join(ways)})\b", re.IGNORECASE)
    return found
