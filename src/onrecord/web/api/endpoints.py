"""The pages of the workbench as JSON, under /api/: the same queries and filters, read-only. See docs/api.md."""

from django.http import HttpRequest
from ninja import Query

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.model.judgement import Judgement
from onrecord.tasks import (
    CodedRecommendation,
    DocumentRow,
    FacetCount,
    Facets,
    Hit,
    Home,
    PageFindings,
    PageOf,
    Question,
    RecommendationDetail,
    RecommendationRow,
    RecommendingState,
    ReviewCheck,
    ReviewRow,
    Tallied,
)
from onrecord.vocabulary import states as vocabulary
from onrecord.web import served
from onrecord.web.api import following, linked  # noqa: F401  their addresses
from onrecord.web.api.document import gives, gives_object, gives_rows
from onrecord.web.api.errors import BadQuestion
from onrecord.web.api.root import Json, api, part_of, stretch
from onrecord.web.api.schemas import (
    CodedQuery,
    ItemNumber,
    Narrowed,
    OneCycle,
    OnePage,
    OneQuestion,
    OneState,
    PaperQuery,
    QueueQuery,
    RecommendationQuery,
    ReviewQuery,
    SearchQuery,
    Sha256,
    Stretch,
    Symbol,
    YesNo,
)
from onrecord.writing import as_json

__all__ = ["api"]  # with all its addresses


@api.get("/home", openapi_extra=gives(Home), summary="The archive at a glance", tags=["Archive"])
def home(request: HttpRequest) -> object:
    """Counts, the papers added last, the questions that wait, and the reviews on a time line."""
    return as_json(tasks.home(served.archive()))


@api.get("/reviews", openapi_extra=gives_rows(ReviewRow), summary="Reviews", tags=["Reviews"])
def reviews(request: HttpRequest, query: Query[ReviewQuery]) -> Json:
    """Reviews that fit, sorted by State and cycle, each with its papers and how its recommendations were answered."""
    found = tasks.list_reviews(served.archive(), state=query.state or "", cycle=query.cycle)
    return stretch(part_of(found, query))


@api.get(
    "/reviews/{state}/{cycle}",
    openapi_extra=gives_object(review=ReviewRow, check=ReviewCheck | None),
    summary="One review",
    tags=["Reviews"],
)
def review(request: HttpRequest, state: OneState, cycle: OneCycle) -> Json:
    """One review: its papers, and the numbers that others state beside the numbers read, with every difference.

    `check` is null while the report of the Working Group is not in the archive.
    """
    found = tasks.list_reviews(served.archive(), state=state, cycle=cycle)
    if not found:
        raise NotFound(
            f"The archive holds no paper of the review of {state}, cycle {cycle}.", advice="See /api/reviews."
        )
    checks = tasks.check_reviews(served.archive(), state=state, cycle=cycle)
    return {"review": as_json(found[0]), "check": as_json(checks[0]) if checks else None}


@api.get(
    "/recommendations",
    openapi_extra=gives_rows(RecommendationRow),
    summary="Recommendations with the history of the answer",
    tags=["Recommendations"],
)
def recommendations(request: HttpRequest, query: Query[RecommendationQuery]) -> Json:
    """Recommendations that fit, by default sorted by State, cycle, report and their order there."""
    return stretch(
        tasks.list_recommendations(served.archive(), query.ordered(), limit=query.limit, offset=query.offset)
    )


@api.get(
    "/facets", openapi_extra=gives(Facets), summary="Counts of recommendations by each filter", tags=["Recommendations"]
)
def facets(request: HttpRequest, query: Query[Narrowed]) -> object:
    """How many recommendations there are of each State, cycle, answer …, each counted under all other filters."""
    return as_json(tasks.facets(served.archive(), query.wanted()))


@api.get(
    "/recommendations/{path:symbol}/{number}",
    openapi_extra=gives(RecommendationDetail, judgements=tuple[Judgement, ...]),
    summary="One recommendation with all there is on it",
    tags=["Recommendations"],
)
def recommendation(request: HttpRequest, symbol: Symbol, number: ItemNumber) -> Json:
    """Its row, the passages to the letter, the papers around it, and what persons decided on it."""
    detail = tasks.show_recommendation(served.archive(), symbol, number)
    decided = tasks.judgements_of(served.archive(), detail.recommendation.id)
    return {**_object(detail), "judgements": as_json(decided)}


