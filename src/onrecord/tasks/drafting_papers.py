"""Which papers a draft may use: about the State, and surely published before the day that is asked for.

Papers that were written for a review often bear no date. A briefing paper or a submission for a review is older than
the review, and so is a paper that says the review is still to come. Where that is enough it is used, and told.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.model import ClaimKind, Kind, Modality
from onrecord.model.written import WrittenPaper
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.searched_text import fold
from onrecord.tasks.drafting_subjects import speaks_of
from onrecord.vocabulary import published, sessions

_FOR_A_REVIEW = (Kind.BRIEFING_PAPER, Kind.SUBMISSION, Kind.JOINT_SUBMISSION)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Papers about a State, sifted by a day."""

    used: tuple[int, ...]  # primary keys
    on_subject: frozenset[int]  # whose title says the subject: all their words count
    later: int
    undated: tuple[str, ...]  # labels of those of which nothing tells when they were published
    inferred: tuple[tuple[str, str], ...]  # label and reason of those that bear no date and are older all the same


def choose(archive: Archive, paper: WrittenPaper) -> Chosen:
    """Sift the papers about the State of a written paper; four queries."""
    every = tables.Document.objects.using(archive.alias).filter(leads=True, state=paper.state)
    rows = list(every.defer("related", "reasons", "warnings").order_by("date", "pk"))
    expected = _expected(archive, [row.pk for row in rows if not row.date]) if paper.before else {}
    reviews = _reviews(rows)
    used, undated, inferred, later = [], [], [], 0
    for row in rows:
        label = row.symbol or row.title or row.name
        if not paper.before or published.before(row.date, paper.before):
            used.append(row)
        elif row.date:
            later += 1
        elif reason := _older(row, reviews, expected, paper.before):
            used.append(row)
            inferred.append((label, reason))
        else:
            undated.append(label)
    speaks = speaks_of(archive, paper.subject)
    on_subject = frozenset(row.pk for row in used if speaks(fold(row.title)))
    return Chosen(tuple(row.pk for row in used), on_subject, later, tuple(undated), tuple(inferred))


def _older(row: tables.Document, reviews: Mapping[int, str], expected: Mapping[int, list[str]], before: str) -> str:
    """Why a paper without a date is older than that day, "" where nothing tells."""
    day = reviews.get(row.session or 0, "")
    if not day or day > _whole(before):
        return ""
    if row.kind in (kind.value for kind in _FOR_A_REVIEW):
        return f"A {row.kind} for the review of {day}."
    if any(day.startswith(date) for date in expected.get(row.pk, []) if date):
        return f"It says that the review of {day} is still to come."
    return ""


def _reviews(rows: Iterable[tables.Document]) -> dict[int, str]:
    """The day of each session's review of this State: as a paper says it, else the first day of the session."""
    found: dict[int, str] = {}
    for row in rows:
        told = dict(row.dates).get("review", "")
        if row.session and len(told) == len("2014-10-30"):
            found[row.session] = told
    for row in rows:
        session = sessions.upr_session(row.session) if row.session and row.mechanism == "UPR" else None
        if session and len(session.first_day) == len("2014-10-30"):
            found.setdefault(session.number, session.first_day)
    return found


def _expected(archive: Archive, documents: list[int]) -> dict[int, list[str]]:
    """For papers without a date the days of reviews that they announce."""
    rows = tables.Claim.objects.using(archive.alias).filter(
        document__in=documents, kind=ClaimKind.PROCEDURE.value, modality=Modality.PLANNED.value
    )
    found: dict[int, list[str]] = {}
    for document, date in rows.values_list("document", "date"):
        found.setdefault(document, []).append(date)
    return found


def _whole(day: str) -> str:
    parts = day.split("-")
    return "-".join([*parts, *("01",) * (3 - len(parts))])
