"""When a claim holds: a date in its words, in its sentence, or in the sentence before where the words refer to it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from onrecord.extraction.papers.clauses import Clause
from onrecord.extraction.papers.clauses_sentence import FINITE
from onrecord.extraction.papers.clauses_words import Part, Word
from onrecord.extraction.papers.dates_of_today import dates_of_today
from onrecord.extraction.papers.dates_told import ToldDate, dates_in
from onrecord.extraction.papers.dates_unstated import dates_of_the_year, later_dates, whole_dates
from onrecord.extraction.sieve import Sieve, small
from onrecord.vocabulary import verbs
from onrecord.vocabulary.claim_words import listed

_REFERS = re.compile(
    r"\b(?:at (?:that|the same) time|that (?:same )?(?:day|night|week|month|year|period)|"
    r"the same (?:day|night|week|month|year)|"
    r"(?:during|in|over) (?:this|that|the same) (?:period|time)|on (?:this|that) (?:date|occasion)|"
    r"(?:during|in|over|within) (?:these|those|the same) (?:\w+ )?(?:days|weeks|months|years)|"
    r"(?:this|that|these|those) (?:\w+ ){0,2}?(?P<noun>\w+))\b",
    re.IGNORECASE,
)
_SAME_TIME = re.compile(
    r"\b(?:in|during|over|within|throughout|for) (?:the same|this|that) (?:period|time|years?|months?)\b", re.IGNORECASE
)
_THAT_DAY = re.compile(r"\bthat (?:same )?(?:day|night|morning|evening)\b", re.IGNORECASE)
_UP_TO_NOW = re.compile(r"\W*(?:to date|until now|up to now|so far|since then|ever since|as of today)\b", re.IGNORECASE)
_SINCE_THEN = re.compile(
    r"\b(?:(?:ever )?since|since then|to this day)\W*$|\b(?:has|have) (?:long )?since\b|^\W*since then\b", re.IGNORECASE
)
_REASON = re.compile(r"\W*(?:because|although|though|as|since)\b", re.IGNORECASE)
_PERIOD = re.compile(r"\bperiod\b", re.IGNORECASE)
_THIS_PERIOD = re.compile(r"\b(?:during|in|over|throughout) (?:this|that|the same) period\b", re.IGNORECASE)
_TIMES = listed("times") | listed("happenings")
# The words that these patterns need.
_NEEDS_REFERENCE = Sieve("that|this|these|those|same")
_NEEDS_THAT_DAY = Sieve("that", "day|night|morning|evening")
_NEEDS_PERIOD = Sieve("period")
# A year that only names a law, and one that something is compared with, is not when a thing happened.
_LAW_BEFORE = re.compile(
    r"\b(?:acts?|laws?|codes?|decrees?|orders?|constitution|statutes?|regulations?|resolutions?|rules)\b"
    r"(?:\s+(?:no\.?|number|№)\s*\S+)?\s+(?:of|as amended in|\()\s*$|\bas amended (?:in|on)\s*$",
    re.IGNORECASE,
)
_LAW_BEHIND = re.compile(
    r"\s+(?:[A-Z][\w’'-]*\s+(?:(?:on|of|and|for|the|to|against)\s+){0,2}){0,5}?"
    r"(?:Act|Law|Code|Constitution|Decree|Regulations?|Rules|Convention|Protocol|Covenant|Ordinance|Order)\b"
)
_ARTICLES = ("the", "The", "this", "This")
_COMPARED = re.compile(
    r"\b(?:than|as|(?:(?<!Committee )(?<!Convention )against|compared (?:with|to)|up from|down from)"
    r"(?:\s+[\w%,.]+){0,4}?)\s+"
    r"(?:in|of|during)\s+(?:the\s+)?(?:\w+\s+){0,3}?$",
    re.IGNORECASE,
)
_NEEDS_LAW = Sieve("act|law|code|decree|order|constitution|statute|regulation|resolution|rules|as amended")
_NEEDS_COMPARED = Sieve("than|as|against|compared|up from|down from", "in|of|during")
_YEAR_BEFORE = re.compile(
    r"\b(?:the year before|(?:the|a) (?:previous|preceding) year|a year (?:earlier|before))\b", re.IGNORECASE
)
_IN = re.compile(r"(?:In|On|By|Since|During|Until|Early in|Late in)(?: the)?\s+")
_HAD_ASIDE = re.compile(r",\s*(?:who|which|whose)\s+(?:\w+\s+)?had\b[^,;]*$", re.IGNORECASE)
_ASIDE = re.compile(r",\s*(?:who|which|whose|whom|where)\b[^,;]*$", re.IGNORECASE)
_NOT_GOING_ON = ("relative", "main clause", "semicolon")
_PHRASES = ("participle", "figure", "list", "note", "with", "cause", "passive")  # have no time of their own
_FRONT = 25  # characters of a sentence within which a date opens a story: "In the night of 3 May 2016 …"
_PAST = frozenset(("was", "were", "did", "could"))
_EARLIER = frozenset(("had",))


@dataclass(slots=True)
class Dates:
    """The dates of a paper as its sentences follow each other. ``paper``: when it was published, EDTF or ""."""

    text: str
    paper: str = ""
    covers: int = 0  # the past year that its title names
    _before: str = ""  # date that the sentence before told last
    _before_paragraph: int = -1
    _here: tuple[ToldDate, ...] = ()
    _worked_out: frozenset[int] = frozenset()  # where those of them begin whose year or day does not stand in the words
    _sentence: int = 0  # where the sentence at hand begins
    _implied: str = ""
    _story: str = ""  # the day with which a sentence of this paragraph began to tell what happened
    _day: str = ""  # the day told last, for "that day"
    latest: str = ""  # the date told last, anywhere, if it has a month
    _period: str = ""  # what a sentence told as "the period", for "during this period" behind it

    def enter(self, start: int, end: int, paragraph: int, *, goes_on: bool) -> None:
        """Go on to the next sentence. ``goes_on``: the same speaker goes on telling what the one before told."""
        sentence = self.text[start:end]
        low = small(sentence)
        same = paragraph == self._before_paragraph
        self._sentence = start
        self._tell(start, end, self._before if same else "")
        refers = same and bool(self._before) and not self._here and (goes_on or _refers(sentence, low))
        self._implied = self._before if refers else ""
        if same and self._before and _UP_TO_NOW.match(sentence):
            self._implied = _since(self._before)
        elif same and self._before and not self._here and _SINCE_THEN.search(sentence):
            self._implied = self._before
        elif self._day and not self._here and _NEEDS_THAT_DAY.lets_pass(low) and _THAT_DAY.search(sentence):
            self._implied = self._day
        elif not self._here and self._period and _NEEDS_PERIOD.lets_pass(low) and _THIS_PERIOD.search(sentence):
            self._implied = self._period
        self._remember(sentence, low, same=same)
        self._before_paragraph = paragraph

    def see(self, start: int, end: int) -> None:
        """A heading or title: its date may tell the year of days told below it."""
        self.latest = next((told.value for told in dates_in(self.text, start, end) if "-" in told.value), self.latest)

    def _remember(self, sentence: str, low: str, *, same: bool) -> None:
        """What the sentences behind this one may refer to. ``low``: the sentence in small letters."""
        happened = [told for told in self._here if not self._names_law(told) and not self._compared(told)]
        self._story = self._story if same else ""
        if happened:
            self._before = happened[-1].value
            if _NEEDS_PERIOD.lets_pass(low) and _PERIOD.search(sentence):
                self._period = happened[0].value
            self.latest = next((told.value for told in reversed(happened) if "-" in told.value), self.latest)
            self._day = next((told.value for told in reversed(happened) if _is_day(told.value)), self._day)
            if happened[0].start - self._sentence < _FRONT:
                self._story = happened[0].value if _is_day(happened[0].value) else ""
        elif not same:
            self._before = ""

    def of(self, clause: Clause, begin: int, cue: int = 0) -> tuple[str, bool, str]:
        """Date of a clause whose telling starts at ``begin``, whether it is implied, and why.

        Args:
            cue: where what is told begins; a date between that and the clause is one of what stands between.
        """
        telling = min(cue, clause.start) if cue else begin  # told behind its words, it has no time before them
        inside = [
            told for told in self._here if clause.start <= told.start < clause.end or begin <= told.start < telling
        ]
        own = [told for told in inside if not self._compared(told) or not _has_verb_before(clause, told.start)]
        if own:
            told = next((told for told in own if not self._names_law(told)), own[0])
            return told.value, told.start in self._worked_out, self.text[told.start : told.end]
        before = [told for told in self._here if told.end <= clause.start and self._may_go_on(told)]
        words = self.text[clause.start : clause.end]
        if before and _SINCE_THEN.search(words):
            return _since(before[-1].value), True, "since the date told before"
        goes_on = clause.opener not in _NOT_GOING_ON or (clause.opener == "main clause" and self._opens_with_when())
        goes_on = goes_on or (clause.opener == "main clause" and before[-1:] == self._opening(before))
        goes_on = goes_on and not (clause.opener == "subordinate" and _REASON.match(words))
        if before and goes_on and not self._stands_apart(clause):
            return before[-1].value, False, f"{self.text[before[-1].start : before[-1].end]}, earlier in the sentence"
        return self._from_before(clause, words) if not inside else ("", False, "")

    def _opening(self, before: list[ToldDate]) -> list[ToldDate]:
        """The date with which the sentence begins: "In November, after two hearings, she was sentenced"."""
        return [told for told in before[:1] if _IN.fullmatch(self.text, self._sentence, told.start)]

    def _opens_with_when(self) -> bool:
        """ "When it was last examined, in May 2017, the State took on …": both at one time."""
        return self.text.startswith("When ", self._sentence)

    def _from_before(self, clause: Clause, words: str) -> tuple[str, bool, str]:
        if self._implied and _SINCE_THEN.search(words):
            return _since(self._implied), True, "since the date of the sentence before"
        if self._implied and _SAME_TIME.search(words):
            return self._implied, True, "the words name the time of the sentence before"
        if self._implied and (".." in self._implied or not self._stands_apart(clause)):
            return self._implied, True, "the words refer to the date of the sentence before"
        tense = _tense(clause.words) or ("past" if clause.opener in _PHRASES else "")
        if self._story and not self._here and clause.opener != "relative" and tense == "past":
            return self._story, True, "it goes on telling what happened on the day told before"
        return "", False, ""

    def _stands_apart(self, clause: Clause) -> bool:
        """Whether a clause says what is now, or was before: its time is not that of what stands before it."""
        words = self.text[clause.start : clause.end]
        tense = _tense(clause.words)
        other_time = clause.opener not in _PHRASES and tense in ("now", "earlier")
        other_time = other_time or (clause.opener == "figure" and tense == "now")  # "of which ten are still open"
        return other_time or bool(_YEAR_BEFORE.search(words))

    def _tell(self, start: int, end: int, before: str) -> None:
        """Every date of the sentence, those without a year or counted from one before worked out."""
        stated = dates_in(self.text, start, end)
        near = _Near(self, [told for told in stated if not self._names_law(told)], before)
        worked = _apart(
            whole_dates(self.text, start, end, before=near.year, paper=self.paper, covers=self.covers), stated
        )
        worked += _apart(dates_of_today(self.text, start, end, paper=self.paper), stated)
        worked += _apart(dates_of_the_year(self.text, start, end, year=self.covers or near.any_year), stated)
        near.add(worked)
        for told in later_dates(self.text, start, end, before=near.day):
            later = _apart([told], [*stated, *worked])
            near.add(later)
            worked += later
        self._worked_out = frozenset([told.start for told in worked])
        self._here = tuple(sorted([*stated, *worked], key=_start) if worked else stated)

    def had_before(self, told: ToldDate) -> bool:
        """Whether a date stands in an aside on what had been before: ", who had been convicted in 2017,"."""
        return _HAD_ASIDE.search(self.text[self._sentence : told.start]) is not None

    def _names_law(self, told: ToldDate) -> bool:
        """ "the Assembly Act of 2013", "the 2013 Assembly Act", but not "a 2013 law", which tells when it came."""
        if len(told.value) != len("2013"):
            return False
        before = self.text[max(self._sentence, told.start - 60) : told.start]
        if before.endswith(_ARTICLES, 0, len(before) - 1) and _LAW_BEHIND.match(self.text, told.end):
            return True
        return _NEEDS_LAW.lets_pass(small(before)) and bool(_LAW_BEFORE.search(before))

    def _compared(self, told: ToldDate) -> bool:
        before = self.text[max(self._sentence, told.start - 60) : told.start]
        return _NEEDS_COMPARED.lets_pass(small(before)) and bool(_COMPARED.search(before))

    def _may_go_on(self, told: ToldDate) -> bool:
        """Whether what follows in the sentence may have happened then."""
        aside = _ASIDE.search(self.text[self._sentence : told.start])
        return not (aside or self._names_law(told) or self._compared(told))


@dataclass(slots=True)
class _Near:
    """From which date the story goes on at a place of the sentence at hand."""

    dates: Dates
    stated: list[ToldDate]
    before: str  # the date of the sentence before

    def add(self, found: list[ToldDate]) -> None:
        """Dates that were worked out: what follows may go on from them."""
        self.stated = sorted([*self.stated, *found], key=_start)

    @property
    def any_year(self) -> int:
        """The year told last, of the paper itself where none was told; 0 where nothing says it."""
        known = (self.stated[0].value if self.stated else "") or self.before or self.dates.paper
        return int(known[:4]) if known[:4].isdecimal() else 0

    def year(self, offset: int) -> str:
        """The date whose year a day without one has: told before it in the sentence, behind it, in the one before."""
        going_on = [told for told in self.stated if not self.dates.had_before(told)]
        passed = [told for told in going_on if told.start < offset]
        to_come = [told for told in going_on if told.start > offset and ".." not in told.value]
        first = passed[-1:] or to_come[:1]
        if first:
            return first[0].value
        if self.dates.covers:
            return ""
        return self.before or ("" if self.dates.paper else self.dates.latest)

    def day(self, offset: int) -> str:
        """The date from which "two weeks later" counts."""
        passed = [told for told in self.stated if told.end <= offset and ".." not in told.value]
        passed = [told for told in passed if not self.dates.had_before(told)]
        return passed[-1].value if passed else self.before


def _apart(found: Iterable[ToldDate], others: Sequence[ToldDate]) -> list[ToldDate]:
    """Those that share no word with others."""
    return [one for one in found if not any(one.start < other.end and other.start < one.end for other in others)]


def _start(told: ToldDate) -> int:
    return told.start


def _since(date: str) -> str:
    """The open period that begins with a date: "2007-09" gives "2007-09/.."."""
    first = date.split("/", maxsplit=1)[0]
    return f"{first}/.." if first and first != ".." else ""


def _is_day(date: str) -> bool:
    return len(date.split("/", maxsplit=1)[0]) == len("2011-12-16")


def _has_verb_before(clause: Clause, offset: int) -> bool:
    return any(word.part in FINITE for word in clause.words if word.start < offset)


def _tense(words: Sequence[Word]) -> str:
    """By the first finite verb: "past", "earlier" (had done), "now" (does, has done); "" where there is none."""
    for word in words:
        if word.part not in FINITE:
            continue
        if word.low in _EARLIER:
            return "earlier"
        if word.low in _PAST or (word.part is Part.FINITE and verbs.PAST in verbs.kinds_of(word.low)):
            return "past"
        return "now"
    return ""


def _refers(sentence: str, low: str) -> bool:
    for match in _REFERS.finditer(sentence) if _NEEDS_REFERENCE.lets_pass(low) else ():
        noun = (match["noun"] or "").lower()
        if not noun or noun in _TIMES:
            return True
    return False
