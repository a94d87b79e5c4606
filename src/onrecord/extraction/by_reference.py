"""Recommendations of early reports that are answered by reference, with their text from the dialogue."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.extraction.chapeau import Reading, read_chapeau
from onrecord.extraction.references import Reference, Told, references, told
from onrecord.extraction.section import Section
from onrecord.extraction.sentences import sentences
from onrecord.model import (
    Ask,
    Document,
    Doubt,
    Identity,
    Place,
    Position,
    PositionStatement,
    Recommendation,
    Stage,
)


def once(items: list[Recommendation]) -> list[Recommendation]:
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


def by_reference(document: Document, identity: Identity, section: Section) -> tuple[list[Recommendation], list[Doubt]]:
    """Recommendations whose text stands in the dialogue, answered in ``section`` by the number of their paragraph.

    A recommendation that cannot be found there is a doubt.
    """
    items: list[Recommendation] = []
    doubts: list[Doubt] = []
    for reading, reference, where in _referred(document, identity, section):
        found = told(document, reference)
        if found is None:
            doubts.append(Doubt(f"No recommendation was found in paragraph {reference.number}.", where))
        else:
            items.append(_told_item(document, identity, section, found, reading, where))
    return items, doubts


def _referred(document: Document, identity: Identity, section: Section) -> Iterator[tuple[Reading, Reference, Place]]:
    """Every paragraph that a sentence of the section answers, with what it says and where."""
    for paragraph in section.said:
        for low, high in sentences(document.text, paragraph.start, paragraph.end):
            reading = read_chapeau(document.text[low:high])
            if reading is None or reading.value is Position.SUPPORTED:
                continue
            where = document.place(low, high, symbol=identity.symbol, paragraph=section.number)
            for reference in references(document.text[low:high]):
                yield reading, reference, where


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
