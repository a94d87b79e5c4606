"""Conflicts, copies and contradictions: worked out anew for each State whose papers changed, and listed."""

from collections.abc import Iterable, Sequence

from django.db.models import Count

from onrecord.errors import NotFound
from onrecord.matching.papers import compare_papers
from onrecord.model import Comparison, Findings, Member
from onrecord.store import documents, findings, tables
from onrecord.store.archive import Archive
from onrecord.store.places import pack_optional, unpack_optional
from onrecord.tasks.contradicting import refresh_contradictions
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.rows import PageOf
from onrecord.tasks.said_rows import ComparisonRow, Side

CONFLICT, COPY, LINK, CONTRADICTION = "conflict", "copy", "link", "contradiction"


def mark_stale(archive: Archive, states: Iterable[str]) -> None:
    """Inside a transaction: remember that the comparisons of these States have to be worked out anew."""
    for state in set(states) - {""}:
        tables.StaleState.objects.using(archive.alias).get_or_create(state=state)


def refresh_comparisons(archive: Archive) -> None:
    """Work out anew what is stale, State by State, each whole or not at all; one query where nothing is."""
    with archive.told_plainly():
        stale = list(tables.StaleState.objects.using(archive.alias).order_by("state").values_list("state", flat=True))
    for state in stale:
        with archive.whole_or_nothing():
            _refresh(archive, state)
            tables.StaleState.objects.using(archive.alias).filter(state=state).delete()


def list_comparisons(
    archive: Archive,
    *,
    state: str = "",
    kind: str = CONFLICT,
    verdict: str = "",
    limit: int | None = None,
    offset: int = 0,
) -> PageOf[ComparisonRow]:
    """Conflicts, copies or contradictions with all their sides, in the order in which they were found.

    Args:
        archive: open.
        state: only of this State.
        kind: "conflict", "copy" or "contradiction".
        verdict: only this one, such as "disagree".
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    with archive.told_plainly():
        rows = tables.Comparison.objects.using(archive.alias).filter(kind=kind)
        rows = rows.filter(state=state) if state else rows
        rows = rows.filter(verdict=verdict) if verdict else rows
        stop = None if limit is None else offset + limit
        return PageOf(shown(archive, rows.order_by("state", "order")[offset:stop]), rows.count(), offset)


def comparisons_about(
    archive: Archive, target: str, *, kind: str = CONTRADICTION, limit: int | None = None
) -> tuple[ComparisonRow, ...]:
    """Those in which this claim or recommendation ("A/HRC/28/10#126.44") is one side, in three queries at most."""
    with archive.told_plainly():
        sides = tables.ComparisonMember.objects.using(archive.alias).filter(claim=target)
        rows = tables.Comparison.objects.using(archive.alias).filter(kind=kind, pk__in=sides.values("comparison"))
        return shown(archive, rows.order_by("state", "order")[:limit])


def show_comparison(archive: Archive, key: str) -> ComparisonRow:
    """One conflict or copy.

    Raises:
        NotFound: there is none of this id (any more: it is worked out anew when papers are added).
    """
    with archive.told_plainly():
        found = shown(archive, tables.Comparison.objects.using(archive.alias).filter(key=key))
    if not found:
        raise NotFound(
            "There is no such conflict or copy (any more).", advice="List them again: papers may have been added."
        )
    return found[0]


def count_comparisons(archive: Archive, *, state: str = "") -> dict[tuple[str, str], int]:
    """How many there are by (kind, verdict)."""
    with archive.told_plainly():
        rows = tables.Comparison.objects.using(archive.alias).order_by()
        rows = rows.filter(state=state) if state else rows
        return {
            (kind, verdict): count
            for kind, verdict, count in rows.values_list("kind", "verdict").annotate(n=Count("pk"))
        }


def shown(archive: Archive, rows: Iterable[tables.Comparison]) -> tuple[ComparisonRow, ...]:
    """Rows with their sides, in two queries."""
    chosen = list(rows)
    members = tables.ComparisonMember.objects.using(archive.alias).filter(comparison__in=[row.pk for row in chosen])
    sides: dict[int, list[Side]] = {row.pk: [] for row in chosen}
    for member in members.select_related("document").order_by("order"):
        document = member.document
        place = unpack_optional(member.place, document.sha256, document.symbol)
        sides[member.comparison_id].append(Side(paper_ref(document), place, member.quote, member.claim))
    return tuple(
        ComparisonRow(row.key, row.kind, row.verdict, row.reason, row.state, tuple(sides[row.pk])) for row in chosen
    )


def _refresh(archive: Archive, state: str) -> None:
    tables.Comparison.objects.using(archive.alias).filter(state=state).delete()
    rows = tables.Document.objects.using(archive.alias).filter(state=state, leads=True)
    papers = list(rows.filter(claims__isnull=False).distinct().order_by("sha256"))
    said = [findings.load(row) for row in papers]
    by_sha = {row.sha256: row for row in papers}
    _save(archive, state, compare_papers(said), quotes=_Quotes(by_sha, said), by_sha=by_sha)
    refresh_contradictions(archive, state)


class _Quotes:
    """The words of a member: those of its claim, else of the document, which is read only when needed."""

    def __init__(self, papers: dict[str, tables.Document], said: Sequence[Findings]) -> None:
        self.papers = papers
        self.texts: dict[str, str] = {}
        self.known: dict[str, str] = {}
        for found in said:
            self.known.update({claim.id: claim.text for claim in found.claims})
            self.known.update({proposal.id: proposal.text for proposal in found.proposals})

    def of(self, member: Member) -> str:
        if member.claim in self.known:
            return self.known[member.claim]
        if member.place is None:
            return ""
        if member.sha256 not in self.texts:
            self.texts[member.sha256] = documents.load(self.papers[member.sha256]).text
        return self.texts[member.sha256][member.place.start : member.place.end]


def _save(
    archive: Archive, state: str, found: Sequence[Comparison], *, quotes: _Quotes, by_sha: dict[str, tables.Document]
) -> None:
    rows = [
        tables.Comparison(key=one.id, state=state, kind=one.kind, verdict=one.verdict, reason=one.reason, order=order)
        for order, one in enumerate(found)
    ]
    saved = tables.Comparison.objects.using(archive.alias).bulk_create(rows)
    members = [
        tables.ComparisonMember(
            comparison=row,
            document=by_sha[member.sha256],
            order=order,
            place=pack_optional(member.place),
            claim=member.claim,
            quote=quotes.of(member),
        )
        for row, one in zip(saved, found, strict=True)
        for order, member in enumerate(one.members)
    ]
    tables.ComparisonMember.objects.using(archive.alias).bulk_create(members)
