"""Pages of links: a paper's proposals, one recommendation beside others, what asks the same, champions."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.web import served
from onrecord.web.claims.asked import state_in
from onrecord.web.frame.pages import offset_in, pager
from onrecord.web.links.compared import beside

_PER_PAGE = 10
_LINKS = 8  # that a proposal shows
_LONGEST = 200
_CHAMPIONS = 60
_PASSAGES = 9  # that bear on a recommendation


@require_GET
def uptake(request: HttpRequest, sha256: str) -> HttpResponse:
    """What became of the proposals of a paper, and which States took them up."""
    found = tasks.uptake_of(served.archive(), sha256)
    rows = [{"row": row, "links": row.links[:_LINKS], "more": max(len(row.links) - _LINKS, 0)} for row in found.rows]
    return render(request, "links/uptake.html", {"found": found, "rows": rows})


@require_GET
def one(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """One recommendation beside earlier and later ones, the difference marked."""
    found = tasks.links_of(served.archive(), symbol, number)
    sides = [
        (name, [{"link": link, "words": beside(found.text.text, link.other.text)} for link in links])
        for name, links in (("earlier", found.earlier), ("later", found.later))
    ]
    return render(request, "links/one.html", {"found": found, "sides": sides})


@require_GET
def bearing(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """What bears on a recommendation: a part of its page of links, or a page by itself."""
    part = request.headers.get("HX-Request") == "true"
    context = {
        "bearing": tasks.bearing_on(served.archive(), symbol, number, limit=_PASSAGES),
        "document": symbol,
        "number": number,
        "back": reverse("links", args=[symbol, number]) if part else request.get_full_path(),
    }
    return render(request, "links/passages.html" if part else "links/bearing_page.html", context)


@require_GET
def clusters(request: HttpRequest) -> HttpResponse:
    """What asks the same, over all reviews of a State."""
    archive, state, offset = served.archive(), state_in(request.GET), offset_in(request)
    states = tasks.reviewed_states(archive)
    state = state if state in states else next(iter(states), "")
    page = tasks.list_clusters(archive, state, limit=_PER_PAGE, offset=offset)
    context = {
        "listed": page,
        "state_shown": state,
        "states": states,
        **pager(offset, len(page), page.total, _PER_PAGE),
    }
    return render(request, "links/clusters.html", context)


@require_GET
def champions(request: HttpRequest) -> HttpResponse:
    """The States that spoke of a subject."""
    archive = served.archive()
    states = tasks.reviewed_states(archive)
    state = state_in(request.GET)
    state = state if state in states else next(iter(states), "")
    subject = request.GET.get("subject", "").replace("\x00", "")[:_LONGEST].strip()
    found = tasks.champions_of(archive, subject, state) if subject else None
    context = {
        "found": found,
        "champions": found.champions[:_CHAMPIONS] if found else (),
        "subject": subject,
        "subjects": [(key, "") for key in tasks.named_subjects()],
        "state_shown": state,
        "states": states,
    }
    return render(request, "links/champions.html", context)
