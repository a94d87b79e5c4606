"""One document: the findings on one of its pages, its bytes, its text, and reading it again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord import settings
from onrecord.errors import NotFound
from onrecord.model import Box, Document, Kind, Place
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.store.places import unpack_place
from onrecord.store.prepared import PreparedFile
from onrecord.tasks.documents import document_rows
from onrecord.tasks.plans import goals_of
from onrecord.tasks.reading_pool import Job, ReadingPool
from onrecord.tasks.rows import AddedDocument, DocumentRow

# kind of finding, table, column of its place, columns of its label and its words
_TABLES: tuple[tuple[str, type, str, str, str], ...] = (
    ("recommendation", tables.Recommendation, "item_place", "number", "item"),
    ("position", tables.PositionStatement, "place", "number", "words"),
    ("tally", tables.Tally, "place", "speaker", "words"),
    ("dialogue", tables.DialogueStatement, "place", "speaker", "text"),
    ("question", tables.AdvanceQuestion, "place", "state", "text"),
    ("answer", tables.FollowUpAnswer, "text_place", "words", "text"),
    ("claim", tables.Claim, "place", "source", "text"),
    ("proposal", tables.Proposal, "place", "addressee", "text"),
    ("doubt", tables.Doubt, "place", "what", "what"),
)
_WITH_KEY = ("recommendation", "claim", "proposal")


@dataclass(frozen=True, slots=True)
class PageFinding:
    """A finding on a page. ``place.boxes`` are those on this page (all, for formats without pages).

    ``kind``: "recommendation", "position", "tally", "dialogue", "question", "answer", "claim", "proposal", "doubt" or
    "goal". ``id``: of a recommendation, claim, proposal or goal, or of the recommendation that a position answers; ""
    for others.
    """

    kind: str
    id: str
    label: str  # number, speaker, or what is unsure
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class PageFindings:
    """All findings on one page, in the order in which they stand there."""

    document: DocumentRow
    page: int
    findings: tuple[PageFinding, ...]


def document_page(archive: Archive, sha256: str, page: int = 1) -> PageFindings:
    """What was found on one page of a document; for formats without pages all that was found.

    Raises:
        NotFound: the archive holds no such document, or the document no such page.
    """
    with archive.told_plainly():
        row = _row(archive, sha256)
        (shown,) = document_rows(tables.Document.objects.using(archive.alias).filter(pk=row.pk)).values()
        if not 1 <= page <= max(row.pages, 1):
            raise NotFound(f"{row.name} has no page {page}.", advice=f"It has {max(row.pages, 1)}.")
        found = sorted(_findings(archive, row, page), key=lambda one: (one.place.start, -one.place.end))
        return PageFindings(shown, page, tuple(found))


def source_bytes(archive: Archive, sha256: str) -> bytes:
    """The file as it was added, to the byte.

    Raises:
        NotFound: the archive holds no such document.
    """
    with archive.told_plainly():
        return documents.content_of(_row(archive, sha256, "source"))


def document_text(archive: Archive, sha256: str) -> Document:
    """The document as it was read: paragraphs, pages, lines.

    Raises:
        NotFound: the archive holds no such document.
    """
    with archive.told_plainly():
        return documents.load(_row(archive, sha256, "reading"))


def boxes_of(archive: Archive, sha256: str, start: int, end: int) -> tuple[Box, ...]:
    """The rectangles that hold these characters of a document's text.

    Raises:
        NotFound: the archive holds no such document.
    """
    return document_text(archive, sha256).boxes(start, end)


def read_again(archive: Archive, sha256: str) -> AddedDocument:
    """Read a document of the archive again: findings are replaced, decisions stay.

    Raises:
        NotFound: the archive holds no such document.
        DocumentError: it cannot be read any more; what was found before stays.
    """
    from onrecord.tasks.adding import put_on_record
    from onrecord.tasks.comparing import refresh_comparisons

    with archive.told_plainly():
        row = _row(archive, sha256)
        job = Job(row.name, sha256, documents.content_of(row))
    with ReadingPool(1, seconds=settings.number(settings.FILE_SECONDS)) as pool:
        ((_, answer),) = pool.read([job])
    if isinstance(answer, PreparedFile):
        report = put_on_record(archive, answer)
        refresh_comparisons(archive)
        return report
    raise answer


def _row(archive: Archive, sha256: str, *parts: str) -> tables.Document:
    """The row of a document; ``parts``: "source" or "reading", asked for at the same time."""
    row = tables.Document.objects.using(archive.alias).select_related(*parts or (None,)).filter(sha256=sha256).first()
    if row is None:
        raise NotFound(f"The archive holds no document {sha256[:64]}.", advice="List the documents.")
    return row


def _findings(archive: Archive, row: tables.Document, page: int) -> Iterator[PageFinding]:
    for kind, table, column, label, words in _TABLES:
        more = {"position": ("tied",)}.get(kind, ("key",) if kind in _WITH_KEY else ())
        rows = table._default_manager.using(archive.alias).filter(document=row)  # type: ignore[attr-defined]
        for packed, name, text, *keys in rows.values_list(column, label, words, *more):
            if packed is None:
                continue
            place = unpack_place(packed, row.sha256, row.symbol)
            here = tuple(box for box in place.boxes if box.page == page)
            if here or place.page in (None, page):
                id_ = keys[0] if kind in _WITH_KEY else f"{keys[0]}#{name}" if keys and keys[0] else ""
                yield PageFinding(kind, id_, name, text, replace(place, boxes=here))
    if row.kind == Kind.NATIONAL_PLAN.value:
        yield from _goals(row, page)


def _goals(row: tables.Document, page: int) -> Iterator[PageFinding]:
    """Goals of a plan stand together in one row of their paper."""
    for goal in goals_of(row.parts) if hasattr(row, "parts") else ():
        here = tuple(box for box in goal.place.boxes if box.page == page)
        if here or goal.place.page in (None, page):
            yield PageFinding("goal", goal.id, goal.number, goal.text, replace(goal.place, boxes=here))
