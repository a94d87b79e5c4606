"""The list of proposals: what papers ask, of whom."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.web import served
from onrecord.web.claims.asked import state_in
from onrecord.web.frame.pages import offset_in, pager

_PER_PAGE = 40
_WHOSE = {"own": True, "reported": False}


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All proposals, or only the papers' own ones, or only those they report."""
    state, offset, document = state_in(request.GET), offset_in(request), request.GET.get("document", "")[:64]
    whose = request.GET.get("whose", "")
    narrowed = {"state": state, "document": document, "own": _WHOSE.get(whose)}
    page = tasks.list_proposals(served.archive(), **narrowed, limit=_PER_PAGE, offset=offset)  # type: ignore[arg-type]
    context = {
        "listed": page,
        "state_shown": state,
        "document": document,
        "whose": whose if whose in _WHOSE else "",
        **pager(offset, len(page), page.total, _PER_PAGE),
    }
    return render(request, "proposals/proposals.html", context)
