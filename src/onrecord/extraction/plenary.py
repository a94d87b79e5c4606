"""The adoption of outcomes in a report of the Human Rights Council on its session: last answers and counts by State.

Each review has its own part: when it was held, on which report, then "Views expressed by the State under review",
statements of other States and of stakeholders, and "Concluding remarks". Only the State and the President are heard.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.extraction.answered_lists import Answered, answered_lists
from onrecord.extraction.answers import Stance
from onrecord.extraction.sentences import sentences
from onrecord.extraction.statements import Placing, Span, Voice
from onrecord.extraction.tallies import stated_tallies
from onrecord.model import (
    Document,
    Doubt,
    Findings,
    Identity,
    Paragraph,
    ParagraphKind,
    Position,
    PositionStatement,
    Speaker,
    Stage,
    Tally,
)
from onrecord.vocabulary import states, symbols
from onrecord.vocabulary.dates import to_edtf

_REVIEW_OF = re.compile(
    r"\bThe\s+review\s+of\s+(?:the\s+)?(.{3,80}?)\s+was\s+(?:held|conducted|undertaken)\s+on\b", re.I
)
_STATE_SPEAKS = re.compile(
    r"(?:\d\.?\s*)?(?:views\s+expressed\s+by\s+(?:the\s+)?(?:state|country|delegation)|concluding\s+remarks|views\s+expressed\s+by\s+\w+\s+on\s+the)",
    re.I,
)
_OTHERS_SPEAK = re.compile(
    r"(?:\d\.?\s*)?(?:views\s+expressed\s+by\s+member|general\s+comments|views\s+expressed\s+by\s+other)", re.I
)
_PART = re.compile(r"[A-Z]\.\s|[IVX]+\.\s|(?:General\s+debate|Consideration\s+of\s+and\s+action)\b")
_ADOPTED = re.compile(r"\b(?:adopted|considered)\b[^.]{0,80}\boutcome\b", re.I)
_PRESIDENT = re.compile(
    r"\b(?:Vice-)?President\s+(?:of\s+the\s+(?:Human\s+Rights\s+)?Council\s+)?(?:then\s+|also\s+)?(?:stated|said|noted|announced|informed|indicated)",
    re.I,
)
_PARAGRAPH_OF_REPORT = re.compile(
    r"\bparagraph\s+(\d{1,3})\s+of\s+the\s+(?:report|Working\s+Group)|A/HRC/\d+/\d+,?\s+paras?\.\s+(\d{1,3})", re.I
)
_EXCEPTION = re.compile(r"\b(?:except|with\s+the\s+exception\s+of|other\s+than)\b", re.I)
_REMARK = Stance(Position.PENDING, "remark without an answer", 0, 0)


@dataclass(slots=True)
class Adoption:
    """The part on one State. ``heard``: paragraphs in which the State speaks, or the President about it."""

    state: str
    name: str
    target: str = ""
    date: str = ""
    heard: list[Paragraph] = field(default_factory=list)


def read_plenary(document: Document, identity: Identity) -> Findings:
    """Last answers, remarks and counts of every State whose outcome was adopted at the session.

    Returns:
        Findings with ``positions`` (stage PLENARY, each with the symbol of the report it answers), ``tallies`` of the
        State and of the President, and ``doubts``.
    """
    placing = Placing(document, identity.symbol)
    positions: list[PositionStatement] = []
    tallies: list[Tally] = []
    doubts: list[Doubt] = []
    for adoption in adoptions(document):
        president = [p for p in adoption.heard if _PRESIDENT.search(p.text)]
        own = [p for p in adoption.heard if p not in president]
        for voice, paragraphs in ((Speaker.STATE, own), (Speaker.PRESIDENT, president)):
            tallies += stated_tallies(paragraphs, placing, state=adoption.state, speaker=voice, target=adoption.target)
        found, unsure = _positions(adoption, own, Voice(placing, adoption.target, Stage.PLENARY, adoption.date))
        positions += found
        doubts += unsure
        if not adoption.state:
            doubts.append(
                Doubt(f"“{adoption.name}” is no State that we know.", placing.place(_span(own[0])) if own else None)
            )
    return Findings(identity, positions=tuple(positions), tallies=tuple(tallies), doubts=tuple(doubts))


def adoptions(document: Document) -> Iterator[Adoption]:
    """The parts on the States reviewed, in order."""
    current: Adoption | None = None
    listening = False
    for paragraph in document.paragraphs:
        opened = _REVIEW_OF.match(paragraph.text)
        if opened is not None:
            if current is not None:
                yield current
            name = opened[1].strip(" ,")
            current, listening = Adoption(states.find(name) or states.suggest(name) or "", name), False
        elif current is None or paragraph.kind is ParagraphKind.NOTE:
            continue
        elif paragraph.kind is ParagraphKind.HEADING and _PART.match(paragraph.text):
            yield current
            current = None
        elif _OTHERS_SPEAK.match(paragraph.text):
            listening = False
        elif _STATE_SPEAKS.match(paragraph.text) and len(paragraph.text) < 220:
            listening = True
        elif listening or _PRESIDENT.search(paragraph.text):
            current.heard.append(paragraph)
        else:
            _identify(current, paragraph)
    if current is not None:
        yield current


def _identify(adoption: Adoption, paragraph: Paragraph) -> None:
    """Take the report's symbol and the day of adoption from the opening paragraphs."""
    if not adoption.target and re.search(r"reports?\s+of\s+the\s+Working\s+Group", paragraph.text):
        named = [
            s for _, _, s in symbols.find_all(paragraph.text) if s.body == "HRC" and not s.suffixes and not s.series
        ]
        adoption.target = named[0].text if named else ""
    if not adoption.date and _ADOPTED.search(paragraph.text):
        adoption.date = to_edtf(paragraph.text)


