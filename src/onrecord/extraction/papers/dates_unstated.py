"""Dates that only what stands before makes whole: "on 3 May", "in March", "that night", "two weeks later".

A year is worked out from the date told last in the same paragraph, else from the day of the paper; a stretch of time
from the date told last. Where nothing decides, nothing is given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from onrecord.extraction.papers.dates_told import DAY, GAP, TO, YEAR, ToldDate, in_period
from onrecord.extraction.sieve import Sieve, small
from onrecord.vocabulary.dates import MONTHS

_NAMES = "|".join(name.capitalize() for name in MONTHS)
_NO_YEAR = rf"(?!,?{GAP}(?:of{GAP})?{YEAR})(?!\w)"
_LEAD = (
    r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Oo]f|[Ff]rom|[Ll]ast|[Tt]his|[Tt]hat|[Ee]arly|[Ll]ate|[Dd]uring|"
    r"[Bb]etween|and|to|mid)"
)
_YEARLESS = re.compile(
    rf"\b(?:(?P<first>{DAY}){TO})?(?P<day>{DAY}){GAP}(?:of{GAP})?(?P<month>{_NAMES}){_NO_YEAR}"
    rf"|\b(?P<us_month>{_NAMES}){GAP}(?P<us_day>{DAY})(?:{TO}(?P<us_last>{DAY}))?(?![\d:.]*\d)(?!,?{GAP}{YEAR})(?!\w)"
    rf"|(?<=\b){_LEAD}(?:{GAP}|-)(?P<alone>{_NAMES})(?!{GAP}\d)(?!,?{GAP}{YEAR})(?!\w)"
)
_MONTHS = Sieve(_NAMES)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {word: number for number, word in enumerate(_WORDS, start=1)} | {"a": 1, "an": 1}
_LATER = re.compile(
    rf"\b(?:(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})\s+(?P<unit>day|week|month|year)s?\s+(?:later|afterwards|after\s+that)"
    r"|(?:the\s+)?(?:next|following)\s+(?P<next>day|morning|night|evening|month|year)"
    r"|(?:that|the)\s+(?:very\s+|same\s+)+(?P<same>day|night|evening|morning|afternoon|month|year)"
    r"|that\s+(?P<that>day|night|evening|morning|afternoon|month|year))\b",
    re.IGNORECASE,
)
_NEEDS_LATER = Sieve(
    "later|afterwards|after|next|following|very|same|that", "day|night|evening|morning|afternoon|week|month|year"
)
_AHEAD = re.compile(r"\b(?:will|shall|is due|are due|scheduled|upcoming|planned|to be held|next)\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b")
_CLAUSE_END = re.compile(r"[,;:]\s")
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day or month without its year. ``last``: the last of several days, else the same as ``day``; 0: no day."""

    month: int
    day: int
    last: int
    start: int
    end: int


def yearless_in(text: str, start: int = 0, end: int | None = None) -> tuple[Yearless, ...]:
    """Every day and month without a year in ``text[start:end]``, in order."""
    return _yearless_in(text, start, len(text) if end is None else end)


@lru_cache(maxsize=512)  # dates and figures ask about the same sentence
def _yearless_in(text: str, start: int, stop: int) -> tuple[Yearless, ...]:
    return tuple(_found(text, start, stop)) if _MONTHS.lets_pass(text[start:stop]) else ()


def _found(text: str, start: int, stop: int) -> Iterator[Yearless]:
    for match in _YEARLESS.finditer(text, start, stop):
        parts = match.groupdict()
        name = parts["month"] or parts["us_month"] or parts["alone"]
        first = _number(parts["first"] or parts["day"] or parts["us_day"])
        last = _number(parts["day"] or parts["us_last"] or parts["us_day"])
        begin = match.start("alone") if parts["alone"] else match.start()
        yield Yearless(MONTHS[name.lower()], first, last, begin, match.end())


