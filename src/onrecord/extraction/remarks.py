"""What a report says of its own items by number: "recommendations Nos. 7, 8 and 9 above are already implemented"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.extraction.chapeau import read_chapeau
from onrecord.extraction.numbers import find_lists
from onrecord.extraction.section import Section
from onrecord.extraction.sentences import sentences
from onrecord.model import Document, Identity, Position, PositionStatement, Recommendation, Stage

_PARAGRAPH = re.compile(r"\bparagraph\s+(\d{1,3})\b(?!\.\d)")


def with_remarks(
    document: Document, identity: Identity, found: Iterable[Section], items: list[Recommendation]
) -> list[Recommendation]:
    """The items, each with what paragraphs of the list say of it by number.

    A claim that something is implemented already is a comment: it leaves the answer as it was. A refusal or an answer
    to come, said of a number, counts as an answer of its own.
    """
    by_number = {item.number: item for item in items}
    above = ""
    for section in found:
        for number, statement in _statements(document, identity, section, above):
            # A misprinted paragraph ("in paragraph 88 above" for 89) still means the list above.
            item = by_number.get(number) or by_number.get(f"{above}.{number.rpartition('.')[2]}")
            if item is not None:
                own = replace(statement, value=item.position) if statement.tentative else statement
                by_number[item.number] = replace(item, history=(*item.history, replace(own, number=item.number)))
        if section.items:
            above = section.number
    return [by_number[item.number] for item in items]


def _statements(
    document: Document, identity: Identity, section: Section, above: str
) -> Iterator[tuple[str, PositionStatement]]:
    paragraphs = section.remarks if section.items else section.said
    for paragraph in paragraphs:
        for low, high in sentences(document.text, paragraph.start, paragraph.end):
            reading = read_chapeau(document.text[low:high])
            if reading is None:
                continue
            for number, claim in _claims(document.text, low, high, above):
                claims = claim or reading.claims_implemented
                yield (
                    number,
                    PositionStatement(
                        target=identity.symbol,
                        number=number,
                        value=reading.value,
                        stage=Stage.REPORT,
                        words=document.text[low:high],
                        rule=reading.rule.replace("chapeau:", "by number:"),
                        date=identity.date,
                        place=document.place(low, high, symbol=identity.symbol, paragraph=section.number),
                        claims_implemented=claims,
                        tentative=bool(claims) and reading.value is not Position.NOTED,
                    ),
                )


def _claims(text: str, low: int, high: int, above: str) -> Iterator[tuple[str, str]]:
    """Numbers of items in a sentence, each with the claim that stands behind it, as ``(number, claim)``.

    Plain numbers ("Nos. 7, 8 and 9") belong to the paragraph named behind them, or else to the list above.
    """
    seen: set[str] = set()
    for found in find_lists(text, low, high):
        behind = read_chapeau(text[found.end : high])
        named = _PARAGRAPH.search(text, found.end, high)
        for number in found.numbers:
            full = number if "." in number else f"{named[1] if named else above}.{number}"
            if full not in seen:
                seen.add(full)
                yield full, behind.claims_implemented if behind else ""