def _positions(
    adoption: Adoption, paragraphs: Sequence[Paragraph], voice: Voice
) -> tuple[list[PositionStatement], list[Doubt]]:
    found: list[PositionStatement] = []
    doubts: list[Doubt] = []
    report_paragraph = ""
    for paragraph in paragraphs:
        report_paragraph = _report_paragraph(paragraph) or report_paragraph
        lists = answered_lists(voice.placing.document.text, paragraph.start, paragraph.end, paragraph=report_paragraph)
        for i, one in enumerate(lists):
            behind = lists[i + 1].start if i + 1 < len(lists) else paragraph.end
            found += _statements(one, paragraph, behind, voice)
            doubts += _doubts(one, paragraph, voice)
    return found, doubts


def _report_paragraph(paragraph: Paragraph) -> str:
    """The paragraph of the report that a sentence about recommendations names; "" if none does."""
    for low, high in sentences(paragraph.text):
        named = _PARAGRAPH_OF_REPORT.search(paragraph.text, low, high)
        if named and "recommendation" in paragraph.text[low:high].lower():
            return named[1] or named[2] or ""
    return ""


def _statements(one: Answered, paragraph: Paragraph, behind: int, voice: Voice) -> Iterator[PositionStatement]:
    comment: Span | None = (one.end + 1, behind) if behind > one.end + 20 else None
    if comment is not None:
        comment = _trimmed(voice.placing.document.text, comment)
    tentative = one.stance is None or one.unclear
    stance = _REMARK if one.stance is None or one.unclear else one.stance
    for number in one.numbers.numbers:
        statement = voice.statement(
            number, stance, (one.start, one.end), paragraph=paragraph.number, comment=comment, tentative=tentative
        )
        yield replace(statement, partly=False) if tentative else statement


def _doubts(one: Answered, paragraph: Paragraph, voice: Voice) -> Iterator[Doubt]:
    text = voice.placing.document.text
    place = voice.placing.place((one.start, one.end), paragraph.number)
    for problem in one.numbers.problems:
        yield Doubt(problem.what, voice.placing.place((problem.start, problem.end), paragraph.number))
    if one.unclear:
        yield Doubt("One of these recommendations is answered without saying which.", place)
    elif one.stance is not None and len(one.numbers.numbers) > 1 and _EXCEPTION.search(text, one.start, one.end):
        yield Doubt("The answer makes an exception without naming its number.", place)


def _trimmed(text: str, span: Span) -> Span | None:
    low, high = span
    while low < high and text[low].isspace():
        low += 1
    while high > low and text[high - 1].isspace():
        high -= 1
    return (low, high) if high > low else None


def _span(paragraph: Paragraph) -> Span:
    return paragraph.start, paragraph.end
