"""The list of recommendations, and one with the history of its answer."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.web import served
from onrecord.web.frame import addresses, answers, words
from onrecord.web.judging.decided import corrected, decided_on, fields_of
from onrecord.web.labels.shown import shown
from onrecord.web.papers.leaf import Lit, leaf_of, paper_of
from onrecord.web.recommendations.listing import listing
from onrecord.web.recommendations.passages import passages_of


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All recommendations, narrowed as the address says."""
    return render(request, "recommendations/recommendations.html", listing(request).context)


@require_GET
def one(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """One recommendation beside the page that holds the passage asked for (``at``)."""
    detail = tasks.show_recommendation(served.archive(), symbol, number)
    row = detail.recommendation
    passages = passages_of(detail)
    decisions = decided_on(row.id)
    lit_passage = passages.get(request.GET.get("at", "")) or passages.item
    chapeau = detail.chapeau.place if detail.chapeau else None
    lit = Lit(
        lit_passage.quote.place,
        row.number if lit_passage is passages.item else lit_passage.quote.place.paragraph,
        chapeau,
    )
    return render(
        request,
        "recommendations/recommendation.html",
        {
            "detail": detail,
            "row": row,
            "review": words.review(row.state, row.cycle),
            "review_address": addresses.review(row.state, row.cycle),
            "answer": answers.answer_of(row),
            "passages": passages,
            "history": passages.own,
            "listed": passages.listed,
            "shown": lit_passage,
            "labels": shown([label for label in detail.labels if not label.by_rule]),
            "themes": shown([label for label in detail.labels if label.by_rule]),
            "decisions": decisions,
            "last_decision": next((d for d in reversed(decisions) if d.judgement.stands), None),
            "fields": fields_of(row, decisions),
            "corrections": corrected(row),
            "leaf": leaf_of(paper_of(lit_passage.quote), request.GET, lit),
        },
    )


@require_GET
def around(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """Where a recommendation stands in its report, with the numbers beside it: a part of its page."""
    return render(
        request,
        "recommendations/around.html",
        {"document": symbol, "around": tasks.neighbours(served.archive(), symbol, number)},
    )
