"""What became of it, as JSON: assessments with their evidence, what can be assessed, and progress of States."""

from dataclasses import dataclass

from django.http import HttpRequest
from ninja import Query

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.tasks import Assessable, Assessed, Assessment, StateProgress
from onrecord.vocabulary import states as vocabulary
from onrecord.web import served
from onrecord.web.api.document import gives, gives_rows
from onrecord.web.api.root import Json, api, part_of, stretch
from onrecord.web.api.schemas import AssessableQuery, AssessmentQuery, OneState, Stretch, Target
from onrecord.writing import as_json


@dataclass(frozen=True, slots=True)
class ReviewedState:
    """A State under review and how many of its reviews are on record."""

    state: str
    reviews: int


@api.get("/assessments", openapi_extra=gives_rows(Assessment), summary="Assessments", tags=["Following up"])
def assessments(request: HttpRequest, query: Query[AssessmentQuery]) -> Json:
    """What anybody says of how far something was put into practice, oldest first, with its evidence."""
    kind = query.assessor.value if query.assessor else ""
    narrowed = {"target": query.target, "assessor": kind, "withdrawn": query.withdrawn.value == "yes"}
    found = tasks.list_assessments(served.archive(), **narrowed, limit=query.limit, offset=query.offset)  # type: ignore[arg-type]
    return stretch(found)


@api.get(
    "/assessments/{path:target}",
    openapi_extra=gives(Assessed, about=Assessable),
    summary="All voices on one thing",
    tags=["Following up"],
)
def voices(request: HttpRequest, target: Target) -> Json:
    """The voices side by side, what the State itself says (its word, never a level), and what was said before.

    `index`, an average, is never worked out here.
    """
    about = tasks.show_assessable(served.archive(), target)
    found = as_json(tasks.assessments_of(served.archive(), target))
    assert isinstance(found, dict)
    return {**found, "about": as_json(about)}


@api.get(
    "/assessable", openapi_extra=gives_rows(Assessable), summary="Promises and recommendations", tags=["Following up"]
)
def assessable(request: HttpRequest, query: Query[AssessableQuery]) -> Json:
    """What committees recommended to a State, what it promised, the goals of its plans, each with the voices on it."""
    kind = query.kind.value if query.kind else ""
    found = tasks.list_assessable(served.archive(), query.state, kind=kind, limit=query.limit, offset=query.offset)
    return stretch(found)


@api.get("/progress", openapi_extra=gives_rows(ReviewedState), summary="States under review", tags=["Following up"])
def progress_of_states(request: HttpRequest, query: Query[Stretch]) -> Json:
    """States with recommendations on record; see the progress of each."""
    rows = tuple(ReviewedState(*one) for one in tasks.states_with_progress(served.archive()))
    return stretch(part_of(rows, query))


@api.get("/progress/{code}", openapi_extra=gives(StateProgress), summary="Progress of one State", tags=["Following up"])
def progress_of_state(request: HttpRequest, code: OneState) -> object:
    """What became of what a State was asked: by review, subject and persons affected, with a time line.

    Counts are items; those beside `supported` are of what was supported. `unassessed`: nobody has said anything on it.
    """
    if code not in vocabulary.codes():
        raise NotFound(f"{code} is the code of no State.", advice="See /api/progress.")
    return as_json(tasks.state_progress(served.archive(), code))
