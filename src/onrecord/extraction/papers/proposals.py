"""Finds what a paper asks, of whom: lists of recommendations, duties ("the State must"), calls and opportunities.

A call of the publisher is its own; a call that the paper tells of (the Committee recommended, civil society requested)
is reported and stays apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.extraction.content_ids import ContentIds
from onrecord.extraction.papers import calls, duties
from onrecord.extraction.papers.ask_cutting import cut_asks
from onrecord.extraction.papers.proposals_tables import AskCell, ask_cells
from onrecord.extraction.papers.units import Paper, Role, Unit
from onrecord.extraction.papers.voices_running import Ordered, Voices, own_names
from onrecord.model import PUBLISHER, Named, Proposal, ProposalAsk, Quotation, Voice

_LETTER_TO = re.compile(r"\bletter\s+to\s+(?P<whom>(?:the\s+)?[A-Z][^:;.]{2,100})", re.IGNORECASE)
_MARKS_OF_BOLD = re.compile(r"\*\*|__")


@dataclass(slots=True)
class _List:
    """The list of recommendations that the reading is in, if any."""

    open: bool = False
    by_heading: bool = False
    addressee: str = ""


@dataclass(slots=True)
class _Reader:
    paper: Paper
    own_names: tuple[str, ...]
    ids: ContentIds
    cells: dict[int, AskCell | None]
    you: str  # whom a letter is written to
    voices: Voices
    last_paragraph: int = -1  # where the last own proposal stands
    under: _List = field(default_factory=_List)
    found: list[Proposal] = field(default_factory=list)


def read_proposals(
    paper: Paper, names: tuple[Named, ...], quotations: tuple[Quotation, ...] = ()
) -> tuple[Proposal, ...]:
    """Every proposal of the paper, in its order; those it only reports have the voice ``OTHER``.

    Args:
        paper: the paper, with its layout.
        names: organisations and persons found in it; the publishers' short forms are taken from there.
        quotations: quoted speech; what somebody asks who does not speak for the publisher is only reported.
    """
    voices = Voices(paper, own_names(paper, names), Ordered(quotations))
    ids = ContentIds(paper.document.sha256)
    reader = _Reader(paper, _own_names(paper, names), ids, ask_cells(paper.document), _written_to(paper), voices)
    units = paper.layout.units
    for at, unit in enumerate(units):
        if unit.role in (Role.HEADING, Role.TITLE):
            reader.under = _list_below(reader, paper.text(unit.start, unit.end), units[at + 1 : at + 2])
        elif unit.says_something:
            _read_unit(reader, unit)
    return tuple(reader.found)


def _own_names(paper: Paper, names: tuple[Named, ...]) -> tuple[str, ...]:
    """How the publisher calls itself: its names as stated, and what the paper joins with them."""
    stated = {name.casefold().removeprefix("the ") for name in paper.identity.publishers}
    forms = {name.name for name in names if name.name.casefold().removeprefix("the ") in stated}
    forms |= set(paper.identity.publishers)
    for name in names:
        if name.name.casefold().removeprefix("the ") in stated:
            forms |= {paper.text(place.start, place.end) for place in name.mentions}
    return tuple(sorted((form for form in forms if form), key=len, reverse=True))


def _written_to(paper: Paper) -> str:
    """Whom an open letter addresses, by its title; "" for other papers."""
    titles = (paper.text(unit.start, unit.end) for unit in paper.layout.units if unit.role is Role.TITLE)
    return next((match["whom"].strip() for title in titles if (match := _LETTER_TO.search(title))), "")


def _list_below(reader: _Reader, heading: str, following: Sequence[Unit]) -> _List:
    """The list that a heading opens, or goes on: below "Recommendations" stand "To Parliament" and "Prisons"."""
    before = reader.under
    if calls.HEADS_LIST.search(heading) and not calls.HEADS_FOLLOW_UP.search(heading):
        whom = calls.TO_WHOM.search(heading)
        return _List(open=True, by_heading=True, addressee=whom[1].strip(" :.") if whom else "")
    if not before.open:
        return _List()
    if whom := calls.HEADS_ADDRESSEE.match(heading):
        return _List(open=True, by_heading=True, addressee=whom["whom"].strip(" :."))
    texts = [reader.paper.text(unit.start, unit.end) for unit in following if unit.says_something]
    if before.by_heading and any(duties.imperative(text) is not None for text in texts):
        return _List(open=True, by_heading=True, addressee=calls.some_addressee(heading) or before.addressee)
    return _List()


def _read_unit(reader: _Reader, unit: Unit) -> None:
    text = _MARKS_OF_BOLD.sub("  ", reader.paper.text(unit.start, unit.end))
    if unit.paragraph in reader.cells:
        _read_cell(reader, unit, text)
        return
    if text.rstrip().endswith(":"):
        if lead := calls.LEADS_LIST.search(text):
            named = _addressee_of(lead, text) or (reader.under.addressee if reader.under.open else "")
            reader.under = _List(open=True, by_heading=reader.under.by_heading, addressee=named)
        elif reader.under.open and (whom := calls.TO_WHOM.match(text)):
            reader.under.addressee = whom[1].strip(" :.")
        return
    if reader.under.open and _read_listed(reader, unit, text):
        return
    if reader.under.open and not reader.under.by_heading and unit.role is not Role.BULLET:
        reader.under = _List()
    if reader.last_paragraph == unit.paragraph and (again := duties.goes_on(text)):
        _add(reader, unit, replace(again, addressee=reader.found[-1].addressee))
        return
    if labelled := duties.labelled(text):
        _add(reader, unit, labelled)
        return
    for call in calls.calls_in(text, reader.own_names):
        _add(reader, unit, call)


def _read_cell(reader: _Reader, unit: Unit, text: str) -> None:
    cell = reader.cells[unit.paragraph]
    opening = duties.imperative(text) if cell else None
    if cell and opening is not None:
        _add(reader, unit, duties.Call(0, len(text), opening, cell.addressee, Voice.PUBLISHER, cell.reason))
        return
    for call in calls.calls_in(text, reader.own_names):
        _add(reader, unit, call)


def _addressee_of(lead: re.Match[str], text: str) -> str:
    whom = (lead["whom"] if "whom" in lead.re.groupindex else "") or ""
    named = "" if calls.PRONOUN.fullmatch(whom.strip(" :,.")) else whom.strip(" :,.")
    return named or calls.some_addressee(text) or whom.strip(" :,.")


def _read_listed(reader: _Reader, unit: Unit, text: str) -> bool:
    """A line of a list of recommendations: "Repeal …", "To repeal …", "An end to …", "The State should repeal …"."""
    to = calls.OPENS_TO.match(text)
    skip = to.end() if to else 0
    opening = duties.imperative(text[skip:])
    if opening is None and unit.role is Role.BULLET:
        opening = duties.demanded(text[skip:])
    if opening is not None:
        why = "It stands in a list of recommendations and opens with what is to be done."
        whom = to[1] if to else reader.under.addressee
        _add(reader, unit, duties.Call(0, len(text), skip + opening, whom, Voice.PUBLISHER, why))
        return True
    duty = duties.duty(text, anybody=True)
    if duty:
        _add(reader, unit, duty)
    return duty is not None


def _add(reader: _Reader, unit: Unit, call: duties.Call) -> None:
    paper = reader.paper
    start, end = unit.start + call.start, unit.start + call.end
    whole = paper.document.text[start:end]
    if not call.asks_from < call.end:
        return
    spans = cut_asks(paper.document.text, unit.start + call.asks_from, end)
    addressee = reader.you if call.addressee.casefold() == "you" and reader.you else call.addressee
    asks = tuple(ProposalAsk(paper.text(low, high), paper.place(low, high)) for low, high in spans)
    said = reader.voices.quoted(start, end)
    if said and said.voice is Voice.OTHER and call.voice is Voice.PUBLISHER:
        call = replace(call, voice=Voice.OTHER, maker=said.source, reason=f"The paper quotes {said.source}.")
    own = call.voice is Voice.PUBLISHER
    reader.last_paragraph = unit.paragraph if own else -1
    reader.found.append(
        Proposal(
            id=reader.ids.of("proposal", whole),
            text=whole,
            place=paper.place(start, end),
            asks=asks,
            voice=call.voice,
            maker=PUBLISHER if own else call.maker,
            addressee=addressee,
            reasons=(("voice", call.reason),),
        )
    )
