"""Where papers tell a person's fate otherwise: on which day it happened, and what somebody died of."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from onrecord.matching.compared import comparison
from onrecord.matching.conflicts import DISAGREE
from onrecord.matching.matter import dates_meet
from onrecord.matching.statements import Statement
from onrecord.model import Comparison

# What befalls a person, and how many days two dates of one event may lie apart: arrests come again, death does not.
_FATES = (
    (
        "arrested",
        re.compile(r"\b(?:arrested|detained|seized|abducted|apprehended|picked\s+up|taken\s+(?:from|away|by))\b", re.I),
        30,
    ),
    ("sentenced", re.compile(r"\b(?:sentenced|convicted|jailed\s+for|found\s+guilty)\b", re.I), 60),
    ("set free", re.compile(r"\b(?:released|freed|set\s+free|acquitted)\b", re.I), 60),
    ("killed", re.compile(r"\b(?:died|killed|murdered|shot\s+dead|found\s+dead|hanged)\b", re.I), 400),
    (
        "barred from the profession",
        re.compile(
            r"\b(?:disbarred|struck\s+off|lost\s+(?:his|her|their)\s+licen[cs]e|licen[cs]e\s+(?:\w+\s+)?(?:revoked|withdrawn))\b",
            re.I,
        ),
        400,
    ),
    ("dismissed", re.compile(r"\b(?:dismissed|sacked|lost\s+(?:his|her)\s+(?:post|job))\b", re.I), 120),
    ("last seen", re.compile(r"\b(?:disappeared|last\s+seen|went\s+missing)\b", re.I), 60),
)
_NATURAL = re.compile(
    r"\b(?:heart\s+(?:failure|attack|disease)|natural\s+causes?|suicide|hanged\s+(?:him|her)self|t(?:ook|aken)\s+(?:his|her)\s+own\s+life"
    r"|drowned|drowning|fell|fallen|(?:an|by)\s+accident|illness|pneumonia|overdose|old\s+age|stroke)\b",
    re.IGNORECASE,
)
_VIOLENT = re.compile(
    r"\b(?:shot|beaten|strangled|tortured|broken\s+(?:\w+\s+)?(?:ribs?|bones?|neck|arms?|legs?|skull)|fractures?|bruis\w+|wounds?"
    r"|burns?|injuries|marks\s+of)\b",
    re.IGNORECASE,
)
_DEATH = re.compile(
    r"\b(?:died|dead|deaths?|cause|autopsy|killed|bod(?:y|ies)|examination|post-?mortem|drowned)\b", re.IGNORECASE
)
_RIGHT_BESIDE = 3  # statements


def fates(papers: Sequence[Sequence[Statement]], people: frozenset[str]) -> Iterator[Comparison]:
    """Pairs that tell a person's fate otherwise.

    Args:
        papers: the statements of each.
        people: surnames of the persons that the papers name.
    """
    yield from _dates([one for statements in papers for one in statements], people)
    for statements in papers:
        yield from _causes(statements)


def _dates(statements: Sequence[Statement], people: frozenset[str]) -> Iterator[Comparison]:
    """ "X was disbarred on 4 May" here, "X lost her licence in April" there."""
    for what, pattern, far in _FATES:
        told = [s for s in statements if _is_exact(s.date) and s.kind != "proposal" and pattern.search(s.text)]
        named = [(one, who) for one in told if (who := _who(one, people))]
        for (one, person), (other, same) in combinations(named, 2):
            apart = one.sha256 != other.sha256 and person & same and not dates_meet(one.date, other.date)
            if apart and 0 < _days(one.date, other.date) <= far:
                why = f"{min(person & same)} was {what} on {one.date} here, on {other.date} there."
                yield comparison("conflict", DISAGREE, (one.member, other.member), why)


def _who(one: Statement, people: frozenset[str]) -> frozenset[str]:
    """The persons of a statement; of one without a name, the only one named around it."""
    own = one.names & people
    around = one.around_names & people
    return own or (around if len(around) == 1 else frozenset())


def _is_exact(day: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", day) is not None


def _days(one: str, other: str) -> int:
    """Days between two dates; of months, between their nearest days."""
    spans = [_span(day) for day in (one, other)]
    (_, low_end), (high, _) = sorted(spans)
    return max((high - low_end).days, 0)


def _span(day: str) -> tuple[date, date]:
    if len(day) == len("2011-12-16"):
        exact = date.fromisoformat(day)
        return exact, exact
    year, month = int(day[:4]), int(day[5:7])
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), date.fromordinal(after.toordinal() - 1)


def _causes(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """Heart failure by the one, broken ribs by the other: what somebody died of, told side by side."""
    for place, one in enumerate(statements):
        natural = _NATURAL.search(one.text)
        beside = [
            *statements[place + 1 : place + _RIGHT_BESIDE + 1],
            *reversed(statements[max(0, place - _RIGHT_BESIDE) : place]),
        ]
        for other in beside if natural else ():
            violent = None if _NATURAL.search(other.text) else _VIOLENT.search(other.text)
            if natural and violent and one.source != other.source and _DEATH.search(f"{one.text} {other.text}"):
                why = f"Two causes of one death: “{natural.group()}” and “{violent.group()}”."
                yield comparison("conflict", DISAGREE, (one.member, other.member), why)
                break
