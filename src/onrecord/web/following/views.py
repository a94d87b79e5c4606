"""Voices on what can be assessed: a part of a page, the page with the form, withdrawing, and what waits for voices."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.tasks import Assessable, ComparisonRow, NotAllowed
from onrecord.tasks.assessable import LISTED, RECOMMENDATION
from onrecord.web import served
from onrecord.web.choices.kept import keep_name, name_of
from onrecord.web.following import forms, words
from onrecord.web.frame import addresses
from onrecord.web.frame.pages import offset_in, pager

_MOST_AGAINST = 5
_FOUND = 8
_PER_PAGE = 40


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
    about = _of_review(symbol, number)
    context = {
        **_told(about),
        "about": about,
        "part_of_page": True,
        "assess_at": reverse("assess", args=[symbol, number]),
    }
    return render(request, "following/voices.html", context)


@require_http_methods(["GET", "POST"])
def assess(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """The page of the voices on a recommendation of a review with the form, and what it sends."""
    return _assess(request, _of_review(symbol, number), addresses.recommendation(symbol, number))


@require_http_methods(["GET", "POST"])
def assess_target(request: HttpRequest, target: str) -> HttpResponse:
    """The same of anything else: a committee's recommendation, a promise, the goal of a plan, a claim, a proposal."""
    about = tasks.show_assessable(served.archive(), target)
    return _assess(request, about, addresses.assessing(target))


@require_GET
def promises(request: HttpRequest, code: str) -> HttpResponse:
    """What committees recommended to a State, what it promised, and the goals of its plans, with the voices on each."""
    state, kind, offset = code.upper(), request.GET.get("kind", ""), offset_in(request)
    kind = kind if kind in words.ASSESSABLE else ""
    page = tasks.list_assessable(served.archive(), state, kind=kind, limit=_PER_PAGE, offset=offset)
    context = {
        "listed": page,
        "state_shown": state,
        "kind": kind,
        "kinds": [(key, word) for key, word in words.ASSESSABLE.items() if key in LISTED],
        **pager(offset, len(page), page.total, _PER_PAGE),
    }
    return render(request, "following/promises.html", context)


@require_POST
def withdraw(request: HttpRequest) -> HttpResponse:
    """Withdraw one assessment; it stays in the history."""
    who = name_of(request) or request.POST.get("name", "").strip()
    key = request.POST.get("assessment", "")
    if not who:
        return render(request, "choices/choices.html", {"back": "/"}, status=400)
    gone = tasks.withdraw_assessment(served.archive(), key, who=who, reason=request.POST.get("reason", "")[:500])
    return HttpResponseRedirect(f"{_voices_on(gone.target)}#voices")


def _voices_on(target: str) -> str:
    """The page with the voices on a target; the first page where its paper is not on record."""
    try:
        about = tasks.show_assessable(served.archive(), target)
    except NotFound:
        return "/"
    return addresses.of_id(target) if about.kind == RECOMMENDATION else addresses.assessing(target)


def _of_review(symbol: str, number: str) -> Assessable:
    about = tasks.show_assessable(served.archive(), f"{symbol}#{number}")
    if about.kind != RECOMMENDATION:
        raise NotFound(f"{symbol} has no recommendation {number} on record.", advice="See the list of recommendations.")
    return about


def _assess(request: HttpRequest, about: Assessable, back: str) -> HttpResponse:
    if request.method == "GET":
        return _page(request, about, forms.Sent(), back)
    sent = forms.read(request.POST, who=name_of(request))
    if not sent.errors:
        try:
            tasks.assess(served.archive(), about.target, sent.said(), who=sent.who)
        except (NotAllowed, NotFound) as refused:
            sent.errors["level"] = str(refused)
    if sent.errors:
        return _page(request, about, sent, back)
    response = HttpResponseRedirect(f"{back}#voices")
    keep_name(response, sent.who)
    return response


def _told(about: Assessable) -> dict[str, object]:
    archive = served.archive()
    return {
        "found": tasks.assessments_of(archive, about.target, with_index=True),
        "against": tasks.comparisons_about(archive, about.target, limit=_MOST_AGAINST),
        "weakness": words.weakness(),
    }


def _page(request: HttpRequest, about: Assessable, sent: forms.Sent, back: str) -> HttpResponse:
    told = _told(about)
    asked = request.GET.get("q", "")[:1000] or request.POST.get("q", "")[:1000]
    against: tuple[ComparisonRow, ...] = told["against"]  # type: ignore[assignment]
    context = {
        **told,
        "about": about,
        "kind": words.ASSESSABLE[about.kind],
        "sent": sent,
        "scales": tuple(words.offered()),
        "assessors": tuple((one.value, str(word)) for one, word in words.ASSESSORS.items()),
        "asked": asked,
        "offered": _offered(against, asked, sent.chosen),
        "goal": tasks.show_goal(served.archive(), about.target).goal if about.target.startswith("goal-") else None,
        "back": back if about.kind == RECOMMENDATION else addresses.passage(about.place),
    }
    return render(request, "following/assess.html", context, status=400 if sent.errors else 200)


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
