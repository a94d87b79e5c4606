"""A list of recommendations as pages show it: the rows, what narrows it, and how to widen it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from onrecord import tasks
from onrecord.tasks import Grouped, PageOf, RecommendationFilter, RecommendationRow
from onrecord.web import served
from onrecord.web.recommendations.columns import COLUMNS, KEYS, READING, READING_OF_ONE_REVIEW, Column
from onrecord.web.recommendations.facets import facets_of
from onrecord.web.recommendations.forms import OWN, PER_PAGE, Asked, asked
from onrecord.web.recommendations.groups import GROUPED, Section, lines, sections
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
# Parts of an address that say how a list is shown, and those that the choice of columns sets anew.
_VIEW = ("column", "view", "group_by", "sort")
_NEW = ("column", "view", "offset")


@dataclass(frozen=True, slots=True)
class Listing:
    """What was asked for, and the names that the template of the list knows."""

    asked: Asked
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
    page, parts = _rows(question)
    of_one_review = bool(within and within.state)
    reading = READING_OF_ONE_REVIEW if of_one_review else READING
    context: dict[str, object] = {
        "listed": page,
        "sections": parts,
        "wanted": question.wanted,
        "compact": question.compact,
        "columns": question.columns,
        "offered": _offered(question.columns, reading),
        "shown_columns": [column.key for column in question.columns] or reading,
        "groupings": GROUPED.items(),
        "pills": pills(question.wanted, within),
        "of_one_review": of_one_review,
        "list_path": path or request.path,
        "all_path": _path(path or request.path, request.GET, _VIEW),
        "kept": [(name, value) for name, values in request.GET.lists() if name not in _NEW for value in values],
        "in_place": not path or path == request.path,
        "sorts": SORTED,
        "facets": facets_of(question.wanted, without=without),
        **stretch(page, PER_PAGE),
    }
    return Listing(question, context)


def stretch(page: PageOf[Any], per_page: int) -> dict[str, object]:
    """Which rows a page shows, and where the pages before and after begin."""
    end = page.offset + len(page)
    return {
        "from_number": page.offset + 1,
        "to_number": end,
        "next_offset": end if end < page.total else None,
        "previous_offset": max(page.offset - per_page, 0) if page.offset else None,
    }


def _path(path: str, given: QueryDict, names: Sequence[str]) -> str:
    """The address with these parts only."""
    parts = QueryDict(mutable=True)
    for name in names:
        parts.setlist(name, [value for value in given.getlist(name) if value])
    return f"{path}?{parts.urlencode()}" if parts.urlencode() else path


def _rows(question: Asked) -> tuple[PageOf[RecommendationRow] | PageOf[Grouped], tuple[Section, ...]]:
    """The rows of one page, and the same under the headings of their groups."""
    archive, wanted = served.archive(), question.wanted
    if wanted.group_by:
        grouped = tasks.list_grouped(archive, wanted, limit=PER_PAGE, offset=question.offset)
        counts = tasks.count_groups(archive, wanted)
        return grouped, sections(grouped.rows, counts, question.columns, wanted.group_by)
    page = tasks.list_recommendations(archive, wanted, limit=PER_PAGE, offset=question.offset)
    return page, (Section("", page.total, lines(page, question.columns)),) if page.rows else ()


def _offered(columns: Sequence[Column], reading: Sequence[str]) -> list[tuple[Column, bool]]:
    """Every column, the shown ones first and in their order, and whether it is shown."""
    shown = list(columns) or [KEYS[key] for key in reading]
    return [*((column, True) for column in shown), *((column, False) for column in COLUMNS if column not in shown)]