@api.get("/papers", openapi_extra=gives_rows(DocumentRow), summary="Papers", tags=["Papers"])
def papers(request: HttpRequest, query: Query[PaperQuery]) -> Json:
    """Papers that fit, sorted by State, cycle, kind (in the order in which they appear) and symbol."""
    kind = query.kind.value if query.kind else ""
    return stretch(
        tasks.list_documents(
            served.archive(),
            state=query.state or "",
            kind=kind,
            cycle=query.cycle,
            limit=query.limit,
            offset=query.offset,
        )
    )


@api.get("/papers/{sha256}", openapi_extra=gives(DocumentRow), summary="One paper", tags=["Papers"])
def paper(request: HttpRequest, sha256: Sha256) -> object:
    """What a paper is, and how much was found in it."""
    return as_json(tasks.document_page(served.archive(), sha256).document)


@api.get(
    "/papers/{sha256}/pages/{page}", openapi_extra=gives(PageFindings), summary="One page of a paper", tags=["Papers"]
)
def page(request: HttpRequest, sha256: Sha256, page: OnePage) -> object:
    """Everything that was found on a page, with its place; page 1 of a paper without pages holds all of it."""
    return as_json(tasks.document_page(served.archive(), sha256, page))


@api.get(
    "/search",
    openapi_extra=gives_rows(Hit, understood=str, facets=dict[str, tuple[FacetCount, ...]]),
    summary="Search in all text and findings",
    tags=["Search"],
)
def search(request: HttpRequest, query: Query[SearchQuery]) -> Json:
    """Hits, each in its sentence: recommendations first, then paragraphs, newest papers first."""
    kinds = tuple(kind.value for kind in query.kind)
    found = tasks.search(served.archive(), query.q, kinds=kinds, limit=query.limit, offset=query.offset)
    if found.error:
        raise BadQuestion(found.error.what, where=found.error.where or "q", advice=found.error.advice)
    counted = {name: as_json(getattr(found, name)) for name in ("kinds", "states", "cycles", "papers")}
    return {
        **stretch(PageOf(found.hits, found.total, found.offset)),
        "understood": found.understood,
        "facets": counted,
    }


@api.get("/states", openapi_extra=gives_rows(Tallied), summary="Recommending States", tags=["States"])
def states(request: HttpRequest, query: Query[Stretch]) -> Json:
    """Every State that recommended something, and how its recommendations were answered."""
    return stretch(part_of(tasks.recommending_states(served.archive()), query))


@api.get("/states/{code}", openapi_extra=gives(RecommendingState), summary="One recommending State", tags=["States"])
def state(request: HttpRequest, code: OneState) -> object:
    """What a State recommended, to whom, on what, and how it was answered."""
    if code not in vocabulary.codes():
        raise NotFound(f"{code} is the code of no State.", advice="See /api/states.")
    return as_json(tasks.recommending_state(served.archive(), code))


@api.get(
    "/queue",
    openapi_extra=gives_rows(Question, waiting=dict[str, int]),
    summary="Questions that wait for a person",
    tags=["Queue"],
)
def queue(request: HttpRequest, query: Query[QueueQuery]) -> Json:
    """What the machine is unsure of, with what speaks for and against it, in the order in which it is asked."""
    kind = query.kind.value if query.kind else ""
    judged = query.judged is YesNo.YES
    found = tasks.list_questions(served.archive(), kind=kind, judged=judged, limit=query.limit, offset=query.offset)
    return {**stretch(found), "waiting": tasks.count_questions(served.archive())}


@api.get("/queue/{question}", openapi_extra=gives(Question), summary="One question", tags=["Queue"])
def question(request: HttpRequest, question: OneQuestion) -> object:
    """One question of the queue by its id."""
    return as_json(tasks.show_question(served.archive(), question))


@api.get(
    "/coded",
    openapi_extra=gives_rows(CodedRecommendation, outcomes=dict[str, int]),
    summary="Imported rows of a coded database",
    tags=["Coded rows"],
)
def coded(request: HttpRequest, query: Query[CodedQuery]) -> Json:
    """Rows that fit, with the item of a report that each was tied to, or why it was not."""
    found = tasks.list_coded(served.archive(), query.wanted(), limit=query.limit, offset=query.offset)
    return {**stretch(found.page), "outcomes": as_json(found.outcomes)}


def _object(value: object) -> Json:
    form = as_json(value)
    assert isinstance(form, dict)
    return {**form}
