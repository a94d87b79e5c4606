"""Answers in national reports: which passage says that it answers which earlier recommendations.

References stand in headings ("Recommendations 95.5, 95.15-95.20" above a passage), in brackets inside a paragraph, and
in notes to it. They are the State's own claim.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extraction.numbers import NumberList, find_lists
from onrecord.extraction.report_paragraph import report_paragraph
from onrecord.model import Document, Doubt, Findings, FollowUpAnswer, Identity, Paragraph, ParagraphKind

_NOTHING_BEHIND = re.compile(r"[\s).\]:;]*$")
_NUMBERS_ALONE = re.compile(r"[\d\s.,;()–—-]*(?:and|to|[\d\s.,;()–—-])*", re.I)
_LONGEST_HEADING = 320

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Reference:
    """A list of numbers with the words that announce it, as a span in the document's text."""

    listed: NumberList
    words: Span
    paragraph: Paragraph


def read_answers(document: Document, identity: Identity) -> Findings:
    """Every passage of a national report that names the recommendations it answers.

    Args:
        document: the national report as read.
        identity: what it is.

    Returns:
        Findings with ``answers`` in the order of the paper and ``doubts`` about ranges that cannot be.
    """
    reader = _Reader(document, identity.symbol, report_paragraph(document))
    body = [p for p in document.paragraphs if p.kind is not ParagraphKind.NOTE]
    answers: list[FollowUpAnswer] = []
    doubts: list[Doubt] = []
    for i, paragraph in enumerate(body):
        for reference in reader.references(paragraph):
            heads = reader.is_heading(paragraph, reference)
            passage = reader.passage_below(body, i) if heads else (paragraph.start, paragraph.end)
            answers.append(reader.answer(reference, passage))
            doubts += reader.doubts(reference)
    for note in document.notes:
        own = Paragraph(note.mark, 0, ParagraphKind.NOTE, note.text, note.start, note.end, note.page)
        carrier = document.paragraphs[note.paragraph] if note.paragraph is not None else own
        for reference in reader.references(own):
            answers.append(reader.answer(reference, (carrier.start, carrier.end)))
            doubts += reader.doubts(reference)
    return Findings(identity, answers=tuple(answers), doubts=tuple(doubts))


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    symbol: str
    report_paragraph: str

    def references(self, paragraph: Paragraph) -> Iterator[_Reference]:
        """Lists of numbers that the paragraph announces as recommendations, or that stand alone in a bracket."""
        if not any(c.isdigit() for c in paragraph.text):
            return
        for listed in find_lists(paragraph.text, paragraph=self.report_paragraph):
            if listed.cue is None and not _alone(paragraph.text, listed):
                continue
            begin = listed.start if listed.cue is None else listed.cue
            words = (paragraph.start + begin, paragraph.start + listed.end)
            yield _Reference(listed, words, paragraph)

    def is_heading(self, paragraph: Paragraph, reference: _Reference) -> bool:
        """Whether the reference stands above what answers: nothing follows it, and no sentence goes before it."""
        before = self.document.text[paragraph.start : reference.words[0]]
        if len(paragraph.text) > _LONGEST_HEADING or not _NOTHING_BEHIND.match(paragraph.text, reference.listed.end):
            return False
        if paragraph.kind is ParagraphKind.HEADING or not before.strip(" ("):
            return True
        return not paragraph.text.rstrip().endswith(".") and ". " not in before

    def passage_below(self, body: Sequence[Paragraph], i: int) -> Span:
        """The paragraphs below a heading, up to the next heading; headings right below it belong to the passage."""
        start = end = body[i].end
        for paragraph in body[i + 1 :]:
            heads = paragraph.kind is ParagraphKind.HEADING or any(
                self.is_heading(paragraph, r) for r in self.references(paragraph)
            )
            if heads and end > start:
                break
            if not heads:
                start = paragraph.start if start == end else start
                end = paragraph.end
        return start, end

    def answer(self, reference: _Reference, passage: Span) -> FollowUpAnswer:
        """The finding; a passage that is missing leaves the reference to stand for itself."""
        start, end = passage if passage[1] > passage[0] else reference.words
        return FollowUpAnswer(
            numbers=reference.listed.numbers,
            words=self.document.text[slice(*reference.words)],
            place=self.document.place(*reference.words, symbol=self.symbol, paragraph=reference.paragraph.number),
            text=self.document.text[start:end],
            text_place=self.document.place(start, end, symbol=self.symbol),
        )

    def doubts(self, reference: _Reference) -> Iterator[Doubt]:
        """One doubt for each range that cannot be."""
        offset = reference.paragraph.start
        for problem in reference.listed.problems:
            place = self.document.place(offset + problem.start, offset + problem.end, symbol=self.symbol)
            yield Doubt(problem.what, place)


def _alone(text: str, listed: NumberList) -> bool:
    """Dotted numbers without the word count only in a bracket, or on a line, that holds nothing else."""
    low = text.rfind("(", 0, listed.start) + 1
    high = text.find(")", listed.end)
    high = len(text) if high < 0 else high
    return _NUMBERS_ALONE.fullmatch(text, low, high) is not None
