"""Advance questions: what States asked in writing before a review.

The papers set the asking State on a line of its own, mostly in capitals, and its questions as paragraphs below.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.model import AdvanceQuestion, Document, Doubt, Findings, Identity, Paragraph, ParagraphKind
from onrecord.vocabulary import mentions, states

_TITLE = re.compile(
    r"advance\s+questions?\b|questions\s+submitted\s+in\s+advance|(?:\w+\s+)?universal\s+periodic\s+review\b", re.I
)
_FURNITURE = re.compile(r"[-–—_*\s.]*$|PAGE\b|page\s+\d+|\[[^\]]*\]$", re.I)
_BEHALF = re.compile(r"\s*(?:,|\(|on\s+behalf\s+of\b|\band\b|&|:|$)", re.I)
_BULLET = re.compile(r"(?:^|\s)[•●▪◦§]\s*|^[-–—]\s+")
_LONGEST_NAME = 140
_LONGEST_TOPIC = 60


def read_questions(document: Document, identity: Identity) -> Findings:
    """Each question with the State that asked it, in the order of the paper.

    Returns:
        Findings with ``questions``; words below a line that may be a State's name but is none we know are a doubt.
    """
    questions: list[AdvanceQuestion] = []
    doubts: list[Doubt] = []
    asking = ""
    for paragraph in document.paragraphs:
        if _FURNITURE.match(paragraph.text) or (_TITLE.match(paragraph.text) and not asking):
            continue
        state = _asking(paragraph)
        if state is not None:
            asking = state
            if not state:
                place = document.place(paragraph.start, paragraph.end, symbol=identity.symbol)
                doubts.append(Doubt(f"“{paragraph.text}” is no State that we know.", place))
        elif asking:
            for start, end in _parts(paragraph):
                place = document.place(start, end, symbol=identity.symbol, paragraph=paragraph.number)
                questions.append(AdvanceQuestion(asking, document.text[start:end], place))
    return Findings(identity, questions=tuple(questions), doubts=tuple(doubts))


def _asking(paragraph: Paragraph) -> str | None:
    """The State whose name a line is; "" for a line in capitals that is no name we know; None for other lines."""
    text = paragraph.text.strip(" :*")
    if len(text) > _LONGEST_NAME or text.endswith(("?", ".")) or paragraph.kind is ParagraphKind.NOTE:
        return None
    whole = states.find(text) or (states.suggest(text) if text.isupper() else None)
    if whole is not None:
        return whole
    match = mentions.match_at(text, 0)
    if match is not None and _BEHALF.match(text, match[0]):
        return match[1]
    capitals = text.isupper() and 3 < len(text) < 60 and not any(c.isdigit() for c in text)
    return "" if capitals and paragraph.kind is ParagraphKind.HEADING else None


def _parts(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Spans of the questions in one paragraph: bullets that were run together are taken apart."""
    text = paragraph.text
    cuts = [0, *(m.start() for m in _BULLET.finditer(text)), len(text)]
    if len(cuts) > 2 and cuts[1] < _LONGEST_TOPIC and "?" not in text[: cuts[1]]:
        del cuts[1]  # a topic ("Rights of women") goes with the question below it
    for low, high in pairwise(cuts):
        bullet = _BULLET.match(text, low, high)
        begin = bullet.end() if bullet else low
        while begin < high and text[begin].isspace():
            begin += 1
        stop = begin + len(text[begin:high].rstrip())
        if stop > begin and any(c.isalpha() for c in text[begin:stop]):
            yield paragraph.start + begin, paragraph.start + stop
