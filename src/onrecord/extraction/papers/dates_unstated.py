"""Dates that only what stands before makes whole: "on 3 May", "in March", "that night", "two weeks later".

A year is worked out from the date told last in the same paragraph, else from the day of the paper; a stretch of time
from the date told last. Where nothing decides, nothing is given.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from onrecord.extraction.papers.dates_told import DAY, GAP, TO, YEAR, ToldDate, in_period, quarter_or_half
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
    rf"|(?<=\b){_LEAD}(?:{GAP}|-)(?:(?P<opening>{_NAMES}){TO})?(?P<alone>{_NAMES})(?!{GAP}\d)(?!,?{GAP}{YEAR})(?!\w)"
)
_MONTHS = Sieve(_NAMES)
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNTS = {word: number for number, word in enumerate(_WORDS, start=1)} | {"a": 1, "an": 1}
_WHICH_WAY = (
    r"(?:later|afterwards|after\s+(?:that|this)|(?P<back>earlier|previously|before(?=\s*[,.;]|\s*$|\s+that\b))"
    r"|(?:on|after|thereafter)(?=\s*,)|since(?=\s*[,.;]))"
)
_LATER = re.compile(
    rf"\b(?:(?P<count>\d{{1,3}}|{'|'.join(_COUNTS)})\s+(?P<unit>day|week|fortnight|month|year)s?\s+{_WHICH_WAY}"
    r"|(?:the\s+)?(?:next|following)\s+(?P<next>day|morning|night|evening|month|year)"
    r"|(?:that|the)\s+(?:very\s+|same\s+)+(?P<same>day|night|evening|morning|afternoon|month|year)"
    r"|that\s+(?P<that>day|night|evening|morning|afternoon|month|year)"
    r"|on\s+the\s+(?P<ordinal>[12]?\d|3[01])(?:st|nd|rd|th)"
    r"(?=\s*[,.;:)]|\s*$|\s+(?:and|but|when|after|while|where|to|at|by|of\s+(?:that|the\s+same)\s+month|he|she|they|it|the)\b)"
    r")(?!\w)",
    re.IGNORECASE,
)
_MAY_BE_LATER = Sieve("later|afterwards|after|earlier|previously|before|since|on|next|following|that|the")
_LENGTHS = {"day": 1, "week": 7, "fortnight": 14}
_SHORT_STAY = 31  # days: a stretch from whose end a story goes on
_AHEAD = re.compile(r"\b(?:will|shall|is due|are due|scheduled|upcoming|planned|to be held|next)\b", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b")
_CLAUSE_END = re.compile(r"[,;:]\s")
_OF_THE_YEAR = re.compile(
    r"\b(?:(?P<at>at (?:the )?(?:end of the year|year['’]s end))|by (?:the )?(?:end of the year|year['’]s end)"
    r"|(?:during|throughout|over|in the course of|(?:earlier|later) in) the year"
    r"|(?:in|during|for|over) the (?P<nth>first|second|third|fourth|last) (?P<share>quarter|half)(?: of the year)?)"
    r"\b(?! (?:of|before|\d))",
    re.IGNORECASE,
)
_NEEDS_OF_THE_YEAR = Sieve("year|quarter|half")
_COVERS = re.compile(r"(?<![\w/–-])((?:19|20)\d\d)(?:\s*[/–-]\s*(?:\d{4}|\d\d))?[\s.)]*$")
_ISO = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day or month without its year. ``last``: the last of several days, else the same as ``day``; 0: no day."""

    month: int
    day: int
    last: int
    start: int
    end: int
    until: int = 0  # the last of several months, 0 if it is one


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
        if opening := parts["opening"]:  # "between February and September"
            begin, until = match.start("opening"), MONTHS[name.lower()]
            yield Yearless(MONTHS[opening.lower()], 0, 0, begin, match.end(), until)
            continue
        begin = match.start("alone") if parts["alone"] else match.start()
        yield Yearless(MONTHS[name.lower()], first, last, begin, match.end())


