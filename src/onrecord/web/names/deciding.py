"""A person says that two names are the same, or are not."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from onrecord import tasks
from onrecord.tasks import NotAllowed
from onrecord.web import served
from onrecord.web.choices.kept import LONGEST_NAME, keep_name, name_of

_REASON = 500
_KEY = 400


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Keep one decision and go back; the question again, with what is missing, where no name or reason is given."""
    sent = request.POST
    key, other = sent.get("key", "")[:_KEY], sent.get("other", "")[:_KEY]
    reason = sent.get("reason", "").strip()[:_REASON]
    who = name_of(request) or sent.get("name", "").strip()[:LONGEST_NAME]
    join = sent.get("decision") == "same"
    if not who or not reason:
        wrong = {"reason": "" if reason else _("Say in one line why."), "name": "" if who else _("Say who decides.")}
        return _again(request, key, other, wrong, reason)
    verb = tasks.join_names if join else tasks.keep_apart
    try:
        verb(served.archive(), key, other, reason=reason, who=who)
    except NotAllowed as refused:
        return _again(request, key, other, {"reason": str(refused)}, reason)
    response = HttpResponseRedirect(_back(sent.get("back", ""), key))
    keep_name(response, who)
    return response


def _again(request: HttpRequest, key: str, other: str, wrong: dict[str, str], reason: str) -> HttpResponse:
    one, second = (tasks.show_named(served.archive(), each).row for each in (key, other))
    context = {"one": one, "other": second, "wrong": wrong, "reason": reason, "back": request.POST.get("back", "")}
    return render(request, "names/again.html", context, status=400)


def _back(asked: str, key: str) -> str:
    safe = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if safe else reverse("name", args=[key])
