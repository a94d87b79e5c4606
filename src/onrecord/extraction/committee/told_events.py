"""What happened to a person on which day, as each side of Views tells it: stays, releases, transfers."""

import re
from collections.abc import Iterator, Sequence

from onrecord.extraction.committee.sides import AUTHOR, STATE, Told
from onrecord.extraction.papers.dates_told import ToldDate, dates_in
from onrecord.model import Document, Identity, ToldEvent

HOSPITAL, DETENTION, RELEASE, TRANSFER, ARREST = "hospital stay", "detention", "release", "transfer", "arrest"
_IN_HOSPITAL = (
    r"hospitali[sz]\w*|intern(?:ed|ment)s?|(?:psychiatric|mental)\s+(?:facilit|hospital|institution|ward|clinic)\w*"
)
_STAY = re.compile(
    rf"\b(?:(?P<hospital>{_IN_HOSPITAL})|detention|detained"
    r"|custody|imprison\w*|kept|held\s+(?:in|at|under|incommunicado)|committ(?:al|ed\s+to)|confine\w*|incarcerat\w*"
    r"|house\s+arrest|solitary|isolation)\b",
    re.IGNORECASE,
)
_RELEASED = re.compile(r"\b(?:released|discharged|freed|set\s+free)\b(?!\s+(?:the\s+\w+\s+)?of\b)", re.IGNORECASE)
_NO_RELEASE = re.compile(
    r"\b(?:criminal\s+(?:responsibility|liability)|released\s+(?:a|the)\s+(?:statement|report))\b", re.I
)
_UNTIL = re.compile(r"\b(?:remained|stayed|kept|held|detained|hospitali[sz]ed|interned)\b[^.;]{0,60}\buntil\s+$", re.I)
_TRANSFERRED = re.compile(r"\b(?:was|were|had\s+been|being)\s+(?:\w+ly\s+)?transferred\s+to\b", re.IGNORECASE)
_ARRESTED = re.compile(
    r"\b(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:arrested|apprehended|taken\s+into\s+custody)\b", re.I
)
_POINTS = ((RELEASE, _RELEASED), (TRANSFER, _TRANSFERRED), (ARREST, _ARRESTED))
_WHO = re.compile(r"\bM(?:r|s|rs)\.\s+(?:[A-Z][\w’'-]*\.?\s+)?([A-Z][\w-]+)")
_HELD_BETWEEN = re.compile(r"\b(?:kept|held|detained|remained)\b[^.;]{0,60}\bbetween\s+$", re.IGNORECASE)
_STOP = re.compile(r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)[.;]\s")
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_CLAUSE = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)[.;]|,\s+(?:and|but|while|which|who)\s+(?!on\b)", re.IGNORECASE
)
_NEAR = 110  # characters between a date and the word it belongs to


def told_events(document: Document, identity: Identity, told: Sequence[tuple[Told, str]]) -> Iterator[ToldEvent]:
    """The dated events that the sides tell.

    Args:
        document: Views, as read.
        identity: what they are.
        told: sentences with the id of the claim that each is.
    """
    who: dict[int, str] = {}  # the person named last in each paragraph
    for sentence, claim in told:
        text = document.text[sentence.start : sentence.end]
        named = _WHO.findall(text)
        if sentence.by in (AUTHOR, STATE):
            for kind, start, end, at in _events(text):
                person = _person(text, at) or who.get(sentence.index, "")
                place = document.place(
                    sentence.start, sentence.end, symbol=identity.symbol, paragraph=sentence.paragraph
                )
                yield ToldEvent(sentence.by, kind, start, end, person, text, place, claim, sentence.restated)
        if named:
            who[sentence.index] = named[-1]


def _person(text: str, at: int) -> str:
    """Who is named last before the event in its sentence."""
    named = _WHO.findall(text[:at])
    return named[-1] if named else ""


def _events(text: str) -> Iterator[tuple[str, str, str, int]]:
    """(kind, from, to, where in the sentence) of each event."""
    dates = list(dates_in(text))
    for date in dates:
        start, _, end = date.value.partition("/")
        if _DAY.match(start) and _DAY.match(end) and (kind := _stay(text, date)):
            yield kind, start, end, date.start
        elif _DAY.match(date.value.removeprefix("../")) and _UNTIL.search(text[: date.start] + _opening(text, date)):
            yield RELEASE, "", date.value.removeprefix("../"), date.start
    days = [date for date in dates if _DAY.match(date.value)]
    for kind, pattern in _POINTS:
        for match in pattern.finditer(text):
            told = None if _NO_RELEASE.search(text) and kind == RELEASE else _date_of(text, match, days)
            if told:
                yield kind, "" if kind == RELEASE else told.value, told.value if kind == RELEASE else "", match.start()


def _stay(text: str, date: ToldDate) -> str:
    """What kind of stay a period is of, by the word next before it; "" if it is none, or if two days are named."""
    words = text[date.start : date.end]
    if re.search(r"\band\b", words) and not _HELD_BETWEEN.search(text[: date.start]):
        return ""
    before = list(_STAY.finditer(text, 0, date.start))
    match = before[-1] if before else _STAY.search(text, date.end)
    return "" if match is None else HOSPITAL if match["hospital"] else DETENTION


def _opening(text: str, date: ToldDate) -> str:
    """ "until " where the date's words begin with it."""
    words = text[date.start : date.end]
    return "until " if words.lower().startswith(("until ", "till ")) else ""


def _date_of(text: str, event: re.Match[str], days: Sequence[ToldDate]) -> ToldDate | None:
    """The day of an event: "released … on 5 May 2012", else "On 5 May 2012, … was released"."""
    behind = [day for day in days if 0 <= day.start - event.end() <= _NEAR and _on(text, day)]
    if behind and not _CLAUSE.search(text, event.end(), behind[0].start):
        return behind[0]
    before = [day for day in days if 0 <= event.start() - day.end <= _NEAR and _on(text, day)]
    return before[-1] if before and not _STOP.search(text, before[-1].end, event.start()) else None


def _on(text: str, day: ToldDate) -> bool:
    return re.search(r"\b[Oo]n\s+$", text[max(0, day.start - 6) : day.start]) is not None
