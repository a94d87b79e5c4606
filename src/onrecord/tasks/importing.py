"""Importing a coded database: rows kept as they are, with their origin, and tied to items of reports."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from django.db.models import Count, Q, QuerySet

from onrecord.model import Position
from onrecord.store import tables
from onrecord.store.archive import Archive, weigh
from onrecord.store.searched_text import beside_text
from onrecord.tasks.coded_file import CodedLine, content_of, read_lines
from onrecord.tasks.rows import PageOf
from onrecord.tasks.tying_coded import tie_all
from onrecord.tasks.veil import found_by
from onrecord.tasks.versions import DERIVED

# What can become of a row, in the order in which it is told.
OUTCOMES = ("tied", "no_report", "no_state", "no_text", "several")
_AT_ONCE = 1_000
Progress = Callable[[int, int], None]  # rows done, rows in all


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What importing did. ``outcomes`` counts all rows of the file: tied, and why not."""

    name: str
    rows: int
    added: int
    known: int
    outcomes: dict[str, int]
    unknown_names: tuple[str, ...]  # of States, as written


@dataclass(frozen=True, slots=True)
class CodedFilter:
    """Which coded rows to list. What is left empty does not narrow; all that is given must hold."""

    state: str = ""
    by: str = ""
    session: int | None = None
    cycle: int | None = None
    position: Position | None = None
    action: int | None = None
    issue: str = ""
    outcome: str = ""  # one of OUTCOMES
    tied: str = ""  # id of a recommendation
    words: str = ""


@dataclass(frozen=True, slots=True)
class CodedRecommendation:
    """One recommendation by one State as a database coded it, and the item it was tied to."""

    id: str
    name: str  # the publisher's id
    source: str  # name of the file
    line: int
    state: str
    state_name: str
    by: str
    by_name: str
    session: int | None
    cycle: int | None
    response: str
    position: Position | None
    action: int | None
    issues: tuple[str, ...]
    text: str
    tied: str  # id of a recommendation, "" where ``outcome`` is not "tied"
    score: float | None
    outcome: str
    why: str


def import_coded(archive: Archive, path: str | Path, *, progress: Progress | None = None) -> ImportReport:
    """Put the rows of a coded database on record, all or none, and tie them; doing it again adds nothing.

    Args:
        archive: open.
        path: CSV with the columns To, From, Text, Response, Action, Issue, Session, or those of the cleaned form.
        progress: called now and then with the rows done and the rows in all.

    Raises:
        NotFound: no such file.
        NotCoded: the file is none that can be imported; nothing was.
    """
    name, content = content_of(path)
    lines = list(read_lines(content, name))
    with archive.whole_or_nothing():
        source, _ = tables.CodedSource.objects.using(archive.alias).get_or_create(
            sha256=sha256(content).hexdigest(),
            defaults={"name": name, "imported": datetime.now(UTC), "rows": len(lines), "derived": DERIVED},
        )
        keys = _keys(lines)
        known = set(tables.CodedRow.objects.using(archive.alias).values_list("key", flat=True))
        fresh = [(key, line) for key, line in zip(keys, lines, strict=True) if key not in known]
        for start in range(0, len(fresh), _AT_ONCE):
            _save(archive, source, fresh[start : start + _AT_ONCE])
            if progress:
                progress(len(lines) - len(fresh) + min(start + _AT_ONCE, len(fresh)), len(lines))
        tie_all(archive)
        weigh(archive, tables.CodedRow, tables.CodedIssue)
        outcomes = _outcomes(archive, keys)
    unknown = {line.state_name for line in lines if not line.state} | {line.by_name for line in lines if not line.by}
    return ImportReport(name, len(lines), len(fresh), len(lines) - len(fresh), outcomes, tuple(sorted(unknown)))


@dataclass(frozen=True, slots=True)
class CodedPage:
    """A stretch of the coded rows that fit, and how many of all that fit were tied, and not, by reason."""

    page: PageOf[CodedRecommendation]
    outcomes: dict[str, int]


