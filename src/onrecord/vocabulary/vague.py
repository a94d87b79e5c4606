"""Words of which nobody could tell afterwards whether they were followed (``data/vague_phrases.csv``, and vague verbs).

Written from knowledge of the field: a verb or phrase is vague where it names no act, no day, or leaves it to the State.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.actions import is_verb, vague_verbs
from onrecord.vocabulary.tables import read_table, several

VERB = "verb"
KINDS = (VERB, "act", "way out", "time")
# A verb asks something at the beginning, behind "should", "must" or "shall", and joined to such a one; behind "to" it
# mostly says what for ("a plan to protect …"), but not behind other vague words ("continue to …", "take steps to …").
_ASKING = ("", "should", "must", "shall")
_BEFORE = r"(?:^|(?P<how>[;:,]|\b(?:to|should|must|shall|and|or))\s+(?:\w+ly\s+)?)"
# Joined by "and" or a comma it may be a noun as well: "freedom and respect for …", "training and support".
_NOUN = re.compile(r"\s+(?:for|of|by|from|in)\b|\s*(?:$|[.;,)])")
_LAST_WORD = re.compile(r"(\w+),?\s*$")


@dataclass(frozen=True, slots=True)
class Vague:
    """Vague words as they stand in a text, from ``start`` to ``end``. ``kind``: one of ``KINDS``."""

    words: str
    kind: str
    start: int
    end: int


def vague_in(text: str) -> tuple[Vague, ...]:
    """Vague verbs and phrases of an English text in their order; of two that overlap the longer."""
    phrases = [Vague(found[0], _kind(found[0]), *found.span()) for found in _phrases().finditer(text)]
    kept = list(phrases)
    for one in _verbs_in(text, {phrase.end for phrase in phrases}):
        if all(one.end <= phrase.start or phrase.end <= one.start for phrase in phrases):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


def _verbs_in(text: str, ends: set[int]) -> Iterator[Vague]:
    """``ends``: where vague phrases end; grows by the verbs that are found."""
    ends = set(ends)
    for match in _verbs().finditer(text):
        how, before = (match["how"] or "").lower(), len(text[: match.start()].rstrip())
        if how in _ASKING or (before in ends if how == "to" else _is_joined(text, match, before in ends)):
            ends.add(match.end("verb"))
            yield Vague(match["verb"], VERB, *match.span("verb"))


def _is_joined(text: str, match: re.Match[str], to_vague: bool) -> bool:
    """Whether a verb behind "and", "or" or a comma asks something: not in "a plan to protect and promote …"."""
    last = _LAST_WORD.search(text, 0, match.start())
    of_purpose = last is not None and is_verb(last[1]) and not to_vague and last.start() > 0
    return not of_purpose and not _NOUN.match(text, match.end("verb"))


def _kind(phrase: str) -> str:
    return _kinds()[" ".join(phrase.lower().split())]


@cache
def _kinds() -> dict[str, str]:
    return {words: row["kind"] for row in read_table("vague_phrases.csv") for words in several(row["words"])}


@cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_kinds(), key=len, reverse=True)
    spelt = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in longest_first)
    return re.compile(rf"\b(?:{spelt})\b", re.IGNORECASE)


@cache
def _verbs() -> re.Pattern[str]:
    spelt = "|".join(re.escape(verb).replace(r"\ ", r"\s+") for verb in sorted(vague_verbs(), key=len, reverse=True))
    return re.compile(rf"{_BEFORE}(?P<verb>{spelt})\b", re.IGNORECASE)
