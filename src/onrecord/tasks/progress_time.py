"""What stands beside the counts of a State's progress: shares as sources state them, and what happened when."""

from collections.abc import Iterable, Iterator

from django.db.models import Q

from onrecord.matching.shares import is_share_of_promises
from onrecord.model import ClaimKind, Kind
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.places import unpack_place
from onrecord.store.said import load_claim
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.progress_rows import StatedShare, TimeMark
from onrecord.tasks.said_rows import PaperRef
from onrecord.tasks.veil import rights_of

_LAWS = frozenset(("law passed",))
_MOST_SHARES = 50


def claims_on_progress(archive: Archive, state: str) -> list[tables.Claim]:
    """Claims of a State's papers that promise something on a date, or tell a share; by paper's date. One query."""
    rows = tables.Claim.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    share = Q(text__contains="%") | Q(text__icontains="per cent") | Q(text__icontains="percent")
    wanted = Q(has_figure=True) & share | Q(kind=ClaimKind.COMMITMENT) & ~Q(date="")
    return list(rows.filter(wanted).select_related("document").order_by("document__date", "document", "order"))


def stated_shares(claims: Iterable[tables.Claim]) -> tuple[StatedShare, ...]:
    """Shares of plans, goals or promises that are said to be fulfilled, as the sources state them."""
    found = []
    for row in claims:
        if not row.has_figure:
            continue
        claim = load_claim(row, (row.document.sha256, row.document.symbol))
        for figure in claim.figures:
            if figure.value is not None and is_share_of_promises(claim.text, figure, claim.place.start):
                paper = paper_ref(row.document)
                found.append(StatedShare(figure.value, claim.text, claim.source, claim.id, paper, claim.place))
    return tuple(found[:_MOST_SHARES])


def timeline(
    archive: Archive, state: str, claims: Iterable[tables.Claim], most: int
) -> tuple[tuple[TimeMark, ...], int]:
    """Reviews, promises, laws, events and, for keepers, cases, by date; the latest ``most``, and how many more."""
    marks = sorted(
        {
            (mark.date, mark.what, mark.text): mark
            for mark in (
                *_reviews(archive, state),
                *_promises(claims),
                *_events(archive, state),
                *_cases(archive),
            )
        }.values(),
        key=lambda mark: (mark.date.lstrip("./"), mark.what, mark.text),
    )
    return tuple(marks[-most:]), max(len(marks) - most, 0)


def _reviews(archive: Archive, state: str) -> Iterator[TimeMark]:
    rows = tables.Document.objects.using(archive.alias).filter(kind=Kind.WORKING_GROUP_REPORT, state=state, leads=True)
    for row in rows.order_by("date"):
        dates = dict(row.dates)
        yield TimeMark(dates.get("review") or row.date, "review", f"cycle {row.cycle}", row.symbol, paper_ref(row))


def _promises(claims: Iterable[tables.Claim]) -> Iterator[TimeMark]:
    for row in claims:
        if row.kind == ClaimKind.COMMITMENT and row.date:
            place = unpack_place(row.place, row.document.sha256, row.document.symbol)
            yield TimeMark(row.date, "promise", row.text, row.key, paper_ref(row.document), place)


def _events(archive: Archive, state: str) -> Iterator[TimeMark]:
    rows = tables.Event.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    seen: set[tuple[str, str]] = set()
    for row in rows.exclude(date="").exclude(kind="upr").select_related("document").order_by("document__date", "order"):
        if (row.key, row.date) not in seen:  # one event told by several papers is one mark
            seen.add((row.key, row.date))
            paper: PaperRef = paper_ref(row.document)
            place = unpack_place(row.mentions[0], paper.sha256, paper.symbol)
            yield TimeMark(row.date, "law" if row.kind in _LAWS else "event", row.name, row.key, paper, place)


def _cases(archive: Archive) -> Iterator[TimeMark]:
    """What happened to the persons of cases: for their keepers only."""
    if rights_of(archive) is None:
        return
    from onrecord.model.case import CaseField
    from onrecord.tasks.cases import list_cases

    for case in list_cases(archive):
        for fact in case.all(CaseField.FACT):
            if fact.date:
                yield TimeMark(fact.date, "case", f"{case.name}: {fact.text}", case.id)
