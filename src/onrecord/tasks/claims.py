"""The ledger of claims, proposals and sources: listed, narrowed, shown with what they rest on."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, QuerySet

from onrecord.errors import NotFound
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.store.said import load_claim, load_note, load_proposal
from onrecord.tasks.comparing import CONFLICT, COPY, shown
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.rows import PageOf
from onrecord.tasks.said_rows import ClaimDetail, ClaimFilter, ClaimRow, NoteRow, ProposalRow, SourceRow
from onrecord.tasks.veil import found_by

FACETS = ("state", "kind", "right", "voice", "source")


def list_claims(
    archive: Archive, wanted: ClaimFilter | None = None, *, limit: int | None = None, offset: int = 0
) -> PageOf[ClaimRow]:
    """Claims that fit, in the order of papers and places; a constant number of queries.

    Args:
        archive: open.
        wanted: which; None for all.
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    with archive.told_plainly():
        rows = _claims(archive, wanted or ClaimFilter())
        stop = None if limit is None else offset + limit
        page = rows.select_related("document").order_by("document__date", "document", "order")[offset:stop]
        return PageOf(claim_rows(archive, page), rows.count(), offset)


def claim_facets(archive: Archive, wanted: ClaimFilter | None = None) -> dict[str, dict[str, int]]:
    """By facet (state, kind, right, voice, source), how many claims that fit have each value, most first.

    What is chosen of a facet does not narrow that facet: the other choices stay there to be taken instead.
    """
    wanted = wanted or ClaimFilter()
    with archive.told_plainly():
        return {name: _counted(archive, wanted, name) for name in FACETS}


def _counted(archive: Archive, wanted: ClaimFilter, name: str) -> dict[str, int]:
    open_: dict[str, Any] = {name: ""}
    column = "document__state" if name == "state" else name
    rows = _claims(archive, replace(wanted, **open_)).order_by()
    return dict(rows.values_list(column).annotate(n=Count("pk")).order_by("-n", column)[:40])


def show_claim(archive: Archive, key: str) -> ClaimDetail:
    """A claim with its sentence, notes, conflicts and copies.

    Raises:
        NotFound: no paper of the archive makes this claim.
    """
    with archive.told_plainly():
        row = tables.Claim.objects.using(archive.alias).select_related("document").filter(key=key).first()
        if row is None:
            raise NotFound(f"The archive holds no claim {key[:60]}.", advice="List the claims again.")
        (shown_row,) = claim_rows(archive, [row])
        text = documents.load(row.document).text
        claim = shown_row.claim
        compared = tables.Comparison.objects.using(archive.alias).filter(members__claim=key).distinct()
        return ClaimDetail(
            shown_row,
            text[claim.sentence.start : claim.sentence.end],
            _notes(row.document, {*claim.notes, *claim.notes_of_paragraph}, text),
            shown(archive, compared.order_by("kind", "order")),
        )


def list_proposals(
    archive: Archive,
    *,
    state: str = "",
    document: str = "",
    own: bool | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> PageOf[ProposalRow]:
    """What papers ask. ``own``: only the publishers' own ones, or only those they report."""
    with archive.told_plainly():
        rows = tables.Proposal.objects.using(archive.alias).filter(document__leads=True)
        rows = rows.filter(document__state=state) if state else rows
        rows = rows.filter(document__sha256=document) if document else rows
        if own is not None:
            rows = rows.filter(voice="publisher") if own else rows.exclude(voice="publisher")
        stop = None if limit is None else offset + limit
        page = rows.select_related("document").order_by("document__date", "document", "order")[offset:stop]
        found = tuple(
            ProposalRow(load_proposal(r, (r.document.sha256, r.document.symbol)), paper_ref(r.document)) for r in page
        )
        return PageOf(found, rows.count(), offset)


def list_sources(archive: Archive, *, state: str = "", limit: int | None = None, offset: int = 0) -> PageOf[SourceRow]:
    """Sources that notes give an address of, those on which most papers rest first."""
    with archive.told_plainly():
        notes = tables.SourceNote.objects.using(archive.alias).filter(document__leads=True).exclude(source="")
        notes = notes.filter(document__state=state) if state else notes
        counted = notes.values("source").annotate(
            papers=Count("document", distinct=True), notes=Count("pk"), url=Max("url")
        )
        stop = None if limit is None else offset + limit
        page = list(counted.order_by("-papers", "-notes", "source")[offset:stop])
        papers = _papers_of(notes, [row["source"] for row in page])
        rows = tuple(SourceRow(r["source"], r["url"], r["notes"], tuple(papers[r["source"]])) for r in page)
        return PageOf(rows, counted.count(), offset)


def claim_rows(archive: Archive, rows: Iterable[tables.Claim]) -> tuple[ClaimRow, ...]:
    """Claims with their papers and how often they are compared: one more query for all."""
    chosen = list(rows)
    compared: dict[str, dict[str, int]] = {}
    members = tables.ComparisonMember.objects.using(archive.alias).filter(claim__in=[row.key for row in chosen])
    for claim, kind, count in members.order_by().values_list("claim", "comparison__kind").annotate(n=Count("pk")):
        compared.setdefault(claim, {})[kind] = count
    return tuple(
        ClaimRow(
            load_claim(row, (row.document.sha256, row.document.symbol)),
            paper_ref(row.document),
            compared.get(row.key, {}).get(CONFLICT, 0),
            compared.get(row.key, {}).get(COPY, 0),
        )
        for row in chosen
    )


def _claims(archive: Archive, wanted: ClaimFilter) -> QuerySet[tables.Claim]:
    rows = tables.Claim.objects.using(archive.alias).filter(document__leads=True)
    given: dict[str, Any] = {
        "document__state": wanted.state,
        "document__sha256": wanted.document,
        "kind": wanted.kind,
        "right": wanted.right,
        "source": wanted.source,
        "voice": wanted.voice,
        "date__startswith": wanted.date,
        "has_figure": wanted.figures,
    }
    rows = rows.filter(**{name: value for name, value in given.items() if value})
    rows = found_by(rows, wanted.words)
    if wanted.compared:
        members = tables.ComparisonMember.objects.using(archive.alias).filter(
            claim=OuterRef("key"), comparison__kind=wanted.compared
        )
        rows = rows.filter(Exists(members))
    return rows


def _notes(document: tables.Document, numbers: set[str], text: str) -> tuple[NoteRow, ...]:
    found = []
    for row in document.source_notes.filter(number__in=numbers).order_by("order"):
        place = load_note(row, (document.sha256, document.symbol)).definition
        words = text[place.start : place.end]
        found.append(NoteRow(row.number, row.url, row.source, words, place, paper_ref(document)))
    return tuple(found)


def _papers_of(notes: QuerySet[tables.SourceNote], sources: list[str]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {source: [] for source in sources}
    seen: set[tuple[str, str]] = set()
    for note in notes.filter(source__in=sources).select_related("document").order_by("document__date", "document"):
        if (note.source, note.document.sha256) not in seen:
            seen.add((note.source, note.document.sha256))
            found[note.source].append(paper_ref(note.document))
    return found
