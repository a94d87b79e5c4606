"""Papers that are written here: the list, the editor, how a paper will look, references to insert, versions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from onrecord import tasks
from onrecord.errors import NotFound, RunError
from onrecord.model import Place
from onrecord.tasks import Hit
from onrecord.vocabulary import paper_words
from onrecord.web import served
from onrecord.web.choices.kept import name_of
from onrecord.web.frame.words import review
from onrecord.web.written import words
from onrecord.web.written.looking import looked
from onrecord.writing.papers import PAPER_FORMATS

_MOST_FOUND = 12
_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """The papers, and a form to draft one."""
    return listed(request)


def listed(request: HttpRequest, *, wrong: RunError | None = None) -> HttpResponse:
    """The list, with what went wrong."""
    papers = [(paper, words.OUTLINES[paper.outline]) for paper in tasks.list_written(served.archive())]
    context = {
        "papers": papers,
        "reviewed": [
            (f"{state}/{cycle or ''}", review(state, cycle)) for state, cycle in tasks.reviewed_cycles(served.archive())
        ],
        "outlines": words.OUTLINES.items(),
        "paper_languages": paper_words.LANGUAGES,
        "who": name_of(request),
        "wrong": wrong,
        "given": request.POST,
    }
    return render(request, "written/written.html", context, status=400 if wrong else 200)


@require_GET
def one(request: HttpRequest, paper: str) -> HttpResponse:
    """The editor."""
    return edited(request, paper)


def edited(request: HttpRequest, paper: str, **more: object) -> HttpResponse:
    """The editor with the text that is saved, or with ``more``: a text that could not be saved, and why."""
    shown = tasks.show_written(served.archive(), paper)
    context = {
        "paper": shown,
        "text": shown.current.text,
        "title": shown.current.title,
        "based_on": shown.current.number,
        "outline": words.OUTLINES[shown.outline],
        "formats": list(PAPER_FORMATS),
        "who": name_of(request),
        **more,
    }
    return render(request, "written/paper.html", context, status=_status(more))


@require_http_methods(["GET", "POST"])
def look(request: HttpRequest, paper: str) -> HttpResponse:
    """How the paper will look and what to look at: a part of the editor, or a page of its own without scripts."""
    typed = request.POST.get("text") if request.method == "POST" else None
    context = looked(paper, text=typed, title=request.POST.get("title", ""))
    part = request.headers.get("HX-Request") == "true"
    return render(request, "written/looked.html" if part else "written/look.html", context)


@require_GET
def find(request: HttpRequest, paper: str) -> HttpResponse:
    """What of the record can be cited for some words: each with the reference that is written for it."""
    asked = request.GET.get("q", "").strip()[:300]
    found = tasks.search(served.archive(), asked, limit=_MOST_FOUND) if asked else None
    claims = tasks.list_claims(served.archive(), tasks.ClaimFilter(words=asked), limit=_MOST_FOUND) if asked else ()
    hits = [
        (_reference(hit), hit.sentence, hit.position.value if hit.position else "", hit.place)
        for hit in (found.hits if found else ())
    ]
    said = [(f"[@claim:{row.claim.id}]", row.claim.text, "", row.claim.place) for row in claims]
    recommended = [one for one in hits if not one[0].startswith("[@passage")]
    others = [one for one in hits if one[0].startswith("[@passage")]
    context = {
        "paper": tasks.show_written(served.archive(), paper),
        "q": asked,
        "found": [*recommended, *said, *others][: 2 * _MOST_FOUND],
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "written/found.html" if part else "written/find.html", context)


@require_GET
def versions(request: HttpRequest, paper: str) -> HttpResponse:
    """All versions, and what changed between two of them."""
    shown = tasks.show_written(served.archive(), paper)
    every = tasks.paper_versions(served.archive(), paper)
    first, second = _number(request, "first"), _number(request, "second")
    changes = []
    if first and second:
        compared = tasks.compare_versions(served.archive(), paper, first, second)
        changes = [(words.CHANGES[one.what], one) for one in compared if one.what != "same"]
    context = {
        "paper": shown,
        "versions": list(reversed(every)),
        "first": first,
        "second": second,
        "changes": changes,
        "who": name_of(request),
    }
    return render(request, "written/versions.html", context)


@require_GET
def export(request: HttpRequest, paper: str, form: str) -> HttpResponse:
    """The paper as a file, without names that are not cleared."""
    if form not in _TYPES:
        raise Http404
    with tasks.seen_by(tasks.Audience.OTHERS, once=True):  # whoever gets the file
        content = tasks.export_paper(served.archive(), paper, form)
    response = HttpResponse(content, content_type=_TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="paper.{form}"'
    return response


def _reference(hit: Hit) -> str:
    if hit.id:
        return f"[@{hit.id} {hit.position.value}]" if hit.position else f"[@{hit.id}]"
    return f"[@passage:{_passage(hit.place)}]"


def _passage(place: Place) -> str:
    return f"{place.sha256[:12]}#{place.start}-{place.end}"


def _number(request: HttpRequest, name: str) -> int:
    text = request.GET.get(name, "")
    if not text:
        return 0
    if not text.isascii() or not text.isdecimal() or len(text) > 6:
        raise NotFound("There is no such version.", advice="List the versions.")
    return int(text)


def _status(more: dict[str, object]) -> int:
    if more.get("conflict"):
        return 409
    return 400 if more.get("wrong") else 200