def list_coded(
    archive: Archive, wanted: CodedFilter | None = None, *, limit: int | None = None, offset: int = 0
) -> CodedPage:
    """Coded rows that fit, sorted by State, session and line, with what became of all of them."""
    rows = _matching(archive, wanted or CodedFilter())
    stop = None if limit is None else offset + limit
    with archive.told_plainly():
        counts = _counted(rows)
        ordered = rows.select_related("source").order_by("state", "session", "line", "pk")
        shown = tuple(_shown(row) for row in ordered[offset:stop]) if counts.total() > offset else ()
        return CodedPage(PageOf(shown, counts.total(), offset), _told(counts))


def count_coded(archive: Archive, wanted: CodedFilter | None = None) -> dict[str, int]:
    """How many of the coded rows that fit were tied, and how many not, by reason."""
    with archive.told_plainly():
        return _told(_counted(_matching(archive, wanted or CodedFilter())))


def _counted(rows: QuerySet[tables.CodedRow]) -> Counter[str]:
    # Each outcome added up in one walk over all rows: grouped, SQLite walks by outcome and reads the long rows.
    sums = {outcome: Count("pk", filter=Q(outcome=outcome)) for outcome in OUTCOMES}
    return Counter(rows.order_by().aggregate(**sums))


def _told(counts: Counter[str]) -> dict[str, int]:
    return {outcome: counts[outcome] for outcome in OUTCOMES if counts[outcome]}


def _keys(lines: Iterable[CodedLine]) -> list[str]:
    seen: Counter[str] = Counter()
    keys = []
    for line in lines:
        digest = line.digest()
        seen[digest] += 1
        keys.append(f"{digest}~{seen[digest]}" if seen[digest] > 1 else digest)
    return keys


def _save(archive: Archive, source: tables.CodedSource, fresh: list[tuple[str, CodedLine]]) -> None:
    names = (
        "line", "name", "state", "state_name", "by", "by_name", "session",
        "cycle", "response", "position", "action", "text",
    )  # fmt: skip
    rows = [
        tables.CodedRow(
            key=key,
            source=source,
            issues=list(line.issues),
            **beside_text(line.text),
            **{name: getattr(line, name) for name in names},
        )
        for key, line in fresh
    ]
    saved = tables.CodedRow.objects.using(archive.alias).bulk_create(rows)
    labels = [tables.CodedIssue(row=row, issue=issue) for row in saved for issue in row.issues]
    tables.CodedIssue.objects.using(archive.alias).bulk_create(labels)


def _outcomes(archive: Archive, keys: list[str]) -> dict[str, int]:
    wanted = set(keys)
    rows = tables.CodedRow.objects.using(archive.alias).values_list("key", "outcome")
    return _told(Counter(outcome for key, outcome in rows.iterator(2_000) if key in wanted))


def _matching(archive: Archive, wanted: CodedFilter) -> QuerySet[tables.CodedRow]:
    names = ("state", "by", "session", "cycle", "position", "action", "outcome", "tied")
    given = {name: getattr(wanted, name) for name in names}
    chosen = {name: value for name, value in given.items() if value not in ("", None)}
    rows = tables.CodedRow.objects.using(archive.alias).filter(**chosen)
    if wanted.issue:
        labels = tables.CodedIssue.objects.using(archive.alias).filter(issue=wanted.issue)
        rows = rows.filter(pk__in=labels.values("row"))
    return found_by(rows, wanted.words)


def _shown(row: tables.CodedRow) -> CodedRecommendation:
    return CodedRecommendation(
        id=row.key,
        name=row.name,
        source=row.source.name,
        line=row.line,
        state=row.state,
        state_name=row.state_name,
        by=row.by,
        by_name=row.by_name,
        session=row.session,
        cycle=row.cycle,
        response=row.response,
        position=Position(row.position) if row.position else None,
        action=row.action,
        issues=tuple(row.issues),
        text=row.text,
        tied=row.tied,
        score=row.score,
        outcome=row.outcome,
        why=row.why,
    )
