"""Voices on one recommendation: a part of its page, the page with the form, and withdrawing."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.tasks import Assessed, ComparisonRow, NotAllowed, RecommendationFilter, RecommendationRow
from onrecord.web import served
from onrecord.web.choices.kept import keep_name, name_of
from onrecord.web.following import forms, words
from onrecord.web.frame import addresses

_MOST_AGAINST = 5
_FOUND = 8


@dataclass(frozen=True, slots=True)
class Offered:
    """A passage that can be taken as evidence: what is sent, its words, where it stands."""

    value: str
    text: str
    where: str
    address: str
    chosen: bool


@require_GET
def voices(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """All voices on one recommendation and what speaks against the State's own: a part of its page."""
    row = _row(symbol, number)
    found, against = _told(row)
    context = {"found": found, "against": against, "weakness": words.weakness(), "row": row, "part_of_page": True}
    return render(request, "following/voices.html", context)


@require_http_methods(["GET", "POST"])
def assess(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """The page of the voices with the form, and what it sends."""
    row = _row(symbol, number)
    if request.method == "GET":
        return _page(request, row, forms.Sent(), 200)
    sent = forms.read(request.POST, who=name_of(request))
    if not sent.errors:
        try:
            tasks.assess(served.archive(), row.id, sent.said(), who=sent.who)
        except (NotAllowed, NotFound) as refused:
            sent.errors["level"] = str(refused)
    if sent.errors:
        return _page(request, row, sent, 400)
    response = HttpResponseRedirect(addresses.recommendation(symbol, number) + "#voices")
    keep_name(response, sent.who)
    return response


@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Withdraw one assessment; it stays in the history."""
    who = name_of(request) or request.POST.get("name", "").strip()
    key = request.POST.get("assessment", "")
    if not who:
        return render(request, "choices/choices.html", {"back": "/"}, status=400)
    gone = tasks.withdraw_assessment(served.archive(), key, who=who, reason=request.POST.get("reason", "")[:500])
    return HttpResponseRedirect((addresses.of_id(gone.target) or "/") + "#voices")


def _row(symbol: str, number: str) -> RecommendationRow:
    found = tasks.list_recommendations(
        served.archive(), RecommendationFilter(document=symbol, number=number), limit=50
    ).rows
    row = next((one for one in found if one.number == number), None)
    if row is None:
        raise NotFound(f"{symbol} has no recommendation {number} on record.", advice="See the list of recommendations.")
    return row


def _told(row: RecommendationRow) -> tuple[Assessed, tuple[ComparisonRow, ...]]:
    archive = served.archive()
    found: Assessed = tasks.assessments_of(archive, row.id, with_index=True)
    against = tasks.comparisons_about(archive, row.id, limit=_MOST_AGAINST)
    return found, against


def _page(request: HttpRequest, row: RecommendationRow, sent: forms.Sent, status: int) -> HttpResponse:
    found, against = _told(row)
    asked = request.GET.get("q", "")[:1000] or request.POST.get("q", "")[:1000]
    context = {
        "found": found,
        "against": against,
        "weakness": words.weakness(),
        "row": row,
        "sent": sent,
        "scales": tuple(words.offered()),
        "assessors": tuple((one.value, str(word)) for one, word in words.ASSESSORS.items()),
        "asked": asked,
        "offered": _offered(against, asked, sent.chosen),
        "back": addresses.recommendation(row.document, row.number),
    }
    return render(request, "following/assess.html", context, status=status)


def _offered(against: tuple[ComparisonRow, ...], asked: str, chosen: tuple[str, ...]) -> tuple[Offered, ...]:
    """Claims that speak against the State's word, and passages that were searched for."""
    found: dict[str, Offered] = {}
    for one in against:
        for side in one.sides:
            if side.claim.startswith("claim-") and side.place:
                where = addresses.passage(side.place)
                found[side.claim] = Offered(side.claim, side.quote, side.paper.label, where, side.claim in chosen)
    hits = tasks.search(served.archive(), asked, kinds=("paragraph",), limit=_FOUND).hits if asked.strip() else ()
    for hit in hits:
        place = hit.place
        value = f"{place.sha256}:{place.start}-{place.end}"
        where = addresses.passage(place)
        found[value] = Offered(value, hit.sentence, hit.document or hit.name, where, value in chosen)
    return tuple(found.values())
