"""Recommendations that a report answers by reference: "those in paragraphs 23 (b), 32 (d) did not enjoy the support".

In sessions 1 to 7 their text stands only in the summary of the dialogue, paragraph by paragraph, State by State.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import Document, Paragraph, ParagraphKind
from onrecord.vocabulary import mentions

# "the recommendations noted in the report in paragraphs 23 (b)", not "for the reasons given in paragraph 46".
_REFERS = re.compile(r"\b(?:recommendations?|suggestions?|those)\s+(?:\w+\s+){0,7}?paragraphs?\s+(?=\d)", re.I)
_REFERS_ON = re.compile(r"\bparagraphs?\s+(?=\d)", re.I)
_ABOVE = re.compile(r"\b(?:above|noted|reflected|contained|listed|mentioned|in\s+the\s+report)\b", re.I)
_NUMBER = re.compile(
    r"\s*(?:,|and|;|as\s+well\s+as)?\s*(?:in\s+)?(?:paragraphs?\s+)?(\d{1,3})(?![\d.]*\d|\s*(?:per|%))"
)
_SUB = re.compile(r"\s*(?:,|and|;)?\s*(?:and\s+)?\(([a-z](?:\s*,\s*[a-z])*)\)((?:\s*\([ivx]+\))*)")
_LETTER = re.compile(r"(?<![\w(])\(([a-z])\)\s*")
_DEMAND = re.compile(r"\b(?:recommend(?:ed|s|ing)?|suggest(?:ed|s)|encouraged?|urged|called\s+(?:up)?on)\b", re.I)
_SUBJECT_WITHIN = 130  # letters from the start of a paragraph in which the speaking State is named


@dataclass(frozen=True, slots=True)
class Reference:
    """A paragraph, and mostly a letter in it, that a sentence refers to."""

    paragraph: str  # "23"
    letter: str  # "b", or ""

    @property
    def number(self) -> str:
        """As written in reports: ``23 (b)``."""
        return f"{self.paragraph} ({self.letter})" if self.letter else self.paragraph


@dataclass(frozen=True, slots=True)
class Told:
    """A recommendation as told in the dialogue, in one or more sentences (spans in the document's text)."""

    reference: Reference
    states: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def references(sentence: str) -> list[Reference]:
    """All paragraphs and letters that ``sentence`` refers to, in order, each once; [] if it does not refer to any."""
    if not _ABOVE.search(sentence):
        return []
    found: list[Reference] = []
    at = 0
    refers = _REFERS
    while match := refers.search(sentence, at):
        at, refers = match.end(), _REFERS_ON
        for reference, end in _list(sentence, at):
            found.append(reference)
            at = end
    return list(dict.fromkeys(found))


def _list(sentence: str, at: int) -> Iterator[tuple[Reference, int]]:
    while number := _NUMBER.match(sentence, at):
        at = number.end()
        letters = False
        while sub := _SUB.match(sentence, at):
            at = sub.end()
            letters = True
            for letter in re.findall(r"[a-z]", sub[1]):
                yield Reference(number[1], letter), at
        if not letters:
            yield Reference(number[1], ""), at


def told(document: Document, reference: Reference) -> Told | None:
    """The recommendation that stands at ``reference`` in the dialogue; None if nobody can be told to have made it."""
    group = _paragraphs(document, reference.paragraph)
    if not group:
        return None
    speaker = _speaker(group[0].text)
    if reference.letter:
        lettered = _lettered(group, reference.letter)
        spans = [lettered] if lettered else []
    else:
        spans = _demands(group[0])
    if speaker is None or not spans:
        return None
    return Told(reference, (speaker,), tuple(spans))


def _paragraphs(document: Document, number: str) -> list[Paragraph]:
    """The paragraph of this number (the first one: lists of recommendations count anew) and what hangs below it."""
    for i, paragraph in enumerate(document.paragraphs):
        if paragraph.number == number and paragraph.level == 0 and paragraph.kind is ParagraphKind.BODY:
            group = [paragraph]
            for below in document.paragraphs[i + 1 :]:
                if below.number.isdigit() or below.kind is not ParagraphKind.BODY:
                    break
                group.append(below)
            return group
    return []


def _speaker(text: str) -> str | None:
    for start, _end, iso3 in mentions.find_in(text[: _SUBJECT_WITHIN + 60]):
        if start <= _SUBJECT_WITHIN:
            return iso3
    return None


def _lettered(group: list[Paragraph], letter: str) -> tuple[int, int] | None:
    for paragraph in group:
        if paragraph.number == f"({letter})":
            return paragraph.start, paragraph.start + len(paragraph.text.rstrip(" ;.,"))
        marks = list(_LETTER.finditer(paragraph.text))
        for i, mark in enumerate(marks):
            if mark[1] == letter:
                end = _sentence_end(paragraph.text, mark.end())
                if i + 1 < len(marks):
                    end = min(end, marks[i + 1].start())
                words = re.sub(r"[\s;,.]*(?:\band\b)?[\s;,.]*$", "", paragraph.text[mark.end() : end])
                return paragraph.start + mark.end(), paragraph.start + mark.end() + len(words)
    return None


def _demands(paragraph: Paragraph) -> list[tuple[int, int]]:
    """The sentences of a paragraph that ask for something."""
    spans = []
    at = 0
    while at < len(paragraph.text):
        end = _sentence_end(paragraph.text, at)
        sentence = paragraph.text[at:end]
        if _DEMAND.search(sentence):
            lead = len(sentence) - len(sentence.lstrip(" ."))
            spans.append((paragraph.start + at + lead, paragraph.start + end))
        at = end + 1
    return spans


def _sentence_end(text: str, at: int) -> int:
    match = re.search(r"\.(?=\s+[A-Z])|\.$", text[at:])
    return at + match.start() if match else len(text)
