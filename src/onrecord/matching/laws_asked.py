"""Which laws a text names: codes with articles, laws with what they are about and their year."""

import re
from dataclasses import dataclass

from onrecord.vocabulary import laws
from onrecord.vocabulary.phrases import Words

_SAME = {"penal code": "criminal code", "administrative code": "code of administrative offences"}
_LAW = re.compile(
    r"\b(?:laws?|legislation|legislative|legal\s+(?:framework|provisions?)|provisions?|act|acts|bills?|decrees?|codes?|articles?|sections?"
    r"|regulations?|criminal\s+offences?|decriminali[sz]\w*|criminali[sz]\w*|statutes?|rules)\b",
    re.IGNORECASE,
)
_ARTICLES = re.compile(
    r"\b(?:articles?|sections?|art\.)\s+((?:\d+(?:[-–.]\d+)?[a-z]?(?:\s*\(\d+\))?(?:\s*(?:,|and|or|to|&)\s*)*)+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[-–.]\d+)?[a-z]?")
_YEAR = re.compile(r"\b((?:19|20)\d\d)\b(?!\s*\))")
_DECRIMINALISE = re.compile(r"\bde-?criminali[sz]", re.IGNORECASE)
_CRIMINALISE = re.compile(r"\bcriminali[sz]|criminal\s+(?:liability|penalt|sanction|responsib|offence)", re.IGNORECASE)
_GOES = re.compile(
    r"\b(?:abolish|repeal|revok|eliminat|remov|abrogat|delet|rescind|no\s+longer|not\s+be\s+a)", re.IGNORECASE
)
_NEAR_LAW = 6  # words between a year and the law it belongs to


@dataclass(frozen=True, slots=True)
class LawAsked:
    """A law that shall be made, changed or go. ``code`` "" for others than codes."""

    code: str
    articles: frozenset[str]
    years: frozenset[str]
    topics: frozenset[str]


def laws_in(text: str, topics: frozenset[str]) -> tuple[LawAsked, ...]:
    """The laws of one clause; at most one without a code.

    Args:
        text: the clause.
        topics: keys of concepts that the clause speaks of.
    """
    if not _LAW.search(text):
        return ()
    words = Words(text)
    codes = {
        _SAME.get(key, key)
        for _, _, key in laws.instruments().find(words)
        if laws.kind(key) in ("code", "constitution")
    }
    codes.discard("Constitution")
    articles = frozenset(number for match in _ARTICLES.finditer(text) for number in _NUMBER.findall(match[1]))
    years = frozenset(match[1] for match in _YEAR.finditer(text) if _beside_law(text, match))
    if _DECRIMINALISE.search(text) or (
        _GOES.search(text) and _CRIMINALISE.search(text)
    ):  # what is no longer a crime leaves the criminal code
        codes.add("criminal code")
    if not codes:
        return (LawAsked("", articles, years, topics),)
    return tuple(LawAsked(code, articles, years, topics) for code in sorted(codes))


def _beside_law(text: str, year: re.Match[str]) -> bool:
    before = " ".join(text[: year.start()].split()[-_NEAR_LAW:])
    after = " ".join(text[year.end() :].split()[:_NEAR_LAW])
    return bool(_LAW.search(after) or _LAW.search(before))
