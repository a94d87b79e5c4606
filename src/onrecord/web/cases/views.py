"""Cases: unlocking, the list, one case with its forms, locking."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from onrecord import tasks
from onrecord.errors import WrongPassphrase
from onrecord.model import NamedKind
from onrecord.tasks import Case, CaseEntry, CaseField, CaseLine, CaseLock, CaseRights, Consent, NotAllowed, Publication
from onrecord.web import served
from onrecord.web.cases import unlocked, words
from onrecord.web.choices.kept import name_of

_MOST_OFFERED = 50


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All cases; without the right to them the way in."""
    lock = tasks.case_lock(served.archive())
    if not lock.open:
        return render(request, "cases/unlock.html", {"lock": lock, "who": name_of(request)})
    return _every(request, lock)


@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    """The list of defenders at risk, or what is new in it since a day."""
    lock = tasks.case_lock(served.archive())
    if not lock.open:
        return render(request, "cases/unlock.html", {"lock": lock, "who": name_of(request)})
    since, wrong = request.GET.get("since", "").strip()[:10], None
    try:
        found = tasks.list_defenders(served.archive(), since=since)
    except NotAllowed as error:
        found, wrong = tasks.list_defenders(served.archive()), error
    lines = [
        (line, words.publication(line.publication), words.consent(line.consent), _changes(line)) for line in found.lines
    ]
    context = {"lines": lines, "found": found, "since": since, "wrong": wrong}
    return render(request, "cases/list.html", context, status=400 if wrong else 200)


@sensitive_post_parameters()
@require_POST
def unlock(request: HttpRequest) -> HttpResponse:
    """Take the passphrase of a keeper; the first one sets the lock."""
    archive, passphrase = served.archive(), request.POST.get("passphrase", "")
    lock = tasks.case_lock(archive)
    try:
        rights = tasks.unlock_cases(archive, passphrase) if lock.locked else _new_lock(request)
    except (WrongPassphrase, NotAllowed) as error:
        context = {"lock": lock, "wrong": error, "who": request.POST.get("who", "")}
        return render(request, "cases/unlock.html", context, status=403)
    response = HttpResponseRedirect(reverse("cases"))
    unlocked.keep(response, rights)
    return response


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Close the cases for this browser."""
    response = HttpResponseRedirect(reverse("cases"))
    unlocked.lock(request, response)
    return response


@sensitive_post_parameters()
@require_POST
def add_keeper(request: HttpRequest) -> HttpResponse:
    """Let one more person in, with a passphrase of their own."""
    try:
        passphrase = _passphrase_twice(request)
        tasks.add_keeper(served.archive(), request.POST.get("who", ""), passphrase)
    except NotAllowed as error:
        return _refused(request, error)
    return HttpResponseRedirect(reverse("cases"))


@require_POST
def remove_keeper(request: HttpRequest) -> HttpResponse:
    """Let a keeper in no longer."""
    try:
        tasks.remove_keeper(served.archive(), request.POST.get("who", ""))
    except NotAllowed as error:
        return _refused(request, error)
    return HttpResponseRedirect(reverse("cases"))


@require_POST
def open_case(request: HttpRequest) -> HttpResponse:
    """Open a case on a name of the papers, or on one that was typed."""
    key, reason = request.POST.get("key", ""), request.POST.get("reason", "")
    case = tasks.open_case(served.archive(), request.POST.get("name", ""), key=key, reason=reason)
    return HttpResponseRedirect(reverse("case", args=[case.id]))


@require_GET
def one(request: HttpRequest, case: str) -> HttpResponse:
    """One case: what is known, what is not, what may be told, and everything that was ever written in it."""
    return _shown(request, tasks.show_case(served.archive(), case))


@require_POST
def add(request: HttpRequest, case: str) -> HttpResponse:
    """Write one more entry."""
    text, date, source, reason = (request.POST.get(name, "") for name in ("text", "date", "source", "reason"))
    field = request.POST.get("field", "")
    if field not in words.WRITTEN:
        raise NotAllowed(_("There is no such field."))
    try:
        tasks.add_to_case(served.archive(), case, field, text, date=date, source=source, reason=reason)
    except NotAllowed as error:
        return _shown(request, tasks.show_case(served.archive(), case), wrong=error)
    return HttpResponseRedirect(reverse("case", args=[case]))


@require_POST
def undo(request: HttpRequest, case: str) -> HttpResponse:
    """Say that an entry holds no longer."""
    text = request.POST.get("number", "")
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0
    tasks.undo_in_case(served.archive(), case, number, reason=request.POST.get("reason", ""))
    return HttpResponseRedirect(reverse("case", args=[case]))


def _new_lock(request: HttpRequest) -> CaseRights:
    return tasks.set_case_lock(served.archive(), _passphrase_twice(request), who=request.POST.get("who", ""))


def _passphrase_twice(request: HttpRequest) -> str:
    passphrase = request.POST.get("passphrase", "")
    if passphrase != request.POST.get("again", ""):
        raise NotAllowed(_("The two passphrases are not the same."))
    return passphrase


def _every(request: HttpRequest, lock: CaseLock, *, wrong: NotAllowed | None = None) -> HttpResponse:
    cases = tasks.list_cases(served.archive())
    wanted = tasks.NamedFilter(NamedKind.PERSON, at_risk=True)
    known = {case.key for case in cases}
    offered = [row for row in tasks.list_named(served.archive(), wanted, limit=_MOST_OFFERED) if row.key not in known]
    told = [(case, words.publication(case.publication)) for case in cases]
    context = {"lock": lock, "cases": told, "offered": offered, "wrong": wrong}
    return render(request, "cases/cases.html", context, status=400 if wrong else 200)


def _changes(line: CaseLine) -> list[tuple[CaseEntry, str, str]]:
    return [(entry, words.field(entry.field), words.said(entry)) for entry in line.changes]


def _refused(request: HttpRequest, error: NotAllowed) -> HttpResponse:
    """The list of cases with what went wrong; to others than keepers only that."""
    lock = tasks.case_lock(served.archive())
    if not lock.open:
        raise error
    return _every(request, lock, wrong=error)


def _shown(request: HttpRequest, case: Case, *, wrong: NotAllowed | None = None) -> HttpResponse:
    context = {
        "case": case,
        "wrong": wrong,
        "publication": words.publication(case.publication),
        "consent": words.consent(case.consent),
        "facts": case.all(CaseField.FACT),
        "last_known": case.last(CaseField.LAST_KNOWN),
        "questions": case.all(CaseField.QUESTION),
        "notes": case.all(CaseField.NOTE),
        "contacts": case.all(CaseField.CONTACT),
        "told": case.last(CaseField.CONSENT),
        "cleared": case.last(CaseField.PUBLICATION),
        "fields": [(field, words.field(field)) for field in words.FREE],
        "publications": [(value, words.publication(value)) for value in Publication],
        "consents": [(value, words.consent(value)) for value in Consent],
        "entries": [(entry, words.field(entry.field), words.said(entry)) for entry in reversed(case.entries)],
    }
    return render(request, "cases/case.html", context, status=400 if wrong else 200)
