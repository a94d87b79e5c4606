"""Imported coded rows at a glance: which files, which values to choose from, and for each report what ties."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Max

from onrecord.model import Kind
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.importing import OUTCOMES


@dataclass(frozen=True, slots=True)
class CodedFile:
    """One file of coded rows that was imported."""

    name: str
    imported: str  # ISO 8601, UTC
    rows: int  # lines of the file


@dataclass(frozen=True, slots=True)
class CodedChoices:
    """The values that occur in the coded rows, in order."""

    states: tuple[str, ...]  # under review
    bys: tuple[str, ...]
    sessions: tuple[int, ...]
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CodedReview:
    """The coded rows of one review: how many there are and what became of them, by reason."""

    state: str  # "" if its name is not known
    name: str  # of the State, as the file has it
    session: int | None
    cycle: int | None
    report: str  # symbol of the report they are tied to, "" while it is not on record
    rows: int
    outcomes: dict[str, int] = field(hash=False)  # keys in the order of OUTCOMES

    @property
    def tied(self) -> int:
        """How many are tied to an item."""
        return self.outcomes.get("tied", 0)


def coded_files(archive: Archive) -> tuple[CodedFile, ...]:
    """The imported files, the latest first."""
    with archive.told_plainly():
        rows = tables.CodedSource.objects.using(archive.alias).order_by("-imported", "-pk")
        return tuple(CodedFile(row.name, row.imported.isoformat(), row.rows) for row in rows)


def coded_choices(archive: Archive) -> CodedChoices:
    """What the coded rows can be narrowed by."""
    with archive.told_plainly():
        rows = tables.CodedRow.objects.using(archive.alias).order_by()
        sessions = rows.values_list("session", flat=True).distinct()
        issues = tables.CodedIssue.objects.using(archive.alias).order_by().values_list("issue", flat=True).distinct()
        return CodedChoices(
            states=tuple(sorted(code for code in rows.values_list("state", flat=True).distinct() if code)),
            bys=tuple(sorted(code for code in rows.values_list("by", flat=True).distinct() if code)),
            sessions=tuple(sorted(number for number in sessions if number is not None)),
            issues=tuple(sorted(issues)),
        )


def coded_reviews(archive: Archive) -> tuple[CodedReview, ...]:
    """What ties and what does not, review by review; those with a report on record first, then by State and session."""
    with archive.told_plainly():
        rows = tables.CodedRow.objects.using(archive.alias).order_by()
        found = rows.values_list("state", "session", "outcome").annotate(
            count=Count("pk"), name=Max("state_name"), cycle=Max("cycle")
        )
        reports = _reports(archive)
        reviews = tuple(_reviews(found, reports))
    return tuple(sorted(reviews, key=lambda one: (not one.report, one.state or "~", one.name, one.session or 0)))


def _reviews(
    found: Iterable[tuple[str, int | None, str, int, str, int | None]], reports: dict[tuple[str, int | None], str]
) -> Iterable[CodedReview]:
    grouped: defaultdict[tuple[str, int | None], list[tuple[str, int, str, int | None]]] = defaultdict(list)
    for state, session, outcome, count, name, cycle in found:
        grouped[state, session].append((outcome, count, name, cycle))
    for (state, session), some in grouped.items():
        counts = {outcome: count for outcome, count, _, _ in some}
        outcomes = {outcome: counts[outcome] for outcome in OUTCOMES if outcome in counts}
        report = reports.get((state, session), "")
        yield CodedReview(state, some[0][2], session, some[0][3], report, sum(counts.values()), outcomes)


def _reports(archive: Archive) -> dict[tuple[str, int | None], str]:
    reports = tables.Document.objects.using(archive.alias).filter(kind=Kind.WORKING_GROUP_REPORT, leads=True)
    return {(state, session): symbol for state, session, symbol in reports.values_list("state", "session", "symbol")}
