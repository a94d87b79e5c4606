"""Which State and which review a paper is about."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from onrecord.extraction.papers.dates_told import date_of, dates_in
from onrecord.extraction.papers.paper_identity_front import PaperFront
from onrecord.extraction.sieve import found
from onrecord.model import Mechanism
from onrecord.vocabulary import sessions, states
from onrecord.vocabulary.bodies import bodies
from onrecord.vocabulary.mentions import find_in
from onrecord.vocabulary.ordinals import ORDINAL, ordinal

_UPR = (
    r"(?:working\s+group\s+on\s+the\s+universal\s+periodic\s+review|"
    r"(?:universal\s+periodic\s+reviews?(?:\s+\(UPR\))?|UPR)(?:\s+working\s+group)?)"
)
_UPR_BEGINS = ("working", "universal", "upr")
_ABOUT_UPR = re.compile(rf"\b{_UPR}\b", re.IGNORECASE)
_SESSIONS = (
    re.compile(rf"\b({ORDINAL})\s+session\s+of\s+the\s+(?:UN\s+)?{_UPR}", re.IGNORECASE),
    re.compile(
        rf"\b{_UPR}['’]?s?,?\s+(?:at\s+its\s+|in\s+its\s+|in\s+the\s+|[-–,(]\s*)?({ORDINAL})\s+session", re.IGNORECASE
    ),
    re.compile(
        rf"\b({ORDINAL})\s+(?:UPR|universal\s+periodic\s+review)\s+(?:working\s+group\s+)?session", re.IGNORECASE
    ),
    re.compile(rf"\b{_UPR}\s+session\s+(\d{{1,2}})\b", re.IGNORECASE),
)
_CYCLES = (
    re.compile(rf"\b({ORDINAL})\s+(?:UPR\s+|review\s+)?cycle\b", re.IGNORECASE),
    re.compile(rf"\b(?:its|their|the\s+country['’]s|[A-Z]\w+['’]s)\s+({ORDINAL})\s+{_UPR}", re.IGNORECASE),
)
_EARLIER = re.compile(
    r"\b(?:last|previous|prior|preceding|earlier|past|was\s+reviewed|were\s+reviewed|since|following|"
    r"during\s+its\s+first|accepted|received)\b[^.]{0,60}$",
    re.IGNORECASE,
)
_NEXT_DATE = re.compile(r"^[^.;]{0,40}?\b(?:on|in|from|during)\s+(?=[A-Z\d])")
_BODY_SESSION = re.compile(rf"\b({ORDINAL})\s+session\b", re.IGNORECASE)
_REVIEWED = re.compile(r"\b(?:reviewed|review|considered|examined|examination|consideration|dialogue)\b", re.IGNORECASE)
_CLEAR_LEAD = 2  # how many times more often the State is named than any other
_HEAD = 6_000


@dataclass(slots=True)
class Review:
    """What a paper says of the review it is about; ``reasons`` by field."""

    state: str = ""
    mechanism: Mechanism = Mechanism.NONE
    cycle: int | None = None
    session: int | None = None
    dates: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)


def review_of(front: PaperFront) -> Review:
    """State, mechanism, cycle, session and date of the review that a paper is about; empty where not stated."""
    review = Review()
    title, text = "\n".join((*front.titles, *front.labels)), "\n".join(front.running)
    _find_state(review, title, text)
    _find_mechanism(review, title, text)
    head = "\n".join((*front.titles, text[:_HEAD]))
    if review.mechanism is Mechanism.UPR:
        _find_upr(review, head)
    elif review.mechanism is Mechanism.TREATY_BODY:
        _find_body_session(review, head)
    return review


def _find_state(review: Review, title: str, text: str) -> None:
    named = [iso3 for _, _, iso3 in find_in(title)]
    counts = Counter(iso3 for _, _, iso3 in find_in(text)).most_common(2)
    if len(set(named)) == 1 and (not counts or named[0] in dict(counts)):
        review.state = named[0]
        review.reasons["state"] = f"The title names {states.name(named[0])} and no other State."
    elif counts and (len(counts) == 1 or counts[0][1] >= _CLEAR_LEAD * counts[1][1]):
        review.state, times = counts[0]
        often = "once" if times == 1 else f"{times} times"
        review.reasons["state"] = f"{states.name(review.state)} is named {often}, no other State nearly as often."


def _find_mechanism(review: Review, title: str, text: str) -> None:
    """The review named in the title, else the one named more often."""
    for where, words in (("The title", title), ("The text", text)):
        upr = list(found(_ABOUT_UPR, words, _UPR_BEGINS))
        committees = list(found(_committees(), words, {name.split()[0].casefold() for name in _committee_names()}))
        if len(upr) > len(committees) or (upr and not committees):
            review.mechanism = Mechanism.UPR
            review.reasons["mechanism"] = f'{where} speaks of the "{_plain(upr[0])}".'
        elif committees:
            review.mechanism = Mechanism.TREATY_BODY
            review.reasons["mechanism"] = f'{where} speaks of the "{_plain(committees[0])}".'
        if review.mechanism is not Mechanism.NONE:
            return


@cache
def _committee_names() -> tuple[str, ...]:
    names = sorted((body.names["en"] for body in bodies().values()), key=len, reverse=True)
    names += ["Committee on the Rights of Persons with Disabilities", "Committee against Torture"]
    return tuple(dict.fromkeys(names))


@cache
def _committees() -> re.Pattern[str]:
    joined = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in _committee_names())
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


def _plain(match: re.Match[str]) -> str:
    return " ".join(match.group().split())


def _find_upr(review: Review, text: str) -> None:
    _told_number(review, "session", _SESSIONS, text)
    _told_number(review, "cycle", _CYCLES, text)
    for match in _ABOUT_UPR.finditer(text):
        opening = _NEXT_DATE.match(text[match.end() : match.end() + 60])
        told = date_of(text, match.end() + opening.end(), match.end() + opening.end() + 40) if opening else None
        if (
            told
            and len(told.value) >= len("2014")
            and told.start <= match.end() + (opening.end() if opening else 0) + 12
        ):
            before = (
                "previous review" if _EARLIER.search(text[max(match.start() - 90, 0) : match.start()]) else "review"
            )
            review.dates.setdefault(before, told.value)
    _fill_from_calendar(review)


def _told_number(review: Review, name: str, patterns: tuple[re.Pattern[str], ...], text: str) -> None:
    matches = [match for pattern in patterns for match in pattern.finditer(text)]
    told = [(match, ordinal(match[1]) or int(match[1])) for match in matches if ordinal(match[1]) or match[1].isdigit()]
    own = [row for row in told if not _EARLIER.search(text[max(row[0].start() - 60, 0) : row[0].start()])]
    if len({number for _, number in own}) == 1:  # where several are named, which one is meant cannot be told
        setattr(review, name, own[0][1])
        review.reasons[name] = f'It says "{_plain(own[0][0])}".'


def _fill_from_calendar(review: Review) -> None:
    """Session and cycle that follow from the State and the date of the review, by the calendar of reviews."""
    calendar = sessions.calendar()
    own = [calendar.upr[number] for number in calendar.sessions_of(review.state) if number in calendar.upr]
    if review.session is None:
        _session_from_dates(review, own)
    session = calendar.upr.get(review.session) if review.session else None
    if session and session.cycle != review.cycle:  # the words may speak of an earlier cycle
        review.cycle = session.cycle
        review.reasons["cycle"] = f"By the calendar, session {session.number} belongs to cycle {session.cycle}."


def _session_from_dates(review: Review, own: list[sessions.UprSession]) -> None:
    day, previous = review.dates.get("review", ""), review.dates.get("previous review", "")
    fitting = [session for session in own if day and _overlap(session, day)]
    if len(fitting) == 1:
        review.session = fitting[0].number
        review.reasons["session"] = f"By the calendar, the State's review of {day} was in session {fitting[0].number}."
        return
    earlier = [session for session in own if previous and not day and _overlap(session, previous)]
    following = [session for session in own if earlier and session.number > earlier[-1].number]
    if following:
        review.session = following[0].number
        review.reasons["session"] = (
            f"It names the review of {previous} as the last one; by the calendar, the next one was in session "
            f"{following[0].number}."
        )


def _overlap(session: sessions.UprSession, day: str) -> bool:
    """Whether the session sat in that year, month or on that day (EDTF)."""
    if "/" in day or not session.first_day:
        return False
    return session.first_day[: len(day)] <= day <= session.last_day[: len(day)]


def _find_body_session(review: Review, text: str) -> None:
    for match in _committees().finditer(text):
        sentence = text[max(match.start() - 120, 0) : match.end() + 160]
        number = _BODY_SESSION.search(sentence)
        if number and "session" not in review.reasons and (value := ordinal(number[1])):
            review.session = value
            review.reasons["session"] = f'Beside the Committee it says "{_plain(number)}".'
        before = next(reversed(list(dates_in(text, max(match.start() - 60, 0), match.start()))), None)
        if before and len(before.value) >= len("2016-06-22") and _REVIEWED.search(text, match.end(), match.end() + 300):
            review.dates.setdefault("review", before.value)
