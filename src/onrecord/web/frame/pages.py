"""Long tables, page by page."""

from django.http import HttpRequest

_LONGEST = 8  # digits of a number that makes sense


def offset_in(request: HttpRequest) -> int:
    """The row from which an address asks for a table; 0 where it says nothing that makes sense."""
    text = request.GET.get("offset", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < _LONGEST else 0


def pager(offset: int, shown: int, total: int, per_page: int) -> dict[str, object]:
    """What the template of the links to other pages (``frame/pager.html``) needs to know."""
    end = offset + shown
    return {
        "total": total,
        "from_number": offset + 1,
        "to_number": end,
        "next_offset": end if end < total else None,
        "previous_offset": max(offset - per_page, 0) if offset else None,
    }
