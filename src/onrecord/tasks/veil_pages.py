"""Papers whose pages name somebody who is withheld: what may be drawn, and what is not handed out."""

from dataclasses import dataclass

from onrecord.errors import NotFound
from onrecord.model import Box, Document
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.tasks import pages
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.veil import current
from onrecord.tasks.veil_text import Veil

_ROOM = 1.5  # points around a covered line


@dataclass(frozen=True, slots=True)
class PageToDraw:
    """What has to be covered in the picture of a page.

    ``covered`` holds whole printed lines: where on its line a name stands is only known in proportion. ``whole``: the
    page is not to be shown, for it holds a name at a place that is not known.
    """

    covered: tuple[Box, ...] = ()
    whole: bool = False

    @property
    def mark(self) -> str:
        """Tells apart pictures of the same page that are covered differently."""
        return repr((self.covered, self.whole))


def source_bytes(archive: Archive, sha256: str) -> bytes:
    """The file as it was added, to the byte.

    Raises:
        NotFound: the archive holds no such document.
        NotAllowed: it names somebody whose name is withheld from who is asking.
    """
    content = pages.source_bytes(archive, sha256)
    _require_no_names(archive, sha256)
    return content


def content_to_draw(archive: Archive, sha256: str) -> bytes:
    """The file of a paper, to measure and draw its pages; never to be handed on.

    Raises:
        NotFound: the archive holds no such document.
    """
    return pages.source_bytes(archive, sha256)


def page_to_draw(archive: Archive, sha256: str, page: int) -> PageToDraw:
    """One page, with what has to be covered for who is asking.

    Raises:
        NotFound: the archive holds no such document.
    """
    veil = current(archive)
    return PageToDraw(*_covered(veil, _read(archive, sha256), page)) if veil else PageToDraw()


def _require_no_names(archive: Archive, sha256: str) -> None:
    veil = current(archive)
    if not veil:
        return
    read = _read(archive, sha256)
    said = read.metadata
    if any(veil.hides(text) for text in (read.text, read.found, said.name, said.title, said.author, said.producer)):
        raise NotAllowed(
            "This file names a person whose name is withheld; it is not given out.",
            advice="A keeper can unlock the cases, or clear the name.",
        )


def _read(archive: Archive, sha256: str) -> Document:
    with archive.told_plainly():
        row = tables.Document.objects.using(archive.alias).select_related("reading").filter(sha256=sha256).first()
        if row is None:
            raise NotFound(f"The archive holds no document {sha256[:64]}.", advice="List the documents.")
        return documents.load(row)


def _covered(veil: Veil, read: Document, page: int) -> tuple[tuple[Box, ...], bool]:
    stretches = {(low, high) for span in veil.spans(read.text) for low, high in read.to_found(*span)}
    on_page = next(((one.start, one.end) for one in read.pages if one.number == page), (0, 0))
    stretches |= set(veil.spans(read.found))
    here = [(low, high) for low, high in stretches if low < on_page[1] and on_page[0] < high]
    boxes: set[Box] = set()
    whole = False
    for low, high in here:
        lines = [line.box for line in read.lines if line.start < high and low < line.end and line.box.page == page]
        boxes |= {_wider(box) for box in lines}
        whole |= not lines  # a running head, say, of which no line was kept
    return tuple(sorted(boxes, key=lambda box: (-box.top, box.left))), whole


def _wider(box: Box) -> Box:
    return Box(box.page, box.left - _ROOM, box.bottom - _ROOM, box.right + _ROOM, box.top + _ROOM)
