"""Works out suggested links of a State anew, when they are asked for and its papers or texts have changed."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.db.models import Count, Max, Q

from onrecord.matching.repeats import find_repeats
from onrecord.matching.uptake import find_uptake
from onrecord.model import Kind
from onrecord.model.link import AskText, LinkKind
from onrecord.record import meaning_model
from onrecord.store import links, tables
from onrecord.store.archive import Archive
from onrecord.store.links import ALIKE, REPEAT, UPTAKE, Suggested
from onrecord.tasks.versions import LINKS

_ALIKE_CANDIDATES = 25  # nearest by words that are compared for each recommendation, to gather what asks the same


@dataclass(frozen=True, slots=True)
class ReportTexts:
    """The recommendations of one Working Group report."""

    document: int
    symbol: str
    cycle: int | None
    date: str
    texts: tuple[AskText, ...]


def refresh_links(archive: Archive, state: str) -> None:
    """Work out the links of a State, all or none, unless they were made from what the archive holds now.

    Three short queries where nothing has changed.
    """
    with archive.told_plainly():
        stamp = _stamp(archive, state)
        kept = tables.LinkedState.objects.using(archive.alias).filter(state=state).values_list("stamp", flat=True)
        if stamp in kept:
            return
    with archive.whole_or_nothing():
        reports = reports_of(archive, state)
        found = [*_uptake(archive, state, reports), *_repeats(reports), *_alike(reports)]
        links.save(archive, state, found, stamp=stamp)


def reports_of(archive: Archive, state: str) -> tuple[ReportTexts, ...]:
    """The Working Group reports of a State with all that was recommended, oldest first; two queries."""
    rows = tables.Document.objects.using(archive.alias).filter(
        state=state, leads=True, kind=Kind.WORKING_GROUP_REPORT.value
    )
    documents = list(rows.order_by("date", "pk").only("pk", "symbol", "cycle", "date"))
    texts: dict[int, list[AskText]] = {document.pk: [] for document in documents}
    items = tables.Recommendation.objects.using(archive.alias).filter(document__in=texts).order_by("order")
    for document, key, text in items.values_list("document", "key", "text"):
        texts[document].append(AskText(key, text))
    return tuple(ReportTexts(d.pk, d.symbol, d.cycle, d.date, tuple(texts[d.pk])) for d in documents)


def answered_by(reports: Sequence[ReportTexts], date: str) -> ReportTexts | None:
    """The review that follows a paper of this date: the first report after it, else the last one there is."""
    after = [report for report in reports if date and report.date[: len(date)] >= date]
    return after[0] if after else reports[-1] if reports else None


def _stamp(archive: Archive, state: str) -> str:
    papers = tables.Document.objects.using(archive.alias).filter(state=state, leads=True).order_by("sha256")
    known = list(papers.values_list("sha256", "extraction", "derived", "date"))
    corrected = tables.Judgement.objects.using(archive.alias).filter(field__in=("text", "number", "end"))
    counted = corrected.aggregate(last=Max("pk"), gone=Count("pk", filter=Q(withdrawn_when__isnull=False)))
    made = "meaning" if meaning_model() else "words"
    content = repr((LINKS, made, known, counted["last"], counted["gone"]))
    return hashlib.sha256(content.encode()).hexdigest()


def _uptake(archive: Archive, state: str, reports: Sequence[ReportTexts]) -> Iterator[Suggested]:
    rows = tables.Proposal.objects.using(archive.alias).filter(
        document__state=state, document__leads=True, voice="publisher"
    )
    by_date: dict[str, list[AskText]] = {}
    for key, text, date in rows.order_by("document", "order").values_list("key", "text", "document__date"):
        by_date.setdefault(date, []).append(AskText(key, text))
    for date, proposals in by_date.items():
        report = answered_by(reports, date)
        for one in find_uptake(proposals, report.texts, meaning=meaning_model()) if report else ():
            for link in one.recommendations:
                if link.kind is not LinkKind.NONE:
                    yield Suggested(UPTAKE, one.id, link.id, link.kind, link.score, link.reasons)


def _repeats(reports: Sequence[ReportTexts]) -> Iterator[Suggested]:
    for older, newer in pairwise(reports):
        for one in find_repeats(older.texts, newer.texts, meaning=meaning_model()).followed:
            for link in one.links:
                if link.kind is not LinkKind.NONE:
                    yield Suggested(REPEAT, one.id, link.id, link.kind, link.score, link.reasons)


def _alike(reports: Sequence[ReportTexts]) -> Iterator[Suggested]:
    """Pairs that ask the same, over all reports."""
    texts = [text for report in reports for text in report.texts]
    seen: set[frozenset[str]] = set()
    found = find_repeats(texts, texts, meaning=meaning_model(), candidates=_ALIKE_CANDIDATES, listed=_ALIKE_CANDIDATES)
    for one in found.followed:
        for link in one.links:
            pair = frozenset((one.id, link.id))
            if link.kind is LinkKind.SAME_ASK and len(pair) == 2 and pair not in seen:
                seen.add(pair)
                first, second = sorted(pair)
                yield Suggested(ALIKE, first, second, link.kind, link.score, link.reasons)
