"""Works out anew what follows from the findings, in archives where an older version of Onrecord did it."""

from onrecord.store import documents, findings, passages, tables
from onrecord.store.archive import Archive
from onrecord.store.documents import report_key
from onrecord.store.searched import prepare_passages
from onrecord.tasks.asking import ask_about_document
from onrecord.tasks.comparing import mark_stale, refresh_comparisons
from onrecord.tasks.histories import derive
from onrecord.tasks.versions import DERIVED


def bring_up_to_date(archive: Archive) -> None:
    """Document by document, each whole or not at all; nothing where all is up to date (one query)."""
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
    passages.delete(document, alias=archive.alias)
    found = prepare_passages(documents.load(document), findings.load(document))
    passages.save(document, found, alias=archive.alias)
    for row in tables.Recommendation.objects.using(archive.alias).filter(document=document).exclude(judged=""):
        passages.reword(row, alias=archive.alias)
    ask_about_document(archive, document)
    derive(archive, {report_key(document)})
    tables.Document.objects.using(archive.alias).filter(pk=document.pk).update(derived=DERIVED)
