"""Persons, laws and organisations: the lists, one of them, and the names that may be the same."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.model import NamedKind
from onrecord.model.judgement import Judgement
from onrecord.tasks import LawLine, NamedDetail, NamedFilter
from onrecord.tasks.naming import NOT_SAME, TARGET
from onrecord.web import served
from onrecord.web.claims.asked import state_in
from onrecord.web.frame.pages import offset_in, pager

_PER_PAGE = 50
_OFFERS = 20
_MENTIONS = 60
_CLAIMS = 40
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class NameDecision:
    """One decision about a name: the other key, and whether it keeps the two apart."""

    judgement: Judgement
    key: str
    other: str

    @property
    def apart(self) -> bool:
        """Whether a person said that they are not the same."""
        return self.judgement.field == NOT_SAME


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """Persons over all papers."""
    return _listed(request, NamedKind.PERSON)


@require_GET
def laws(request: HttpRequest) -> HttpResponse:
    """Laws over all papers."""
    return _listed(request, NamedKind.LAW)


@require_GET
def organisations(request: HttpRequest) -> HttpResponse:
    """Organisations over all papers."""
    return _listed(request, NamedKind.ORGANISATION)


@require_GET
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One name: its forms, its mentions, what is said, and what may be the same."""
    return render(request, "names/name.html", shown(key))


@require_GET
def offers(request: HttpRequest) -> HttpResponse:
    """Names that may be the same and wait for a person's word."""
    kind, offset = request.GET.get("kind", ""), offset_in(request)
    kind = kind if kind in {one.value for one in NamedKind} else ""
    page = tasks.list_offers(served.archive(), kind=kind, limit=_OFFERS, offset=offset)
    context = {"offers": page, "kind_shown": kind, **pager(offset, len(page), page.total, _OFFERS)}
    return render(request, "names/offers.html", context)


def shown(key: str) -> dict[str, object]:
    """What the page of one name shows."""
    detail = tasks.show_named(served.archive(), key)
    return {
        "detail": detail,
        "row": detail.row,
        "mentions": detail.mentions[:_MENTIONS],
        "mentions_more": max(len(detail.mentions) - _MENTIONS, 0),
        "claims": detail.claims[:_CLAIMS],
        "claims_more": max(len(detail.claims) - _CLAIMS, 0),
        "decisions": decisions_of(detail),
        "register": register_of(detail),
        "law_offer": law_offer(detail),
    }


def register_of(detail: NamedDetail) -> LawLine | None:
    """What the register of laws tells of a law; None for other names."""
    return tasks.law_line(served.archive(), detail.keys) if detail.row.kind is NamedKind.LAW else None


def law_offer(detail: NamedDetail) -> str:
    """What the form of the register is to be filled in with, as the end of its address; "" where it is no State's law.

    An article offers its law.
    """
    mechanism, _, rest = detail.row.key.partition(":")
    state, _, what = rest.partition(":")
    if mechanism != "law" or not (len(state) == 3 and state.isupper() and what):
        return ""
    law, _, last = what.rpartition(":")
    if law and last[:1].isdigit():
        return urlencode(
            {"name": law.rpartition(":")[2].replace("-", " ").title(), "key": f"law:{state}:{law}", "state": state}
        )
    return urlencode({"name": detail.row.name.removeprefix("the "), "key": detail.row.key, "state": state})


def decisions_of(detail: NamedDetail) -> tuple[NameDecision, ...]:
    """What people decided about a name, oldest first."""
    found = tasks.name_decisions(served.archive(), detail.keys)
    return tuple(NameDecision(one, one.target.removeprefix(TARGET), str(one.value)) for one in found)


def _listed(request: HttpRequest, kind: NamedKind) -> HttpResponse:
    offset, words = offset_in(request), request.GET.get("words", "").replace("\x00", "")[:_LONGEST].strip()
    wanted = NamedFilter(kind, state=state_in(request.GET), words=words)
    page = tasks.list_named(served.archive(), wanted, limit=_PER_PAGE, offset=offset)
    context = {
        "listed": page,
        "wanted": wanted,
        "kind_shown": kind.value,
        "waiting_here": tasks.list_offers(served.archive(), kind=kind.value, limit=0).total,
        "list_path": request.path,
        **pager(offset, len(page), page.total, _PER_PAGE),
    }
    return render(request, "names/names.html", context)
