"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks.queue import LISTED
from onrecord.web import served
from onrecord.web.coded.words import outcome
from onrecord.web.frame.words import question_kind
from onrecord.web.home.timeline import timeline


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Counts, reviews on a time line, what waits, what was added last."""
    waiting = tasks.count_questions(served.archive())
    reviews = tasks.list_reviews(served.archive())
    coded = tasks.count_coded(served.archive())
    papers = tasks.list_documents(served.archive(), limit=0)
    return render(
        request,
        "home/home.html",
        {
            "reviews": reviews,
            "states": len({review.state for review in reviews}),
            "papers": papers.total,
            "items": sum(review.items for review in reviews),
            "pairs": sum(review.pairs for review in reviews),
            "waiting_kinds": [(key, question_kind(key), count) for key, count in waiting.items()],
            "waiting_count": sum(count for kind, count in waiting.items() if kind not in LISTED),
            "listed_kinds": LISTED,
            "coded": sum(coded.values()),
            "coded_outcomes": [(key, outcome(key), count) for key, count in coded.items()],
            "last": tasks.last_added(served.archive()),
            "timeline": timeline(reviews),
        },
    )
