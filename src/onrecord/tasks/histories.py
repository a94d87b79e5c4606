"""Histories over several papers: joined when they are shown, and the current positions kept with the rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.assessment import join_histories, untied
from onrecord.model import Place, Position, PositionStatement, Recommendation, Stage
from onrecord.store import labels, pairs, statements, tables
from onrecord.store.archive import Archive
from onrecord.store.histories import pack, write
from onrecord.tasks.asking import ask_about_report
from onrecord.tasks.correcting import correct, with_position
from onrecord.tasks.tying_coded import tie_to_report

_DERIVED = ("position", "changed", "history", "reading", "corrections")


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
    return Histories(by_row, tuple(statements.plain(said) for said in untied(bare, elsewhere)))


def derive(archive: Archive, reports: Iterable[str]) -> None:
    """Bring all that follows from judgements and from several papers up to date, for these reports.

    Args:
        archive: inside a transaction.
        reports: their keys, as ``store.ties`` gives them.
    """
    for document in statements.reports_of(reports, alias=archive.alias):
        correct(archive, document)
        joined = histories(archive, document)
        _renew(archive, document, joined)
        pairs.follow(document, alias=archive.alias)
        labels.follow(document.labels.all())
        ask_about_report(archive, document, dict(joined.by_row))
        tie_to_report(archive, document)


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


def _renew(archive: Archive, document: tables.Document, joined: Histories) -> None:
    """Write histories and positions where they are not what they were."""
    rows: dict[int, dict[str, Any]] = {}
    for row in document.recommendations.values(*_DERIVED, "pk"):
        key = row.pop("pk")
        history = joined.by_row[key]
        new = with_position(row, current(history).value)
        new |= {"changed": is_changed(history), "history": pack(history)}
        if new != row:
            rows[key] = new
    write(archive, rows)
