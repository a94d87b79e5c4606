"""Recommending States: all of them, and what one of them recommended."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks import RecommendationFilter, RecommendationRow
from onrecord.web import served
from onrecord.web.frame import words
from onrecord.web.recommendations.listing import listing


@dataclass(frozen=True, slots=True)
class Line:
    """How the recommendations of one State (or to one State) were answered."""

    state: str
    total: int
    supported: int
    noted: int
    pending: int


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All recommending States with the answers they got."""
    rows = tasks.list_recommendations(served.archive())
    lines = _lines((code, row) for row in rows for code in row.states)
    return render(request, "states/states.html", {"lines": sorted(lines, key=lambda line: words.state(line.state))})


@require_GET
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One recommending State: to whom it recommended, and the list."""
    own = RecommendationFilter(by=code.upper())
    rows = tasks.list_recommendations(served.archive(), own)
    lines = sorted(_lines((row.state, row) for row in rows), key=lambda line: -line.total)
    names = {"code": code.upper(), "title": words.state(code.upper()), "group": words.group(code.upper())}
    return render(request, "states/state.html", {**names, "lines": lines, **listing(request, own).context})


def _lines(pairs: Iterable[tuple[str, RecommendationRow]]) -> list[Line]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for code, row in pairs:
        counts[code][row.position.value] += 1
    return [Line(k, c.total(), c["supported"], c["noted"], c["pending"]) for k, c in counts.items()]
