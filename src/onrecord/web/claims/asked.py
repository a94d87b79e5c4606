"""What an address asks of the ledger of claims, what it can be narrowed by, and what it is narrowed by."""

from collections.abc import Iterator
from dataclasses import fields, replace

from django.http import QueryDict
from django.utils.translation import gettext as _

from onrecord import tasks
from onrecord.model.claim import PUBLISHER
from onrecord.tasks import ClaimFilter
from onrecord.web import served
from onrecord.web.claims import words as said
from onrecord.web.frame import words
from onrecord.web.frame.dates import edtf
from onrecord.web.recommendations.facets import Choice, Facet

_LONGEST = 500  # signs of a question


def asked(given: QueryDict) -> ClaimFilter:
    """Read an address. What makes no sense narrows nothing."""
    texts = {one.name: _words(given, one.name) for one in fields(ClaimFilter) if one.type in ("str", str)}
    compared = texts["compared"] if texts["compared"] in said.COMPARED else ""
    return ClaimFilter(
        **{**texts, "state": state_in(given), "compared": compared}, figures=given.get("figures") == "yes"
    )


def state_in(given: QueryDict) -> str:
    """The State that an address names, "" for none."""
    code = given.get("state", "").upper()
    return code if len(code) == 3 and code.isascii() and code.isalpha() else ""


def facets_of(wanted: ClaimFilter) -> tuple[Facet, ...]:
    """Everything the ledger can be narrowed by, with how many claims each choice would leave."""
    counts = tasks.claim_facets(served.archive(), wanted)
    chosen = {name: getattr(wanted, name) for name in counts}
    titles = {
        "state": _("State"),
        "kind": _("What it is about"),
        "right": _("Right concerned"),
        "voice": _("Whose voice"),
        "source": _("Who says it"),
    }
    every = [
        Facet(
            name,
            titles[name],
            tuple(
                Choice(value, _in_words(name, value), count, value == chosen[name])
                for value, count in counts[name].items()
                if value
            ),
            several=False,
        )
        for name in titles
    ]
    return (_compared(wanted), _figures(wanted), *(facet for facet in every if facet.choices))


def pills(wanted: ClaimFilter) -> tuple[tuple[str, str], ...]:
    """Everything that narrows the ledger: its name in the address, and words for it."""
    return tuple((name, text) for name, text in _pills(wanted) if text)


def _compared(wanted: ClaimFilter) -> Facet:
    """In a conflict, in other papers too: each counted under all else that is chosen."""
    choices = (
        Choice(key, str(word), _count(replace(wanted, compared=key)), wanted.compared == key)
        for key, word in said.COMPARED.items()
    )
    return Facet("compared", _("Beside other papers"), tuple(choices), several=False)


def _figures(wanted: ClaimFilter) -> Facet:
    choice = Choice("yes", _("With a figure"), _count(replace(wanted, figures=True)), wanted.figures)
    return Facet("figures", _("Figures"), (choice,), several=False)


def _count(wanted: ClaimFilter) -> int:
    return tasks.list_claims(served.archive(), wanted, limit=0).total


def _pills(wanted: ClaimFilter) -> Iterator[tuple[str, str]]:
    for name in ("state", "kind", "right", "voice", "source"):
        value = getattr(wanted, name)
        yield name, _in_words(name, value) if value else ""
    yield "figures", _("With a figure") if wanted.figures else ""
    yield "compared", said.said("compared", wanted.compared) if wanted.compared else ""
    yield "date", edtf(wanted.date)
    yield "document", _("One paper only") if wanted.document else ""
    yield "words", _("with “%(words)s”") % {"words": wanted.words} if wanted.words else ""


def _in_words(name: str, value: str) -> str:
    if name == "state":
        return words.state(value)
    if name == "source":
        return str(said.VOICES["publisher"]) if value == PUBLISHER else value
    return said.said(name, value)


def _words(given: QueryDict, name: str) -> str:
    return given.get(name, "").replace("\x00", "")[:_LONGEST].strip()
