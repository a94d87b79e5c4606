"""Where papers give other figures for one thing: the same counted, near the same event.

Nothing is chosen or corrected. What only looks like a conflict is left out: numbers that a bound allows ("at least 12"
beside 17), other things counted, other events.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.matching.actors import first_actor
from onrecord.matching.compared import comparison
from onrecord.matching.matter import dates_meet, days_apart, same_matter
from onrecord.matching.statements import Statement, stem
from onrecord.model import Comparison, Figure
from onrecord.vocabulary.counting import concepts

DISAGREE, SCOPE, WRONG = "disagree", "differ in scope", "one is likely wrong"
AMBIGUOUS, ATTRIBUTION, PRECISION = "ambiguous", "attribution", "precision"
_AT_LEAST = frozenset(("at least", "no fewer than", "no less than", "not less than", "more than", "over", "above"))
_AT_MOST = frozenset(("at most", "no more than", "up to", "fewer than", "less than", "under", "below"))
_ROUGH = frozenset(
    (
        "about",
        "around",
        "approximately",
        "roughly",
        "some",
        "nearly",
        "almost",
        "close to",
        "an estimated",
        "estimated",
        "or so",
    )
)
# Counted alone they may be anybody.
_ANYBODY = frozenset(
    (
        *(
            "peopl",
            "people",
            "person",
            "them",
            "the",
            "other",
            "others",
            "name",
            "names",
            "member",
            "man",
            "men",
            "women",
        ),
        *(
            "without",
            "case",
            "cases",
            "time",
            "thing",
            "part",
            "place",
            "file",
            "civilian",
            "citizen",
            "individual",
            "they",
        ),
    )
)
_PEOPLE = frozenset(("people", "persons", "residents", "citizens", "men", "women", "workers", "students", "villagers"))
# In small letters: "in March 2022" nobody marches.
_GATHERED = re.compile(
    r"\b(?:march\w*|walk\w*|gather\w*|protest\w*|ralli\w*|rally|demonstrat\w*|took\s+(?:part|to\s+the\s+streets)|turned\s+out"
    r"|joined|attended|assembled)\b"
)
_NEAR_BY = 90  # characters behind a number
_TELLING = 20  # smaller numbers meet by chance
_PART_OF = re.compile(r"(?:[a-z]+\s+){0,3}\S+\s+of\s+(?:the|them|these|those|whom|\d)", re.IGNORECASE)
_WHOLE = re.compile(r"(?:[Oo]ut\s+)?[Oo]f\s+(?:the\s+|these\s+|those\s+)?\d")
_ADDED = re.compile(r"\b(?:added|adding|another|further|more|other)\s+$", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_DEEDS = frozenset(("deaths", "injured", "detained", "convicted", "charged", "displaced", "disappeared", "closed"))
_SELDOM = frozenset(("deaths", "protesters"))
_SENTENCED = re.compile(r"\b(?:sentenced|sentence\s+of|prison\s+term)\b", re.IGNORECASE)
_UNITS = frozenset(
    ("day", "days", "year", "years", "month", "months", "hour", "hours", "week", "weeks", "times", "minutes")
)
_Counted = tuple[Statement, Figure]


def figure_conflicts(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """Pairs of statements that count the same thing near the same event and give other numbers."""
    counted: dict[str, list[_Counted]] = defaultdict(list)
    for one in statements:
        for figure in one.figures:
            for what in set() if is_part(one, figure) else counts(one, figure):
                counted[what].append((one, figure))
    yield from _one_number_two_times(counted)
    for what, rows in counted.items():
        for row, second in combinations(rows, 2):
            one, other = row[0], second[0]
            if _comparable(one, other) and (
                same_matter(one, other, besides=(stem(what),)) or _one_event(what, one, other)
            ):
                yield from _judged(what, row, second)


def _one_event(what: str, one: Statement, other: Statement) -> bool:
    """Whether both tell of one day, or two days in a row, what befalls a State seldom: deaths, a crowd."""
    return what in _SELDOM and one.sha256 != other.sha256 and days_apart(one.date, other.date) <= 1


def _one_number_two_times(counted: dict[str, list[_Counted]]) -> Iterator[Comparison]:
    """One number of the same people, told of one year here and of other years there."""
    for what, rows in counted.items():
        for (one, a), (other, b) in combinations(rows, 2):
            dates = one.date, other.date
            alike = a.value == b.value and (a.value or 0) >= _TELLING and len(one.stems & other.stems) >= 2
            if alike and all(dates) and not dates_meet(*dates) and one.sha256 != other.sha256:
                why = f"{_words(a)} {what}, told of {dates[0]} and of {dates[1]}."
                yield comparison("conflict", DISAGREE, (one.member, other.member), why)


def _comparable(one: Statement, other: Statement) -> bool:
    """Not the same statement, and not a promise beside what became of it."""
    promises = [s.kind in ("commitment", "proposal") for s in (one, other)]
    return one.id != other.id and promises[0] == promises[1]


def is_part(one: Statement, figure: Figure) -> bool:
    """Whether a figure tells a part of a greater number: "two of the dead", "another three"."""
    start = max(figure.start - one.place.start, 0)
    return _PART_OF.match(one.text, start) is not None or _ADDED.search(one.text[:start]) is not None


def counts(one: Statement, figure: Figure) -> set[str]:
    """What a figure counts: what was done to people ("14 workers died"), else the noun; nothing for shares."""
    if figure.value is None:
        return set()
    words = [word.casefold() for word in _LETTERS.findall(figure.what)]
    behind = one.text[max(figure.end - one.place.start, 0) :][:_NEAR_BY]
    if words and words[0] in _PEOPLE and _GATHERED.search(behind) and not _deeds_beside(one, figure):
        return {"protesters"}
    found = {concepts()[word] for word in words if word in concepts()}
    if found & _DEEDS:
        return found & _DEEDS
    if words and words[0] in _UNITS and _SENTENCED.search(one.text):
        return {"sentence"}
    if not words or words[-1] in _UNITS or figure.what.startswith("%"):
        return found
    return _deeds_beside(one, figure) or found or {stem(words[-1])} - _ANYBODY


def _deeds_beside(one: Statement, figure: Figure) -> set[str]:
    """What was done, by the words right before and right behind a figure: "killed 12 people", "14 workers died"."""
    start, end = figure.start - one.place.start, figure.end - one.place.start
    before = _LETTERS.findall(one.text[: max(start, 0)].casefold())[-3:]
    after = _LETTERS.findall(one.text[max(end, 0) :].casefold())[:4]
    return {concepts()[word] for word in (*before, *after) if word in concepts()} & _DEEDS


def _judged(what: str, one: _Counted, other: _Counted) -> Iterator[Comparison]:
    (first, a), (second, b) = one, other
    members = (first.member, second.member)
    if a.value == b.value:
        whole = any(_WHOLE.match(one.text) for one in (first, second))  # "Of the 118 people seized, 43 …"
        if not whole and first.voice is not second.voice and first.sha256 != second.sha256:
            said = second.source if first.publisher_says else first.source
            why = f"The same figure, once said by {said}, once in the paper's own voice."
            yield comparison("conflict", ATTRIBUTION, members, why)
    elif not (_allows(a, b) or _allows(b, a)):
        numbers = f"{_words(a)} and {_words(b)}"
        actors = sorted({first_actor(first.text), first_actor(second.text)}, reverse=True)
        if first.date != second.date and all(s.date.endswith("/..") for s in (first, second)):
            why = f"Both count {what}, since other times: {numbers}."
            yield comparison("conflict", SCOPE, members, why)
        elif len(actors) == 2:
            why = f"Both count {what}, one of them those by “{actors[0]}”: {numbers}."
            yield comparison("conflict", SCOPE, members, why)
        else:
            why = f"Both count {what} of one event: {numbers}."
            yield comparison("conflict", DISAGREE, members, why)


def rounded(rough: Figure, figure: Figure) -> bool:
    """Whether one number is the other one rounded, by its own words: "some 2,300", "2,300 or so" and 2,340."""
    told = rough.comparator in _ROUGH and rough.value and figure.value
    return bool(told) and _allows(rough, figure) and rough.what.split()[-1:] != ["%"]


def _words(figure: Figure) -> str:
    return f"{figure.comparator} {figure.value:g}".strip()


def _allows(bound: Figure, figure: Figure) -> bool:
    """Whether the words of ``bound`` allow the other number: "at least 12" allows 17."""
    if bound.value is None or figure.value is None:
        return True
    if bound.comparator in _AT_LEAST:
        return figure.value >= bound.value and figure.comparator not in _AT_MOST
    if bound.comparator in _AT_MOST:
        return figure.value <= bound.value
    return bound.comparator in _ROUGH and abs(figure.value - bound.value) <= bound.value * 0.1
