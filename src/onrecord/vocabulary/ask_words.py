"""Words with which something is asked of a State: what is to be done, about what, for whom.

Data: ``data/ask_concepts.csv`` (groups of words that speak of one thing), ``ask_actions.csv`` (what is to be done),
``ask_treaties.csv`` (short names of treaties, and what they are about), ``ask_none.csv`` (phrases that hold such words
and mean something else), ``ask_frame.csv`` (words that stand in nearly every recommendation), ``ask_counts.csv`` (how
many of the coded recommendations hold a word or concept).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

from onrecord.vocabulary.tables import read_table, several

# PERSONS are a matter by themselves (defenders, journalists); PEOPLE (women, children) stand in every other ask.
# A DEED (threats, attacks) is what is asked about, and no subject of its own: it depends on whom it is done to.
TOPIC, MANNER, DEED, PERSONS, PEOPLE = "topic", "manner", "deed", "persons", "people"
KINDS = (TOPIC, MANNER, DEED, PERSONS, PEOPLE, "body", "plan", "law", "treaty", "institution")
_BEGINNING = 3  # letters by which words with any ending are looked up
_WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s\b)?")


@dataclass(frozen=True, slots=True)
class Concept:
    """A thing that asks speak of.

    ``kind``: one of KINDS. ``near``: keys of concepts whose asks often mean the same. ``parts``: narrower ones, as
    domestic violence is a part of violence against women; ``kin``: its parts, and what it is a part of.
    """

    key: str
    kind: str
    near: frozenset[str]
    kin: frozenset[str]
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Action:
    """Something a State can be asked to do. ``against``: what would be the contrary."""

    key: str
    specific: bool
    near: frozenset[str]
    against: frozenset[str]


@dataclass(frozen=True, slots=True)
class Span:
    """Words ``first`` to ``behind`` (without it) speak of ``key``."""

    first: int
    behind: int
    key: str


def words_of(text: str) -> list[str]:
    """The words in small letters; hyphens hold words together, possessive endings fall away."""
    return _WORD.findall(_POSSESSIVE.sub("", text.casefold()))


def before_commas(text: str) -> frozenset[int]:
    """The places of the words that stand right before a comma, counted as :func:`words_of` gives them."""
    plain = _POSSESSIVE.sub("", text.casefold())
    return frozenset(n for n, word in enumerate(_WORD.finditer(plain)) if plain[word.end() : word.end() + 1] == ",")


class Endings:
    """Phrases to look for in words; ``*`` at the end of a word stands for any ending.

    Args:
        phrases: each with the key that it speaks of; "" for phrases that speak of nothing.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._open: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._known: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, key in phrases:
            parts = tuple(_POSSESSIVE.sub("", phrase.casefold()).split())
            first = parts[0]
            if first.endswith("*"):
                self._open.setdefault(first[:_BEGINNING], []).append((parts, key))
            else:
                self._exact.setdefault(first, []).append((parts, key))

    def find(self, words: Sequence[str]) -> Iterator[Span]:
        """All phrases, from left to right; at one place the longest of each key."""
        for index, word in enumerate(words):
            candidates = self._known.get(word)
            if candidates is None:
                candidates = self._known[word] = self._beginning(word)
            seen: set[str] = set()
            for parts, key in candidates:
                if key not in seen and _follows(words, index, parts):
                    seen.add(key)
                    yield Span(index, index + len(parts), key)

    def _beginning(self, word: str) -> list[tuple[tuple[str, ...], str]]:
        near = self._open.get(word[:_BEGINNING], ())
        found = [*self._exact.get(word, ()), *((p, k) for p, k in near if word.startswith(p[0][:-1]))]
        return sorted(found, key=lambda entry: -len(entry[0]))


def _follows(words: Sequence[str], index: int, parts: tuple[str, ...]) -> bool:
    if index + len(parts) > len(words):
        return False
    for offset, part in enumerate(parts[1:], start=1):
        word = words[index + offset]
        if not (word.startswith(part[:-1]) if part.endswith("*") else word == part):
            return False
    return True


