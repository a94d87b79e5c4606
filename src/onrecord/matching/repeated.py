"""Where a statement is no second source: said again, restated, or resting on the publisher of another paper."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log

from onrecord.matching.compared import comparison
from onrecord.matching.conflicts import counts
from onrecord.matching.matter import dates_meet, same_matter
from onrecord.matching.statements import Statement, stem
from onrecord.matching.told_otherwise import WORSE
from onrecord.model import Comparison, Findings, Member

REPEAT, RESTATED, CITED = "repeat in document", "restated", "cited"
# Shares of the weight of the shorter one's words. Two publishers may say the same in much the same words by themselves.
_NEAR, _NEAR_OF_OTHERS = 0.55, 0.75
_UNFULFILLED = re.compile(
    r"\b(?:(?:has|have)\s+not\s+(?:been\s+)?(?:fulfilled|kept|implemented|honou?red)|fallen\s+(?:far\s+)?short|unfulfilled"
    r"|unsuccessful\s+implementation|only\s+fulfilled|failed\s+to\s+(?:live\s+up|fulfil|implement|honou?r)|broken\s+promises)\b",
    re.IGNORECASE,
)
_FEW = 4  # shared stems: asks of few words ("open the case") are alike by chance
_EVERYWHERE = 0.15  # of all statements
_OPENS_PAIRS = 40  # statements that hold a word, at most, for it to open pairs
_SHORTEST = 3  # stems: shorter statements share their words with too many


def repeated(statements: Sequence[Statement], publishers: Mapping[str, frozenset[str]]) -> Iterator[Comparison]:
    """Pairs that say nearly the same words, in one paper or in two.

    Args:
        statements: of all papers.
        publishers: of each paper, by sha256.
    """
    weights = _weights(statements)
    for one, other in _candidates(statements, weights):
        alike = _alike(one, other, weights)
        apart = one.sha256 != other.sha256 and not publishers[one.sha256] & publishers[other.sha256]
        told = publishers[one.sha256] and publishers[other.sha256]
        few = "proposal" in (one.kind, other.kind) and len(one.stems & other.stems) < _FEW
        if alike < (_NEAR_OF_OTHERS if few or (apart and told) else _NEAR) or _figures_differ(one, other):
            continue
        verdict = REPEAT if one.sha256 == other.sha256 else RESTATED
        share = "word for word" if one.stems == other.stems else f"with {alike:.0%} of its words"
        yield comparison("copy", verdict, (one.member, other.member), f"It says the same {share}.")


def _weights(statements: Sequence[Statement]) -> dict[str, float]:
    """Rare words weigh more: the logarithm of how many statements there are for each that has the word.

    Words that stand everywhere (the name of the State) weigh nothing.
    """
    counted = Counter(word for one in statements for word in one.stems)
    often = max(len(statements) * _EVERYWHERE, 3)
    return {word: log(1 + len(statements) / number) if number <= often else 0.0 for word, number in counted.items()}


def _candidates(statements: Sequence[Statement], weights: dict[str, float]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs that share at least two of their words; common words open no pair."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(statements):
        for word in one.stems:
            by_word[word].append(place)
    shared: Counter[tuple[int, int]] = Counter()
    for places in by_word.values():
        if len(places) <= _OPENS_PAIRS:
            shared.update(combinations(places, 2))
    for (a, b), number in shared.items():
        one, other = statements[a], statements[b]
        long_enough = min(len(one.stems), len(other.stems)) >= _SHORTEST
        if number >= _SHORTEST and long_enough and not _overlap(one, other):
            yield one, other


def _overlap(one: Statement, other: Statement) -> bool:
    """Whether one stands in the sentence of the other: a call that is told of, and the claim that tells of it."""
    same = one.sha256 == other.sha256
    return same and one.sentence.start < other.sentence.end and other.sentence.start < one.sentence.end


def _alike(one: Statement, other: Statement, weights: dict[str, float]) -> float:
    shared = sum(weights[word] for word in one.stems & other.stems)
    least = min(sum(weights[word] for word in s.stems) for s in (one, other))
    return shared / least if least else 0.0


def _figures_differ(one: Statement, other: Statement) -> bool:
    """Whether both give figures and not one of them is the same: then they are no copies."""
    values = [{f.value for f in s.figures if f.value is not None} for s in (one, other)]
    return bool(values[0] and values[1] and not values[0] & values[1])


def summaries(papers: Sequence[Findings]) -> Iterator[Comparison]:
    """A summary at the head of a paper and the body that says it again."""
    for findings in papers:
        for aside in findings.asides:
            if aside.said_at is not None:
                members = (Member(aside.place.sha256, aside.said_at), Member(aside.place.sha256, aside.place))
                yield comparison("copy", REPEAT, members, aside.reason)


def same_figures(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """The same figure of the same thing near the same event in two papers: said once, counted once."""
    counted: dict[tuple[str, float], list[tuple[Statement, str]]] = defaultdict(list)
    for one in statements:
        for figure in one.figures:
            for what in counts(one, figure):
                counted[what, figure.value or 0].append((one, figure.comparator))
    for (what, _), rows in counted.items():
        for (one, comparator), (other, second) in combinations(rows, 2):
            if one.sha256 != other.sha256 and comparator == second and same_matter(one, other, besides=(stem(what),)):
                yield comparison("copy", RESTATED, (one.member, other.member), f"The same figure of {what} in both.")


def verdicts_said_twice(papers: Sequence[Sequence[Statement]]) -> Iterator[Comparison]:
    """A paper's verdict ("it got worse", "promises were not kept") said twice in other words."""
    for statements in papers:
        for name, pattern in (("worse", WORSE), ("not fulfilled", _UNFULFILLED)):
            told = [s for s in statements if pattern.search(s.text) and s.kind != "proposal"]
            for one, other in combinations(told, 2):
                if not _overlap(one, other) and _one_period(one, other):
                    why = f"Both give the paper's verdict: {name}."
                    yield comparison("copy", REPEAT, (one.member, other.member), why)


def _one_period(one: Statement, other: Statement) -> bool:
    return not one.date or not other.date or dates_meet(one.date, other.date)


def cited(papers: Sequence[tuple[Findings, Sequence[Statement]]]) -> Iterator[Comparison]:
    """A claim that names as its source the publisher of another paper at hand: both are one source."""
    publishers = [
        (name.casefold(), statements[0].sha256)
        for findings, statements in papers
        for name in findings.identity.publishers
        if statements
    ]
    for _, statements in papers:
        for one in statements:
            if one.publisher_says:
                continue
            for name, sha256 in publishers:
                if sha256 != one.sha256 and _same_name(one.source.casefold(), name):
                    why = f"It rests on {one.source}, the publisher of the other paper: the two are not independent."
                    yield comparison("copy", CITED, (one.member, Member(sha256)), why)


def _same_name(one: str, other: str) -> bool:
    """Equal, or one is the beginning of the other ("Open Voice", "Open Voice Foundation")."""
    short, long = sorted((one.removeprefix("the "), other.removeprefix("the ")), key=len)
    return long == short or (len(short.split()) >= 2 and long.startswith(short + " "))