def whole_dates(
    text: str, start: int, end: int, *, before: Callable[[int], str], paper: str, covers: int = 0
) -> Iterator[ToldDate]:
    """The days and months without a year in ``text[start:end]``, each with the year that what stands before gives it.

    Args:
        before: EDTF of the date from which the story goes on at an offset, "" if none. paper: that of the paper itself.
        covers: the past year that the paper reports on by its title, 0 if none.
    """
    days = yearless_in(text, start, end)
    had = bool(days) and _HAD.search(text, start, end) is not None
    for found in days:
        ahead = _AHEAD.search(_CLAUSE_END.split(text[start : found.start])[-1]) is not None
        near = before(found.start)
        reported = covers and (not near or ".." in near or near.startswith(str(covers)))
        year = covers if reported else _year(found, near, paper, ahead=ahead, back=had)
        value = _edtf(year, found) if year else ""
        if value:
            yield in_period(text, start, (found.start, found.end), value)


def later_dates(text: str, start: int, end: int, *, before: Callable[[int], str]) -> Iterator[ToldDate]:
    """ "that night", "two weeks later", "on the 9th" in ``text[start:end]``, counted from the date before.

    Args:
        before: EDTF of the date from which the story goes on at an offset, "" if none.
    """
    matches = _LATER.finditer(text, start, end) if _MAY_BE_LATER.lets_pass(small(text[start:end])) else ()
    for match in matches:
        anchor = _point(before(match.start()))
        value = _moved(match, anchor) if anchor else ""
        if value:
            yield ToldDate(value, match.start(), match.end())


def dates_of_the_year(text: str, start: int, end: int, *, year: int) -> Iterator[ToldDate]:
    """ "by the end of the year", "in the second quarter" in ``text[start:end]``: of the year told of, 0 if unknown."""
    if not year or not _NEEDS_OF_THE_YEAR.lets_pass(small(text[start:end])):
        return
    for match in _OF_THE_YEAR.finditer(text, start, end):
        value = f"{year}-12" if match["at"] else str(year)
        if match["nth"]:
            value = quarter_or_half(str(year), match["nth"], match["share"])
        yield ToldDate(value, match.start(), match.end())


def covered(title: str, paper: str) -> int:
    """The past year that a paper reports on: "Country note 2022" of January 2023; 0 where its title names none.

    Of a double year ("2022/23") it is the first: such yearbooks come out in the second.
    """
    match = _COVERS.search(title)
    return int(match[1]) if match and paper[:4].isdecimal() and int(match[1]) < int(paper[:4]) else 0


def _point(edtf: str) -> str:
    """The date from which a story goes on: of a short stretch its last day; "" of a longer or an open one."""
    first, stroke, last = edtf.partition("/")
    if not stroke:
        return edtf
    try:
        stay = date.fromisoformat(last) - date.fromisoformat(first)
    except ValueError:  # months, years or an open end
        return ""
    return last if stay.days <= _SHORT_STAY else ""


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
    if found.until:
        ends = year if found.until > found.month else year + 1
        return f"{year}-{found.month:02d}/{ends}-{found.until:02d}"
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
    if match["ordinal"]:
        return _that_month(anchor, int(match["ordinal"]))
    word = (match["unit"] or match["next"] or match["same"] or match["that"]).lower()
    unit = word if word in ("week", "fortnight", "month", "year") else "day"
    count = (_COUNTS.get(match["count"].lower()) or int(match["count"])) if match["count"] else int(bool(match["next"]))
    count = -count if match["back"] else count
    year, month, day = anchor
    if unit == "year":
        return str(year + count)
    if unit == "month":
        months = year * 12 + month - 1 + count
        return f"{months // 12}-{months % 12 + 1:02d}" if month else ""
    if not day:
        return ""
    return (date(year, month, day) + timedelta(days=count * _LENGTHS[unit])).isoformat()


def _that_month(anchor: tuple[int, int, int], day: int) -> str:
    """The day of the month of the date before; "" where that lies behind it: then the month is another one."""
    year, month, before = anchor
    try:
        return date(year, month, day).isoformat() if month and day >= before else ""
    except ValueError:  # 31 June
        return ""
