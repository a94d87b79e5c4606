"""The ledger of claims, and one claim beside the page on which it stands."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.model import Kind
from onrecord.tasks import ClaimDetail, ComparisonRow, PaperRef
from onrecord.tasks.comparing import CONFLICT, COPY
from onrecord.web import served
from onrecord.web.claims.asked import asked, facets_of, pills
from onrecord.web.frame.pages import offset_in
from onrecord.web.papers.leaf import Lit, Paper, leaf_of
from onrecord.web.recommendations.listing import stretch

PER_PAGE = 40


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """The claims that the address asks for."""
    wanted = asked(request.GET)
    page = tasks.list_claims(served.archive(), wanted, limit=PER_PAGE, offset=offset_in(request))
    context = {
        "listed": page,
        "wanted": wanted,
        "facets": facets_of(wanted),
        "pills": pills(wanted),
        "list_path": request.path,
        **stretch(page, PER_PAGE),
    }
    return render(request, "claims/claims.html", context)


@require_GET
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One claim beside its page; ``at`` asks for the passage of one of its notes instead."""
    detail = tasks.show_claim(served.archive(), key)
    shown, lit = _lit(detail, request.GET.get("at", ""))
    copies = [compared for compared in detail.comparisons if compared.kind == COPY]
    context = {
        "row": detail.row,
        "claim": detail.row.claim,
        "detail": detail,
        "shown": shown,
        "more": detail.sentence.strip(" .;") != detail.row.claim.text.strip(" .;"),
        "conflicts": [compared for compared in detail.comparisons if compared.kind == CONFLICT],
        "copies": copies,
        "said_in": _papers(copies),
        "leaf": leaf_of(paper_shown(detail.row.paper), request.GET, lit),
    }
    return render(request, "claims/claim.html", context)


def paper_shown(paper: PaperRef) -> Paper:
    """A paper as the viewer's head names it."""
    return Paper(paper.sha256, Kind(paper.kind), paper.symbol, paper.name)


def _lit(detail: ClaimDetail, at: str) -> tuple[str, Lit]:
    """What is lit, and its key: the claim with its sentence underlined, or a note."""
    claim = detail.row.claim
    for note in detail.notes:
        if at == f"n{note.number}":
            return at, Lit(note.place, note.number)
    whole = (claim.sentence.start, claim.sentence.end) == (claim.place.start, claim.place.end)
    return "claim", Lit(claim.place, claim.place.paragraph, None if whole else claim.sentence)


def _papers(copies: list[ComparisonRow]) -> int:
    """In how many papers a claim stands, its own one with them."""
    return len({side.paper.sha256 for compared in copies for side in compared.sides})
