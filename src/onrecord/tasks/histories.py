"""Histories over several papers: joined when they are shown, and the current positions kept with the rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.assessment import join_histories, untied
from onrecord.model import Place, Position, PositionStatement, Recommendation, Stage
from onrecord.store import statements, tables
from onrecord.store.archive import Archive


@dataclass(frozen=True, slots=True)
class Histories:
    """What was said about the recommendations of one report, in all papers of the archive."""

    by_row: Mapping[int, tuple[PositionStatement, ...]]  # by primary key of the recommendation
    untied: tuple[PositionStatement, ...]  # statements about the report that fit none of its recommendations


def histories(archive: Archive, report: tables.Document) -> Histories:
    """Join the histories of all recommendations of this report (a number can be tied only where all are known)."""
    own = statements.made_in(report)
    place = Place(report.sha256, report.symbol, None, "", 0, 0)
    rows = list(report.recommendations.order_by("order").values_list("pk", "number", "said"))
    # Number, report and history are all that joining looks at: texts and places stay where they are.
    bare = [
        Recommendation(number, "", (), place, "", place, history=tuple(own[order] for order in said))
        for _, number, said in rows
    ]
    elsewhere = statements.made_elsewhere(report, alias=archive.alias)
    joined = join_histories(bare, elsewhere)
    by_row = {row[0]: full.history for row, full in zip(rows, joined, strict=True)}
    return Histories(by_row, untied(bare, elsewhere))


def derive(archive: Archive, reports: Iterable[str]) -> None:
    """Bring the current positions of these reports' recommendations up to date.

    Args:
        archive: inside a transaction.
        reports: their keys, as ``store.ties`` gives them.
    """
    for document in statements.reports_of(reports, alias=archive.alias):
        joined = histories(archive, document).by_row
        changes: dict[tuple[str, bool], list[int]] = {}
        for key, position, changed in document.recommendations.values_list("pk", "position", "changed"):
            derived = (current(joined[key]).value, is_changed(joined[key]))
            if derived != (position, changed):
                changes.setdefault(derived, []).append(key)
        _write(archive, changes)


def current(history: Sequence[PositionStatement]) -> Position:
    """The last word in this history; pending where there is none."""
    binding = [said.value for said in history if not said.tentative]
    return binding[-1] if binding else Position.PENDING


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
