"""Dates told from the day of the paper: "yesterday", "last week", "on Monday", "over the past two years".

Only as precise as said: a week is a period of seven days, a month a month. Days need a day of the paper.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from onrecord.extraction.papers.dates_told import ToldDate
from onrecord.extraction.sieve import Sieve, small

_COUNTS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_TODAY = re.compile(
    rf"\b(?:(?P<day>yesterday|today|this morning|last night)|last (?P<last>week|month|year)"
    rf"|(?:earlier )?this (?P<this>month|year)|next (?P<next>week|month|year)"
    rf"|on (?P<weekday>{'|'.join(_DAYS)})(?! (?:and|to)\b)|last (?P<season>autumn)"
    rf"|(?:over|in|during|for) the (?:past|last|previous) (?P<count>{'|'.join(_COUNTS)}|\d{{1,2}})"
    rf" (?P<unit>years|months)"
    rf"|(?:over|in|during) the (?:past|last) (?P<one>year|decade))\b(?!['’]s)",
    re.IGNORECASE,
)
_NEEDS_TODAY = Sieve(
    "yesterday|today|this |last |next |past |previous |day", "day|morning|night|week|month|year|autumn|decade"
)
_SAID_TODAY = re.compile(r"\b(?:said|says|announced|warned|released|published|reported)\b[^,.;]{0,60}$", re.IGNORECASE)
_ANOTHER_DAY = re.compile(r"\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s+\d", re.IGNORECASE)


def dates_of_today(text: str, start: int, end: int, *, paper: str) -> Iterator[ToldDate]:
    """The dates in ``text[start:end]`` that count from the date of the paper (EDTF; "" or a period: none)."""
    if not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", paper) or not _NEEDS_TODAY.lets_pass(small(text[start:end])):
        return
    for match in _TODAY.finditer(text, start, end):
        if match["day"] and _SAID_TODAY.search(text[max(start, match.start() - 70) : match.start()]):
            continue  # "Selm Watch said today": the day of the telling, not of what is told
        if match["weekday"] and _ANOTHER_DAY.match(text, match.start("weekday"), end):
            continue  # "on Monday, 3 May": the day stands there
        value = _worked_out(match, paper)
        if value:
            yield ToldDate(value, match.start(), match.end())


def _worked_out(match: re.Match[str], paper: str) -> str:
    year, month, day = (int(part) for part in (paper + "-00-00")[:10].split("-"))
    if match["day"] or match["weekday"] or (match["last"] or match["next"] or "").lower() == "week":
        return _by_day(match, date(year, month, day)) if day else ""
    if match["season"]:
        return str(year - 1) if 1 <= month <= 8 else ""
    if match["count"] or match["one"]:
        return _past(match, year, month)
    unit = (match["last"] or match["this"] or match["next"]).lower()
    step = -1 if match["last"] else 1 if match["next"] else 0
    if unit == "year":
        return str(year + step)
    months = year * 12 + month - 1 + step
    return f"{months // 12}-{months % 12 + 1:02d}" if month else ""


def _by_day(match: re.Match[str], today: date) -> str:
    if match["last"] or match["next"]:
        monday = today - timedelta(days=today.weekday() + (7 if match["last"] else -7))
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if match["weekday"]:
        back = (today.weekday() - _DAYS.index(match["weekday"].lower())) % 7
        return (today - timedelta(days=back)).isoformat()
    earlier = match["day"].lower() in ("yesterday", "last night")
    return (today - timedelta(days=int(earlier))).isoformat()


def _past(match: re.Match[str], year: int, month: int) -> str:
    """The period that "over the past two years" covers, by months if the paper has one."""
    if match["one"]:
        months = 12 if match["one"].lower() == "year" else 120
    else:
        count = _COUNTS.get(match["count"].lower()) or int(match["count"])
        months = count * (12 if match["unit"].lower() == "years" else 1)
    if not month:
        return f"{year - months // 12}/{year}" if months % 12 == 0 else ""
    first = year * 12 + month - 1 - months
    return f"{first // 12}-{first % 12 + 1:02d}/{year}-{month:02d}"
