"""Ties imported coded rows to the items of reports that are in the archive, and says why where it cannot."""

from onrecord.matching.coded import CodedText, Item, tie_coded
from onrecord.model import Kind
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.histories import write

NO_REPORT = "no_report"
_NOT_THERE = "The archive holds no Working Group report of this review."


def tie_to_report(archive: Archive, report: tables.Document) -> None:
    """Tie the coded rows of a report's review anew (inside a transaction)."""
    if report.kind != Kind.WORKING_GROUP_REPORT or not report.state or report.session is None:
        return
    rows = tables.CodedRow.objects.using(archive.alias).filter(state=report.state, session=report.session)
    known = list(rows.order_by("pk").values("pk", "text", "by", "tied", "score", "outcome", "why"))
    if known:
        ties = tie_coded([CodedText(row["text"], row["by"]) for row in known], _items(report))
        changed = {}
        for row, tie in zip(known, ties, strict=True):
            if (row["tied"], row["score"], row["outcome"], row["why"]) != (tie.item, tie.score, tie.outcome, tie.why):
                new = {"tied": tie.item, "score": tie.score, "outcome": tie.outcome, "why": tie.why}
                changed[row["pk"]] = new
        write(archive, changed, table=tables.CodedRow)


def tie_all(archive: Archive) -> None:
    """Tie all coded rows anew (inside a transaction)."""
    rows = tables.CodedRow.objects.using(archive.alias)
    reviews = set(rows.order_by().values_list("state", "session").distinct())
    reports = tables.Document.objects.using(archive.alias).filter(kind=Kind.WORKING_GROUP_REPORT, leads=True)
    there = [report for report in reports if (report.state, report.session) in reviews]
    rows.filter(outcome="").update(outcome=NO_REPORT, why=_NOT_THERE)
    for report in there:
        tie_to_report(archive, report)


def _items(report: tables.Document) -> list[Item]:
    columns = ("key", "states", "text", "item", "asks")
    return [
        Item(
            key=key,
            states=tuple(states),
            texts=(("", text), ("", item), *((state, ask) for some, ask, _ in asks for state in some)),
        )
        for key, states, text, item, asks in report.recommendations.order_by("order").values_list(*columns)
    ]
