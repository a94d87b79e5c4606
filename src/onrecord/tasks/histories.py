"""Histories over several papers: joined when they are shown, and the current positions kept with the rows."""

from collections.abc import Iterable, Mapping, Sequence

from onrecord.assessment import join_histories
from onrecord.model import Position, PositionStatement, Recommendation, Stage
from onrecord.store import recommendations, statements, tables
from onrecord.store.archive import Archive


def joined(
    archive: Archive, document: tables.Document, rows: Sequence[tables.Recommendation]
) -> tuple[Recommendation, ...]:
    """These recommendations of one report, each with all that was said about it in any paper of the archive."""
    found = [recommendations.load(row, document.sha256, document.symbol) for row in rows]
    numbers = {row.number for row in rows}
    said = [s for s in statements.tied_to(document, alias=archive.alias) if s.number in numbers]
    return join_histories(found, said)


def derive(archive: Archive, reports: Iterable[str]) -> None:
    """Bring the current positions of these reports' recommendations up to date.

    Args:
        archive: inside a transaction.
        reports: their keys, as ``store.ties`` gives them.
    """
    for document in statements.reports_of(reports, alias=archive.alias):
        rows = list(document.recommendations.order_by("order"))
        changes: dict[tuple[str, bool], list[int]] = {}
        for row, full in zip(rows, joined(archive, document, rows), strict=True):
            derived = (full.position.value, is_changed(full.history))
            if derived != (row.position, row.changed):
                changes.setdefault(derived, []).append(row.pk)
        _write(archive, changes)


def is_changed(history: Sequence[PositionStatement]) -> bool:
    """Whether the State gave one answer at one stage and another at a later one; to leave one pending is no answer."""
    last: dict[Stage, Position] = {}
    for said in history:
        if not said.tentative and said.value is not Position.PENDING and said.stage is not Stage.LIST:
            last[said.stage] = said.value
    return len(set(last.values())) > 1


def _write(archive: Archive, changes: Mapping[tuple[str, bool], Sequence[int]]) -> None:
    for (position, changed), keys in changes.items():
        rows = tables.Recommendation.objects.using(archive.alias).filter(pk__in=keys)
        rows.update(position=position, changed=changed)
