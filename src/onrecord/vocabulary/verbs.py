"""Forms of the verbs that papers on human rights use, and which of them are nouns or adjectives too.

Data: ``data/verbs.csv`` (regular forms are made by rule, irregular ones stand in the table) and
``data/reporting_verbs.csv`` (verbs with which somebody's words are told).
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from onrecord.vocabulary.claim_words import listed
from onrecord.vocabulary.tables import read_table

BASE, THIRD, PAST, PARTICIPLE, GERUND, OTHER = "base", "third", "past", "participle", "gerund", "noun or adjective"
_VOWELS = "aeiou"
_SHORTEST = 4  # letters of "need", "king": shorter words say nothing by their ending
_NOT_PAST = ("eed", "hundred", "sacred", "naked", "wicked", "kindred", "so-called")
_NOT_GERUND = listed("no gerund")
_PAST_FORM, _GERUND_FORM = frozenset({"past", "participle"}), frozenset({"gerund"})
_DOUBLED = {
    "ban",
    "bar",
    "beg",
    "commit",
    "compel",
    "control",
    "curb",
    "cut",
    "defer",
    "deter",
    "drop",
    "expel",
    "flag",
}
_DOUBLED |= {
    "forget",
    "get",
    "hit",
    "incur",
    "kidnap",
    "label",
    "let",
    "occur",
    "permit",
    "plan",
    "put",
    "rebut",
    "refer",
}
_DOUBLED |= {"regret", "run", "set", "shut", "split", "stem", "step", "stop", "strip", "submit", "transfer", "transmit"}
_DOUBLED |= {"travel", "win", "wiretap", "begin", "cancel", "signal", "admit", "acquit", "abet", "grab", "drag", "stab"}
_DOUBLED |= {
    "slap",
    "plot",
    "rig",
    "rob",
    "scrap",
    "slam",
    "jam",
    "forbid",
    "confer",
    "concur",
    "tap",
    "ram",
    "quit",
    "sit",
}


@dataclass(frozen=True, slots=True)
class Reporting:
    """How a verb tells words of others. ``kind``: "say", "voice" (raise, express, condemn) or "call" (recommend)."""

    base: str
    kind: str


@cache
def forms() -> dict[str, frozenset[str]]:
    """What each word, in small letters, may be: BASE, THIRD, PAST, PARTICIPLE, GERUND; OTHER: a noun too."""
    found: dict[str, set[str]] = {}
    for row in read_table("verbs.csv"):
        base, other = row["base"], row["ambiguous"] == "yes"
        for word, what in _forms_of(base, row["past"], row["participle"]):
            found.setdefault(word, set()).add(what)
        for word in (base, _third(base)) if other else ():
            found[word].add(OTHER)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@lru_cache(maxsize=8192)
def kinds_of(word: str) -> frozenset[str]:
    """What a word in small letters may be as a verb; one that is not listed is judged by its ending."""
    if (listed := forms().get(word)) is not None:
        return listed
    if len(word) > _SHORTEST and word.endswith("ed") and not word.endswith(_NOT_PAST):
        return _PAST_FORM
    if len(word) > _SHORTEST and word.endswith("ing") and word not in _NOT_GERUND:
        return _GERUND_FORM
    return frozenset()


@cache
def reporting() -> dict[str, Reporting]:
    """Reporting verbs by each of their forms."""
    irregular = {row["base"]: (row["past"], row["participle"]) for row in read_table("verbs.csv")}
    found: dict[str, Reporting] = {}
    for row in read_table("reporting_verbs.csv"):
        past, participle = irregular.get(row["base"], ("", ""))
        for word, _ in _forms_of(row["base"], past, participle):
            found[word] = Reporting(row["base"], row["kind"])
    return found


def _forms_of(base: str, past: str, participle: str) -> list[tuple[str, str]]:
    past = past or _past(base)
    return [
        (base, BASE),
        (_third(base), THIRD),
        (past, PAST),
        (participle or past, PARTICIPLE),
        (_gerund(base), GERUND),
    ]


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    return base + base[-1] if base in _DOUBLED else base
