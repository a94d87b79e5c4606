"""Works out anew what follows from findings and imported rows, in archives where an older version did it."""

from typing import TypeVar

from django.db.models import QuerySet

from onrecord.store import documents, findings, passages, tables
from onrecord.store.archive import Archive
from onrecord.store.documents import report_key
from onrecord.store.searched import prepare_passages
from onrecord.store.searched_text import BesideText, beside_text
from onrecord.tasks.asking import ask_about_document
from onrecord.tasks.comparing import mark_stale, refresh_comparisons
from onrecord.tasks.histories import derive
from onrecord.tasks.versions import DERIVED

Texts = TypeVar("Texts", tables.Recommendation, tables.CodedRow)


_AT_ONCE = 1_000
_BESIDE = tuple(BesideText.__annotations__)


def bring_up_to_date(archive: Archive) -> None:
    """Document by document and file by file, each whole or not at all; nothing where all is new (two queries)."""
    _documents(archive)
    sources = tables.CodedSource.objects.using(archive.alias).filter(derived__lt=DERIVED)
    with archive.told_plainly():
        keys = list(sources.values_list("pk", flat=True))
    for key in keys:
        with archive.whole_or_nothing():
            _put_beside(archive, tables.CodedRow.objects.using(archive.alias).filter(source=key))
            sources.filter(pk=key).update(derived=DERIVED)


def _documents(archive: Archive) -> None:
    old = tables.Document.objects.using(archive.alias).filter(derived__lt=DERIVED)
    with archive.told_plainly():
        keys = list(old.values_list("pk", flat=True))
    for key in keys:
        with archive.whole_or_nothing():
            for document in old.filter(pk=key):
                _renew(archive, document)
                mark_stale(archive, {document.state})
    if keys:
        refresh_comparisons(archive)


def _renew(archive: Archive, document: tables.Document) -> None:
    _put_beside(archive, tables.Recommendation.objects.using(archive.alias).filter(document=document))
    passages.delete(document, alias=archive.alias)
    found = prepare_passages(documents.load(document), findings.load(document))
    passages.save(document, found, alias=archive.alias)
    for row in tables.Recommendation.objects.using(archive.alias).filter(document=document).exclude(judged=""):
        passages.reword(row, alias=archive.alias)
    ask_about_document(archive, document)
    derive(archive, {report_key(document)})
    tables.Document.objects.using(archive.alias).filter(pk=document.pk).update(derived=DERIVED)


def _put_beside(archive: Archive, rows: QuerySet[Texts]) -> None:
    """What is kept beside texts, for those that a person corrected and for what was read there."""
    columns = ("reading", *_BESIDE) if rows.model is tables.Recommendation else _BESIDE
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), _AT_ONCE):
        some = list(rows.filter(pk__in=keys[start : start + _AT_ONCE]).only("text", *columns))
        for row in some:
            _set_beside(row)
        rows.model.objects.using(archive.alias).bulk_update(some, columns)


def _set_beside(row: tables.Recommendation | tables.CodedRow) -> None:
    for column, value in beside_text(row.text).items():
        setattr(row, column, value)
    if isinstance(row, tables.Recommendation) and "text" in row.reading:
        row.reading |= beside_text(str(row.reading["text"]))
