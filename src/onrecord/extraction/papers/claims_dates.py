"""When a claim holds: a date in its words, in its sentence, or in the sentence before where the words refer to it."""

import re
from dataclasses import dataclass

from onrecord.extraction.papers.clauses import Clause
from onrecord.extraction.papers.dates_told import ToldDate, dates_in
from onrecord.vocabulary.claim_words import listed

_REFERS = re.compile(
    r"\b(?:at (?:that|the same) time|that (?:same )?(?:day|night|week|month|year|period)|"
    r"the same (?:day|night|week|month|year)|"
    r"(?:during|in|over) (?:this|that|the same) (?:period|time)|on (?:this|that) (?:date|occasion)|"
    r"(?:this|that|these|those) (?:\w+ ){0,2}?(?P<noun>\w+))\b",
    re.IGNORECASE,
)
_UP_TO_NOW = re.compile(r"\W*(?:to date|until now|up to now|so far|since then|ever since|as of today)\b", re.IGNORECASE)
_PERIOD = re.compile(r"\bperiod\b", re.IGNORECASE)
_THIS_PERIOD = re.compile(r"\b(?:during|in|over|throughout) (?:this|that|the same) period\b", re.IGNORECASE)
_TIMES = listed("times") | listed("happenings")


@dataclass(slots=True)
class Dates:
    """The dates of a paper as its sentences follow each other."""

    text: str
    _before: str = ""  # date that the sentence before told last
    _before_paragraph: int = -1
    _here: tuple[ToldDate, ...] = ()
    _implied: str = ""
    _period: str = ""  # what a sentence told as "the period", for "during this period" behind it

    def enter(self, start: int, end: int, paragraph: int, *, goes_on: bool) -> None:
        """Go on to the next sentence. ``goes_on``: the same speaker goes on telling what the one before told."""
        sentence = self.text[start:end]
        same = paragraph == self._before_paragraph
        self._here = tuple(dates_in(self.text, start, end))
        refers = same and bool(self._before) and not self._here and (goes_on or _refers(sentence))
        self._implied = self._before if refers else ""
        if same and self._before and _UP_TO_NOW.match(sentence):
            self._implied = _since(self._before)
        elif not self._here and self._period and _THIS_PERIOD.search(sentence):
            self._implied = self._period
        if self._here:
            self._before = self._here[-1].value
            self._period = self._here[0].value if _PERIOD.search(sentence) else self._period
        elif not same:
            self._before = ""
        self._before_paragraph = paragraph

    def of(self, clause: Clause, begin: int) -> tuple[str, bool, str]:
        """Date of a clause whose telling starts at ``begin``, whether it is implied, and why."""
        inside = [told for told in self._here if begin <= told.start < clause.end]
        if inside:
            return inside[0].value, False, self.text[inside[0].start : inside[0].end]
        before = [told for told in self._here if told.end <= begin]
        if before and clause.opener not in ("relative", "main clause"):
            told = before[-1]
            return told.value, False, f"{self.text[told.start : told.end]}, earlier in the sentence"
        if self._implied:
            return self._implied, True, "the words refer to the date of the sentence before"
        return "", False, ""


def _since(date: str) -> str:
    """The open period that begins with a date: "2007-09" gives "2007-09/.."."""
    first = date.split("/", maxsplit=1)[0]
    return f"{first}/.." if first and first != ".." else ""


def _refers(sentence: str) -> bool:
    for match in _REFERS.finditer(sentence):
        noun = (match["noun"] or "").lower()
        if not noun or noun in _TIMES:
            return True
    return False
