"""The charts of reviews: who recommends what, cycle by cycle, session by session."""

from collections import defaultdict

from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from onrecord import tasks
from onrecord.tasks import RecommendationFilter, Tallied
from onrecord.vocabulary import sessions
from onrecord.web import served
from onrecord.web.frame import words
from onrecord.web.frame.charts import Chart, bars_of
from onrecord.web.frame.dates import edtf


def of_makers(state: str, cycle: int) -> tuple[Chart, Chart]:
    """How a State answered in one review: by the region of those who recommended, and by State."""
    found = tasks.answers_by(served.archive(), "by", RecommendationFilter(state=state, cycle=cycle))
    page = reverse("review", args=[state, cycle])
    pairs = sum(one.items for one in found)
    told = ngettext("%(number)s pair", "%(number)s pairs", pairs) % {"number": _number(pairs)}
    regions = bars_of(_regions(found), _region, lambda key: f"{page}?group={key}#list" if key else "")
    makers = bars_of(found, words.state, lambda code: f"{page}?by={code}#list")
    return (
        Chart("by-region", _("Answers by region"), told, _("Region"), regions),
        Chart("by-maker", _("Answers by State that made them"), _most(len(makers), told), _("State"), makers),
    )


def of_cycles(state: str) -> Chart | None:
    """How a State answered, cycle by cycle; None where there is but one on record."""
    found = tasks.answers_by(served.archive(), "cycle", RecommendationFilter(state=state))
    if len(found) < 2:
        return None
    ordered = sorted(found, key=lambda one: int(one.value))
    bars = bars_of(ordered, lambda n: words.cycle(int(n)), lambda n: reverse("review", args=[state, int(n)]))
    title = _("%(state)s, cycle by cycle") % {"state": words.state(state)}
    return Chart("by-cycle", title, _("height: how many items"), _("Cycle"), bars, standing=True)


def of_sessions() -> Chart | None:
    """All answers on record, session by session, in the order of time."""
    found = tasks.answers_by(served.archive(), "session")
    if len(found) < 2:
        return None
    bars = bars_of(sorted(found, key=lambda one: int(one.value)), _session, _listed)
    says = _("each column is a session of the Working Group; height: how many items")
    return Chart("by-session", _("Answers over time"), says, _("Session"), bars, standing=True)


def _regions(found: tuple[Tallied, ...]) -> list[Tallied]:
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for one in found:
        counts = (one.items, one.supported, one.noted, one.pending)
        sums[words.group(one.value)] = [a + b for a, b in zip(sums[words.group(one.value)], counts, strict=True)]
    return sorted((Tallied(key, *counts) for key, counts in sums.items()), key=lambda one: -one.items)


def _region(key: str) -> str:
    return str(words.GROUPS[key])


def _most(count: int, told: str) -> str:
    text = ngettext("%(number)s State", "%(number)s States", count) % {"number": _number(count)}
    return pgettext("between parts of a list", ", ").join((told, text))


def _number(count: int) -> str:
    return number_format(count, force_grouping=True)


def _session(number: str) -> str:
    known = sessions.upr_session(int(number))
    return edtf(known.first_day[:7]) if known else _("session %(number)s") % {"number": number}


def _listed(number: str) -> str:
    return f"{reverse('recommendations')}?session={number}"
