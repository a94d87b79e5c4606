"""A list of recommendations as pages show it: the rows, what narrows it, and how to widen it again."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from onrecord import tasks
from onrecord.tasks import RecommendationFilter, RecommendationRow
from onrecord.web import served
from onrecord.web.recommendations.facets import facets_of
from onrecord.web.recommendations.forms import OWN, PER_PAGE, Asked, asked
from onrecord.web.recommendations.narrowing import pills

# Keys of tasks.SORTS that are offered, "" for the order of the reports.
SORTED = (
    ("", _("number")),
    ("-date", _("date, the latest first")),
    ("position", _("answer")),
    ("text", _("text")),
    ("-changed", _("changed first")),
    ("-judged", _("judged first")),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of one page of a list, and the names its template knows."""

    asked: Asked
    rows: tuple[RecommendationRow, ...]
    context: dict[str, object]


def listing(request: HttpRequest, within: RecommendationFilter | None = None, *, path: str = "") -> Listing:
    """The list that the address asks for.

    Args:
        request: its address narrows the list.
        within: what the page is about; the address cannot change it.
        path: of the page that shows the list, if it is not the one asked for.
    """
    question = asked(request.GET, within)
    without = {name for name in OWN if within and getattr(within, name) not in ("", None)}
    page = tasks.list_recommendations(served.archive(), question.wanted, limit=PER_PAGE, offset=question.offset)
    shown_to = page.offset + len(page)
    context = {
        "listed": page,
        "wanted": question.wanted,
        "compact": question.compact,
        "pills": pills(question.wanted, within),
        "of_one_review": bool(within and within.state),
        "list_path": path or request.path,
        "sorts": SORTED,
        "facets": facets_of(question.wanted, without=without),
        "from_number": page.offset + 1,
        "to_number": shown_to,
        "next_offset": shown_to if shown_to < page.total else None,
        "previous_offset": max(page.offset - PER_PAGE, 0) if page.offset else None,
    }
    return Listing(question, page.rows, context)
