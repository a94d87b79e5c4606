"""Drafting, saving, restoring: everything that changes a paper."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from onrecord import tasks
from onrecord.errors import RunError
from onrecord.tasks import NotAllowed, WrittenConflict
from onrecord.web import served
from onrecord.web.choices.kept import keep_name
from onrecord.web.written.views import edited, listed


@require_POST
def draft(request: HttpRequest) -> HttpResponse:
    """Draft a paper, or start an empty one."""
    given = {
        name: request.POST.get(name, "").strip() for name in ("review", "outline", "subject", "before", "language")
    }
    state, _, cycle = given.pop("review").partition("/")
    authors = [name for name in request.POST.get("authors", "").split("\n") if name.strip()]
    try:
        done = tasks.draft_paper(
            served.archive(),
            state,
            cycle=int(cycle) if cycle.isdecimal() and len(cycle) < 3 else None,
            title=request.POST.get("title", ""),
            authors=authors,
            who=request.POST.get("who", ""),
            **given,
        )
    except NotAllowed as error:
        return listed(request, wrong=error)
    return _kept(request, done.paper.id)


@require_POST
def save(request: HttpRequest, paper: str) -> HttpResponse:
    """Save what stands in the editor; if somebody else has saved meanwhile both stay."""
    text, title, who = (request.POST.get(name, "") for name in ("text", "title", "who"))
    given = request.POST.get("based_on", "")
    based_on = int(given) if given.isascii() and given.isdecimal() and len(given) < 7 else 0
    again = {"text": text, "title": title}
    try:
        tasks.save_paper(
            served.archive(),
            paper,
            text,
            title=title,
            based_on=based_on,
            who=who,
            reason=request.POST.get("reason", "")[:500],
        )
    except WrittenConflict as conflict:
        return edited(request, paper, conflict=conflict, based_on=conflict.theirs.number, **again)
    except RunError as error:
        return edited(request, paper, wrong=error, based_on=based_on, **again)
    return _kept(request, paper)


@require_POST
def again(request: HttpRequest, paper: str) -> HttpResponse:
    """Bring the draft up to date, and show what is offered."""
    take = request.POST.getlist("take")
    try:
        done = tasks.redraft_paper(served.archive(), paper, who=request.POST.get("who", ""), take=take)
    except (NotAllowed, WrittenConflict) as error:
        return edited(request, paper, wrong=error)
    if done.offered and not take:
        return edited(request, paper, offered=done.offered)
    return _kept(request, paper)


@require_POST
def restore(request: HttpRequest, paper: str) -> HttpResponse:
    """Let an earlier version hold again."""
    given = request.POST.get("number", "")
    number = int(given) if given.isascii() and given.isdecimal() and len(given) < 7 else 0
    try:
        tasks.restore_version(served.archive(), paper, number, who=request.POST.get("who", ""))
    except NotAllowed as error:
        return edited(request, paper, wrong=error)
    return _kept(request, paper)


def _kept(request: HttpRequest, paper: str) -> HttpResponse:
    response = HttpResponseRedirect(reverse("written-paper", args=[paper]))
    if name := request.POST.get("who", "").strip():
        keep_name(response, name)
    return response
