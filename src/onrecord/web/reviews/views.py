"""The list of reviews and the page of one."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.tasks import RecommendationFilter, ReviewRow
from onrecord.tasks.reviews import count_reviews
from onrecord.vocabulary import sessions
from onrecord.web import served
from onrecord.web.frame import words
from onrecord.web.frame.charts import Chart
from onrecord.web.frame.pages import offset_in, pager
from onrecord.web.recommendations.listing import listing
from onrecord.web.reviews.counts import counted
from onrecord.web.reviews.figures import of_cycles, of_makers, of_sessions
from onrecord.web.reviews.papers import papers_of

_PER_PAGE = 20


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All reviews, as a table."""
    offset = offset_in(request)
    found = tasks.list_reviews(served.archive(), limit=_PER_PAGE, offset=offset)
    pages = pager(offset, len(found), count_reviews(served.archive()), _PER_PAGE)
    return render(request, "reviews/reviews.html", {"reviews": found, **pages})


@require_GET
def one(request: HttpRequest, state: str, cycle: int) -> HttpResponse:
    """One review: papers here and missing, who counts what. Chart and list are asked for by the page itself."""
    checks = tasks.check_reviews(served.archive(), state=state, cycle=cycle)
    review = checks[0].review if checks else _review(state, cycle)
    pairs = request.GET.get("count") == "pairs"
    return render(
        request,
        "reviews/review.html",
        {
            "title": words.review(state, cycle),
            "check": checks[0] if checks else None,
            "review": review,
            "days": _days(review),
            "papers": papers_of(review),
            "pairs": pairs,
            "counted": counted(checks[0], pairs=pairs) if checks else (),
            "question": request.GET.urlencode(),
        },
    )


@require_GET
def regions(request: HttpRequest, state: str, cycle: int) -> HttpResponse:
    """Answers by region of the recommending State: chart and table, a part of the page of the review."""
    return _figures(request, state, cycle, of_makers(state, cycle)[0])


@require_GET
def figures(request: HttpRequest, state: str, cycle: int) -> HttpResponse:
    """The other charts of a review: a part of its page; without script a page with all of them and their tables."""
    by_region, by_maker = of_makers(state, cycle)
    part = bool(request.headers.get("HX-Request"))
    return _figures(request, state, cycle, *(() if part else (by_region,)), by_maker, of_cycles(state))


@require_GET
def sessions_of(request: HttpRequest) -> HttpResponse:
    """All answers on record over time: a part of the list of reviews."""
    context = {
        "charts": [chart for chart in (of_sessions(),) if chart],
        "title": _("Reviews"),
        "back": reverse("reviews"),
    }
    return render(request, _template(request), context)


@require_GET
def rows(request: HttpRequest, state: str, cycle: int) -> HttpResponse:
    """The recommendations of one review: a part of its page, or a page of its own without script."""
    within = RecommendationFilter(state=state, cycle=cycle)
    shown = listing(request, within, path=reverse("review", args=[state, cycle])).context
    name = "recommendations/listing.html" if request.headers.get("HX-Request") else "reviews/rows.html"
    return render(request, name, {**shown, "title": words.review(state, cycle)})


def _figures(request: HttpRequest, state: str, cycle: int, *charts: Chart | None) -> HttpResponse:
    shown = [chart for chart in charts if chart and chart.bars]
    back = reverse("review", args=[state, cycle])
    return render(request, _template(request), {"charts": shown, "title": words.review(state, cycle), "back": back})


def _template(request: HttpRequest) -> str:
    return "reviews/figures.html" if request.headers.get("HX-Request") else "reviews/figures_page.html"


def _review(state: str, cycle: int) -> ReviewRow:
    found = tasks.list_reviews(served.archive(), state=state, cycle=cycle)
    if not found:
        raise NotFound(
            f"The archive holds no paper of the review of {state}, cycle {cycle}.",
            advice="See which reviews there are.",
        )
    return found[0]


def _days(review: ReviewRow) -> dict[str, str]:
    """When the State stood in the room and when the Council adopted the outcome, as precise as known."""
    session = sessions.upr_session(review.session) if review.session else None
    council = sessions.council_session(session.council_session) if session and session.council_session else None
    return {"room": session.first_day[:7] if session else "", "adopted": council.first_day[:7] if council else ""}
