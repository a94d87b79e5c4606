"""Imported rows: the list, and what ties in each review."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks import CodedRecommendation, CodedReview
from onrecord.tasks.importing import OUTCOMES
from onrecord.web import served
from onrecord.web.coded.choices import choices, pills
from onrecord.web.coded.forms import asked
from onrecord.web.coded.words import outcome
from onrecord.web.frame import addresses
from onrecord.web.recommendations.listing import stretch

PER_PAGE = 50


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """The imported rows that the address asks for, and how many of them are tied."""
    question = asked(request.GET)
    found = tasks.list_coded(served.archive(), question.wanted, limit=PER_PAGE, offset=question.offset)
    page = found.page
    context = {
        "listed": page,
        "rows": [(row, _address(row), outcome(row.outcome)) for row in page],
        "wanted": question.wanted,
        "counts": [(key, outcome(key), count) for key, count in found.outcomes.items()],
        "files": tasks.coded_files(served.archive()),
        "choices": choices(question.wanted),
        "pills": pills(question.wanted),
        "list_path": request.path,
        **stretch(page, PER_PAGE),
    }
    return render(request, "coded/coded.html", context)


@require_GET
def reviews(request: HttpRequest) -> HttpResponse:
    """For each review with a report on record what ties and what does not: a part of the page, or a page."""
    found = tasks.coded_reviews(served.archive())
    here = [one for one in found if one.report]
    context = {
        "reasons": [(key, outcome(key)) for key in OUTCOMES[2:]],
        "reviews": [
            (one, share(one.tied, one.rows), [one.outcomes.get(key, 0) for key in OUTCOMES[2:]]) for one in here
        ],
        "rows_here": sum(one.rows for one in here),
        "tied": sum(one.tied for one in here),
        "share": share(sum(one.tied for one in here), sum(one.rows for one in here)),
        "missing": _missing(found),
    }
    part = bool(request.headers.get("HX-Request"))
    return render(request, "coded/tying.html" if part else "coded/reviews.html", context)


def share(part: int, whole: int) -> float:
    """Per cent, rounded down: what is not all is never shown as 100."""
    tenths = 1000 * part // whole if whole else 0
    return tenths // 10 if tenths % 10 == 0 else tenths / 10


def _missing(found: Iterable[CodedReview]) -> tuple[int, int]:
    """How many reviews have no report on record, and how many rows they have."""
    away = [one for one in found if not one.report]
    return len(away), sum(one.rows for one in away)


def _address(row: CodedRecommendation) -> str:
    return addresses.of_id(row.tied) if row.tied else ""
