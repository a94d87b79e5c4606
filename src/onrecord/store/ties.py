"""Which papers belong together: reviews, files of the same symbol, and answers to the report they answer.

Brought up to date with each document that is added, so that any order of adding gives the same.
"""

import re

from django.db.models import Count, Q

from onrecord.model import Kind, Mechanism
from onrecord.store import tables
from onrecord.store.documents import report_key

_SUFFIX = re.compile(r"/(?:Add|Corr|Rev)\.\d+$")


def tie(document: tables.Document, *, before: str = "", alias: str) -> set[str]:
    """Tie a document that was just written to the papers at hand.

    Args:
        document: its row, findings written.
        before: the symbol it had before it was read again.
        alias: of the archive.

    Returns:
        Keys of the reports (see ``documents.report_key``) whose histories may have changed.
    """
    _join_review(document, alias)
    _adopt_strays(document, alias)
    followers = _elect(document.symbol, alias) | (_elect(before, alias) if before != document.symbol else set())
    document.refresh_from_db(fields=["review", "leads"])
    touched = _tie_statements(document, alias) | followers | {report_key(document), before}
    return (touched | _reports_counted(document, alias)) - {""}


def reports_answered(document: tables.Document, *, alias: str) -> set[str]:
    """Keys of the reports that this document says something about, as far as it is known."""
    said = tables.PositionStatement.objects.using(alias).filter(document=document)
    return (set(said.values_list("tied", flat=True)) | _reports_counted(document, alias)) - {""}


def _reports_counted(document: tables.Document, alias: str) -> set[str]:
    """Keys of the reports whose recommendations this document counts."""
    stated = tables.Tally.objects.using(alias).filter(document=document).values_list("target", "state")
    targets = {target for target, _ in stated if target}
    unnamed = {state for target, state in stated if not target}
    if not unnamed:
        return targets
    reports = tables.Document.objects.using(alias).filter(kind=Kind.WORKING_GROUP_REPORT, state__in=unnamed)
    session = Q(council_session=document.council_session) & ~Q(council_session=None)
    own = reports.filter(Q(review=document.review_id) & ~Q(review=None) | session)
    return targets | {report_key(report) for report in own}


def _join_review(document: tables.Document, alias: str) -> None:
    review = None
    if document.mechanism == Mechanism.UPR and document.state and document.cycle is not None:
        review, _ = tables.Review.objects.using(alias).get_or_create(
            mechanism=document.mechanism, state=document.state, cycle=document.cycle
        )
    elif document.mechanism == Mechanism.UPR:
        review = _review_of_relative(document, alias)
    if document.review_id != (review.pk if review else None):
        document.review = review
        document.save(using=alias, update_fields=["review"])


def _review_of_relative(document: tables.Document, alias: str) -> tables.Review | None:
    # Only if all relatives that have a review have the same: a Council report has many and belongs to none.
    relatives = tables.Document.objects.using(alias).filter(symbol__in=_relatives(document), review__isnull=False)
    if document.state:
        relatives = relatives.filter(state=document.state)
    reviews = set(relatives.values_list("review", flat=True))
    return tables.Review.objects.using(alias).get(pk=reviews.pop()) if len(reviews) == 1 else None


def _relatives(document: tables.Document) -> set[str]:
    if document.kind == Kind.COUNCIL_REPORT:
        return set()
    parent = _SUFFIX.sub("", document.symbol)
    return ({parent} if parent != document.symbol else set()) | set(document.related)


def _adopt_strays(document: tables.Document, alias: str) -> None:
    if not document.review_id or not document.symbol:
        return
    strays = tables.Document.objects.using(alias).filter(mechanism=Mechanism.UPR, review__isnull=True)
    for stray in strays.exclude(kind=Kind.COUNCIL_REPORT):
        if document.symbol in _relatives(stray):
            _join_review(stray, alias)


def _elect(symbol: str, alias: str) -> set[str]:
    """Let one file of this symbol stand for all: English first, then the one that gave most, then by bytes."""
    if not symbol:
        return set()
    files = tables.Document.objects.using(alias).filter(symbol=symbol).annotate(items=Count("recommendations"))
    ranked = sorted(files, key=lambda f: (f.language != "en", -f.items, f.sha256))
    changed = [f for place, f in enumerate(ranked) if f.leads != (place == 0)]
    for file in changed:
        file.leads = not file.leads
        file.save(using=alias, update_fields=["leads"])
    led = tables.PositionStatement.objects.using(alias).filter(document__in=changed)
    return set(led.values_list("tied", flat=True)) if changed else set()


def _tie_statements(document: tables.Document, alias: str) -> set[str]:
    """Tie statements that do not name their report: of this document, and of its review if it is the report."""
    mine = Q(document=document)
    if document.review_id and document.kind == Kind.WORKING_GROUP_REPORT:
        mine |= Q(document__review=document.review_id, target="")
    statements = tables.PositionStatement.objects.using(alias).filter(mine)
    touched = set(statements.values_list("tied", flat=True))
    for other in tables.Document.objects.using(alias).filter(statements__in=statements.filter(target="")).distinct():
        key = _unnamed_target(other, alias)
        statements.filter(document=other, target="").update(tied=key)
        touched.add(key)
    return touched


def _unnamed_target(document: tables.Document, alias: str) -> str:
    if document.recommendations.exists():
        return report_key(document)
    if not document.review_id:
        return ""
    reports = tables.Document.objects.using(alias).filter(
        review=document.review_id, kind=Kind.WORKING_GROUP_REPORT, leads=True
    )
    keys = {report_key(report) for report in reports}
    return keys.pop() if len(keys) == 1 else ""
