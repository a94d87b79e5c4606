"""What an archive holds at a glance, and what one State recommended to others."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from onrecord.model import Kind, Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.documents import document_rows
from onrecord.tasks.queue import count_questions
from onrecord.tasks.rows import DocumentRow

_LAST = 5


@dataclass(frozen=True, slots=True)
class Tallied:
    """Items by current position. ``value`` is what they have in common: a State, a cycle, an issue."""

    value: str
    items: int
    supported: int
    noted: int
    pending: int


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """One review on the time line."""

    state: str
    cycle: int | None
    session: int | None
    date: str  # of the report, EDTF
    report: str  # symbol
    items: int
    supported: int
    noted: int
    pending: int


@dataclass(frozen=True, slots=True)
class Home:
    """The archive at a glance."""

    documents: int
    reviews: int
    items: int
    pairs: int
    supported: int
    noted: int
    pending: int
    coded: int  # imported rows of a coded database
    last_added: tuple[DocumentRow, ...]
    waiting: dict[str, int]  # questions that nobody has judged, by kind
    timeline: tuple[ReviewMark, ...]  # by date


@dataclass(frozen=True, slots=True)
class RecommendingState:
    """What one State recommended, to whom, on what, and how it was answered."""

    state: str
    items: int
    supported: int
    noted: int
    pending: int
    by_state: tuple[Tallied, ...]  # under review, most items first
    by_cycle: tuple[Tallied, ...]
    issues: tuple[tuple[str, int], ...]  # of imported coded rows, most frequent first
    coded: int


def home(archive: Archive) -> Home:
    """Counts, what was added last, what waits for judgement, and the reviews on a time line."""
    with archive.told_plainly():
        documents = tables.Document.objects.using(archive.alias)
        items = tables.Recommendation.objects.using(archive.alias).filter(document__leads=True)
        # Counted once for all, by report: the totals are added up from it.
        found = list(items.order_by().values_list("document", "position").annotate(count=Count("pk")))
        counts: Counter[str] = Counter()
        for _, position, count in found:
            counts[position] += count
        pairs = tables.RecommendationState.objects.using(archive.alias).filter(document__leads=True)
        return Home(
            documents=documents.count(),
            reviews=tables.Review.objects.using(archive.alias).count(),
            items=counts.total(),
            pairs=pairs.count(),
            supported=counts[Position.SUPPORTED],
            noted=counts[Position.NOTED],
            pending=counts[Position.PENDING],
            coded=tables.CodedRow.objects.using(archive.alias).count(),
            last_added=last_added(archive),
            waiting=count_questions(archive),
            timeline=_timeline(archive, found),
        )


def recommending_state(archive: Archive, iso3: str) -> RecommendingState:
    """What this State (ISO 3166-1 alpha-3) recommended to others, how it was answered, and on what issues."""
    with archive.told_plainly():
        found = _made_by(archive, iso3)
        counts = _tallied(((iso3, position, count) for _, _, position, count in found), iso3)
        coded = tables.CodedRow.objects.using(archive.alias).filter(by=iso3)
        issues = tables.CodedIssue.objects.using(archive.alias).filter(row__by=iso3).order_by()
        named = sorted(issues.values_list("issue").annotate(count=Count("pk")), key=lambda one: (-one[1], one[0]))
        return RecommendingState(
            state=iso3,
            items=counts.items,
            supported=counts.supported,
            noted=counts.noted,
            pending=counts.pending,
            by_state=tallied(((state, position, count) for state, _, position, count in found)),
            by_cycle=tallied(((str(cycle or ""), position, count) for _, cycle, position, count in found)),
            issues=tuple(named),
            coded=coded.count(),
        )


def recommending_states(archive: Archive) -> tuple[Tallied, ...]:
    """All States that recommended something, by ISO 3166-1 alpha-3, with how their recommendations were answered."""
    with archive.told_plainly():
        pairs = tables.RecommendationState.objects.using(archive.alias).filter(document__leads=True)
        found = pairs.order_by().values_list("state", "position").annotate(count=Count("pk"))
        return tuple(sorted(tallied(found), key=lambda one: one.value))


def recommended_to(archive: Archive, iso3: str) -> tuple[Tallied, ...]:
    """To which States this State recommended how much, and how it was answered, most items first."""
    with archive.told_plainly():
        return tallied((state, position, count) for state, _, position, count in _made_by(archive, iso3))


def _made_by(archive: Archive, iso3: str) -> list[tuple[str, int | None, str, int]]:
    """State under review, cycle, position, items. An item has one row for a State at most: pairs of one are items."""
    pairs = tables.RecommendationState.objects.using(archive.alias).filter(state=iso3, document__leads=True)
    columns = ("document__state", "document__cycle", "position")
    return list(pairs.order_by().values_list(*columns).annotate(count=Count("pk")))


def last_added(archive: Archive) -> tuple[DocumentRow, ...]:
    """The documents that were added last, the latest first."""
    documents = tables.Document.objects.using(archive.alias)
    with archive.told_plainly():
        newest = list(documents.order_by("-added", "-pk").values_list("pk", flat=True)[:_LAST])
        rows = document_rows(documents.filter(pk__in=newest))
    return tuple(rows[key] for key in newest)


def _timeline(archive: Archive, found: Iterable[tuple[int, str, int]]) -> tuple[ReviewMark, ...]:
    """The reports by date. ``found``: document, position, how many."""
    reports = tables.Document.objects.using(archive.alias).filter(kind=Kind.WORKING_GROUP_REPORT, leads=True)
    counts = {
        one.value: one for one in tallied((str(document), position, count) for document, position, count in found)
    }
    none = Tallied("", 0, 0, 0, 0)
    marks = []
    for key, state, cycle, session, date, symbol in reports.values_list(
        "pk", "state", "cycle", "session", "date", "symbol"
    ):
        own = counts.get(str(key), none)
        marks.append(ReviewMark(state, cycle, session, date, symbol, own.items, own.supported, own.noted, own.pending))
    return tuple(sorted(marks, key=lambda mark: (mark.date, mark.state)))


def tallied(found: Iterable[tuple[str, str, int]]) -> tuple[Tallied, ...]:
    """Counts (value, position, how many) put together by value, most items first."""
    grouped: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for one in found:
        grouped[one[0]].append(one)
    counts = [_tallied(some, value) for value, some in grouped.items()]
    return tuple(sorted(counts, key=lambda one: (-one.items, one.value)))


def _tallied(found: Iterable[tuple[str, str, int]], value: str) -> Tallied:
    counts: Counter[str] = Counter()
    for _, position, count in found:
        counts[position] += count
    order = (Position.SUPPORTED, Position.NOTED, Position.PENDING)
    return Tallied(value, counts.total(), *(counts[position] for position in order))
