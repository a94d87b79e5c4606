"""The list of papers, one paper with its pages and findings, and its original."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks import DocumentRow
from onrecord.web import served
from onrecord.web.frame import words
from onrecord.web.papers.leaf import leaf_of


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All papers, by review."""
    papers = tasks.list_documents(served.archive())
    return render(request, "papers/papers.html", {"papers": papers, "groups": tuple(_by_review(papers))})


@require_GET
def one(request: HttpRequest, sha256: str) -> HttpResponse:
    """One page of a paper beside what was found on it."""
    leaf = leaf_of(sha256, request.GET)
    return render(request, "papers/paper.html", {"leaf": leaf, "paper": leaf.paper})


@require_GET
def original(request: HttpRequest, sha256: str) -> HttpResponse:
    """The file as it was added; saved, never shown: it may hold script."""
    paper = tasks.document_page(served.archive(), sha256, 1).document
    response = HttpResponse(tasks.source_bytes(served.archive(), sha256), content_type="application/octet-stream")
    name = paper.name.replace("\\", "/").rsplit("/", 1)[-1]
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def _by_review(papers: Iterable[DocumentRow]) -> Iterator[tuple[str, list[DocumentRow]]]:
    for (state, cycle), group in groupby(papers, key=lambda paper: (paper.state, paper.cycle)):
        yield words.review(state, cycle), list(group)
