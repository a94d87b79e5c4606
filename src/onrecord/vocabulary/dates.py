"""English dates as documents print them ("5 July2013" included), to EDTF, as precise as stated and no more."""

import re
from datetime import date

_JANUARY_ON = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS = {name: number for number, name in enumerate(_JANUARY_ON, start=1)}
_MONTH = f"({'|'.join(MONTHS)})"
_DASH = r"\s*(?:to|until|[-\u2010-\u2014\ufffe])\s*"
_RANGE = re.compile(
    rf"\b(\d{{1,2}})(?:\s+{_MONTH})?(?:,?\s+(\d{{4}}))?{_DASH}(\d{{1,2}})\s+{_MONTH},?\s*(\d{{4}})\b", re.IGNORECASE
)
_DAY = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s*(\d{{4}})\b", re.IGNORECASE)
_MONTH_ONLY = re.compile(rf"\b{_MONTH},?\s+(\d{{4}})\b", re.IGNORECASE)


def to_edtf(text: str) -> str:
    """The first date in ``text``.

    "10 December 2014" gives 2014-12-10, "June 2014" 2014-06, "27 October to 7 November 2014" the interval
    2014-10-27/2014-11-07. "" if there is none or the calendar has no such day.
    """
    found = [
        (match.start(), order, match)
        for order, pattern in enumerate((_RANGE, _DAY, _MONTH_ONLY))
        if (match := pattern.search(text))
    ]
    if not found:
        return ""
    _, order, match = min(found, key=lambda entry: entry[:2])
    if order == 0:
        return _interval(match)
    return _day(*match.groups()) if order == 1 else f"{match[2]}-{MONTHS[match[1].lower()]:02d}"


def is_edtf(day: str) -> bool:
    """Whether this is a day, a month or a year as EDTF writes them: 2014-10-27, 2014-10, 2014."""
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", day):
        return False
    try:
        date.fromisoformat((day + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _interval(match: re.Match[str]) -> str:
    day, month, year, last_day, last_month, last_year = match.groups()
    first = _day(day, month or last_month, year or last_year)
    last = _day(last_day, last_month, last_year)
    return f"{first}/{last}" if first and last and first <= last else ""


def _day(day: str, month: str, year: str) -> str:
    try:
        return date(int(year), MONTHS[month.lower()], int(day)).isoformat()
    except ValueError:  # 31 November
        return ""
