"""Progress of States: all of them, and one over its reviews."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks import CycleProgress, StateProgress, SubjectProgress
from onrecord.web import served
from onrecord.web.following import words
from onrecord.web.frame import addresses, tags
from onrecord.web.frame import words as frame_words

_MARKS = 60
_BARS = 12


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a column and its head: the word, and which pattern draws it."""

    word: str
    shape: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column or bar: a review, a subject; its page, a number for each part, and what the table tells besides."""

    label: str
    address: str
    counts: tuple[int, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart with the table under it. ``says``: what height and fill mean."""

    key: str
    title: str
    says: str
    head: str  # of the first column of the table
    parts: tuple[Part, ...]
    columns: tuple[Column, ...]
    kind: str = "columns"  # or "bars"
    beside: tuple[str, ...] = ()

    @property
    def drawn(self) -> int:
        """How many are drawn; the table has them all."""
        return len(self.columns) if self.kind == "columns" else _BARS


@dataclass(frozen=True, slots=True)
class Levels:
    """What one kind of assessor says in one review: level and number of items."""

    cycle: str
    assessor: str
    levels: tuple[tuple[str, int], ...]


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """States under review, with how many reviews of each are on record."""
    found = [(code, frame_words.state(code), count) for code, count in tasks.states_with_progress(served.archive())]
    return render(request, "following/states.html", {"states": sorted(found, key=lambda one: one[1])})


@require_GET
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One State: what nobody has assessed first, then what is said, by whom."""
    found = tasks.state_progress(served.archive(), code.upper(), marks=_MARKS)
    context = {
        "found": found,
        "title": _("Progress of %(state)s") % {"state": frame_words.state(found.state)},
        "supported": sum(cycle.supported for cycle in found.cycles),
        "unassessed": sum(cycle.unassessed for cycle in found.cycles),
        "charts": (_assessed(found), _said(found)) if found.cycles else (),
        "levels": _levels(found),
        "over": _charts_over(found),
    }
    return render(request, "following/progress.html", context)


def _charts_over(found: StateProgress) -> tuple[tuple[Chart, object], ...]:
    """Charts with whose labels they rest on; where nothing of it was supported there is none."""
    charts = (
        (
            _over("by-subject", _("By subject"), _("Subject"), found.subjects),
            words.SUBJECT_SOURCES.get(found.subject_source, found.subject_source),
        ),
        (
            _over("by-persons", _("By persons affected"), _("Persons affected"), found.populations),
            _("by a table from issues and words; a rule that can miss"),
        ),
    )
    return tuple((chart, source) for chart, source in charts if chart.columns)


def _assessed(found: StateProgress) -> Chart:
    return Chart(
        "assessed",
        _("Of what was supported: who has looked"),
        _("height: how many items"),
        _("Cycle"),
        _looked(),
        tuple(_column(found, cycle, (cycle.unassessed, cycle.supported - cycle.unassessed)) for cycle in found.cycles),
    )


def _looked() -> tuple[Part, ...]:
    return Part(_("nobody has assessed it"), "pen"), Part(_("assessed by somebody"), "sup")


def _over(key: str, title: str, head: str, rows: Sequence[SubjectProgress]) -> Chart:
    """By subject or persons affected: first what nobody has assessed, and its share."""
    beside = (
        _("share that nobody has assessed"),
        _("items"),
        _("the State says done"),
        _("said done, told otherwise"),
        _("asked again in the next review"),
    )
    told = (one for one in rows if one.supported)
    bars = (Column(one.subject, "", (one.unassessed, one.supported - one.unassessed), _beside(one)) for one in told)
    return Chart(key, title, _("length: how many supported items"), head, _looked(), tuple(bars), "bars", beside)


def _beside(one: SubjectProgress) -> tuple[str, ...]:
    share = _("%(share)s %%") % {"share": tags.num(round(100 * one.unassessed / one.supported))}
    return (share, *map(tags.num, (one.items, one.done, one.contradicted, one.repeated)))


def _said(found: StateProgress) -> Chart:
    def counts(cycle: CycleProgress) -> tuple[int, int, int]:
        said = cycle.said
        done, under_way = said["done"] + said["partly done"], said["under way"] + said["answered"]
        return (said["nothing"], under_way, done)

    return Chart(
        "said",
        _("Of what was supported: what the State itself says"),
        _("its word, no level"),
        _("Cycle"),
        (
            Part(_("says nothing"), "pen"),
            Part(_("says it is under way, or answers"), "not"),
            Part(_("says it is done or partly done"), "sup"),
        ),
        tuple(_column(found, cycle, counts(cycle)) for cycle in found.cycles),
    )


def _column(found: StateProgress, cycle: CycleProgress, counts: tuple[int, ...]) -> Column:
    return Column(frame_words.cycle(cycle.cycle), addresses.review(found.state, cycle.cycle), counts)


def _levels(found: StateProgress) -> tuple[Levels, ...]:
    lines = []
    for cycle in found.cycles:
        for kind, levels in cycle.assessed.items():
            named = tuple((words.level(*key.split(" ", 1)), count) for key, count in levels.items())
            lines.append(Levels(frame_words.cycle(cycle.cycle), kind, named))
    return tuple(lines)
