"""What a document is and of which review: from its symbol, its title page and its wording, never from its file name."""

import re
from dataclasses import dataclass, field

from onrecord.extraction.front_page import Front, front_of, heading, named_symbols, own_date, own_symbol
from onrecord.extraction.kinds import Evidence, kind_of
from onrecord.extraction.papers.paper_identity import identify_paper
from onrecord.extraction.state_under_review import state_of
from onrecord.model import Document, Identity, Kind, Mechanism
from onrecord.vocabulary import sessions
from onrecord.vocabulary.dates import to_edtf
from onrecord.vocabulary.ordinals import ORDINAL, ordinal
from onrecord.vocabulary.symbols import Symbol

_UPR_KINDS = frozenset(
    {
        Kind.WORKING_GROUP_REPORT,
        Kind.ADDENDUM,
        Kind.NATIONAL_REPORT,
        Kind.COMPILATION,
        Kind.STAKEHOLDERS_SUMMARY,
        Kind.ADVANCE_QUESTIONS,
        Kind.THEMATIC_LIST,
    }
)
_ABOUT_UPR = re.compile(r"universal\s+periodic\s+review", re.IGNORECASE)
_ITS_SESSION = re.compile(rf"held\s+its\s+({ORDINAL})\s+session\s+(?:from\s+)?([^.]{{5,60}}?\d{{4}})", re.IGNORECASE)
_UPR_TITLE_SESSION = re.compile(
    rf"Working\s+Group\s+on\s+the\s+Universal\s+Periodic\s+Review\s+({ORDINAL})\s+session\s+"
    r"((?:Geneva,?\s+)?\d{1,2}[^\n]{5,60}?\d{4})?",
    re.IGNORECASE,
)
_CYCLE_AND_SESSION = re.compile(
    rf"\(\s*({ORDINAL})\s+cycle\s*[-\u2013\u2014,]\s*({ORDINAL})\s+session\s*\)", re.IGNORECASE
)
_COUNCIL_SESSION = re.compile(rf"(?:Human\s+Rights\s+Council|on\s+its)\s+({ORDINAL})\s+session", re.IGNORECASE)
_EVENTS = (  # what happened, and the words before its date
    ("review", re.compile(r"\breview\s+of\s[^.]{2,90}?\bwas\s+held\s+at\s+(?:its|the)\s[^.]{3,60}?\s+on\s+", re.I)),
    ("review", re.compile(r"Having\s+(?:conducted|held)\s+the\s+review\s+of\s[^,;.]{2,80}?\s+on\s+", re.IGNORECASE)),
    (
        "adoption of the report",
        re.compile(r"\bat\s+its\s+(?:[\w-]+\s+)?meeting,?\s+(?:held\s+)?on\s+(?=[^.]{8,60}?adopted)", re.IGNORECASE),
    ),
    ("adoption of the outcome", re.compile(r"\b\d{1,3}\s?(?:st|nd|rd|th)\s+meeting\s+", re.IGNORECASE)),
    ("reissue", re.compile(r"Reissued\s+for\s+technical\s+reasons\s+on\s+", re.IGNORECASE)),
)


@dataclass(slots=True)
class _Draft:
    """The identity while it is being put together."""

    reasons: dict[str, str] = field(default_factory=dict)
    session: int | None = None
    cycle: int | None = None
    council_session: int | None = None
    dates: dict[str, str] = field(default_factory=dict)


def identify(document: Document) -> Identity:
    """Kind, State, session, dates and symbols of a document.

    Only the first pages are looked at. What the document does not tell stays empty; sessions that follow from the
    calendar (``onrecord.vocabulary.sessions``) say so in their reason.

    Returns:
        The identity; ``reasons`` has one sentence for each field that was decided.
    """
    front = front_of(document)
    symbol, why = own_symbol(front)
    draft = _Draft()
    if symbol:
        draft.reasons["symbol"] = why
    evidence = kind_of(symbol, front)
    draft.reasons["kind"] = evidence.reason
    state, why = state_of(symbol, front, evidence.kind)
    if state:
        draft.reasons["state"] = why
    mechanism = _mechanism(evidence.kind, symbol, front)
    _find_sessions(draft, front, symbol, evidence, state)
    _find_dates(draft, front, evidence.kind)
    identity = Identity(
        kind=evidence.kind,
        symbol=symbol.text if symbol else "",
        state=state,
        mechanism=mechanism,
        cycle=draft.cycle,
        session=draft.session,
        council_session=draft.council_session,
        date=_own_date(draft, front),
        dates=tuple(draft.dates.items()),
        related=_related(front, symbol, evidence.kind),
        title=heading(document, evidence.pattern),
        reasons=tuple(draft.reasons.items()),
    )
    return identify_paper(document, identity) if evidence.kind is Kind.OTHER and symbol is None else identity


