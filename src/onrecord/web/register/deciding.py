"""A person puts a law into the register, changes its entry, or says what became of it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from onrecord import tasks
from onrecord.tasks import NotAllowed
from onrecord.web import served
from onrecord.web.choices.kept import keep_name, name_of
from onrecord.web.register import forms
from onrecord.web.register.views import listed, shown


@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Keep an entry and show the law; the form again, with what is wrong, where it cannot be kept."""
    sent = forms.read_entry(request.POST, who=name_of(request))
    if not sent.errors:
        values = {"reason": sent.reason, "who": sent.who, "based_on": sent.based_on}
        try:
            kept = tasks.register_law(served.archive(), sent.law(), **values)
        except NotAllowed as refused:
            sent.errors["all"] = str(refused)
        else:
            return _kept(kept.target.partition(":")[2], sent.who)
    if request.POST.get("changing"):
        law = tasks.show_law(served.archive(), sent.key)
        return render(request, "register/law.html", shown(law, entry=sent), status=400)
    return render(request, "register/register.html", listed("", sent), status=400)


@require_POST
def became(request: HttpRequest) -> HttpResponse:
    """Keep a change and show the law; the form again, with what is wrong, where it cannot be kept."""
    sent = forms.read_change(request.POST, who=name_of(request))
    if not sent.errors:
        try:
            tasks.law_became(served.archive(), sent.change(), reason=sent.reason, who=sent.who)
        except NotAllowed as refused:
            sent.errors["all"] = str(refused)
        else:
            return _kept(sent.law, sent.who)
    law = tasks.show_law(served.archive(), sent.law)
    return render(request, "register/law.html", shown(law, change=sent), status=400)


def _kept(law: str, who: str) -> HttpResponse:
    response = HttpResponseRedirect(reverse("registered-law", args=[law]))
    keep_name(response, who)
    return response
