"""The queue: one question, what speaks for it and against it, five verdicts."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from onrecord import tasks
from onrecord.model.judgement import VERDICT, VERDICTS
from onrecord.tasks import Conflict, Question
from onrecord.tasks.queue import LISTED
from onrecord.web import served
from onrecord.web.choices.kept import keep_name, name_of
from onrecord.web.frame import addresses
from onrecord.web.frame.words import question_kind
from onrecord.web.papers.leaf import Lit, Paper, leaf_of, paper_of
from onrecord.web.queue.evidence import Evidence, evidence_of

_AFTER = 3
_LONGEST = 500


@require_GET
def queue(request: HttpRequest) -> HttpResponse:
    """The question that comes next, with its evidence lit on the page."""
    counts = tasks.count_questions(served.archive())
    kind = request.GET.get("kind", "")
    kind = kind if kind in counts else ""
    without = () if kind else LISTED
    asked = {key: count for key, count in counts.items() if key == kind or key not in LISTED}
    page = tasks.list_questions(
        served.archive(), kind=kind, without=without, limit=_AFTER + 1, offset=_offset(request, asked, kind)
    )
    context: dict[str, object] = {
        "kinds": [(key, question_kind(key), count) for key, count in asked.items() if count],
        "labels_waiting": sum(counts.get(key, 0) for key in LISTED),
        "kind": kind,
        "total": page.total,
        "others": sum(asked.values()) - page.total,
    }
    if not page.rows:
        return render(request, "queue/empty.html", context)
    question = page.rows[0]
    evidence = evidence_of(question)
    paper, lights = _shown(question, evidence, request.GET.get("at", ""))
    context |= {
        "question": question,
        "kind_words": question_kind(question.kind),
        "evidence": evidence,
        "target": addresses.of_id(question.target),
        "correct": reverse("correct", args=question.target.rsplit("#", 1)) if "#" in question.target else "",
        "after": page.rows[1:],
        "number": page.offset + 1,
        "offset": page.offset,
        "leaf": leaf_of(paper, request.GET, *lights),
        "last": request.GET.get("last", ""),
    }
    return render(request, "queue/queue.html", context)


@require_POST
def judge(request: HttpRequest) -> HttpResponse:
    """Keep one verdict and go on to the next question."""
    who = name_of(request) or request.POST.get("name", "").strip()
    kind, verdict = request.POST.get("kind", ""), request.POST.get("verdict", "")
    back = f"{reverse('queue')}?{urlencode({'kind': kind, 'offset': request.POST.get('offset', '0')})}"
    if not who:
        return render(request, "choices/choices.html", {"back": back}, status=400)
    if verdict not in VERDICTS:
        return HttpResponseRedirect(back)
    reason = request.POST.get("reason", "").strip()[:_LONGEST]
    based_on = request.POST.get("based_on", "")
    target = request.POST.get("question", "")
    try:
        kept = tasks.judge(served.archive(), target, VERDICT, verdict, reason=reason, who=who, based_on=based_on)
    except Conflict as conflict:
        return render(request, "queue/conflict.html", {"theirs": conflict.theirs, "back": back}, status=409)
    response = HttpResponseRedirect(f"{back}&{urlencode({'last': kept.id})}")
    keep_name(response, who)
    return response


def _shown(question: Question, evidence: Sequence[Evidence], at: str) -> tuple[Paper, list[Lit]]:
    """Which paper is shown and what is lit in it: the passage asked for first, then all others of the same paper."""
    first = next((one for one in evidence if one.letter.lower() == at.lower()), evidence[0] if evidence else None)
    if first is None:
        paper = Paper(question.sha256, None, question.document, "")
        return paper, [Lit(question.place, question.place.paragraph)] if question.place else []
    rest = (one for one in evidence if one is not first and one.quote.place.sha256 == first.quote.place.sha256)
    return paper_of(first.quote), [first.lit, *(one.lit for one in rest)]


def _offset(request: HttpRequest, counts: dict[str, int], kind: str) -> int:
    """Which question, from 0; after the last comes the first that was left for later."""
    text = request.GET.get("offset", "")
    asked = int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0
    return asked if asked < (counts[kind] if kind else sum(counts.values())) else 0
