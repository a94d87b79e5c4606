"""Recommendations of Working Group reports: number, text, recommending States, asks, chapeau."""

import re
from dataclasses import replace

from onrecord.extraction.asks import split_asks
from onrecord.extraction.chapeau import Reading, read_chapeau
from onrecord.extraction.references import Told, references, told
from onrecord.extraction.section import Item, Section, sections
from onrecord.extraction.states_named import StateBracket, state_brackets
from onrecord.model import (
    Ask,
    Document,
    Doubt,
    Findings,
    Identity,
    Paragraph,
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
    for section in sections(document):
        for item in section.items:
            found = _recommendation(document, identity, section, item)
            items.append(found)
            doubts.extend(_doubts(found))
        told_items, told_doubts = _by_reference(document, identity, section)
        items.extend(told_items)
        doubts.extend(told_doubts)
    items = _once(items)
    positions = tuple(s for item in items for s in item.history)
    return Findings(identity, recommendations=tuple(items), positions=positions, doubts=tuple(doubts))


def _recommendation(document: Document, identity: Identity, section: Section, item: Item) -> Recommendation:
    start, end = item.paragraphs[0].start, item.paragraphs[-1].end
    whole = document.text[start:end]
    brackets = state_brackets(whole)
    place = _placer(document, identity, item.number)
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


def _once(items: list[Recommendation]) -> list[Recommendation]:
    """Items that several sentences refer to are listed once, with all that was said of them."""
    by_key: dict[tuple[str, int], Recommendation] = {}
    for item in items:
        key = (item.number, item.place.start)
        if key in by_key:
            history = tuple(dict.fromkeys(by_key[key].history + item.history))
            by_key[key] = replace(by_key[key], history=history)
        else:
            by_key[key] = item
    return list(by_key.values())


def _by_reference(document: Document, identity: Identity, section: Section) -> tuple[list[Recommendation], list[Doubt]]:
    """Recommendations whose text stands in the dialogue, answered here by the number of their paragraph."""
    items: list[Recommendation] = []
    doubts: list[Doubt] = []
    for paragraph in ([section.chapeau] if section.chapeau else []) + section.remarks:
        for sentence in _sentences(paragraph):
            reading = read_chapeau(paragraph.text[slice(*sentence)])
            if reading is None or reading.value is Position.SUPPORTED:
                continue
            for reference in references(paragraph.text[slice(*sentence)]):
                found = told(document, reference)
                where = document.place(
                    paragraph.start + sentence[0],
                    paragraph.start + sentence[1],
                    symbol=identity.symbol,
                    paragraph=section.number,
                )
                if found is None:
                    doubts.append(Doubt(f"No recommendation was found in paragraph {reference.number}.", where))
                else:
                    items.append(_told_item(document, identity, section, found, reading, where))
    return items, doubts


def _sentences(paragraph: Paragraph) -> list[tuple[int, int]]:
    """Spans of the sentences of a paragraph; "para. 3" and "No. 5" do not end one."""
    ends = [m.end() for m in re.finditer(r"(?<!para)(?<!No)(?<!art)\.(?=\s+[A-Z])|$", paragraph.text)]
    spans = list(zip([0, *ends[:-1]], ends, strict=True))
    return [(a + len(paragraph.text[a:b]) - len(paragraph.text[a:b].lstrip()), b) for a, b in spans if a < b]


def _told_item(
    document: Document, identity: Identity, section: Section, found: Told, reading: Reading, where: Place
) -> Recommendation:
    number = found.reference.number
    places = tuple(document.place(a, b, symbol=identity.symbol, paragraph=number) for a, b in found.spans)
    place = document.place(found.spans[0][0], found.spans[-1][1], symbol=identity.symbol, paragraph=number)
    text = document.text[place.start : place.end]
    words = document.text[where.start : where.end]
    statement = PositionStatement(
        identity.symbol,
        number,
        reading.value,
        Stage.REPORT,
        words,
        f"by reference, {reading.rule}",
        identity.date,
        where,
    )
    return Recommendation(
        number=number,
        text=text,
        states=found.states,
        place=place,
        item=text,
        item_place=place,
        chapeau=section.chapeau.text if section.chapeau else "",
        chapeau_place=where,
        asks=tuple(Ask(found.states, document.text[p.start : p.end], (p,)) for p in places),
        history=(statement,),
        section=section.number,
    )


class _placer:  # noqa: N801 - reads as a function bound to one document and number
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
