"""How a paper is built: units, sections, web furniture, repeated summaries, notes."""

import re

from onrecord.extraction.papers.units import Layout, Role, Unit
from onrecord.model import Document, Identity, ParagraphKind

_SENTENCE_END = re.compile(r"(?<=[.?!])[”\"’)\]*]*\s+(?=[A-ZÀ-ÖØ-Þ“\"(‘А-Я*])")


def layout_of(document: Document, identity: Identity) -> Layout:
    """The layout of a paper; what stands in no unit is no text of the paper."""
    units: list[Unit] = []
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.kind is ParagraphKind.NOTE:
            continue
        if paragraph.kind is ParagraphKind.HEADING:
            units.append(Unit(paragraph.start, paragraph.end, Role.HEADING, index, -1))
            continue
        for start, end in _sentences(document.text, paragraph.start, paragraph.end):
            units.append(Unit(start, end, Role.SENTENCE, index, -1))
    return Layout(tuple(units))


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans = []
    for match in _SENTENCE_END.finditer(text, start, end):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, end)]
