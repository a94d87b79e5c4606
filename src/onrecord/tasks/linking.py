"""Works out suggested links of a State anew, when they are asked for and its papers or texts have changed."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from django.db.models import Func, IntegerField, Q, QuerySet, Subquery

from onrecord.matching.ask_vectors import Meaning
from onrecord.matching.chance import compare_with_chance
from onrecord.matching.repeats import find_repeats
from onrecord.matching.uptake import find_uptake
from onrecord.model import Kind
from onrecord.model.link import AskText, Chance, LinkKind
from onrecord.record import meaning
from onrecord.store import links, tables
from onrecord.store.archive import Archive
from onrecord.store.links import ALIKE, REPEAT, UPTAKE, Suggested
from onrecord.tasks.meanings import current_reader
from onrecord.tasks.raising import suggest_raised
from onrecord.tasks.versions import LINKS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_CANDIDATES = 25  # compared in full for each text: where meaning chooses them too, 60 find no more in the judged sets
_ALIKE_LISTED = 25  # links of each recommendation that are kept, to gather what asks the same


@dataclass(frozen=True, slots=True)
class ReportTexts:
    """The recommendations of one Working Group report."""

    document: int
    symbol: str
    cycle: int | None
    session: int | None
    date: str
    texts: tuple[AskText, ...]


def refresh_links(archive: Archive, state: str) -> None:
    """Work out the links of a State, all or none, unless they were made from what the archive holds now.

    One short query where nothing has changed.
    """
    with archive.told_plainly():
        stamp, kept = _stamps(archive, state)
        if stamp == kept:
            return
    with archive.whole_or_nothing():
        reports = reports_of(archive, state)
        proposed = _proposed(archive, state, reports)
        asked = _asked(proposed, reports)
        chances = [chance for one in asked for chance in _chances(archive, state, reports, one)]
        meant = _remembered()
        raised = suggest_raised(archive, state, proposed, meaning=meant)
        found = [*_uptake(asked, meant), *raised, *_repeats(reports, meant), *_alike(reports, meant)]
        links.save(archive, state, found, chances=chances, stamp=stamp)


def reports_of(archive: Archive, state: str, *, texts: bool = True) -> tuple[ReportTexts, ...]:
    """The Working Group reports of a State, oldest first, with or without all that was recommended in them."""
    rows = tables.Document.objects.using(archive.alias).filter(
        state=state, leads=True, kind=Kind.WORKING_GROUP_REPORT.value
    )
    documents = list(rows.order_by("date", "pk").only("pk", "symbol", "cycle", "session", "date"))
    read: dict[int, list[AskText]] = {document.pk: [] for document in documents}
    items = tables.Recommendation.objects.using(archive.alias).filter(document__in=read).order_by("order")
    for document, key, text in items.values_list("document", "key", "text") if texts else ():
        read[document].append(AskText(key, text))
    return tuple(ReportTexts(d.pk, d.symbol, d.cycle, d.session, d.date, tuple(read[d.pk])) for d in documents)


def answered_by(reports: Sequence[ReportTexts], date: str) -> ReportTexts | None:
    """The review that follows a paper of this date: the first report after it, else the last one there is."""
    after = [report for report in reports if date and report.date[: len(date)] >= date]
    return after[0] if after else reports[-1] if reports else None


def _stamps(archive: Archive, state: str) -> tuple[str, str]:
    """What the links of a State follow from, and from what those that are kept were made; one query."""
    every = tables.Document.objects.using(archive.alias).filter(leads=True)
    reports = Q(kind=Kind.WORKING_GROUP_REPORT.value)
    sessions = every.filter(reports, state=state).order_by().values("session")
    corrected = tables.Judgement.objects.filter(field__in=("text", "number", "end"))
    papers = every.filter(Q(state=state) | reports & Q(session__in=sessions)).annotate(
        decided=Subquery(_counted(corrected)),
        withdrawn=Subquery(_counted(corrected.exclude(withdrawn_when=None))),
        kept=Subquery(tables.LinkedState.objects.filter(state=state).values("stamp")),
    )
    columns = ("state", "sha256", "extraction", "derived", "date", "decided", "withdrawn", "kept")
    known = list(papers.order_by("sha256").values_list(*columns))
    content = repr((LINKS, current_reader().model.fingerprint, [row[:-1] for row in known]))
    return hashlib.sha256(content.encode()).hexdigest(), next((row[-1] or "" for row in known), "")


def _counted(rows: QuerySet[tables.Judgement]) -> QuerySet[tables.Judgement, Any]:
    """How many there are, as a question inside another."""
    return rows.order_by().annotate(number=Func("pk", function="COUNT", output_field=IntegerField())).values("number")


def _asked(
    proposed: Iterable[tuple[AskText, str, int | None]], reports: Sequence[ReportTexts]
) -> list[tuple[list[AskText], ReportTexts]]:
    """The proposals of papers, each with the review that followed it."""
    by_report: dict[int, tuple[list[AskText], ReportTexts]] = {}
    of_key = {report.document: report for report in reports}
    for text, _, report in proposed:
        if report is not None:
            by_report.setdefault(report, ([], of_key[report]))[0].append(text)
    return list(by_report.values())


def _proposed(archive: Archive, state: str, reports: Sequence[ReportTexts]) -> list[tuple[AskText, str, int | None]]:
    """The proposals of papers, their dates, and the report that followed, if there is one."""
    rows = tables.Proposal.objects.using(archive.alias).filter(
        document__state=state, document__leads=True, voice="publisher"
    )
    found = []
    for key, text, date in rows.order_by("document", "order").values_list("key", "text", "document__date"):
        report = answered_by(reports, date)
        found.append((AskText(key, text), date, report.document if report else None))
    return found


def _remembered() -> Meaning:
    """The meaning of texts, each worked out once for all comparisons of a State."""
    import numpy as np

    known: dict[str, NDArray[np.float32]] = {}

    def meant(texts: Sequence[str]) -> "NDArray[np.float32]":
        if fresh := [text for text in dict.fromkeys(texts) if text not in known]:
            known.update(zip(fresh, meaning(fresh), strict=True))
        return np.stack([known[text] for text in texts]) if texts else meaning(())

    return meant


def _uptake(asked: Sequence[tuple[list[AskText], ReportTexts]], meant: Meaning) -> Iterator[Suggested]:
    for proposals, report in asked:
        for one in find_uptake(proposals, report.texts, meaning=meant):
            for link in one.recommendations:
                if link.kind is not LinkKind.NONE:
                    yield Suggested(UPTAKE, one.id, link.id, link.kind, link.score, link.reasons)


def _chances(
    archive: Archive, state: str, reports: Sequence[ReportTexts], asked: tuple[list[AskText], ReportTexts]
) -> tuple[Chance, ...]:
    """Whether the same had been asked in the review before, and of how many other States in the same session."""
    proposals, report = asked
    place = reports.index(report)
    others: dict[str, list[AskText]] = {}
    rows = tables.Recommendation.objects.using(archive.alias).filter(document__in=_beside(archive, state, [report]))
    for other, key, text in rows.values_list("document__state", "key", "text"):
        others.setdefault(other, []).append(AskText(key, text))
    return compare_with_chance(proposals, before=reports[place - 1].texts if place else (), others=others)


def _beside(archive: Archive, state: str, reports: Sequence[ReportTexts]) -> QuerySet[tables.Document]:
    """Reports on other States of the same sessions."""
    sessions = {report.session for report in reports} - {None}
    rows = tables.Document.objects.using(archive.alias).filter(
        kind=Kind.WORKING_GROUP_REPORT.value, leads=True, session__in=sessions
    )
    return rows.exclude(state=state).order_by("sha256")


def _repeats(reports: Sequence[ReportTexts], meant: Meaning) -> Iterator[Suggested]:
    for older, newer in pairwise(reports):
        for one in find_repeats(older.texts, newer.texts, meaning=meant, candidates=_CANDIDATES).followed:
            for link in one.links:
                if link.kind is not LinkKind.NONE:
                    yield Suggested(REPEAT, one.id, link.id, link.kind, link.score, link.reasons)


def _alike(reports: Sequence[ReportTexts], meant: Meaning) -> Iterator[Suggested]:
    """Pairs that ask the same, over all reports."""
    texts = [text for report in reports for text in report.texts]
    seen: set[frozenset[str]] = set()
    found = find_repeats(texts, texts, meaning=meant, candidates=_CANDIDATES, listed=_ALIKE_LISTED)
    for one in found.followed:
        for link in one.links:
            pair = frozenset((one.id, link.id))
            if link.kind is LinkKind.SAME_ASK and len(pair) == 2 and pair not in seen:
                seen.add(pair)
                first, second = sorted(pair)
                yield Suggested(ALIKE, first, second, link.kind, link.score, link.reasons)
