"""Where a statement is no second source: said again, restated, or resting on the publisher of another paper."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log

from onrecord.matching.compared import comparison
from onrecord.matching.conflicts import counts, rounded
from onrecord.matching.matter import dates_meet, same_matter
from onrecord.matching.statements import Statement, stem
from onrecord.matching.told_otherwise import WORSE
from onrecord.model import Comparison, Figure, Findings, Member
from onrecord.vocabulary.dates import MONTHS

REPEAT, RESTATED, CITED = "repeat in document", "restated", "cited"
# Shares of the weight of the shorter one's words. Two publishers may say the same in much the same words by themselves.
_NEAR, _NEAR_OF_OTHERS = 0.55, 0.75
_UNFULFILLED = re.compile(
    r"\b(?:(?:has|have)\s+not\s+(?:been\s+)?(?:fulfilled|kept|implemented|honou?red)|fallen\s+(?:far\s+)?short|unfulfilled"
    r"|unsuccessful\s+implementation|only\s+fulfilled|failed\s+to\s+(?:live\s+up|fulfil|implement|honou?r)|broken\s+promises)\b",
    re.IGNORECASE,
)
_MONTHS = frozenset(stem(name) for name in MONTHS)
_FEW = 4  # shared stems: asks of few words ("open the case") are alike by chance
_TELLS = r"(?:gives?|gave|counts?|counted|puts?|lists?|listed|reported|recorded|documented)"
_TELLING = 20  # of one publisher
_LARGE = 100
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
        for word in one.stems - _MONTHS:  # two may tell of one month in other words
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
    """Whether both give figures and not one is the same: then they are no copies. "2,300 or so" may be 2,340."""
    values = [{f.value for f in s.figures if f.value is not None} for s in (one, other)]
    if not values[0] or not values[1] or values[0] & values[1]:
        return False
    return not any(rounded(a, b) or rounded(b, a) for a in one.figures for b in other.figures)


def summaries(papers: Sequence[Findings]) -> Iterator[Comparison]:
    """A summary at the head of a paper and the body that says it again."""
    for findings in papers:
        for aside in findings.asides:
            if aside.said_at is not None:
                members = (Member(aside.place.sha256, aside.said_at), Member(aside.place.sha256, aside.place))
                yield comparison("copy", REPEAT, members, aside.reason)


def same_figures(statements: Sequence[Statement], publishers: Mapping[str, frozenset[str]]) -> Iterator[Comparison]:
    """The same figure of the same thing near the same event in two papers: said once, counted once.

    A number as telling as 214 of the same noun needs no event; one publisher that gives a number of one thing twice,
    of whatever time, says it again.
    """
    counted: dict[tuple[str, float], dict[tuple[str, int], tuple[Statement, str]]] = defaultdict(dict)
    for one in statements:
        for figure in one.figures:
            for what in counts(one, figure) | _noun(figure):
                counted[what, figure.value or 0][one.sha256, one.place.start] = (one, figure.comparator)
    for (what, value), rows in counted.items():
        for (one, comparator), (other, second) in combinations(rows.values(), 2):
            if one.sha256 == other.sha256 or comparator != second:
                continue
            same_publisher = bool(publishers[one.sha256] & publishers[other.sha256]) and value >= _TELLING
            if same_publisher or _is_telling(value) or same_matter(one, other, besides=(stem(what),)):
                yield comparison("copy", RESTATED, (one.member, other.member), f"The same figure of {what} in both.")


def _noun(figure: Figure) -> set[str]:
    """The noun that a telling number counts; nothing for shares and money."""
    words = figure.what.casefold().split()
    return {stem(words[-1])} if words and words[0] != "%" and _is_telling(figure.value or 0) else set()


def _is_telling(value: float) -> bool:
    """Whether two papers hardly give this number by chance: 214, not 200 or 12."""
    return value >= _LARGE and value % 10 != 0 and value == int(value)


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
    by_paper = {statements[0].sha256: statements for _, statements in papers if statements}
    for _, statements in papers:
        for one in statements:
            for name, sha256 in publishers:
                told = not one.publisher_says and _same_name(one.source.casefold(), name)
                if sha256 != one.sha256 and (told or _named_as_source(one.text, name)):
                    source = one.source if told else name
                    why = f"It rests on {source}, the publisher of the other paper: the two are not independent."
                    yield comparison("copy", CITED, (one.member, Member(sha256)), why)
                    for other in _with_its_figure(one, by_paper[sha256]):
                        yield comparison("copy", CITED, (one.member, other.member), f"{why} Both give one figure.")


def _with_its_figure(one: Statement, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Those that give a figure of ``one`` and share a word or the date with it."""
    values = {figure.value for figure in one.figures if figure.value}
    for other in statements:
        same = values & {figure.value for figure in other.figures}
        if same and (one.stems & other.stems or (one.date and one.date == other.date)):
            yield other


def _named_as_source(text: str, name: str) -> bool:
    """ "River Watch gives three since 2020", "as River Watch has reported"."""
    told = rf"\b{re.escape(name)}\s+(?:also\s+|has\s+|itself\s+)?{_TELLS}\b"
    return name in text.casefold() and re.search(told, text, re.IGNORECASE) is not None


def _same_name(one: str, other: str) -> bool:
    """Equal, or one is the beginning of the other ("Open Voice", "Open Voice Foundation")."""
    short, long = sorted((one.removeprefix("the "), other.removeprefix("the ")), key=len)
    return long == short or (len(short.split()) >= 2 and long.startswith(short + " "))