def _mechanism(kind: Kind, symbol: Symbol | None, front: Front) -> Mechanism:
    if kind in (Kind.CONCLUDING_OBSERVATIONS, Kind.VIEWS):
        return Mechanism.TREATY_BODY
    if kind in _UPR_KINDS or (symbol and symbol.body == "UPR"):
        return Mechanism.UPR
    if kind in (Kind.DECISION, Kind.COUNCIL_REPORT) and _ABOUT_UPR.search(front.opening):
        return Mechanism.UPR
    treaty_body = symbol is not None and symbol.body in (
        "CCPR",
        "CAT",
        "CEDAW",
        "CERD",
        "CESCR",
        "CRC",
        "CRPD",
        "CED",
        "CMW",
    )
    return Mechanism.TREATY_BODY if treaty_body else Mechanism.NONE


def _own_date(draft: _Draft, front: Front) -> str:
    day = own_date(front)
    if day:
        draft.reasons["date"] = 'The date stands in the masthead behind "Distr.".'
    return day


def _find_sessions(draft: _Draft, front: Front, symbol: Symbol | None, evidence: Evidence, state: str) -> None:
    if symbol and symbol.body == "UPR" and symbol.session:
        _set(draft, "session", symbol.session, f"The symbol {symbol.text} names the session of the Working Group.")
    elif symbol and symbol.body == "HRC" and symbol.session:
        _set(draft, "council_session", symbol.session, f"The symbol {symbol.text} names the session of the Council.")
    elif symbol and symbol.session:
        _set(draft, "session", symbol.session, f"The symbol {symbol.text} names the session of the body.")
    _sessions_from_wording(draft, front, evidence.kind)
    _sessions_from_calendar(draft, evidence.kind, state)


def _set(draft: _Draft, name: str, value: int, reason: str) -> None:
    if getattr(draft, name) is None:
        setattr(draft, name, value)
        draft.reasons[name] = reason


def _sessions_from_wording(draft: _Draft, front: Front, kind: Kind) -> None:
    if kind is Kind.THEMATIC_LIST and (match := _CYCLE_AND_SESSION.search(front.page)):
        cycle, session = ordinal(match[1]), ordinal(match[2])
        if cycle and session:
            _set(draft, "cycle", cycle, f'The list is headed "{match.group()}".')
            _set(draft, "session", session, f'The list is headed "{match.group()}".')
    for pattern, text in ((_ITS_SESSION, front.opening), (_UPR_TITLE_SESSION, front.page)):
        match = pattern.search(text) if kind in _UPR_KINDS else None
        number = ordinal(match[1]) if match else None
        if match and number:
            _set(draft, "session", number, f'The document says "{" ".join(match.group().split())}".')
            if match[2] and (days := to_edtf(match[2])):
                draft.dates.setdefault("session", days)
    if kind is Kind.COUNCIL_REPORT and (match := _COUNCIL_SESSION.search(front.page)):
        number = ordinal(match[1])
        if number:
            _set(draft, "council_session", number, f'The title says "{" ".join(match.group().split())}".')


def _sessions_from_calendar(draft: _Draft, kind: Kind, state: str) -> None:
    """Fill what follows from the calendar: session ↔ session of the Council, and the cycle."""
    calendar = sessions.calendar()
    if (
        draft.session is None
        and draft.council_session
        and kind in (Kind.ADDENDUM, Kind.DECISION, Kind.WORKING_GROUP_REPORT)
    ):
        candidates = calendar.adopted_at(draft.council_session)
        if len(candidates) > 1:
            candidates = tuple(n for n in candidates if state in calendar.states_in(n))
        if len(candidates) == 1:
            reason = f"By the calendar, the Council's session {draft.council_session} adopts session {candidates[0]}."
            _set(draft, "session", candidates[0], reason)
    about_upr = kind in _UPR_KINDS or kind is Kind.DECISION
    upr = calendar.upr.get(draft.session) if draft.session and about_upr else None
    if upr:
        _set(draft, "cycle", upr.cycle, f"By the calendar, session {upr.number} belongs to cycle {upr.cycle}.")


def _find_dates(draft: _Draft, front: Front, kind: Kind) -> None:
    for what, before in _EVENTS:
        if not _may_tell(kind, what):
            continue
        match = before.search(front.opening)
        day = to_edtf(front.opening[match.end() : match.end() + 24]) if match else ""
        if day:
            draft.dates.setdefault(what, day)


def _may_tell(kind: Kind, what: str) -> bool:
    """Whether papers of that kind say when ``what`` happened; elsewhere the same words mean other meetings."""
    if what in ("review", "adoption of the report"):
        return kind is Kind.WORKING_GROUP_REPORT or (kind is Kind.DECISION and what == "review")
    return what == "reissue" or kind is Kind.DECISION


def _related(front: Front, symbol: Symbol | None, kind: Kind) -> tuple[str, ...]:
    """Papers of the same review that the document names: its report, addendum, national report, compilation …"""
    if kind not in (Kind.WORKING_GROUP_REPORT, Kind.ADDENDUM, Kind.DECISION, *_UPR_KINDS) or symbol is None:
        return ()
    related = [symbol.base] if symbol.suffixes else []
    for other in named_symbols(front.opening, symbol):
        same_session = (
            other.body == symbol.body and other.session == symbol.session and not other.series and other.number
        )
        of_review = other.body == "UPR" and other.series in ("WG.6", "L") and other.number and symbol.body == "HRC"
        if (same_session or of_review) and other.text not in related:
            related.append(other.text)
    return tuple(related)
