"""The lists of the workbench as JSON, under /api/; what there is stands in /api/openapi.json. Read-only."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Path, Query

from onrecord import __version__, tasks
from onrecord.errors import NotFound, OnrecordError
from onrecord.web import served
from onrecord.web.api.schemas import DocumentQuery, RecommendationQuery, ReviewQuery, Rows, Words, Wrong, stretch
from onrecord.writing import as_json

api = NinjaAPI(
    title="Onrecord",
    version=__version__,
    description="What is on record, as JSON with the keys of the command line. A program comes in like a browser: by "
    "the link that `onrecord serve` prints, keeping the cookie that it sets.",
    docs_url=None,
)


@api.exception_handler(OnrecordError)
def told(request: HttpRequest, error: OnrecordError) -> HttpResponse:
    """An error raised on purpose, in its JSON form."""
    return api.create_response(request, as_json(error), status=404 if isinstance(error, NotFound) else 500)


@api.get("/documents", response=Rows, summary="Papers on record")
def documents(request: HttpRequest, query: Query[DocumentQuery]) -> dict[str, object]:
    """Papers, sorted by State, cycle, kind and symbol."""
    kind = query.kind.value if query.kind else ""
    page = tasks.list_documents(
        served.archive(), state=query.state, kind=kind, cycle=query.cycle, limit=query.limit, offset=query.offset
    )
    return stretch(page)


@api.get("/reviews", response=list[dict[str, Any]], summary="Reviews, with how their recommendations were answered")
def reviews(request: HttpRequest, query: Query[ReviewQuery]) -> list[object]:
    """All reviews that fit, sorted by State and cycle."""
    return [as_json(row) for row in tasks.list_reviews(served.archive(), state=query.state, cycle=query.cycle)]


@api.get("/check", response=list[dict[str, Any]], summary="Numbers stated beside numbers read")
def check(request: HttpRequest, query: Query[ReviewQuery]) -> list[object]:
    """For each review that fits: what was read, what others state, and every difference."""
    return [as_json(row) for row in tasks.check_reviews(served.archive(), state=query.state, cycle=query.cycle)]


@api.get("/recommendations", response=Rows, summary="Recommendations with the history of the answer")
def recommendations(request: HttpRequest, query: Query[RecommendationQuery]) -> dict[str, object]:
    """Recommendations that fit, sorted by State, cycle, report and their order there."""
    page = tasks.list_recommendations(served.archive(), query.wanted(), limit=query.limit, offset=query.offset)
    return stretch(page)


@api.get(
    "/recommendations/{path:symbol}/{number}",
    response={200: dict[str, Any], 404: Wrong},
    summary="One recommendation with all there is on it",
)
def recommendation(request: HttpRequest, symbol: Path[Words], number: Path[Words]) -> object:
    """Its row, the passages to the letter, and the papers around it."""
    return as_json(tasks.show_recommendation(served.archive(), symbol, number))
