"""The API itself, and the form of its lists; its addresses stand in ``endpoints.py`` and ``following.py``."""

from typing import Any

from onrecord import __version__
from onrecord.tasks import PageOf
from onrecord.web.api.document import Api
from onrecord.web.api.errors import handle_errors
from onrecord.web.api.schemas import Stretch
from onrecord.writing import as_json

Json = dict[str, object]
api = Api(
    title="Onrecord",
    version=__version__,
    description="What is on record, as JSON with the keys of the command line. A program comes in like a browser: by "
    "the link that `onrecord serve --no-browser --json` prints, once, keeping the cookie that it sets. All addresses "
    "answer GET and change nothing.",
    docs_url=None,
    urls_namespace="api",
)
handle_errors(api)


def part_of(found: tuple[Any, ...], query: Stretch) -> PageOf[Any]:
    """The stretch of a list that is asked for."""
    return PageOf(found[query.offset : query.offset + query.limit], len(found), query.offset)


def stretch(page: PageOf[Any]) -> Json:
    """A stretch of a list in its JSON form, with the number of the next one."""
    end = page.offset + len(page)
    return {
        "rows": [as_json(row) for row in page],
        "total": page.total,
        "offset": page.offset,
        "next_offset": end if end < page.total else None,
    }
