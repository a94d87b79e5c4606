"""Positions in the addendum to a Working Group report: the State's answer to each recommendation.

Three ways of answering are read, often mixed in one paper: lists and ranges behind a sentence that says what the State
does with them; headings ("Noted recommendations") or a sentence above a list; and entries, number by number.
"""

import re
from dataclasses import dataclass, field, replace

from onrecord.extraction.answered_lists import Answered, answered_lists
from onrecord.extraction.answers import Stance, claims_implemented, decide, stances
from onrecord.extraction.entries import Decision, Entry, decision, opening, plain_numbering, rows
from onrecord.extraction.report_paragraph import report_paragraph
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
)
from onrecord.vocabulary import symbols

_LEADS_A_LIST = re.compile(r":\s*$|\bfollowing\s+recommendations?\b|\brecommendations?\s+(?:listed\s+)?below\b", re.I)
_LONGEST_HEADING = 200
_NO_ANSWER = Stance(Position.NOTED, "no clear answer: noted", 0, 0)
_CLAIMS_ONLY = Stance(Position.SUPPORTED, "considered implemented: supported", 0, 0)


def read_addendum(document: Document, identity: Identity) -> Findings:
    """Positions, comments, tallies and doubts of one addendum.

    Args:
        document: the addendum as read.
        identity: what it is; its symbol without ``/Add.1`` is the target of every statement.

    Returns:
        Findings with ``positions`` in the order of the paper, ``tallies`` and ``doubts``.
    """
    symbol = symbols.parse(identity.symbol)
    target = symbol.base if symbol and symbol.is_addendum else ""
    placing = Placing(document, identity.symbol)
    reader = _Reader(document, Voice(placing, target, Stage.ADDENDUM, identity.date))
    body = [p for p in document.paragraphs if p.kind is not ParagraphKind.NOTE]
    reader.read([p for p in body if p.row is None])
    for entry in rows(body, report_paragraph=reader.report_paragraph):
        reader.close(entry, section=None)
    reader.claimed(body)
    tallies = stated_tallies(body, placing, state=identity.state, speaker=Speaker.STATE, target=target)
    return Findings(identity, positions=tuple(reader.statements), tallies=tallies, doubts=tuple(reader.doubts))


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading or sentence that says what the State does with the recommendations named below it."""

    stance: Stance
    words: Span
    paragraph: str


@dataclass(slots=True)
class _Reader:
    document: Document
    voice: Voice
    statements: list[PositionStatement] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    report_paragraph: str = ""
    plain: bool = False
    section: _Section | None = None
    entry: Entry | None = None
    _values: dict[str, Position] = field(default_factory=dict)

    def read(self, body: list[Paragraph]) -> None:
        self.report_paragraph = report_paragraph(self.document)
        self.plain = plain_numbering(body)
        entries: list[tuple[Entry, _Section | None]] = []
        for paragraph in body:
            opened = opening(paragraph, report_paragraph=self.report_paragraph, plain=self.plain)
            if opened is not None:
                entries.append((opened, self.section))
                self.entry = opened
            elif not self._lists(paragraph) and not self._opens_section(paragraph):
                self._continues(paragraph)
        # Behind the lists, so that an entry without an answer of its own comments on that of a list.
        for entry, section in entries:
            self.close(entry, section=section)

    def _lists(self, paragraph: Paragraph) -> bool:
        """Read lists with an answer; whether there were any."""
        text = self.document.text
        found = answered_lists(text, paragraph.start, paragraph.end, paragraph=self.report_paragraph)
        answered = [one for one in found if one.stance is not None]
        if not answered:
            return False
        self.entry = None
        for one in answered:
            self._list(one, paragraph, alone=len(answered) == 1)
        return True

    def claimed(self, body: list[Paragraph]) -> None:
        """Recommendations that the State calls implemented, and answers nowhere else, count as supported."""
        text = self.document.text
        for paragraph in filter(lambda p: claims_implemented(p.text), body):
            for one in answered_lists(text, paragraph.start, paragraph.end, paragraph=self.report_paragraph):
                if one.stance is None and claims_implemented(text[one.start : one.end]):
                    for number in [n for n in one.numbers.numbers if n not in self._values]:
                        words = (one.start, one.end)
                        self._add(self.voice.statement(number, _CLAIMS_ONLY, words, paragraph=paragraph.number))

    def _list(self, one: Answered, paragraph: Paragraph, *, alone: bool) -> None:
        if one.stance is None:
            return
        words = (one.start, one.end)
        for problem in one.numbers.problems:
            self._doubt(problem.what, (problem.start, problem.end), paragraph.number)
        if one.unclear:
            self._doubt("One of these recommendations is answered without saying which.", words, paragraph.number)
            return
        claim = claims_implemented(paragraph.text) if alone else ""
        for number in one.numbers.numbers:
            statement = self.voice.statement(number, one.stance, words, paragraph=paragraph.number)
            self._add(replace(statement, claims_implemented=statement.claims_implemented or claim))

    def _opens_section(self, paragraph: Paragraph) -> bool:
        text = self.document.text
        heading = paragraph.kind is ParagraphKind.HEADING and len(paragraph.text) < _LONGEST_HEADING
        for span in [(paragraph.start, paragraph.end)] if heading else sentences(text, paragraph.start, paragraph.end):
            speaks = "recommendation" in text[span[0] : span[1]].lower()
            if not (heading or (speaks and _LEADS_A_LIST.search(text, *span))):
                continue
            stance = decide(stances(text, *span))
            if stance is not None and (speaks or len(paragraph.text) < 40):
                self.section, self.entry = _Section(stance, span, paragraph.number), None
                return True
        if heading:
            self.entry = None
        return False

    def _continues(self, paragraph: Paragraph) -> None:
        if self.entry is None or paragraph.kind is ParagraphKind.HEADING:
            return
        if paragraph.number.isdigit() and not self.plain:
            self.entry = None
            return
        self.entry.replies.append((paragraph.start, paragraph.end))

    def close(self, entry: Entry, *, section: _Section | None) -> None:
        """Turn an entry into statements, or into comments on answers that a list has given already."""
        offset = entry.paragraph.start
        for problem in entry.problems:
            self._doubt(problem.what, (offset + problem.start, offset + problem.end), entry.paragraph.number)
        decided = decision(self.document.text, entry)
        known = {s.number: i for i, s in enumerate(self.statements)}
        for number in entry.numbers:
            at = known.get(number)
            if at is not None and not _contradicts(decided, self.statements[at].value):
                self._comment(at, entry)
            else:
                self._answer(number, entry, decided, section)

    def _answer(self, number: str, entry: Entry, decided: Decision | None, section: _Section | None) -> None:
        paragraph = entry.paragraph.number
        if decided is not None and (decided.sure or section is None):
            if not decided.sure:
                self._doubt(f"The answer to {number} does not clearly speak of it.", decided.words, paragraph)
            comment = entry.reply if entry.reply != decided.words else None
            self._add(self.voice.statement(number, decided.stance, decided.words, paragraph=paragraph, comment=comment))
        elif section is not None:
            self._add(
                self.voice.statement(
                    number, section.stance, section.words, paragraph=section.paragraph, comment=entry.reply
                )
            )
        elif entry.reply is not None:
            claim = claims_implemented(self.document.text[entry.reply[0] : entry.reply[1]])
            stance = _CLAIMS_ONLY if claim else _NO_ANSWER
            self._doubt(f"The answer to {number} neither accepts nor notes it.", entry.reply, paragraph)
            self._add(self.voice.statement(number, stance, entry.reply, paragraph=paragraph))

    def _comment(self, at: int, entry: Entry) -> None:
        if entry.reply is None or self.statements[at].comment:
            return
        low, high = entry.reply
        text = self.document.text[low:high]
        self.statements[at] = replace(
            self.statements[at],
            comment=text,
            comment_place=self.voice.placing.place((low, high), entry.paragraph.number),
            claims_implemented=claims_implemented(text) or self.statements[at].claims_implemented,
        )

    def _add(self, statement: PositionStatement) -> None:
        earlier = self._values.setdefault(statement.number, statement.value)
        if earlier is not statement.value:
            what = f"{statement.number} is answered twice: {earlier.value} and {statement.value.value}."
            self.doubts.append(Doubt(what, statement.place))
        self.statements.append(statement)

    def _doubt(self, what: str, span: Span, paragraph: str) -> None:
        self.doubts.append(Doubt(what, self.voice.placing.place(span, paragraph)))


def _contradicts(decided: Decision | None, value: Position) -> bool:
    return decided is not None and decided.sure and decided.stance.value is not value
