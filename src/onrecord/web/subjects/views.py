"""The list of subjects, and one: what it takes in, and what a changed definition adds and takes out."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from onrecord import tasks
from onrecord.tasks import NotAllowed, Subject
from onrecord.vocabulary.issues import issues
from onrecord.web import served
from onrecord.web.choices.kept import keep_name, name_of
from onrecord.web.frame.pages import offset_in, pager
from onrecord.web.subjects.forms import changed

PER_PAGE = 40


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All subjects with their notes."""
    return render(request, "subjects/subjects.html", {"subjects": tasks.list_subjects(served.archive())})


@require_GET
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One subject; with another definition in the address, what it would change."""
    saved = tasks.find_subject(served.archive(), key)
    tried = changed(saved, request.GET)
    return _shown(request, saved, tried, error=None)


@require_POST
def save(request: HttpRequest, key: str) -> HttpResponse:
    """Save a changed definition as a new version."""
    saved = tasks.find_subject(served.archive(), key)
    who = name_of(request) or request.POST.get("name", "").strip()
    back = reverse("subject", args=[key])
    if not who:
        return render(request, "choices/choices.html", {"back": back}, status=400)
    tried = changed(saved, request.POST)
    based_on = request.POST.get("based_on", "")
    if tried is None or not based_on.isdecimal():
        return HttpResponseRedirect(back)
    reason = request.POST.get("reason", "").strip()[:500]
    try:
        tasks.save_subject(served.archive(), tried, who=who, reason=reason, based_on=int(based_on))
    except NotAllowed as refused:
        return _shown(request, saved, tried, error=refused)
    response = HttpResponseRedirect(back)
    keep_name(response, who)
    return response


def _shown(request: HttpRequest, saved: Subject, tried: Subject | None, *, error: NotAllowed | None) -> HttpResponse:
    offset, archive = offset_in(request), served.archive()
    try:
        view = tasks.view_subject(archive, saved.key, changed=tried, limit=PER_PAGE, offset=offset)
    except NotAllowed as refused:
        error = error or refused
        view = tasks.view_subject(archive, saved.key, limit=PER_PAGE, offset=offset)
    defined = tried or saved
    context = {
        "saved": saved,
        "defined": defined,
        "tried": tried,
        "view": view,
        "error": error,
        "issue_choices": [(name, name in defined.issues) for name in issues()],
        "meaning_lines": "\n".join(defined.meaning),
        "versions": tasks.subject_versions(archive, saved.key),
        **pager(offset, len(view.members), view.total, PER_PAGE),
    }
    return render(request, "subjects/subject.html", context, status=400 if error else 200)
