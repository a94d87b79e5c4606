"""What happened when, as papers tell it: one entry an event, under it what each paper says."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks import EventRow
from onrecord.web import served
from onrecord.web.claims.asked import state_in
from onrecord.web.claims.words import EVENTS
from onrecord.web.frame.pages import offset_in, pager

_PER_PAGE = 60


@dataclass(frozen=True, slots=True)
class Happening:
    """One event with every paper that tells it."""

    first: EventRow
    told: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The events of one year; "" for those without a date."""

    year: str
    happenings: tuple[Happening, ...]


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """Events in the order of their dates, of one State or all."""
    state, kind, offset = state_in(request.GET), request.GET.get("kind", ""), offset_in(request)
    kind = kind if kind in EVENTS else ""
    page = tasks.chronology(served.archive(), state=state, kind=kind, limit=_PER_PAGE, offset=offset)
    context = {
        "years": years(page.rows),
        "listed": page,
        "state_shown": state,
        "kind_shown": kind,
        "kinds": list(EVENTS),
        **pager(offset, len(page), page.total, _PER_PAGE),
    }
    return render(request, "chronology/chronology.html", context)


def years(rows: Iterable[EventRow]) -> tuple[Year, ...]:
    """Events that come in the order of their dates, by year; those with one key and date are one."""
    found = []
    for year, of_year in groupby(rows, key=lambda row: row.date[:4]):
        told: dict[tuple[str, str], list[EventRow]] = {}
        for row in of_year:
            told.setdefault((row.key, row.date), []).append(row)
        found.append(Year(year, tuple(Happening(each[0], tuple(each)) for each in told.values())))
    return tuple(found)
