"""Sessions of the UPR Working Group and of the Human Rights Council, and which State was reviewed in which.

Facts from ``data/upr_sessions.csv``, ``council_sessions.csv``, ``reviews.csv`` and ``limits.csv``; each row names its
source and, where it was compared with a document, the day ("verified_on"). What is not known is left empty. A folder
of the user's own with files of the same names corrects or completes them: see :func:`load`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.errors import RunError
from onrecord.vocabulary.tables import read_table

Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class UprSession:
    """A session of the UPR Working Group. Days are EDTF, as precise as known; "" if not known."""

    number: int
    cycle: int
    first_day: str
    last_day: str
    council_session: int | None  # the regular session of the Council that adopts its outcomes
    source: str
    verified_on: str  # EDTF; "" if the dates were not compared with a document


@dataclass(frozen=True, slots=True)
class CouncilSession:
    """A regular session of the Human Rights Council. Days as in :class:`UprSession`."""

    number: int
    first_day: str
    last_day: str
    source: str
    verified_on: str


@dataclass(frozen=True, slots=True)
class Review:
    """That a State was reviewed in a session of the UPR Working Group."""

    upr_session: int
    state: str  # ISO 3166-1 alpha-3
    source: str
    verified_on: str


@dataclass(frozen=True, slots=True)
class WordLimit:
    """How long a paper may be. Limits that were not compared with a document have no ``verified_on``."""

    paper: str
    words: int
    counted: str
    source: str
    verified_on: str


@dataclass(frozen=True, slots=True)
class Calendar:
    """All sessions and reviews; made by :func:`load`."""

    upr: dict[int, UprSession]
    council: dict[int, CouncilSession]
    reviews: tuple[Review, ...]
    limits: tuple[WordLimit, ...]

    def adopted_at(self, council_session: int) -> tuple[int, ...]:
        """The UPR sessions whose outcomes that session of the Council adopts."""
        return tuple(s.number for s in self.upr.values() if s.council_session == council_session)

    def sessions_of(self, state: str) -> tuple[int, ...]:
        """The UPR sessions in which the State is known to have been reviewed, earliest first."""
        return tuple(sorted(r.upr_session for r in self.reviews if r.state == state))

    def states_in(self, upr_session: int) -> tuple[str, ...]:
        """The States known to have been reviewed in that UPR session."""
        return tuple(r.state for r in self.reviews if r.upr_session == upr_session)

    def upr_session_on(self, day: str) -> UprSession | None:
        """The UPR session that sat on ``day`` (EDTF, to the day); None if none is known to have."""
        sat = (s for s in self.upr.values() if len(s.last_day) == len(day) and s.first_day <= day <= s.last_day)
        return next(sat, None)


def upr_session(number: int) -> UprSession | None:
    """The session of the UPR Working Group with that number; None if there is none in the table."""
    return calendar().upr.get(number)


def council_session(number: int) -> CouncilSession | None:
    """The regular session of the Human Rights Council with that number; None if there is none in the table."""
    return calendar().council.get(number)


@cache
def calendar() -> Calendar:
    """The calendar that comes with Onrecord."""
    return load()


def load(corrections: Path | None = None) -> Calendar:
    """The calendar with a user's corrections.

    Args:
        corrections: a folder with any of the four files; a row there replaces the row with the same key (number of
            the session; session and State; paper), a new key is added.

    Raises:
        RunError: a file cannot be read or a cell that should hold a number does not.
    """
    upr = _rows("upr_sessions.csv", ("number",), corrections)
    council = _rows("council_sessions.csv", ("number",), corrections)
    reviews = _rows("reviews.csv", ("upr_session", "state"), corrections)
    limits = _rows("limits.csv", ("paper",), corrections)
    try:
        return Calendar(
            upr={int(row["number"]): _upr(row) for row in upr},
            council={int(row["number"]): _council(row) for row in council},
            reviews=tuple(Review(int(r["upr_session"]), r["state"], r["source"], r["verified_on"]) for r in reviews),
            limits=tuple(
                WordLimit(r["paper"], int(r["words"]), r["counted"], r["source"], r["verified_on"]) for r in limits
            ),
        )
    except (ValueError, KeyError) as error:
        raise RunError(
            f"A table of sessions has a wrong cell or lacks a column: {error}.",
            where=str(corrections or "the tables that come with Onrecord"),
            advice="Use the columns of the tables under onrecord/vocabulary/data.",
        ) from error


def _rows(name: str, key: tuple[str, ...], corrections: Path | None) -> Rows:
    tables = [read_table(name)]
    if corrections is not None and (corrections / name).exists():
        tables.append(read_table((corrections / name).absolute()))
    rows = {}
    for table in tables:
        for row in table:
            missing = [k for k in key if not row.get(k)]
            if missing:
                raise RunError(f"A row of {name} has no {missing[0]}.", advice="Fill the cell or delete the row.")
            rows[tuple(row[k] for k in key)] = row
    return list(rows.values())


def _upr(row: dict[str, str]) -> UprSession:
    return UprSession(
        number=int(row["number"]),
        cycle=int(row["cycle"]),
        first_day=row["first_day"],
        last_day=row["last_day"],
        council_session=int(row["council_session"]) if row["council_session"] else None,
        source=row["source"],
        verified_on=row["verified_on"],
    )


def _council(row: dict[str, str]) -> CouncilSession:
    return CouncilSession(int(row["number"]), row["first_day"], row["last_day"], row["source"], row["verified_on"])
