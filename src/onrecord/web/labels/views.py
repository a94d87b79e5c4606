"""Accepting, refusing and adding labels by hand."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from onrecord import tasks
from onrecord.model.judgement import VERDICT
from onrecord.tasks import Conflict
from onrecord.web import served
from onrecord.web.choices.kept import keep_name, name_of
from onrecord.web.frame import addresses
from onrecord.web.labels.shown import choices

_LONGEST = 500
_SAID = ("right", "wrong")


@require_http_methods(["GET", "POST"])
def label(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """The form to add a label, and what it and the buttons beside suggestions send."""
    return _decided(request, symbol, number) if request.method == "POST" else _form(request, symbol, number)


def _form(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    detail = tasks.show_recommendation(served.archive(), symbol, number)
    context = {
        "row": detail.recommendation,
        "label_choices": choices(detail.labels, tasks.list_taxonomies(served.archive())),
    }
    return render(request, "labels/add.html", context)


def _decided(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """Keep what a person says of one label of a recommendation, and go back to it."""
    back = f"{addresses.recommendation(symbol, number)}#labels"
    who = name_of(request) or request.POST.get("name", "").strip()
    if not who:
        return render(request, "choices/choices.html", {"back": back}, status=400)
    label, verdict = request.POST.get("label", ""), request.POST.get("verdict", "")
    if ":" not in label or verdict not in _SAID:
        return HttpResponseRedirect(back)
    row = tasks.show_recommendation(served.archive(), symbol, number).recommendation
    reason = request.POST.get("reason", "").strip()[:_LONGEST]
    based_on = request.POST.get("based_on", "")
    target = f"{row.id}#label:{label}"
    try:
        tasks.judge(served.archive(), target, VERDICT, verdict, reason=reason, who=who, based_on=based_on)
    except Conflict as conflict:
        return render(request, "queue/conflict.html", {"theirs": conflict.theirs, "back": back}, status=409)
    response = HttpResponseRedirect(back)
    keep_name(response, who)
    return response
