"""The list of papers, one paper with its pages and findings, its original, and reading it again."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET, require_POST

from onrecord import tasks
from onrecord.model import ParagraphKind, Place
from onrecord.tasks import DocumentRow, PageFindings
from onrecord.web import served
from onrecord.web.frame import addresses, words
from onrecord.web.frame.pages import offset_in, pager
from onrecord.web.frame.tags import filename
from onrecord.web.papers.leaf import Lit, Paper, leaf_of, number_in, others_of
from onrecord.web.papers.marks import marks
from onrecord.web.papers.sheets import sizes_of

_MOST_SPANS = 12
_PER_PAGE = 20


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All papers, by review."""
    offset = offset_in(request)
    papers = tasks.list_documents(served.archive(), limit=_PER_PAGE, offset=offset)
    pages = pager(offset, len(papers), papers.total, _PER_PAGE)
    return render(request, "papers/papers.html", {"papers": papers, "groups": tuple(_by_review(papers)), **pages})


@require_GET
def one(request: HttpRequest, sha256: str) -> HttpResponse:
    """One page of a paper beside what was found on it."""
    page = number_in(request.GET, "page") or 1
    found = tasks.document_page(served.archive(), sha256, page)
    row = found.document
    paper = Paper(row.sha256, row.kind, row.document, row.name)
    context = {
        "paper": row,
        "found": found,
        "leaf": leaf_of(paper, request.GET, *_asked(request, found)),
        "outline": tuple(_outline(sha256)),
    }
    return render(request, "papers/paper.html", context)


@require_GET
def others(request: HttpRequest, sha256: str, number: int) -> HttpResponse:
    """The findings of a page that are not lit, as grey bars: a part of the viewer."""
    sizes = sizes_of(sha256)
    found = tasks.document_page(served.archive(), sha256, number)
    width, height = sizes[number - 1] if sizes else (0.0, 0.0)
    grey = marks(others_of(found.findings, tuple(_spans(request.GET.get("lit", "")))), number, height)
    response = render(request, "papers/others.html", {"marks": grey, "width": width, "height": height})
    response["Cache-Control"] = "no-store"
    return response


@require_GET
def original(request: HttpRequest, sha256: str) -> HttpResponse:
    """The file as it was added; saved, never shown: it may hold script."""
    name = filename(tasks.document_page(served.archive(), sha256).document.name)
    response = HttpResponse(tasks.source_bytes(served.archive(), sha256), content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


@require_POST
def again(request: HttpRequest, sha256: str) -> HttpResponse:
    """Read a paper again; decisions stay."""
    tasks.read_again(served.archive(), sha256)
    return HttpResponseRedirect(reverse("paper", args=[sha256]))


def _asked(request: HttpRequest, found: PageFindings) -> tuple[Lit, ...]:
    """The passage that an address names by its characters."""
    start, end = number_in(request.GET, "start"), number_in(request.GET, "end")
    if start is None or end is None or end <= start:
        return ()
    same = next((f for f in found.findings if (f.place.start, f.place.end) == (start, end)), None)
    if same and same.place.boxes:
        return (Lit(same.place, same.label if "#" in same.id else same.place.paragraph),)
    boxes = tasks.boxes_of(served.archive(), found.document.sha256, start, end)
    page = boxes[0].page if boxes else None
    return (Lit(Place(found.document.sha256, found.document.document, page, "", start, end, boxes), ""),)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for part in text.split(",")[:_MOST_SPANS]:
        start, _, end = part.partition("-")
        if start.isascii() and end.isascii() and start.isdecimal() and end.isdecimal() and len(part) < 20:
            yield int(start), int(end)


def _outline(sha256: str) -> Iterator[dict[str, object]]:
    """The headings, each with its page and where it is lit."""
    text = tasks.document_text(served.archive(), sha256)
    for part in text.paragraphs:
        if part.kind is ParagraphKind.HEADING and part.text:
            place = Place(sha256, "", part.page, "", part.start, part.end)
            yield {"text": part.text, "page": part.page, "level": part.level, "address": addresses.passage(place)}


def _by_review(papers: Iterable[DocumentRow]) -> Iterator[tuple[str, list[DocumentRow]]]:
    for (state, cycle), group in groupby(papers, key=lambda paper: (paper.state, paper.cycle)):
        yield words.review(state, cycle), list(group)
