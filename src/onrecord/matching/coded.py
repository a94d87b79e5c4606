"""Ties recommendations that somebody else coded to the items of a report: the State must be named, the text be alike.

A coded database has one row for each recommendation of each State, without numbers. It rewrites texts with States
inside the sentence, splits lists and mends misprints, so that a row can be a part of an item or only near it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from onrecord.vocabulary.fold import fold

# Found by letters alone from here on (measured by hand on rows of sessions 1 to 20: below, other items come as near).
_ALIKE = 90.0
# Reworded rows share their words with one item of their State and with no other.
_SAME_WORDS, _LEAD = 75.0, 8.0
_SHORT = 12  # letters: shorter texts stand in too many others
_NUMBER = re.compile(r"^\W*(?:\d+\.?)+\W+")


@dataclass(frozen=True, slots=True)
class CodedText:
    """What a coded row says. ``state`` recommends; "" if its name is not known."""

    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a report. ``texts`` by State: what it asks; those of "" hold for all its States."""

    key: str
    states: tuple[str, ...]
    texts: tuple[tuple[str, str], ...]  # (State or "", text)


@dataclass(frozen=True, slots=True)
class Tie:
    """What became of one coded row. ``item`` is "" unless ``outcome`` is "tied"."""

    item: str
    score: float | None  # 0 to 100
    outcome: str  # "tied", "no_state", "no_text", "several"
    why: str  # one sentence


@dataclass(frozen=True, slots=True)
class _Candidate:
    key: str
    score: float  # letters, a part of the item counts as the whole
    words: float  # words, in any order
    whole: float  # letters of the whole text: tells the item itself from one that only holds it

    @property
    def rank(self) -> tuple[float, float]:
        return max(self.score, self.words), self.whole


def tie_coded(rows: Sequence[CodedText], items: Iterable[Item]) -> list[Tie]:
    """Tie the rows of one review to the items of its report.

    Args:
        rows: all rows of the review: of two equal ones each gets an item of its own, if there are two.
        items: all items of the report.

    Returns:
        One tie a row, in the order of the rows.
    """
    by_state: defaultdict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for item in items:
        for state in dict.fromkeys(item.states):
            texts = tuple(dict.fromkeys(_plain(text) for own, text in item.texts if own in ("", state)))
            by_state[state].append((item.key, texts))
    used: set[tuple[str, str, str]] = set()
    return [_tie(row, by_state.get(row.state, []), used) for row in rows]


def _tie(row: CodedText, candidates: list[tuple[str, tuple[str, ...]]], used: set[tuple[str, str, str]]) -> Tie:
    if not candidates:
        return Tie("", None, "no_state", f"No item of the report names {row.state or 'this State'}.")
    text = _plain(row.text)
    ranked = sorted((_candidate(text, key, texts) for key, texts in candidates), key=lambda c: c.rank, reverse=True)
    best = ranked[0]
    letters = [c for c in ranked if c.score >= _ALIKE]
    if letters:
        return _of_equals(row, text, sorted(letters, key=lambda c: (c.score, c.whole), reverse=True), used)
    second = ranked[1].words if len(ranked) > 1 else 0.0
    if best.words >= _SAME_WORDS and best.words - second >= _LEAD:
        return Tie(best.key, round(best.words, 1), "tied", "It shares its words with this item and with no other.")
    score = round(max(best.score, best.words), 1)
    if best.words >= _SAME_WORDS:
        return Tie("", score, "several", "Several items of this State are as near to it in their words.")
    return Tie("", score, "no_text", "No item of this State has this text or one near it.")


def _of_equals(row: CodedText, text: str, found: list[_Candidate], used: set[tuple[str, str, str]]) -> Tie:
    """The best of those that are alike; of equals the first that no equal row has got."""
    top = [c for c in found if (c.score, c.whole) == (found[0].score, found[0].whole)]
    for one in top:
        if (row.state, text, one.key) not in used:
            used.add((row.state, text, one.key))
            exact = one.whole >= _ALIKE
            why = "It names the State and has the same text." if exact else "It names the State and holds the text."
            return Tie(one.key, round(one.score, 1), "tied", why)
    why = "It names the State and has the same text; the database has it more often than the report."
    return Tie(top[0].key, round(top[0].score, 1), "tied", why)


def _candidate(text: str, key: str, texts: tuple[str, ...]) -> _Candidate:
    score = words = whole = 0.0
    for own in texts:
        ratio = fuzz.ratio(text, own)
        whole = max(whole, ratio)
        score = max(score, ratio)
        if min(len(text), len(own)) >= _SHORT:
            if score < 100.0:
                score = max(score, fuzz.partial_ratio(text, own))
            words = max(words, fuzz.token_set_ratio(text, own))
    return _Candidate(key, score, words, whole)


def _plain(text: str) -> str:
    return fold(_NUMBER.sub("", text))
