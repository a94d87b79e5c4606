"""Counts, positions, dates and papers in plain words."""

from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from onrecord.model import Identity, Kind, Place, Position, PositionStatement, Stage
from onrecord.vocabulary import states as vocabulary

if TYPE_CHECKING:
    from onrecord.tasks import PaperRef

POSITIONS = {Position.SUPPORTED: "supported", Position.NOTED: "noted", Position.PENDING: "left open"}
STAGES = {
    Stage.LIST: "thematic list",
    Stage.ROOM: "in the room",
    Stage.REPORT: "Working Group report",
    Stage.ADDENDUM: "addendum",
    Stage.PLENARY: "plenary of the Council",
}
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def count(number: int, one: str, many: str = "") -> str:
    """ "1 item", "2 items", "1,204 pairs"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def of_total(shown: int, total: int, one: str, many: str = "") -> str:
    """ "2 claims.", "2 of 14 claims."; "" if there is none."""
    if not total:
        return ""
    return f"{shown:,} of {count(total, one, many)}." if shown != total else f"{count(total, one, many)}."


def counts(positions: Iterable[Position]) -> str:
    """ "27 supported, 6 noted, 8 left open"; what does not occur is left out."""
    found = list(positions)
    parts = [f"{found.count(value):,} {word}" for value, word in POSITIONS.items() if value in found]
    return ", ".join(parts)


def position(history: Sequence[PositionStatement]) -> str:
    """The answer in words: "supported", "noted, then supported", "no answer found"."""
    binding = [s for s in history if not s.tentative]
    if not binding:
        return "no answer found"
    words: list[str] = []
    # A thematic list is somebody else's record of the answer: no step of its own beside what the State said.
    for statement in [s for s in binding if s.stage is not Stage.LIST] or binding:
        word = POSITIONS[statement.value] + (" (accepted in part)" if statement.partly else "")
        if not words or words[-1] != word:
            words.append(word)
    if len(words) > 1 and words[0] == POSITIONS[Position.PENDING]:
        words = words[1:]  # an answer that was promised and came is no change
    return ", then ".join(words)


def date(edtf: str) -> str:
    """A date as precise as it is known: "27 January 2023", "June 2014", "2014"; anything else as it stands.

    Periods are "2009 to 2012", "since May 2019", "until 2016".
    """
    begin, stroke, end = edtf.partition("/")
    if stroke:
        if end in ("", "..") or begin in ("", ".."):
            return f"since {date(begin)}" if end in ("", "..") else f"until {date(end)}"
        return f"{date(begin)} to {date(end)}"
    parts = edtf.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return edtf
    if len(parts) == 1:
        return edtf
    month = int(parts[1])
    if not 1 <= month <= 12:
        return edtf
    day = f"{int(parts[2])} " if len(parts) == 3 else ""
    return f"{day}{MONTHS[month - 1]} {parts[0]}"


def state(iso3: str) -> str:
    """The State's short name; the code itself where the table does not know it."""
    return vocabulary.name(iso3) if iso3 in vocabulary.codes() else iso3


def states(codes: Iterable[str], unknown: Iterable[str] = ()) -> str:
    """Names of several States; names that are no State we know stand behind them with a question mark."""
    return ", ".join([*(state(code) for code in codes), *(f"{name} (?)" for name in unknown)])


def place(where: Place, name: str = "") -> str:
    """ "A/HRC/52/97, para. 48.2, p. 5"; a paper without a symbol is called by its file. Left out if not known."""
    parts = [where.symbol or file(name)]
    if where.paragraph:
        parts.append(f"para. {where.paragraph}")
    if where.page is not None:
        parts.append(f"p. {where.page}")
    return ", ".join(part for part in parts if part)


def file(name: str) -> str:
    """The last part of a file's path, which is enough in a table; JSON has the whole."""
    return PurePath(name).name


def review(iso3: str, cycle: int | None, session: int | None = None) -> str:
    """ "Arvenia, cycle 4, session 41"."""
    parts = [state(iso3) if iso3 else "No State known"]
    if cycle is not None:
        parts.append(f"cycle {cycle}")
    if session is not None:
        parts.append(f"session {session}")
    return ", ".join(parts)


def paper(identity: Identity) -> str:
    """ "Working Group report A/HRC/52/97, Arvenia, cycle 4, session 41, 6 January 2023"."""
    kind = identity.kind.value if identity.kind is not Kind.OTHER else "paper of another kind"
    parts = [f"{kind[0].upper()}{kind[1:]} {identity.symbol}".rstrip()]
    if identity.state:
        parts.append(review(identity.state, identity.cycle, identity.session))
    elif identity.council_session:
        parts.append(f"session {identity.council_session} of the Council")
    if identity.date:
        parts.append(date(identity.date))
    return ", ".join(parts)


def paper_label(paper: "PaperRef") -> str:
    """How a paper is called in lists: its symbol, else its file."""
    return paper.symbol or file(paper.name)


def told_paper(paper: "PaperRef") -> str:
    """ "briefing.pdf: briefing paper, Arvenia, 3 May 2019, Selm Watch"; what is not known is left out."""
    kind = "paper of another kind" if paper.kind == Kind.OTHER.value else paper.kind
    parts = [kind, state(paper.state) if paper.state else "", date(paper.date), ", ".join(paper.publishers)]
    return f"{paper_label(paper)}: {', '.join(part for part in parts if part)}"
