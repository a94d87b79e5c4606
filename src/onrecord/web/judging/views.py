"""Correcting a recommendation, and undoing a decision."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from onrecord import tasks
from onrecord.tasks import Conflict, NotAllowed, RecommendationRow
from onrecord.web import served
from onrecord.web.choices.kept import keep_name, name_of
from onrecord.web.frame import addresses
from onrecord.web.judging import forms
from onrecord.web.judging.decided import Decision, decided_on, fields_of


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, symbol: str, number: str) -> HttpResponse:
    """The form for one recommendation, and what it sends."""
    row = tasks.show_recommendation(served.archive(), symbol, number).recommendation
    context = {
        "row": row,
        "fields": fields_of(row, decided_on(row.id)),
        "back": addresses.recommendation(symbol, number),
    }
    if request.method == "GET":
        return render(request, "judging/correct.html", context)
    sent = forms.read(request.POST, who=name_of(request))
    return _kept(request, row, sent) if not sent.errors else _again(request, context, sent)


def _kept(request: HttpRequest, row: RecommendationRow, sent: forms.Correction) -> HttpResponse:
    """Keep a correction and go back; or the form again, or both values where somebody else was quicker."""
    back = addresses.recommendation(row.document, row.number)
    context = {"row": row, "fields": fields_of(row, decided_on(row.id)), "back": back}
    values = {"reason": sent.reason, "who": sent.who, "based_on": sent.based_on}
    try:
        tasks.judge(served.archive(), row.id, sent.field, sent.value, **values)
    except NotAllowed as refused:
        sent.errors["value"] = str(refused)
        return _again(request, context, sent)
    except Conflict as conflict:
        both = {**context, "sent": sent, "theirs": Decision(conflict.theirs)}
        return render(request, "judging/conflict.html", both, status=409)
    # A corrected number changes the address.
    response = HttpResponseRedirect(
        addresses.recommendation(row.document, str(sent.value)) if sent.field == "number" else back
    )
    keep_name(response, sent.who)
    return response


def _again(request: HttpRequest, context: dict[str, object], sent: forms.Correction) -> HttpResponse:
    return render(request, "judging/correct.html", {**context, "sent": sent}, status=400)


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Withdraw one decision; it stays in the history."""
    who = name_of(request) or request.POST.get("name", "").strip()
    back = request.POST.get("back", "/")
    safe = back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/") else "/"
    if not who:
        return render(request, "choices/choices.html", {"back": safe}, status=400)
    withdrawn = tasks.withdraw(served.archive(), request.POST.get("judgement", ""), who=who)
    # The number as read is in the address again.
    return HttpResponseRedirect(addresses.of_id(withdrawn.target) if withdrawn.field == "number" else safe)
