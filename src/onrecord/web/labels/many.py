"""Many suggested labels at once: a list by recommendation, and the threshold from which they are sure."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from onrecord import tasks
from onrecord.errors import OnrecordError
from onrecord.model.judgement import SURE_FROM
from onrecord.model.label import ACTION, FOLLOWED, ISSUE
from onrecord.tasks import Conflict, LabelFilter, LabelGroup, NotAllowed, PageOf
from onrecord.tasks.many_labels import WHICH
from onrecord.tasks.thresholds import TARGET
from onrecord.web import served
from onrecord.web.choices.kept import keep_name, name_of
from onrecord.web.frame import words
from onrecord.web.frame.pages import offset_in, pager
from onrecord.web.labels.shown import Shown

_PER_PAGE = 20
_LONGEST = 500
_VERDICTS = ("right", "wrong")
_SCHEMES = (ACTION, ISSUE, *FOLLOWED)


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """Suggested labels that nobody has decided, by recommendation, with boxes to tick."""
    return _page(request, request.GET)


@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """One decision on the ticked labels, or on all that the list holds on all its pages."""
    who = name_of(request) or request.POST.get("name", "").strip()
    back = f"{reverse('label-list')}?{_address(request.POST)}"
    if not who:
        return render(request, "choices/choices.html", {"back": back}, status=400)
    verdict, reason = request.POST.get("verdict", ""), request.POST.get("reason", "").strip()[:_LONGEST]
    archive, wanted = served.archive(), _wanted(request.POST)
    try:
        if request.POST.get("all") == "yes":
            _require_as_shown(request, tasks.list_many_labels(archive, wanted, limit=0).total)
            kept = tasks.judge_many_labels(archive, wanted, verdict, reason=reason, who=who)
        else:
            kept = tasks.judge_labels(archive, request.POST.getlist("label"), verdict, reason=reason, who=who)
    except NotAllowed as refused:
        return _page(request, request.POST, error=refused)
    response = HttpResponseRedirect(f"{back}&{urlencode({'last': kept.id})}#list")
    keep_name(response, who)
    return response


@require_POST
def undo(request: HttpRequest) -> HttpResponse:
    """Take one decision on several labels back."""
    who = name_of(request) or request.POST.get("name", "").strip()
    back = request.POST.get("back", "")
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    target = back if safe else reverse("label-list")
    if not who:
        return render(request, "choices/choices.html", {"back": target}, status=400)
    tasks.withdraw_labels(served.archive(), request.POST.get("decision", ""), who=who)
    return HttpResponseRedirect(target)


@require_POST
def threshold(request: HttpRequest) -> HttpResponse:
    """Choose the probability from which labels are sure."""
    who = name_of(request) or request.POST.get("name", "").strip()
    back = reverse("label-list")
    if not who:
        return render(request, "choices/choices.html", {"back": back}, status=400)
    reason = request.POST.get("reason", "").strip()[:_LONGEST]
    given, based_on = _probability(request.POST.get("threshold", "")), request.POST.get("based_on", "")
    try:
        tasks.judge(served.archive(), TARGET, SURE_FROM, given, reason=reason, who=who, based_on=based_on)
    except NotAllowed as refused:
        return _page(request, request.POST, error=refused)
    except Conflict as conflict:
        return render(request, "queue/conflict.html", {"theirs": conflict.theirs, "back": back}, status=409)
    response = HttpResponseRedirect(back)
    keep_name(response, who)
    return response


def _page(request: HttpRequest, given: QueryDict, *, error: OnrecordError | None = None) -> HttpResponse:
    archive, wanted = served.archive(), _wanted(given)
    tried = _probability(given.get("threshold", ""))
    listed = tasks.list_many_labels(archive, wanted, limit=_PER_PAGE, offset=offset_in(request))
    decisions = tasks.last_label_decisions(archive)
    context = {
        "listed": listed,
        "groups": _shown(listed.groups),
        "wanted": wanted,
        "names": [(one.value, _name(one.value), one.count) for one in listed.names],
        "chosen_name": f"{wanted.scheme}:{wanted.name}" if wanted.name else "",
        "address": _address(given),
        "threshold": tasks.show_threshold(archive),
        "now": tasks.count_sure(archive),
        "tried": tried,
        "then": tasks.count_sure(archive, tried) if tried is not None else None,
        "decisions": decisions,
        "last": next((one for one in decisions if one.id == request.GET.get("last")), None),
        "error": error,
        **pager(listed.groups.offset, len(listed.groups), listed.groups.total, _PER_PAGE),
    }
    return render(request, "labels/list.html", context, status=400 if error else 200)


def _shown(page: PageOf[LabelGroup]) -> list[tuple[LabelGroup, list[Shown]]]:
    return [(group, [Shown(row) for row in group.labels]) for group in page]


def _wanted(given: QueryDict) -> LabelFilter:
    """What the address asks for; what makes no sense narrows nothing."""
    scheme, _colon, name = given.get("name_of_label", "")[:_LONGEST].partition(":")
    known = scheme in _SCHEMES and bool(name)
    which = given.get("which", "")
    document = given.get("document", "").replace("\x00", "")[:_LONGEST].strip()
    return LabelFilter(
        which if which in WHICH else WHICH[0],
        document,
        scheme if known else "",
        name.replace("\x00", "") if known else "",
    )


def _address(given: QueryDict) -> str:
    """What narrows the list, as a part of an address."""
    wanted = _wanted(given)
    name = f"{wanted.scheme}:{wanted.name}" if wanted.name else ""
    parts = {"which": wanted.which, "document": wanted.document, "name_of_label": name}
    return urlencode({key: value for key, value in parts.items() if value})


def _name(value: str) -> str:
    scheme, _colon, name = value.partition(":")
    return words.action(name) if scheme == ACTION else name


def _probability(text: str) -> float | None:
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= 1 else None


def _require_as_shown(request: HttpRequest, total: int) -> None:
    """Whoever decides on all labels of a list decides on so many as the page said."""
    if request.POST.get("total") != str(total):
        raise NotAllowed(
            _("The list holds %(number)s labels by now.") % {"number": total},
            advice=_("Look at it, then decide again."),
        )
