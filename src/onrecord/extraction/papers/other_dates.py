"""Dates in French and Russian papers, to EDTF: as precise as the words and no more."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from onrecord.extraction.papers.dates_told import YEAR, ToldDate
from onrecord.vocabulary.other_languages import LANGUAGES, listed, months

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


@cache
def _pattern(language: str) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months(language)), key=len, reverse=True))
    month = rf"(?P<{{}}>{names}){_ENDINGS[language]}"
    return re.compile(
        rf"(?P<period>{_PERIOD[language]}){_OF_YEAR[language]}(?!\d)"
        rf"|\b(?P<day>\d{{1,2}})(?:er)?\s+{month.format('m1')}(?:\s+(?P<yd>{YEAR}){_OF_YEAR[language]})?"
        rf"|\b{month.format('m2')}\s+(?P<ym>{YEAR}){_OF_YEAR[language]}"
        rf"|(?<![\w/.:-])(?P<year>{YEAR})(?![\w/]|[.:]\d|\s\d{{3}}){_OF_YEAR[language]}",
        re.IGNORECASE,
    )


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
    found = match.groupdict()
    if found["period"]:
        first, last = found["y1"] or found["y3"], found["y2"] or found["y4"]
        return f"{first}/{last}" if first <= last else ""
    if found["day"]:
        month = months(language)[found["m1"].lower()]
        year = int(found["yd"]) if found["yd"] else _year(month, int(found["day"]), paper, ahead=ahead)
        return _day(year, month, int(found["day"])) if year else ""
    if found["ym"]:
        return f"{found['ym']}-{months(language)[found['m2'].lower()]:02d}"
    return found["year"]


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
