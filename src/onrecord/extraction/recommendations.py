"""Recommendations of Working Group reports: number, text, recommending States, asks, chapeau."""

import re

from onrecord.extraction.asks import split_asks
from onrecord.extraction.by_reference import by_reference, once
from onrecord.extraction.remarks import with_remarks
from onrecord.extraction.section import Item, Section, sections
from onrecord.extraction.states_named import StateBracket, state_brackets
from onrecord.model import (
    Ask,
    Document,
    Doubt,
    Findings,
    Identity,
    Place,
    Position,
    PositionStatement,
    Recommendation,
    Stage,
)

_TAIL = re.compile(r"[\s;.,:]*(?:and)?[\s;.,:]*$")


def read_recommendations(document: Document, identity: Identity) -> Findings:
    """Every item of the list in a Working Group report, with the position that its chapeau states.

    Returns:
        Findings with ``recommendations``, ``positions`` (one REPORT statement an item) and ``doubts``.
    """
    items: list[Recommendation] = []
    doubts: list[Doubt] = []
    found_sections = sections(document)
    for section in found_sections:
        for item in section.items:
            found = _recommendation(document, identity, section, item)
            items.append(found)
            doubts.extend(_doubts(found))
        told_items, told_doubts = by_reference(document, identity, section)
        items.extend(told_items)
        doubts.extend(told_doubts)
    items = with_remarks(document, identity, found_sections, once(items))
    positions = tuple(s for item in items for s in item.history)
    return Findings(identity, recommendations=tuple(items), positions=positions, doubts=tuple(doubts))


def _recommendation(document: Document, identity: Identity, section: Section, item: Item) -> Recommendation:
    start, end = item.paragraphs[0].start, item.paragraphs[-1].end
    whole = document.text[start:end]
    brackets = state_brackets(whole)
    place = _Placer(document, identity, item.number)
    text_end = _text_end(whole, brackets)
    states = tuple(dict.fromkeys(s for b in brackets for s in b.states))
    history = _history(document, identity, section, item)
    return Recommendation(
        number=item.number,
        text=_without(whole, brackets, text_end),
        states=states,
        place=place(start, start + text_end),
        item=whole,
        item_place=place(start, end),
        chapeau=section.chapeau.text if section.chapeau else "",
        chapeau_place=history[0].place if history else None,
        asks=tuple(
            Ask(a.states, a.text, tuple(place(start + low, start + high) for low, high in a.spans))
            for a in split_asks(whole, brackets)
        ),
        unknown=tuple(dict.fromkeys(n for b in brackets for n in b.unknown)),
        history=history,
        section=section.number,
    )


class _Placer:
    """Places in one document, of one item."""

    def __init__(self, document: Document, identity: Identity, number: str) -> None:
        self._document, self._symbol, self._number = document, identity.symbol, number

    def __call__(self, start: int, end: int) -> Place:
        return self._document.place(start, end, symbol=self._symbol, paragraph=self._number)


def _text_end(whole: str, brackets: list[StateBracket]) -> int:
    """Where the text ends: before the last bracket of States if that closes the item, else before the semicolon."""
    if brackets and _TAIL.match(whole, brackets[-1].end):
        end = len(whole[: brackets[-1].start].rstrip(" ,;"))
        if end:
            return end
    return len(whole.rstrip(" ;."))


def _without(whole: str, brackets: list[StateBracket], end: int) -> str:
    """The words of an item up to ``end`` without the brackets that name States."""
    parts: list[str] = []
    at = 0
    for bracket in brackets:
        if bracket.end > end:
            break
        parts.append(whole[at : bracket.start].rstrip())
        at = bracket.end
    parts.append(whole[at:end])
    return "".join(parts).rstrip(" ;.,")


def _history(document: Document, identity: Identity, section: Section, item: Item) -> tuple[PositionStatement, ...]:
    chapeau = section.chapeau
    if chapeau is None or section.reading is None:
        return ()
    place = document.place(chapeau.start, chapeau.end, symbol=identity.symbol, paragraph=chapeau.number)
    statement = PositionStatement(
        target=identity.symbol,
        number=item.number,
        value=section.reading.value,
        stage=Stage.REPORT,
        words=chapeau.text,
        rule=section.reading.rule,
        date=identity.date,
        place=place,
        claims_implemented=section.reading.claims_implemented if section.reading.value is not Position.PENDING else "",
    )
    return (statement,)


def _doubts(item: Recommendation) -> list[Doubt]:
    doubts = [Doubt(f"“{name}” in {item.number} is no State that we know.", item.item_place) for name in item.unknown]
    if not item.states and not item.unknown:
        doubts.append(Doubt(f"No recommending State was found in {item.number}.", item.item_place))
    return doubts
