"""The list of sources that papers name, those on which most papers rest first."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.web import served
from onrecord.web.claims.asked import state_in
from onrecord.web.frame.pages import offset_in, pager

_PER_PAGE = 40


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All sources that notes give an address of."""
    state, offset = state_in(request.GET), offset_in(request)
    page = tasks.list_sources(served.archive(), state=state, limit=_PER_PAGE, offset=offset)
    context = {"listed": page, "state_shown": state, **pager(offset, len(page), page.total, _PER_PAGE)}
    return render(request, "sources/sources.html", context)
