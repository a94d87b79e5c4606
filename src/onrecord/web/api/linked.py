"""Links, suggested labels, subjects and taxonomies as JSON: what the machine suggests, with what persons decided."""

from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from ninja import P, PathEx, Query
from pydantic import Field

from onrecord import tasks
from onrecord.model.link import Champion
from onrecord.model.subject import Subject
from onrecord.model.taxonomy import Taxonomy
from onrecord.tasks import (
    LabelFilter,
    LabelGroup,
    LinksOfText,
    PageOf,
    PaperLabels,
    SureCounts,
    UptakeRow,
)
from onrecord.tasks.counting import FacetCount
from onrecord.tasks.link_rows import TakenBy
from onrecord.tasks.said_rows import PaperRef
from onrecord.tasks.subjects import MemberRow
from onrecord.web import served
from onrecord.web.api.document import gives, gives_rows
from onrecord.web.api.root import Json, api, part_of, stretch
from onrecord.web.api.schemas import TEXT, Code, ItemNumber, Sha256, Stretch, Symbol, Words
from onrecord.writing import as_json

OneSubject = PathEx[
    str,
    P(
        min_length=1,
        max_length=60,
        pattern=TEXT,
        description="key of the subject",
        examples=["human-rights-defenders-wide"],
    ),
]


class Which(StrEnum):
    """Which suggested labels."""

    UNSURE = "unsure"
    SURE = "sure"
    RULE = "rule"


class LabelQuery(Stretch):
    """Which suggested labels that nobody has decided; all that is given must hold."""

    which: Which = Field(
        Which.UNSURE,
        description="“unsure” wait for a person, “sure” are filed, “rule” are themes, persons and goals that follow",
        examples=["unsure"],
    )
    document: Words = Field("", description="symbol of the report", examples=["A/HRC/52/97"])
    scheme: Words = Field("", description="action, issue, theme, persons or goal", examples=["issue"])
    name: Words = Field("", description="of the label, to the letter", examples=["Detention"])


class ChampionQuery(Stretch):
    """On what, and to whom."""

    subject: str = Field(
        min_length=1,
        max_length=200,
        pattern=TEXT,
        description="name of a subject that Onrecord knows, or words that are looked for as they are",
        examples=["defamation"],
    )
    state: Code = Field(description="State under review", examples=["XAV"])


@api.get(
    "/links/{path:symbol}/{number}",
    openapi_extra=gives(LinksOfText),
    summary="What repeats a recommendation, and what it repeats",
    tags=["Links"],
)
def links(request: HttpRequest, symbol: Symbol, number: ItemNumber) -> object:
    """Recommendations of earlier and later reviews that ask the same or speak of it, each with score and reasons."""
    return as_json(tasks.links_of(served.archive(), symbol, number))


@api.get(
    "/uptake/{sha256}",
    openapi_extra=gives_rows(UptakeRow, paper=PaperRef, report=str, cycle=int | None, states=tuple[TakenBy, ...]),
    summary="What was taken up of a paper",
    tags=["Links"],
)
def uptake(request: HttpRequest, sha256: Sha256, query: Query[Stretch]) -> Json:
    """For each proposal of a paper the recommendations of the next review that take it up, and what was only raised."""
    found = tasks.uptake_of(served.archive(), sha256)
    beside: dict[str, Any] = {
        "paper": found.paper,
        "report": found.report,
        "cycle": found.cycle,
        "states": found.states,
    }
    return {**stretch(part_of(found.rows, query)), **{name: as_json(value) for name, value in beside.items()}}


@api.get(
    "/champions",
    openapi_extra=gives_rows(Champion, subject=str, items=int),
    summary="States that recommended on a subject",
    tags=["Links"],
)
def champions(request: HttpRequest, query: Query[ChampionQuery]) -> Json:
    """Those first that told the State most often; `items`: how many recommendations speak of the subject."""
    found = tasks.champions_of(served.archive(), query.subject, query.state)
    return {**stretch(part_of(found.champions, query)), "subject": found.subject, "items": found.items}


@api.get(
    "/labels",
    openapi_extra=gives_rows(
        LabelGroup,
        labels=int,
        papers=tuple[PaperLabels, ...],
        names=tuple[FacetCount, ...],
        threshold=float,
        counts=SureCounts,
    ),
    summary="Suggested labels that nobody has decided",
    tags=["Labels"],
)
def labels(request: HttpRequest, query: Query[LabelQuery]) -> Json:
    """By recommendation; `labels`: how many on all pages; `threshold`: the probability from which they are sure.

    `papers` and `names` count the list as if it were not narrowed to one of them.
    """
    archive = served.archive()
    wanted = LabelFilter(query.which.value, query.document.strip(), query.scheme.strip(), query.name.strip())
    listed = tasks.list_many_labels(archive, wanted, limit=query.limit, offset=query.offset)
    return {
        **stretch(listed.groups),
        "labels": listed.total,
        "papers": as_json(listed.papers),
        "names": as_json(listed.names),
        "threshold": tasks.show_threshold(archive).value,
        "counts": as_json(tasks.count_sure(archive)),
    }


@api.get("/subjects", openapi_extra=gives_rows(Subject), summary="Subjects", tags=["Labels"])
def subjects(request: HttpRequest, query: Query[Stretch]) -> Json:
    """Saved definitions of labels, words and meaning: those that come with Onrecord, and those of the archive."""
    return stretch(part_of(tasks.list_subjects(served.archive()), query))


@api.get(
    "/subjects/{key}",
    openapi_extra=gives_rows(MemberRow, subject=Subject, by_label=int, by_words=int, by_meaning=int),
    summary="What a subject takes in",
    tags=["Labels"],
)
def subject(request: HttpRequest, key: OneSubject, query: Query[Stretch]) -> Json:
    """Its recommendations, each with the ways that lead to it, and how many come by each way."""
    found = tasks.view_subject(served.archive(), key, limit=query.limit, offset=query.offset)
    row = found.row
    return {
        **stretch(PageOf(found.members, found.total, found.offset)),
        "subject": as_json(row.subject),
        "by_label": row.by_label,
        "by_words": row.by_words,
        "by_meaning": row.by_meaning,
    }


@api.get("/taxonomies", openapi_extra=gives_rows(Taxonomy), summary="Taxonomies of one's own", tags=["Labels"])
def taxonomies(request: HttpRequest, query: Query[Stretch]) -> Json:
    """The latest version of each, with its terms and what stands above them."""
    return stretch(part_of(tasks.list_taxonomies(served.archive()), query))
