"""Passages that fit a search, counted by paper, and those of them that stand on one page of the list.

However many passages fit, they are gone through once to be counted and once more only in the papers that the page
shows: papers are few, and their order is the order of the hits.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, Count, Q, QuerySet, Value, When

from onrecord.store import tables
from onrecord.store.archive import Archive


@dataclass(frozen=True, slots=True)
class Cell:
    """How many passages of one kind, "recommendation" or "paragraph", fit in one paper."""

    kind: str
    paper: tables.Document
    count: int


def find_cells(archive: Archive, matching: QuerySet[tables.Passage]) -> list[Cell]:
    """All that fits, counted, in the order of the hits: recommendations first, then by paper, the newest first."""
    counts = list(_with_kind(matching).order_by().values_list("document_id", "paragraph").annotate(count=Count("pk")))
    columns = ("sha256", "symbol", "date", "state", "cycle", "kind")
    papers = tables.Document.objects.using(archive.alias).only(*columns).in_bulk({key for key, _, _ in counts})
    cells = [Cell("paragraph" if text else "recommendation", papers[key], count) for key, text, count in counts]
    cells.sort(key=lambda cell: (cell.paper.symbol, cell.paper.sha256))
    cells.sort(key=lambda cell: cell.paper.date, reverse=True)
    return sorted(cells, key=lambda cell: cell.kind == "paragraph")


def page_of(matching: QuerySet[tables.Passage], cells: Sequence[Cell], offset: int, stop: int | None) -> list[int]:
    """Primary keys of the passages from ``offset`` up to ``stop``, in order: by place in each paper."""
    shown = list(_shown(cells, offset, stop))
    if not shown:
        return []
    place = {(cell.paper.pk, cell.kind == "paragraph"): number for number, (cell, _) in enumerate(shown)}
    wanted = Q(document__in={cell.paper.pk for cell, _ in shown})
    kinds = {cell.kind for cell, _ in shown}
    if len(kinds) == 1:
        wanted &= Q(recommendation__isnull=kinds == {"paragraph"})
    found = _with_kind(matching.filter(wanted)).order_by().values_list("document_id", "paragraph", "start", "pk")
    there = sorted((place[paper, text], start, key) for paper, text, start, key in found if (paper, text) in place)
    before = offset - shown[0][1]
    return [key for *_, key in there[before : None if stop is None else before + stop - offset]]


def _shown(cells: Sequence[Cell], offset: int, stop: int | None) -> Iterator[tuple[Cell, int]]:
    """The cells that hold hits of the page, each with the number of its first hit."""
    first = 0
    for cell in cells:
        if first + cell.count > offset and (stop is None or first < stop):
            yield cell, first
        first += cell.count


def _with_kind(rows: QuerySet[tables.Passage]) -> QuerySet[Any]:
    paragraph = Case(
        When(recommendation__isnull=True, then=Value(True)), default=Value(False), output_field=BooleanField()
    )
    return rows.annotate(paragraph=paragraph)