def whole_dates(text: str, start: int, end: int, *, before: str, paper: str) -> Iterator[ToldDate]:
    """The days and months without a year in ``text[start:end]``, each with the year that what stands before gives it.

    Args:
        before: EDTF of the date told last in the same paragraph, "" if none. paper: that of the paper itself.
    """
    days = yearless_in(text, start, end)
    had = bool(days) and _HAD.search(text, start, end) is not None
    for found in days:
        ahead = _AHEAD.search(_CLAUSE_END.split(text[start : found.start])[-1]) is not None
        year = _year(found, before, paper, ahead=ahead, back=had)
        value = _edtf(year, found) if year else ""
        if value:
            yield in_period(text, start, (found.start, found.end), value)


def later_dates(text: str, start: int, end: int, *, before: str) -> Iterator[ToldDate]:
    """ "that night", "two weeks later", "the following year" in ``text[start:end]``, counted from the date before."""
    if not before or "/" in before:
        return
    for match in _LATER.finditer(text, start, end) if _NEEDS_LATER.lets_pass(small(text[start:end])) else ():
        value = _moved(match, before)
        if value:
            yield ToldDate(value, match.start(), match.end())


def _number(day: str | None) -> int:
    return int(re.sub(r"\D", "", day)) if day else 0


def _year(found: Yearless, before: str, paper: str, *, ahead: bool, back: bool) -> int:
    """0 where nothing decides. What is told goes forward in time, unless something "had" happened (``back``)."""
    anchor, today = _parts(before), _parts(paper, last=True)
    if today and "/" in before and anchor and not anchor[1]:
        anchor = None  # "between 2019 and 2022" is no point from which a story goes on
    if anchor and not anchor[1]:
        return anchor[0]
    if anchor:
        months = anchor[0] * 12 + anchor[1]
        year = min((anchor[0] + 1, anchor[0], anchor[0] - 1), key=lambda y: abs(y * 12 + found.month - months))
        forward = anchor[0] if found.month >= anchor[1] else anchor[0] + 1
        year = year if back or today is None or not today[1] or (forward, found.month) > today[:2] else forward
        passed = today is not None and today[1] and (year, found.month) > today[:2] and not ahead
        return year - 1 if passed else year
    if today and today[1]:
        if ahead:
            return today[0] if (found.month, found.day) >= today[1:] else today[0] + 1
        return today[0] if found.month <= today[1] else today[0] - 1
    return 0


def _parts(edtf: str, *, last: bool = False) -> tuple[int, int, int] | None:
    """Year, month and day (0 where not told) of a date, of a period its first or last."""
    ends = [part for part in edtf.split("/") if part and part != ".."]
    match = _ISO.fullmatch(ends[-1 if last else 0]) if ends else None
    return (int(match[1]), int(match[2] or 0), int(match[3] or 0)) if match else None


def _edtf(year: int, found: Yearless) -> str:
    if not found.day:
        return f"{year}-{found.month:02d}"
    try:
        first, last = date(year, found.month, found.day), date(year, found.month, found.last)
    except ValueError:  # 31 June
        return f"{year}-{found.month:02d}"
    return first.isoformat() if first >= last else f"{first.isoformat()}/{last.isoformat()}"


def _moved(match: re.Match[str], before: str) -> str:
    """The date before, moved by what the words say; "" where it is not precise enough."""
    anchor = _parts(before)
    if anchor is None:
        return ""
    word = (match["unit"] or match["next"] or match["same"] or match["that"]).lower()
    unit = word if word in ("week", "month", "year") else "day"
    count = (_COUNTS.get(match["count"].lower()) or int(match["count"])) if match["count"] else int(bool(match["next"]))
    year, month, day = anchor
    if unit == "year":
        return str(year + count)
    if unit == "month":
        months = year * 12 + month - 1 + count
        return f"{months // 12}-{months % 12 + 1:02d}" if month else ""
    if not day:
        return ""
    return (date(year, month, day) + timedelta(days=count * (7 if unit == "week" else 1))).isoformat()
