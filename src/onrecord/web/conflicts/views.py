"""Conflicts and copies: the lists, and one with all its passages side by side."""

from string import ascii_uppercase

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks.comparing import CONFLICT, CONTRADICTION, COPY
from onrecord.web import served
from onrecord.web.claims.asked import state_in
from onrecord.web.conflicts.windows import Windows
from onrecord.web.frame.pages import offset_in, pager

_PER_PAGE = 20
_MOST = 8  # sides that are shown on one page


@require_GET
def conflicts(request: HttpRequest) -> HttpResponse:
    """Where papers tell one thing differently."""
    return _listed(request, CONFLICT)


@require_GET
def copies(request: HttpRequest) -> HttpResponse:
    """Where papers repeat each other."""
    return _listed(request, COPY)


@require_GET
def contradictions(request: HttpRequest) -> HttpResponse:
    """What States said of recommendations, beside what speaks against it."""
    return _listed(request, CONTRADICTION)


@require_GET
def one(request: HttpRequest, key: str) -> HttpResponse:
    """All sides of one conflict or copy, each lit on its page."""
    compared = tasks.show_comparison(served.archive(), key)
    windows = Windows()
    sides = [windows.of(side, letter) for side, letter in zip(compared.sides[:_MOST], ascii_uppercase, strict=False)]
    papers = len({side.paper.sha256 for side in compared.sides})
    context = {"compared": compared, "windows": sides, "papers": papers}
    return render(request, "conflicts/comparison.html", context)


def _listed(request: HttpRequest, kind: str) -> HttpResponse:
    archive, state, verdict = served.archive(), state_in(request.GET), request.GET.get("verdict", "")[:60]
    offset = offset_in(request)
    counts = {name: n for (of, name), n in tasks.count_comparisons(archive, state=state).items() if of == kind}
    chosen = verdict if verdict in counts else ""
    page = tasks.list_comparisons(archive, state=state, kind=kind, verdict=chosen, limit=_PER_PAGE, offset=offset)
    context = {
        "listed": page,
        "kind": kind,
        "state_shown": state,
        "verdict": chosen,
        "counts": sorted(counts.items(), key=lambda one: -one[1]),
        **pager(offset, len(page), page.total, _PER_PAGE),
    }
    return render(request, "conflicts/conflicts.html", context)
