"""Recommending States: all of them, and what one of them recommended."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks import RecommendationFilter
from onrecord.web import served
from onrecord.web.frame import words
from onrecord.web.frame.pages import offset_in, pager
from onrecord.web.recommendations.listing import listing

_PER_PAGE = 30


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All recommending States with the answers they got."""
    lines = sorted(tasks.recommending_states(served.archive()), key=lambda line: words.state(line.value))
    offset = offset_in(request)
    shown = lines[offset : offset + _PER_PAGE]
    pages = pager(offset, len(shown), len(lines), _PER_PAGE)
    return render(request, "states/states.html", {"lines": shown, **pages})


@require_GET
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One recommending State: to whom it recommended, and the list."""
    iso3 = code.upper()
    lines = tasks.recommended_to(served.archive(), iso3)
    names = {"code": iso3, "title": words.state(iso3), "group": words.group(iso3)}
    shown = listing(request, RecommendationFilter(by=iso3)).context
    return render(request, "states/state.html", {**names, "lines": lines, **shown})