@cache
def concepts() -> dict[str, Concept]:
    """All concepts by key."""
    rows = read_table("ask_concepts.csv")
    wider = {row["key"]: set(several(row["wider"])) for row in rows}
    kin = _both_ways(wider)
    near = _both_ways({row["key"]: set(several(row["near"])) for row in rows})
    return {
        key: Concept(key, row["kind"], near[key] | kin[key], kin[key], kin[key] - wider[key])
        for row in rows
        if (key := row["key"])
    }


@cache
def actions() -> dict[str, Action]:
    """All actions by key."""
    rows = read_table("ask_actions.csv")
    near = _both_ways({row["key"]: set(several(row["near"])) for row in rows})
    against = _both_ways({row["key"]: set(several(row["against"])) for row in rows})
    return {key: Action(key, row["specific"] == "yes", near[key], against[key]) for row in rows if (key := row["key"])}


def _both_ways(others: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """What holds from one key to another holds back as well."""
    back: dict[str, set[str]] = {key: set(some) for key, some in others.items()}
    for key, some in others.items():
        for other in some:
            back[other].add(key)
    return {key: frozenset(some) for key, some in back.items()}


@cache
def about_treaties() -> dict[str, str]:
    """What treaties are about: the key of a concept by the treaty's code."""
    return {row["code"]: row["about"] for row in read_table("ask_treaties.csv") if row["about"]}


@cache
def short_names_of_treaties() -> frozenset[str]:
    """Abbreviations, as written."""
    return frozenset(name for row in read_table("ask_treaties.csv") for name in several(row["short"]))


def concepts_in(words: Sequence[str]) -> list[Span]:
    """What words speak of. A phrase inside a longer one of the same kind, or of one that means nothing, is left out."""
    found = list(_concept_phrases().find(words))
    return [one for one in found if one.key and not any(_hides(other, one) for other in found)]


def actions_in(words: Sequence[str]) -> list[Span]:
    """What is to be done, from left to right."""
    found = list(_action_phrases().find(words))
    return [one for one in found if not any(o.first <= one.first and o.behind > one.behind for o in found)]


def _hides(other: Span, one: Span) -> bool:
    if other.behind - other.first <= one.behind - one.first or one.behind <= other.first or other.behind <= one.first:
        return False
    inside = other.first <= one.first and one.behind <= other.behind
    if not inside or not other.key:
        return True  # "situation of women" is no topic of its own where it runs into "women human rights defenders"
    kinds = concepts()[other.key].kind, concepts()[one.key].kind
    return kinds[0] == kinds[1] or kinds == (PERSONS, TOPIC)  # "environmental defenders" are persons


def frame() -> frozenset[str]:
    """Words that stand in nearly every recommendation and say little of what is asked."""
    return _listed("frame")


def stop_words() -> frozenset[str]:
    """Words that say nothing by themselves."""
    return _listed("stop")


@cache
def _listed(role: str) -> frozenset[str]:
    rows = {row["role"]: row["words"] for row in read_table("ask_frame.csv")}
    return frozenset(several(rows[role]))


def weight(term: str) -> float:
    """How telling a stem, or a concept as ``=key``, is: the logarithm of how many recommendations there are for each
    that holds it. One that was never counted weighs as much as one that was counted once."""
    total, counts = _counts()
    return log(total / (1 + counts.get(term, 0)))


@cache
def _counts() -> tuple[int, dict[str, int]]:
    counts = {row["term"]: int(row["recommendations"]) for row in read_table("ask_counts.csv")}
    return counts.pop("*"), counts


@cache
def _concept_phrases() -> Endings:
    none = [(phrase, "") for row in read_table("ask_none.csv") for phrase in several(row["words"])]
    return Endings([*none, *((p, row["key"]) for row in read_table("ask_concepts.csv") for p in several(row["words"]))])


@cache
def _action_phrases() -> Endings:
    return Endings((p, row["key"]) for row in read_table("ask_actions.csv") for p in several(row["words"]))
