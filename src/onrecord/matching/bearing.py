"""What bears on a recommendation: passages that speak of its matter, whoever says them."""

import re
from collections.abc import Iterator, Sequence
from itertools import repeat

from onrecord.matching.ask_vectors import Meaning, rows_alike, rows_meant
from onrecord.matching.asks import Asked, understand
from onrecord.model.link import AskText, Bearing, Passage, Reason
from onrecord.vocabulary import ask_words

_NUMBER = re.compile(r"\b\d{2,3}\.\d{1,3}\b")
_NAMED = 0.9  # a passage that gives the number of the recommendation
_MATTER, _WORDS, _MEANING = 0.55, 0.25, 0.20
_FAR = 5.0  # standard deviations that count as the full weight of meaning
_LEAST = 0.25  # below, passages only share words that stand everywhere
_CANDIDATES, _LISTED = 80, 20
_RARE = 4.0  # words that fewer than one recommendation of fifty holds are told as reasons


def find_bearing(
    recommendations: Sequence[AskText], passages: Sequence[Passage], *, meaning: Meaning | None = None
) -> tuple[tuple[Bearing, ...], ...]:
    """For each recommendation the passages that speak of it, nearest first.

    Args:
        recommendations: their ids end with the number of the item, as "A/HRC/28/10#126.44".
        passages: claims, paragraphs of national reports, statements of the dialogue …
        meaning: turns texts into rows of numbers; without it words and rules decide alone.

    Returns:
        One tuple for each recommendation, in order; empty where nothing speaks of it.
    """
    ours = [understand(one.text) for one in recommendations]
    theirs = [understand(one.text) for one in passages]
    if not ours or not theirs:
        return tuple(() for _ in recommendations)
    meant = rows_meant(ours, theirs, meaning) if meaning else repeat(None)
    found = []
    for one, asked, alike, row in zip(recommendations, ours, rows_alike(ours, theirs), meant, strict=False):
        number = one.id.rpartition("#")[2]
        named = [place for place, passage in enumerate(passages) if number in _NUMBER.findall(passage.text)]
        places = {int(place) for place in (-alike).argsort()[:_CANDIDATES]} | set(named)
        scored = []
        for place in sorted(places):
            words = float(alike[place])
            far = 0.0 if row is None else max(0.0, min(1.0, float(row[place]) / _FAR))
            score, reasons = speaks_of(asked, theirs[place], words, far if row is not None else None)
            if place in named:
                score, reasons = max(score, _NAMED), (Reason("number", number), *reasons)
            if score >= _LEAST and reasons:
                scored.append(Bearing(passages[place].id, passages[place].kind, round(score, 3), reasons))
        found.append(tuple(sorted(scored, key=lambda bearing: -bearing.score)[:_LISTED]))
    return tuple(found)


def speaks_of(asked: Asked, passage: Asked, words: float, far: float | None) -> tuple[float, tuple[Reason, ...]]:
    """How near a passage is to what an ask speaks of, with reasons; whatever else the passage tells is not looked at.
    ``words``, ``far``: nearness in words and in meaning, 0 to 1; None where it is not known.
    """
    wanted, there = asked.whole.terms, passage.whole.terms
    shared = [term for term in wanted if term in there]
    matter = sum(wanted[term] for term in shared) / (asked.whole.total or 1.0)
    if far is None:
        return (_MATTER * matter + _WORDS * words) / (_MATTER + _WORDS), tuple(_reasons(asked, passage, shared))
    return _MATTER * matter + _WORDS * words + _MEANING * far, tuple(_reasons(asked, passage, shared))


def _reasons(asked: Asked, passage: Asked, shared: Sequence[str]) -> Iterator[Reason]:
    known = ask_words.concepts()
    if treaties := asked.whole.treaties & passage.whole.treaties:
        yield Reason("instrument", ", ".join(sorted(treaties)))
    articles = {n for law in asked.whole.laws for n in law.articles} & {
        n for law in passage.whole.laws for n in law.articles
    }
    if articles:
        yield Reason("article", ", ".join(sorted(articles)))
    kinds = {term[1:]: known[term[1:]].kind for term in shared if term[0] == "=" and term[1:] in known}
    if subjects := [key for key, kind in kinds.items() if kind == ask_words.TOPIC]:
        yield Reason("subject", ", ".join(subjects))
    if persons := [key for key, kind in kinds.items() if kind == ask_words.PERSONS]:
        yield Reason("persons", ", ".join(persons))
    if words := [term for term in shared if term[0] != "=" and ask_words.weight(term) >= _RARE]:
        yield Reason("words", ", ".join(words))
