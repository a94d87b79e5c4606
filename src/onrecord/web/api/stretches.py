"""Stretches of lists, and objects, in their JSON form."""

from typing import Any

from onrecord.tasks import PageOf
from onrecord.web.api.schemas import Stretch
from onrecord.writing import as_json

Json = dict[str, object]


def part(found: tuple[Any, ...], query: Stretch) -> PageOf[Any]:
    """The stretch that is asked for of a list that is there as a whole."""
    return PageOf(found[query.offset : query.offset + query.limit], len(found), query.offset)


def stretch(page: PageOf[Any]) -> Json:
    """A stretch of a list in its JSON form."""
    end = page.offset + len(page)
    return {
        "rows": [as_json(row) for row in page],
        "total": page.total,
        "offset": page.offset,
        "next_offset": end if end < page.total else None,
    }


def as_object(value: object) -> Json:
    """One thing in its JSON form."""
    form = as_json(value)
    assert isinstance(form, dict)
    return {**form}
