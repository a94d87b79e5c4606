"""Search: what was asked, how it was understood, and every hit in its sentence."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.tasks import Hit
from onrecord.web import served
from onrecord.web.frame import addresses, words

PER_PAGE = 25
LONGEST = 1000  # signs of a question
KINDS = ("recommendation", "paragraph")


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """The hits of one question."""
    asked = request.GET.get("q", "")[:LONGEST].replace("\x00", " ").strip()
    chosen = tuple(kind for kind in request.GET.getlist("kind") if kind in KINDS)
    text = request.GET.get("offset", "")
    offset = int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else 0
    by_meaning = request.GET.get("meaning") == "yes"
    if by_meaning:
        found = tasks.search_meaning(served.archive(), asked, limit=PER_PAGE, offset=offset)
    else:
        found = tasks.search(served.archive(), asked, kinds=chosen, limit=PER_PAGE, offset=offset)
    end = found.offset + len(found.hits)
    context = {
        "search_words": asked,
        "found": found,
        "hits": [(hit, tuple(parts(hit)), address(hit)) for hit in found.hits],
        "kinds": [(one.value, words.FINDINGS.get(one.value, one.value), one.count) for one in found.kinds],
        "chosen": chosen,
        "by_meaning": by_meaning,
        "states": [one for one in found.states if one.value],
        "cycles": [one for one in found.cycles if one.value],
        "next_offset": end if end < found.total else None,
        "previous_offset": max(found.offset - PER_PAGE, 0) if found.offset else None,
        "from_number": found.offset + 1,
        "to_number": end,
    }
    return render(request, "searching/search.html", context, status=400 if found.error else 200)


def parts(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The sentence of a hit in stretches, each a searched word or not."""
    at = 0
    for start, end in hit.marks:
        yield hit.sentence[at:start], False
        yield hit.sentence[start:end], True
        at = end
    yield hit.sentence[at:], False


def address(hit: Hit) -> str:
    """The page of the recommendation, or of the paper with the sentence lit."""
    return addresses.of_id(hit.id) if hit.id else addresses.passage(hit.place)
