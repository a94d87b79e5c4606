"""The register of laws, and one law."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from onrecord import tasks
from onrecord.model.judgement import Judgement
from onrecord.model.law_register import InstrumentKind
from onrecord.tasks import LawDetail
from onrecord.web import served
from onrecord.web.claims.asked import state_in
from onrecord.web.frame import words
from onrecord.web.register.forms import ChangeSent, EntrySent

_LONGEST = 400


@require_GET
def every(request: HttpRequest) -> HttpResponse:
    """All laws of the register; the address can fill in the form for one more."""
    name, key = (request.GET.get(part, "").replace("\x00", "")[:_LONGEST].strip() for part in ("name", "key"))
    state = state_in(request.GET)
    sent = EntrySent(name=name, key=key, state=words.state(state) if state else "")
    return render(request, "register/register.html", listed(state, sent))


@require_GET
def one(request: HttpRequest, key: str) -> HttpResponse:
    """One law: its articles with what papers say of each, what it was before and became later, who said so."""
    return render(request, "register/law.html", shown(tasks.show_law(served.archive(), key)))


def listed(state: str, sent: EntrySent) -> dict[str, object]:
    """What the list shows."""
    rows = tasks.list_register(served.archive(), state=state)
    return {"laws": rows, "state_shown": state, "entry": sent, "kinds": tuple(InstrumentKind), "codes": _codes(rows)}


def shown(law: LawDetail, *, entry: EntrySent | None = None, change: ChangeSent | None = None) -> dict[str, object]:
    """What the page of one law shows; ``entry`` and ``change``: what was sent and could not be kept."""
    of_state = tasks.list_register(served.archive(), state=law.law.state)
    return {
        "detail": law,
        "law": law.law,
        "entry": entry or _as_sent(law),
        "change": change or ChangeSent(law=law.law.id, became_law=law.law.id),
        "changing": entry is not None,
        "kinds": tuple(InstrumentKind),
        "others": tuple(row.law for row in of_state),
        "decided": _decided(law, {row.law.id: row.law.name for row in of_state}),
    }


def _decided(law: LawDetail, names: dict[str, str]) -> tuple[tuple[Judgement, str, str], ...]:
    """Each decision with the names of the laws between which it tells of a change."""
    found = []
    for one in law.decisions:
        old = one.target.partition(":")[2]
        new = str(one.value.get("became_law", "")) if isinstance(one.value, dict) else ""
        found.append((one, names.get(old, old), names.get(new, new)))
    return tuple(found)


def _as_sent(law: LawDetail) -> EntrySent:
    one = law.law
    return EntrySent(
        name=one.name,
        state=words.state(one.state),
        kind=one.kind.value,
        year=one.year,
        aliases="\n".join(one.aliases),
        source=one.source,
        verified_on=one.verified_on,
        key=one.id,
        based_on=law.decision.id if law.decision else "",
    )


def _codes(rows: tuple[tasks.RegisterRow, ...]) -> tuple[str, ...]:
    """The States whose laws are listed."""
    return tuple(dict.fromkeys(row.law.state for row in rows))
