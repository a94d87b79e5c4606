"""What the addresses of the API take and give. Rows have the keys of the command line (``writing.json_form``)."""

from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from onrecord.model import Kind, Position
from onrecord.tasks import PageOf, RecommendationFilter
from onrecord.writing import as_json

Code = Annotated[str, Field(pattern="^([A-Z]{3})?$", description="ISO 3166-1 alpha-3")]
Number = Annotated[int, Field(ge=0, le=10_000)]
Words = Annotated[str, Field(max_length=500, pattern="^[^\x00]*$")]


class Stretch(Schema):
    """Which part of a long list."""

    limit: Annotated[int, Field(ge=1, le=500, description="at most so many rows")] = 100
    offset: Annotated[int, Field(ge=0, le=10_000_000, description="without the first so many")] = 0


class DocumentQuery(Stretch):
    """Which documents."""

    state: Code = ""
    kind: Kind | None = None
    cycle: Number | None = None


class ReviewQuery(Schema):
    """Which reviews."""

    state: Code = ""
    cycle: Number | None = None


class RecommendationQuery(Stretch):
    """Which recommendations; all that is given must hold."""

    state: Code = Field("", description="State under review")
    cycle: Number | None = None
    session: Number | None = None
    by: Code = Field("", description="recommending State")
    position: Position | None = None
    changed: bool | None = None
    number: Words = Field("", description="“126.44”, or “126” for all of that paragraph")
    words: Words = Field("", description="every word must stand in the text, in any order")
    document: Words = Field("", description="symbol of the Working Group report")

    def wanted(self) -> RecommendationFilter:
        """The same for the task."""
        return RecommendationFilter(
            state=self.state,
            cycle=self.cycle,
            session=self.session,
            by=self.by,
            position=self.position,
            changed=self.changed,
            number=self.number,
            words=self.words,
            document=self.document,
        )


class Rows(Schema):
    """A stretch of a list."""

    rows: list[dict[str, Any]]
    total: int = Field(description="how many fit in all")
    offset: int
    next_offset: int | None = Field(description="where the next stretch begins; null at the end")


class Wrong(Schema):
    """An error: what, where, what to try."""

    kind: str
    what: str
    where: str = ""
    advice: str = ""


def stretch(page: PageOf[Any]) -> dict[str, object]:
    """A page of rows in its JSON form."""
    end = page.offset + len(page)
    return {
        "rows": [as_json(row) for row in page],
        "total": page.total,
        "offset": page.offset,
        "next_offset": end if end < page.total else None,
    }
