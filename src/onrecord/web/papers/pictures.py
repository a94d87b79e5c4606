"""Pictures of pages, drawn when they are asked for and kept in memory only: nothing of them is written to the disk."""

import io
from collections import OrderedDict
from hashlib import sha256
from threading import Lock

import pypdfium2
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_GET
from PIL.Image import Image
from PIL.ImageDraw import Draw

from onrecord import tasks
from onrecord.web import served

WIDTHS = (900, 1600)  # px: one for plain screens, one for fine ones and for zooming in
_KEPT = 48 * 1024 * 1024  # bytes of finished pictures
_QUALITY = 82
_COVER = "#3a3a3a"
# PDFium may be used by one thread at a time.
drawing = Lock()


class Album:
    """Finished pictures, those least asked for given up first."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._held = 0
        self._pictures: OrderedDict[str, bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: str) -> bytes | None:
        """The picture, if it is there."""
        with self._lock:
            if key in self._pictures:
                self._pictures.move_to_end(key)
            return self._pictures.get(key)

    def put(self, key: str, picture: bytes) -> None:
        """Keep a picture."""
        with self._lock:
            if key not in self._pictures:
                self._pictures[key] = picture
                self._held += len(picture)
            while self._held > self._room and len(self._pictures) > 1:
                _, gone = self._pictures.popitem(last=False)
                self._held -= len(gone)


_album = Album(_KEPT)


@require_GET
def picture(request: HttpRequest, sha256: str, number: int) -> HttpResponse:
    """One page as a picture, in the nearest of our widths; lines with a withheld name are covered."""
    width = nearest(request.GET.get("w", ""))
    page = tasks.page_to_draw(served.archive(), sha256, number)
    key = _key(served.current().archive.alias, sha256, number, width, page.mark)
    if request.headers.get("If-None-Match") == f'"{key}"':
        return HttpResponseNotModified()
    drawn = _album.get(key) or _new(key, sha256, page, number, width)
    response = HttpResponse(drawn, content_type="image/webp")
    response["ETag"] = f'"{key}"'
    # In the browser's memory, not on its disk, where the archive is encrypted. Elsewhere it asks each time whether the
    # picture is the same: names may have been withheld meanwhile.
    response["Cache-Control"] = "no-store" if served.archive().encrypted else "private, no-cache"
    return response


def nearest(asked: str) -> int:
    """The width that is drawn for a width asked for."""
    wanted = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else WIDTHS[0]
    return min(WIDTHS, key=lambda width: abs(width - wanted))


def draw(content: bytes, cover: tasks.PageToDraw, number: int, width: int) -> bytes | None:
    """A page of a PDF (from 1) as WebP; None if it has no such page."""
    with drawing:
        document = pypdfium2.PdfDocument(content)
        try:
            if not 1 <= number <= len(document):
                return None
            page = document[number - 1]
            scale, height = width / page.get_width(), page.get_height()
            image = page.render(scale=scale).to_pil()
        finally:
            document.close()
    _cover(image, cover, scale, height)
    target = io.BytesIO()
    image.save(target, "WEBP", quality=_QUALITY, method=2)
    return target.getvalue()


def _cover(image: Image, page: tasks.PageToDraw, scale: float, height: float) -> None:
    """Opaque boxes over what is not to be seen, drawn into the picture itself."""
    pen = Draw(image)
    if page.whole:
        pen.rectangle((0, 0, *image.size), fill=_COVER)
    for box in page.covered:
        corners = (box.left, height - box.top, box.right, height - box.bottom)
        pen.rectangle([round(scale * at) for at in corners], fill=_COVER)


def _new(key: str, sha256: str, cover: tasks.PageToDraw, number: int, width: int) -> bytes:
    drawn = draw(tasks.content_to_draw(served.archive(), sha256), cover, number, width)
    if drawn is None:
        raise Http404
    _album.put(key, drawn)
    return drawn


def _key(*parts: object) -> str:
    return sha256("/".join(map(str, parts)).encode()).hexdigest()[:32]
