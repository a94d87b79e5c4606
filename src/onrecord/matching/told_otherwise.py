"""Where papers tell one matter in ways that do not go together: who took part, its name, since when, who said it."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.matching.compared import comparison
from onrecord.matching.conflicts import AMBIGUOUS, PRECISION, SCOPE, WRONG
from onrecord.matching.matter import NEAR, dates_meet, days_apart, same_matter, same_sentence
from onrecord.matching.statements import Statement, stem, stems_of
from onrecord.model import Comparison

_TRADE = re.compile(
    r"\b(\w{3,})(?:\s+(?:and\s+\w+\s+)?|-)(?:workers?|employees|labourers)\b|\b(\w+)\s+(?:sector|industry)\b",
    re.IGNORECASE,
)
_NO_TRADE = frozenset(
    (
        "striking",
        "social",
        "health",
        "public",
        "domestic",
        "aid",
        "the",
        "some",
        "many",
        "all",
        "and",
        "of",
        "migrant",
        "former",
        "private",
    )
)
_MUTUAL = re.compile(r"\b(?:clash(?:es)?|riots?|unrest|disorders?|disturbances)\b", re.IGNORECASE)
_ONE_SIDED = re.compile(
    r"\b(?:massacre|shootings?|(?:excessive|lethal|deadly)\s+(?:and\s+\w+\s+)?force|brutality|killed|slaughter)\b",
    re.IGNORECASE,
)
WORSE = re.compile(
    r"\b(?:worsen\w*|worse|deteriorat\w*|shrink\w*|shrunk|backslid\w*|crackdowns?|declin\w*|narrow\w*|long\s+(?:limited|restricted|curtailed))\b",
    re.IGNORECASE,
)
_SINCE_WORDS = re.compile(
    r"\b(?:in\s+recent\s+(?:years|months)|has\s+long|have\s+long|recently|began|since\s+[^,.;]{2,60})", re.IGNORECASE
)
_OFFICE = re.compile(
    r"\b(?:High\s+Commissioner(?:\s+for\s+\w+\s*\w*)?|Special\s+Rapporteur[^,.;]{0,40}?|Secretary[\s-]General|Commissioner\s+for\s+Human\s+Rights|Special\s+Representative)\b"
)
_OFFICE_WORDS = 6  # "Special Rapporteur on the rights to": mandates are told apart, holders are not
_SPOKE = re.compile(
    r"\b(?:concern|concerns|statement|criticis\w*|criticiz\w*|critical|condemn\w*|warned|said|urged|called)\b",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(
    r"\b(?:accepted|supported|agreed\s+to|received\s+and\s+accepted)\b[^.;]*?\brecommendations?\b", re.IGNORECASE
)
_LAW_MADE = re.compile(
    r"\b(?:Law|Act|Code|Decree|Statute|Bill)\s+(?:on|for|against|of)\s+(?P<title>[A-Z][\w\s’'-]{3,80}?)(?:,|\s+was|\s+were|\s+has\s+been)?\s+"
    r"(?P<made>adopted|passed|signed|enacted|promulgated|repealed)\b"
)
_OF_ALL = re.compile(r"\b\d+\s+(?:out\s+)?of\s+(?:the\s+)?\d+\b")
_REVIEW = re.compile(r"\b(?:Universal\s+Periodic\s+Review|UPR|review)\b")


def told_otherwise(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """All pairs of statements that tell one matter in ways that do not go together."""
    yield from _participants([s for s in statements if _TRADE.search(s.text)])
    yield from _descriptions(statements)
    yield from _since_when([s for s in statements if WORSE.search(s.text)])
    yield from _offices([s for s in statements if _offices_of(s)])
    yield from _accepted([s for s in statements if _ACCEPTED.search(s.text)])
    yield from _days_of_events([s for s in statements if s.date and s.kind in ("situation", "act of others")])
    yield from _dates_of_laws([s for s in statements if s.date and _LAW_MADE.search(s.text)])
    yield from _dates_of_reviews([s for s in statements if s.kind == "procedure" and s.date])


def _trades(text: str) -> set[str]:
    found = {(match[1] or match[2]).lower() for match in _TRADE.finditer(text)}
    return {stem(word) for word in found if word not in _NO_TRADE}


def _participants(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """ "mine workers" here, "oil workers" there, in one strike."""
    for one, other in combinations(statements, 2):
        trades = _trades(one.text), _trades(other.text)
        if (
            all(trades)
            and not trades[0] & trades[1]
            and same_matter(one, other, besides=("worker", "work", *trades[0], *trades[1]))
        ):
            why = f"One event, other people: {', '.join(sorted(trades[0]))} and {', '.join(sorted(trades[1]))}."
            yield comparison("conflict", WRONG, (one.member, other.member), why)


def _descriptions(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """Clashes of two sides here, force by one side there."""
    mutual = [s for s in statements if _MUTUAL.search(s.text)]
    one_sided = [s for s in statements if _ONE_SIDED.search(s.text) and not _MUTUAL.search(s.text)]
    for one in mutual:
        for other in one_sided:
            if same_matter(one, other) and one.sha256 != other.sha256:
                words = f"“{_MUTUAL.search(one.text).group()}” and “{_ONE_SIDED.search(other.text).group()}”"  # type: ignore[union-attr]
                yield comparison("conflict", SCOPE, (one.member, other.member), f"One event is told as {words}.")


def _onset(one: Statement) -> str:
    if one.date.endswith("/.."):
        return one.date
    match = _SINCE_WORDS.search(one.text)
    return " ".join(match.group().lower().split()) if match else ""


def _since_when(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """It got worse: since other times."""
    told = [(s, _onset(s)) for s in statements]
    for (one, since), (other, then) in combinations([pair for pair in told if pair[1]], 2):
        if one.sha256 != other.sha256 and since != then and len(one.stems & other.stems) >= 1:
            why = f"Both say that it got worse, since other times: “{since}” and “{then}”."
            yield comparison("conflict", SCOPE, (one.member, other.member), why)


def _offices(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """One office spoke, once on a day and once without a date: it may be one statement or two."""
    for one, other in combinations(statements, 2):
        offices = _offices_of(one) & _offices_of(other)
        if offices and one.sha256 != other.sha256 and bool(one.date) != bool(other.date):
            why = f"{min(offices)} spoke: whether both mean one statement cannot be told."
            yield comparison("conflict", AMBIGUOUS, (one.member, other.member), why)


def _offices_of(one: Statement) -> set[str]:
    """Offices that speak in a statement: as its source, or in its words with a verb of speaking."""
    words = one.text if _SPOKE.search(one.text) else ""
    return {" ".join(match.group().split()[:_OFFICE_WORDS]) for match in _OFFICE.finditer(f"{one.source}. {words}")}


def _accepted(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """What a State accepted at one review, told as other selections."""
    for one, other in combinations(statements, 2):
        dates = one.dates_around, other.dates_around
        meet = not all(dates) or any(dates_meet(a[:4], b[:4]) for a in dates[0] for b in dates[1])
        totals = _OF_ALL.search(one.text) or _OF_ALL.search(other.text)
        if one.sha256 != other.sha256 and meet and one.stems != other.stems and not totals:
            why = "Both say what was accepted at one review; they tell of other selections."
            yield comparison("conflict", SCOPE, (one.member, other.member), why)


def _days_of_events(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """One event at one place, a few days apart."""
    told: set[tuple[str, str, str, str]] = set()
    for one, other in combinations(statements, 2):
        near = one.sha256 != other.sha256 and 0 < days_apart(one.date, other.date) <= NEAR
        key = (one.sha256, one.date, other.sha256, other.date)
        if near and key not in told and one.around_names & other.around_names and len(one.around & other.around) >= 2:
            told.add(key)
            why = f"One event, told of {one.date} and of {other.date}."
            yield comparison("conflict", "disagree", (one.member, other.member), why)


def _dates_of_laws(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """One law, made on other days: "the Law on Assemblies, adopted in May 2012" and "… in June 2012"."""
    for one, other in combinations(statements, 2):
        first, second = _LAW_MADE.search(one.text), _LAW_MADE.search(other.text)
        if not first or not second or one.sha256 == other.sha256:
            continue
        same_law = (
            stems_of(first["title"]) == stems_of(second["title"]) and first["made"].lower() == second["made"].lower()
        )
        if same_law and not dates_meet(one.date, other.date):
            why = f"One law, {first['made'].lower()} {one.date} here and {other.date} there."
            yield comparison("conflict", "disagree", (one.member, other.member), why)


def _dates_of_reviews(statements: Sequence[Statement]) -> Iterator[Comparison]:
    """The date of one review, told more and less exactly."""
    for one, other in combinations(statements, 2):
        both = _REVIEW.search(one.text) and _REVIEW.search(other.text)
        if both and one.date != other.date and dates_meet(one.date, other.date) and not same_sentence(one, other):
            yield comparison(
                "conflict", PRECISION, (one.member, other.member), f"One date, told as {one.date} and {other.date}."
            )
