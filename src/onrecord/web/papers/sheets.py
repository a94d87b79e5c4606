"""How large the pages of a paper are; looked up once and kept: a file never changes."""

from functools import lru_cache

import pypdfium2

from onrecord import tasks
from onrecord.web import served
from onrecord.web.papers.pictures import drawing

Sizes = tuple[tuple[float, float], ...]


def sizes_of(sha256: str) -> Sizes:
    """Width and height of each page in points; () for a paper without pages that can be drawn."""
    return _sizes(served.archive().alias, sha256)


@lru_cache(maxsize=512)
def _sizes(alias: str, sha256: str) -> Sizes:
    with drawing:
        content = tasks.content_to_draw(served.archive(), sha256)
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError:
            return ()  # another format: its text is shown
        try:
            return tuple((round(page.get_width(), 2), round(page.get_height(), 2)) for page in document)
        finally:
            document.close()
