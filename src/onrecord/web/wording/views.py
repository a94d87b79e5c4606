"""A recommendation that somebody wants States to make, looked at word by word and beside the record."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.decorators.http import require_GET, require_http_methods

from onrecord import tasks
from onrecord.tasks import MadeBefore, WordingHelp
from onrecord.vocabulary import states
from onrecord.web import served
from onrecord.web.claims.asked import state_in
from onrecord.web.frame import words as frame_words
from onrecord.web.wording import words

_LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the words of a recommendation say by themselves. ``vague``: the words and what they leave open."""

    help: WordingHelp
    action: str
    vague: tuple[tuple[str, Promise], ...]
    missing: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A narrower recommendation that was accepted, and in what it is narrower."""

    made: MadeBefore
    ways: tuple[Promise, ...]


@require_http_methods(["GET", "POST"])
def look(request: HttpRequest) -> HttpResponse:
    """The form; with a text also what can be said of it. Sent by POST: what is being written stays out of addresses."""
    given = request.POST if request.method == "POST" else request.GET
    archive, text, state = served.archive(), request.POST.get("text", "").replace("\x00", "").strip(), state_in(given)
    found = tasks.help_sentence(archive, text[:_LONGEST], state=state) if text else None
    context = {
        "text": text[:_LONGEST],
        "longest": _LONGEST,
        "state_shown": state,
        **_states(),
        "nothing_said": request.method == "POST" and not text,
        "own": _own(found) if found else None,
        "made": found.made_before if found else (),
        "narrower": _variants(found) if found else (),
    }
    return render(request, "wording/wording.html", context, status=400 if context["nothing_said"] else 200)


@require_GET
def of_paper(request: HttpRequest, paper: str) -> HttpResponse:
    """The recommendations of a paper, each with what its words say; the record is asked one by one."""
    found = tasks.help_wording(served.archive(), paper, from_record=False)
    shown = tasks.show_written(served.archive(), paper)
    context = {"paper": shown, "state_shown": shown.state, "asked": [_own(one) for one in found]}
    return render(request, "wording/of_paper.html", context)


def _states() -> dict[str, list[tuple[str, str]]]:
    """Those with reports on record first; others may stand in imported rows."""
    here = set(tasks.reviewed_states(served.archive()))
    both = {"here": here, "elsewhere": set(states.codes()) - here}
    return {
        key: sorted(((code, frame_words.state(code)) for code in codes), key=lambda one: one[1])
        for key, codes in both.items()
    }


def _own(found: WordingHelp) -> OwnWords:
    wording = found.wording
    category = wording.action.category if wording.action else found.suggested.name if found.suggested else ""
    return OwnWords(
        found,
        frame_words.action(category),
        tuple((" ".join(one.words.split()), words.VAGUE[one.kind]) for one in wording.vague),
        tuple(words.MISSING[name] for name in wording.missing),
    )


def _variants(found: WordingHelp) -> tuple[Variant, ...]:
    return tuple(Variant(made, tuple(words.NARROWER[way] for way in made.narrower)) for made in found.narrower)
