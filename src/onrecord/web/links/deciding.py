"""A person says of two texts that they belong together, or that they do not."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from onrecord import tasks
from onrecord.model.judgement import VERDICT
from onrecord.tasks.links import link_target
from onrecord.web import served
from onrecord.web.choices.kept import LONGEST_NAME, keep_name, name_of

_REASON, _KEY = 500, 400
_VERDICTS = {"together": "right", "apart": "wrong"}


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Keep one decision and go back. Whoever has told no name yet is asked for it first."""
    sent = request.POST
    back = _back(sent.get("back", ""))
    who = name_of(request) or sent.get("name", "").strip()[:LONGEST_NAME]
    if not who:
        return render(request, "choices/choices.html", {"back": back}, status=400)
    archive = served.archive()
    target = link_target(sent.get("one", "")[:_KEY], sent.get("other", "")[:_KEY])
    standing = [one for one in tasks.judgements_of(archive, target) if one.stands]
    tasks.judge(
        archive,
        target,
        VERDICT,
        _VERDICTS.get(sent.get("decision", ""), ""),
        reason=sent.get("reason", "").strip()[:_REASON],
        who=who,
        based_on=standing[-1].id if standing else "",
    )
    response = HttpResponseRedirect(back)
    keep_name(response, who)
    return response


def _back(asked: str) -> str:
    safe = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None)
    return asked if safe else "/"
