"""Pictures of pages, drawn when they are asked for and kept in memory only: nothing of them is written to the disk."""

import io
from collections import OrderedDict
from hashlib import sha256
from threading import Lock

import pypdfium2
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.web import served

WIDTHS = (900, 1600)  # px: one for plain screens, one for fine ones and for zooming in
_KEPT = 48 * 1024 * 1024  # bytes of finished pictures
_QUALITY = 82
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
    """One page as a picture, in the nearest of our widths. What a file looks like never changes."""
    width = nearest(request.GET.get("w", ""))
    key = _key(served.current().archive.alias, sha256, number, width)
    if request.headers.get("If-None-Match") == f'"{key}"':
        return HttpResponseNotModified()
    drawn = _album.get(key) or _new(key, sha256, number, width)
    response = HttpResponse(drawn, content_type="image/webp")
    response["ETag"] = f'"{key}"'
    # In the browser's memory, not on its disk, where the archive is encrypted.
    encrypted = served.archive().encrypted
    response["Cache-Control"] = "no-store" if encrypted else "private, max-age=31536000, immutable"
    return response


def nearest(asked: str) -> int:
    """The width that is drawn for a width asked for."""
    wanted = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else WIDTHS[0]
    return min(WIDTHS, key=lambda width: abs(width - wanted))


def draw(content: bytes, number: int, width: int) -> bytes | None:
    """A page of a PDF (from 1) as WebP; None if it has no such page."""
    with drawing:
        document = pypdfium2.PdfDocument(content)
        try:
            if not 1 <= number <= len(document):
                return None
            page = document[number - 1]
            image = page.render(scale=width / page.get_width()).to_pil()
        finally:
            document.close()
    target = io.BytesIO()
    image.save(target, "WEBP", quality=_QUALITY, method=2)
    return target.getvalue()


def _new(key: str, sha256: str, number: int, width: int) -> bytes:
    drawn = draw(tasks.source_bytes(served.archive(), sha256), number, width)
    if drawn is None:
        raise Http404
    _album.put(key, drawn)
    return drawn


def _key(*parts: object) -> str:
    return sha256("/".join(map(str, parts)).encode()).hexdigest()[:32]
