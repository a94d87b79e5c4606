"""Dates in French and Russian papers, to EDTF: as precise as the words and no more."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from onrecord.extraction.papers.dates_told import YEAR, ToldDate
from onrecord.vocabulary.other_languages import LANGUAGES, listed, months, numbers

_ENDINGS = {"fr": r"\b", "ru": r"(?:[яьеюй]|ем|ём|а|ом)?\b"}
_OF_YEAR = {"fr": r"", "ru": r"(?:\s*(?:года|году|год|гг?\.))?"}
_AHEAD = {
    "fr": re.compile(r"\w(?:ra|ront)\b|\b(?:doit|doivent|prochain)\b"),
    "ru": re.compile(r"\b(?:будет|будут|состоится|пройд[её]т|начн[её]тся|откроется|должн\w+)\b"),
}
_PERIOD = {
    "fr": rf"(?:entre|de|depuis)\s+(?P<y1>{YEAR})\s+(?:et|à)\s+(?P<y2>{YEAR})|(?P<y3>{YEAR})\s?[-–]\s?(?P<y4>{YEAR})",
    "ru": rf"\bс\s+(?P<y1>{YEAR})\s+(?:года\s+)?по\s+(?P<y2>{YEAR})|(?P<y3>{YEAR})\s?[-–]\s?(?P<y4>{YEAR})",
}


_DAYS_TO = {"fr": r"(?:au|et\s+le)", "ru": r"по"}
_MONTHS = {"fr": (r"(?:entre|de|d['’])", r"(?:et|à)"), "ru": (r"со?", r"по")}  # what stands before and between
_DAY = r"\d{1,2}(?:er)?"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """The forms of a date, in the order of trying at one position: the more exact first."""
    ends, of_year = _ENDINGS[language], _OF_YEAR[language]
    names = f"(?:{_any(months(language))})"
    from_, to = _MONTHS[language]

    def month(group: str) -> str:
        return rf"(?P<{group}>{names}){ends}"

    forms = (
        rf"\b(?P<d1>{_DAY})(?:\s+{month('m1')})?\s+{_DAYS_TO[language]}\s+(?P<d2>{_DAY})\s+{month('m2')}"
        rf"(?:\s+(?P<yr>{YEAR}){of_year})?",
        rf"\b{from_}\s*{month('m3')}\s+{to}\s+{month('m4')}\s+(?P<ymm>{YEAR}){of_year}",
        rf"(?P<period>{_PERIOD[language]}){of_year}(?!\d)",
        rf"(?<![\w/.])(?P<dd>\d{{1,2}})[./](?P<dm>\d{{1,2}})[./](?P<dy>{YEAR})(?![\w/]|\.\d)",
        rf"\b(?P<day>{_any(numbers(language, 'days'))}|{_DAY})\s+{month('m5')}(?:\s+(?P<yd>{YEAR}){of_year})?",
        rf"\b{month('m6')}\s+(?P<ym>{YEAR}){of_year}",
        rf"\b{month('m7')}\s+(?:(?P<last>{_listed(language, 'last month')})"
        rf"|(?P<this>{_listed(language, 'this month')}))\b",
        rf"\b(?:(?P<last_year>{_listed(language, 'last year')})|(?P<this_year>{_listed(language, 'this year')}))\b",
        rf"(?<![\w-])(?P<yesterday>{_listed(language, 'yesterday')})\b",
        rf"(?<![\w/.:-])(?P<year>{YEAR})(?![\w/]|[.:]\d|\s\d{{3}}){of_year}",
    )
    return re.compile("|".join(forms), re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


def _listed(language: str, name: str) -> str:
    return _any(listed(language, name)) or r"(?!)"


@cache
def _before(language: str, name: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, listed(language, name)))
    return re.compile(
        rf"(?:^|[\s(])(?:{words})(?:\s+|(?<=['’]))(?:le\s+|l['’]année\s+|конц[ау]\s+|начал[ао]\s+)?$", re.IGNORECASE
    )


def dates_in_language(text: str, start: int, end: int, *, language: str, paper: str) -> Iterator[ToldDate]:
    """Every date in ``text[start:end]`` of a French or Russian paper.

    Args:
        language: one of ``LANGUAGES``.
        paper: the date of the paper (EDTF), from which the year of a day without one is worked out; "" if not known.
    """
    if language not in LANGUAGES:
        return
    for match in _pattern(language).finditer(text, start, end):
        value = _value(match, language, paper, ahead=_AHEAD[language].search(text, start, end) is not None)
        if not value:
            continue
        before = text[max(start, match.start() - 30) : match.start()]
        if "/" not in value and _before(language, "since").search(before):
            value = f"{value}/.."
        elif "/" not in value and _before(language, "until").search(before):
            value = f"../{value}"
        yield ToldDate(value, match.start(), match.end())


def _value(match: re.Match[str], language: str, paper: str, *, ahead: bool) -> str:
    found = {name: words for name, words in match.groupdict().items() if words}
    if "m4" in found or "period" in found:
        return _stretch(found, language)
    if "d2" in found:
        return _days(found, language, paper, ahead=ahead)
    if "dm" in found:
        return _day(int(found["dy"]), int(found["dm"]), int(found["dd"]))
    if "day" in found:
        return _one_day(found["day"], found["m5"], found.get("yd", ""), language, paper=paper, ahead=ahead)
    if "ym" in found:
        return f"{found['ym']}-{_number(found['m6'], language):02d}"
    return found.get("year") or _counted_from(found, language, paper)


def _stretch(found: dict[str, str], language: str) -> str:
    """From a month to a month of one year, or from a year to a year."""
    if "m4" in found:
        first, last = (f"{found['ymm']}-{_number(found[name], language):02d}" for name in ("m3", "m4"))
        return f"{first}/{last}" if first < last else ""
    first, last = found.get("y1") or found["y3"], found.get("y2") or found["y4"]
    return f"{first}/{last}" if first <= last else ""


def _number(month: str, language: str) -> int:
    return months(language)[month.lower()]


def _one_day(day: str, month: str, year: str, language: str, *, paper: str, ahead: bool) -> str:
    digits = day.lower().removesuffix("er")
    number = int(digits) if digits.isdecimal() else numbers(language, "days")[day.lower()]
    at = _number(month, language)
    of = int(year) if year else _year(at, number, paper, ahead=ahead)
    return _day(of, at, number) if of else ""


def _days(found: dict[str, str], language: str, paper: str, *, ahead: bool) -> str:
    """ "du 3 au 5 mai 2022": both days."""
    year = found.get("yr", "")
    last = _one_day(found["d2"], found["m2"], year, language, paper=paper, ahead=ahead)
    first = _one_day(found["d1"], found.get("m1") or found["m2"], year or last[:4], language, paper=paper, ahead=ahead)
    return f"{first}/{last}" if first and last and first < last else ""


def _counted_from(found: dict[str, str], language: str, paper: str) -> str:
    """ "hier", "l'année dernière", "в мае прошлого года": counted from the paper's date, "" where that is not known."""
    if "yesterday" in found:
        return (date.fromisoformat(paper) - timedelta(days=1)).isoformat() if len(paper) == len("2023-03-14") else ""
    if len(paper) < len("2023") or "/" in paper:
        return ""
    year = int(paper[:4])
    if "m7" not in found:
        return str(year - 1 if "last_year" in found else year)
    month = _number(found["m7"], language)
    if language == "fr":  # "en mai dernier": the last May before the paper
        return f"{year if month < int(paper[5:7]) else year - 1}-{month:02d}" if len(paper) > len("2023") else ""
    return f"{year if 'this' in found else year - 1}-{month:02d}"


def _year(month: int, day: int, paper: str, *, ahead: bool) -> int:
    """The year of a day without one: the last such day before the paper, the next one of what is still to come."""
    if len(paper) < len("2023-03"):
        return 0
    year, now, today = (int(part) for part in (paper + "-28")[:10].split("-"))
    passed = (month, day) <= (now, today)
    if ahead:
        return year + 1 if passed else year
    return year if passed else year - 1


def _day(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # 31 June
        return ""
