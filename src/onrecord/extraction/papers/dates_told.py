"""Dates in running text of papers, to EDTF: as precise as the words and no more.

EDTF (ISO 8601-2): "2011-12" a month, "2009/2012" a period, "2019/.." since then, "../2016-05-21" until then. Numbers
whose order cannot be told ("05/06/2014") give the year only. "Recently" and "in recent years" give nothing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from onrecord.extraction.sieve import Sieve, small
from onrecord.vocabulary.dates import MONTHS

_Parts = dict[str, str]
_SHORT = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
_MONTH = rf"(?:{'|'.join([*MONTHS, 'sept', *(name[:3] for name in MONTHS)])})\b\.?"
YEAR = r"(?:19|20)\d\d"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
TO = r"\s*(?:-|–|—|\bto\b|\btill\b|\buntil\b|\band\b|&)\s*"
GAP = r"[\s\u00a0]+"
# What of a month or year is meant: a period takes no harm of it ("from early March to the end of June 2024").
_PART = rf"(?:(?:the{GAP})?(?:end|start|beginning|middle){GAP}of{GAP}|(?:early|mid|late)(?:-|{GAP}))?"
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 4}
_QUARTERS |= {f"q{number}": number for number in range(1, 5)}
_HALVES = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "last": 2, "h1": 1, "h2": 2}
_NO_YEAR_BEFORE = r"(?:(?<![\w/.:–-])|(?<=\bmid-)|(?<=\bearly-)|(?<=\blate-))"
_NO_YEAR_AFTER = r"(?![\w/]|[-–]\d|\.\d)"
# The order is the order of trying at one position: the more exact first.
_FORMS = (
    ("iso", rf"(?<![\w/-])(?P<iso>{YEAR}-[01]\d-[0-3]\d)(?![\w-])"),
    ("dotted", rf"(?<![\w/.])(?P<d9>\d\d?)[./](?P<m9>\d\d?)[./](?P<y9>{YEAR})(?![\w/])"),
    (
        "months",
        rf"\b(?P<m1>{_MONTH})(?:{GAP}(?P<y1>{YEAR}))?{TO}{_PART}(?P<m2>{_MONTH}),?{GAP}(?P<y2>{YEAR}){_NO_YEAR_AFTER}",
    ),
    (
        "share",
        rf"\b(?:(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th){GAP}(?P<share>quarter|half){GAP}(?:of{GAP})?"
        rf"|(?P<short>Q[1-4]|H[12]){GAP}(?:of{GAP})?)(?P<y10>{YEAR}){_NO_YEAR_AFTER}",
    ),
    (
        "days",
        rf"\b(?P<d1>{DAY})(?:{GAP}(?P<m3>{_MONTH}))?(?:,?{GAP}(?P<y3>{YEAR}))?{TO}(?P<d2>{DAY})"
        rf"{GAP}(?P<m4>{_MONTH}),?{GAP}(?P<y4>{YEAR})",
    ),
    (
        "us_days",
        rf"\b(?P<m5>{_MONTH}){GAP}(?P<d3>{DAY}){TO}(?:(?P<m10>{_MONTH}){GAP})?(?P<d4>{DAY}),?{GAP}(?P<y5>{YEAR})",
    ),
    ("day", rf"\b(?P<d5>{DAY}){GAP}(?:of{GAP})?(?P<m6>{_MONTH}),?{GAP}(?P<y6>{YEAR})"),
    ("us_day", rf"\b(?P<m7>{_MONTH}){GAP}(?P<d6>{DAY}),?{GAP}(?P<y7>{YEAR})"),
    ("month", rf"\b(?P<m8>{_MONTH}),?{GAP}(?:of{GAP})?(?P<y8>{YEAR}){_NO_YEAR_AFTER}"),
    (
        "years",
        rf"{_NO_YEAR_BEFORE}(?:(?<=\d)|\b)(?P<ya>{YEAR})\s*(?:(?:-|–|—)\s*(?=\d)|\b(?:to|till|until)\s+(?={YEAR}))"
        rf"(?P<yb>{YEAR}|\d\d)(?![\w/-])",
    ),
    ("two_in_one", rf"{_NO_YEAR_BEFORE}\b(?P<ye>{YEAR})/(?P<yf>{YEAR}|\d\d)(?![\w/-]|[.,]\d)"),
    ("two_years", rf"\b(?:between|from|in)\s+(?P<yc>{YEAR})\s+and\s+(?P<yd>{YEAR})\b"),
    ("year", rf"{_NO_YEAR_BEFORE}(?P<yy>{YEAR})(?![\w/]|-\d|–\d|\.\d)"),
)
_DATES = re.compile("|".join(rf"(?P<f_{name}>{form})" for name, form in _FORMS), re.IGNORECASE)
# With what every form begins; only there all of them are tried. "In" begins one only before two years.
_BEGINS = re.compile(
    rf"\d+|\b(?:{'|'.join(name[:3] for name in MONTHS)}|(?:between|from|in)(?=\s+{YEAR}\s+and\b)"
    rf"|(?:first|second|third|fourth|last){GAP}(?:quarter|half)|Q[1-4]|H[12])",
    re.IGNORECASE,
)
# What stands before a date and opens the period; nothing but a noun phrase may stand between.
_SINCE = re.compile(
    r"\b(?:(?:ever\s+)?since|starting(?:\s+(?:in|from))?|as\s+of)\b(?P<between>[^.;:!?]*)$", re.IGNORECASE
)
_UNTIL = re.compile(
    r"\b(?i:(?:until|till|prior\s+to|up\s+to|by\s+the\s+end\s+of)\b(?P<between>[^.;:!?]*)|"
    r"before\b(?P<event>(?-i:[^.;:!?A-Z]*)))$"  # "before the Committee" is no date
)
# "appeared before a court on 3 May": in whose presence, not until when.
_IN_PRESENCE = re.compile(
    r"\bbefore\s+(?:(?:an?|the|his|her|its|their|this|that)\s+)?(?:[\w’'-]+\s+){0,3}?"
    r"(?:courts?|judges?|tribunals?|committees?|commissions?|parliament|assembly|council|hearing|panel|board|jury|magistrates?|"
    r"prosecutors?|audience|crowd|journalists|reporters|cameras?|bodies|body|chamber|senate)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:appear|brought|br[io]ng|stood|stand|taken|testif|said|told|stated|admitted|conceded|claimed|sp[eo]ke?|sp[eo]a?k"
    r"|complain|cases?|proceedings|trials?|pending|filed|lodged|heard|statement|hauled|summoned|argued|acknowledged)"
    r"\w*(?:\s+\w+){0,2}\s+$",
    re.IGNORECASE,
)
# "the largest protests since independence in February": since when they are the largest, not when they were held.
_LARGEST_SINCE = re.compile(r"\b(?:first|last|only|most|least|worst|best|[a-z]{3,}est)\b[^.;:]{0,60}$", re.IGNORECASE)
_HELD_IN = re.compile(r"\w\s+(?:in|on|during)\s+(?:the\s+)?(?:\w+\s+(?:of\s+)?){0,3}$", re.IGNORECASE)
_NEEDS_SINCE = Sieve("since|starting|as")
_NEEDS_UNTIL = Sieve("until|till|prior|up|by|before")
_BREAKS = re.compile(r",|\b(?:that|says?|said|was|were|is|are|has|have|had)\b")  # what is no noun phrase
_LONGEST_BETWEEN = 90  # characters: "since its previous scrutiny under the UPR procedure in 2010"
_SOME_YEAR = re.compile(YEAR)
_NUMBERED = re.compile(
    r"(?:\b(?:no|nos|number|art|article|articles|resolution|order|decree|case|para|paragraph)\.?\s*(?:no\.?\s*)?|#|№\s*)$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class ToldDate:
    """A date as told: ``value`` in EDTF; ``start`` and ``end`` of its words in the text."""

    value: str
    start: int
    end: int


def dates_in(text: str, start: int = 0, end: int | None = None) -> tuple[ToldDate, ...]:
    """Every date in ``text[start:end]``, in order. A day that no calendar has is told as its month."""
    return _dates_in(text, start, len(text) if end is None else end)


@lru_cache(maxsize=512)  # claims, figures and events ask about the same sentence
def _dates_in(text: str, start: int, stop: int) -> tuple[ToldDate, ...]:
    return tuple(_told_dates(text, start, stop))


def _told_dates(text: str, start: int, stop: int) -> Iterator[ToldDate]:
    for match in _matches(text, start, stop):
        before = text[max(start, match.start() - 20) : match.start()]
        if (match["f_year"] or match["f_two_in_one"]) and _NUMBERED.search(before):
            continue
        value = _value(match)
        if value:
            yield in_period(text, start, match.span(), value)


def _matches(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """What ``_DATES.finditer`` gives, without trying every form at every letter."""
    if not _SOME_YEAR.search(text, start, stop):  # every form holds a year; most sentences hold none
        return
    while begins := _BEGINS.search(text, start, stop):
        match = _DATES.match(text, begins.start(), stop)
        start = (match or begins).end()
        if match:
            yield match


def date_of(text: str, start: int = 0, end: int | None = None) -> ToldDate | None:
    """The date that ``text[start:end]`` is told of: its first one; None where none stands."""
    return next(iter(dates_in(text, start, end)), None)


def in_period(text: str, start: int, span: tuple[int, int], value: str) -> ToldDate:
    """The date whose words stand at ``span``, with the "since" or "until" before it, if there is one.

    Args:
        start: where its sentence begins. value: its EDTF.
    """
    first, last = span
    before = text[max(start, first - _LONGEST_BETWEEN - 10) : first]
    if "/" not in value:
        low = small(before)
        for pattern, needed, form in ((_SINCE, _NEEDS_SINCE, f"{value}/.."), (_UNTIL, _NEEDS_UNTIL, f"../{value}")):
            opening = pattern.search(before) if needed.lets_pass(low) else None
            between = next((words for words in opening.groups() if words is not None), "") if opening else ""
            if (
                opening
                and len(between) <= _LONGEST_BETWEEN
                and not any(_matches(between, 0, len(between)))
                and not _BREAKS.search(between)
                and not _is_no_limit(before, opening.start(), between)
            ):
                return ToldDate(form, first - (len(before) - opening.start()), last)
    return ToldDate(value, first, last)


def _is_no_limit(before: str, at: int, between: str) -> bool:
    """Whether "before" tells in whose presence, or "since" what something is compared with."""
    if before.startswith(("before", "Before"), at):
        return bool(_IN_PRESENCE.match(before, at) and (at == 0 or _PRESENT.search(before[:at])))
    return bool(_HELD_IN.search(between) and _LARGEST_SINCE.search(before[:at]))


def _value(match: re.Match[str]) -> str:
    assert match.lastgroup  # the form, which closes last
    return _BUILT[match.lastgroup.removeprefix("f_")](match.groupdict())


def _days(p: _Parts) -> str:
    first = _day(p["y3"] or p["y4"], p["m3"] or p["m4"], p["d1"])
    return _period(first, _day(p["y4"], p["m4"], p["d2"]))


def _us_days(p: _Parts) -> str:
    return _period(_day(p["y5"], p["m5"], p["d3"]), _day(p["y5"], p["m10"] or p["m5"], p["d4"]))


def _years(first: str, last: str) -> str:
    return _period(first, last if len(last) == 4 else first[:2] + last)


def _dotted(one: int, two: int, year: str) -> str:
    """Day and month in figures: told apart only if one of them is above twelve."""
    if one > 12 >= two:
        return _checked(year, two, str(one))
    if two > 12 >= one:
        return _checked(year, one, str(two))
    return f"{year}-{one:02d}-{one:02d}" if one == two and 1 <= one <= 12 else year


def quarter_or_half(year: str, which: str, share: str) -> str:
    """The months of a part of a year; ``which``: "first", "last", "Q2", "H1"; ``share``: "quarter", "half" or ""."""
    name = which.lower()
    half = share.lower() == "half" or name in ("h1", "h2")
    number, months = (_HALVES, 6) if half else (_QUARTERS, 3)
    last = number.get(name, 0) * months
    return f"{year}-{last - months + 1:02d}/{year}-{last:02d}" if last else year


def _two_in_one(first: str, last: str) -> str:
    """ "2019/20": a school or fiscal year, a season; "" where the second does not follow the first."""
    follows = f"{int(first) + 1}"
    return f"{first}/{follows}" if follows.endswith(last) else ""


def _number(month: str) -> int:
    name = month.lower().rstrip(".")
    return MONTHS.get(name) or _SHORT[name]


def _month(year: str, month: str) -> str:
    return f"{year}-{_number(month):02d}"


def _day(year: str, month: str, day: str) -> str:
    return _checked(year, _number(month), re.sub(r"\D", "", day))


def _checked(year: str, month: int, day: str) -> str:
    if not 1 <= month <= 12:
        return year
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:  # 31 November
        return f"{year}-{month:02d}"


def _period(first: str, last: str) -> str:
    """An interval; "" where it runs backwards, as in "resolutions of 2012 – 2010"."""
    return f"{first}/{last}" if first <= last else ""


_BUILT: dict[str, Callable[[_Parts], str]] = {
    "iso": lambda p: _checked(p["iso"][:4], int(p["iso"][5:7]), p["iso"][8:]),
    "dotted": lambda p: _dotted(int(p["d9"]), int(p["m9"]), p["y9"]),
    "months": lambda p: _period(_month(p["y1"] or p["y2"], p["m1"]), _month(p["y2"], p["m2"])),
    "days": _days,
    "us_days": _us_days,
    "day": lambda p: _day(p["y6"], p["m6"], p["d5"]),
    "us_day": lambda p: _day(p["y7"], p["m7"], p["d6"]),
    "month": lambda p: _month(p["y8"], p["m8"]),
    "years": lambda p: _years(p["ya"], p["yb"]),
    "two_in_one": lambda p: _two_in_one(p["ye"], p["yf"]),
    "share": lambda p: quarter_or_half(p["y10"], p["short"] or p["nth"], p["share"] or ""),
    "two_years": lambda p: _period(p["yc"], p["yd"]),
    "year": lambda p: p["yy"],
}
