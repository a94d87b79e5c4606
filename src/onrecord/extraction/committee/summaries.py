"""Stakeholders' summaries and compilations: each sentence a claim, with those that its notes and words name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.extraction.committee.citations import citations_of
from onrecord.extraction.committee.contributors import Names, contributors_of
from onrecord.extraction.committee.reported import Reported, claim_of, proposals_of
from onrecord.extraction.committee.speakers import Mention, Speakers
from onrecord.extraction.content_ids import ContentIds
from onrecord.extraction.papers.layout_sentences import sentences
from onrecord.model import Citation, Claim, Document, Findings, Identity, Paragraph, ParagraphKind, Proposal

_NOTES_BEGIN = re.compile(r"(?:End)?notes\W*$", re.IGNORECASE)
_ENDS = re.compile(r"[.:;?!][”\"’)]*$")
_GOES_ON = re.compile(
    r"\s*(?:(?:In\s+\d{4},\s+)?(?:It|They|He|She|The\s+(?:same\s+)?(?:Committee|Special\s+Rapporteur|Independent\s+Expert|"
    r"Working\s+Group|Commissioner|organi[sz]ations?|Country\s+[Tt]eam))\b)"
)

Span = tuple[int, int]


@dataclass(slots=True)
class _Reader:
    document: Document
    identity: Identity
    speakers: Speakers
    by_note: dict[str, list[Citation]]
    marks: dict[int, list[tuple[int, str]]]  # paragraph -> (offset, note)
    ids: ContentIds
    learned: dict[str, str]  # symbol -> source, for symbols that do not tell their source
    last: tuple[str, ...] = ()  # who spoke last
    claims: list[Claim] = field(default_factory=list)
    proposals: list[Proposal] = field(default_factory=list)


def read_summary(document: Document, identity: Identity) -> Findings:
    """Claims and proposals of a stakeholders' summary or a compilation, with those who make them.

    ``Claim.stakeholders`` holds abbreviations of the list of contributors, or keys of UN sources: first those that
    say it, then those that the notes name behind "see also", which stand in ``reasons`` as well.
    """
    contributors = contributors_of(document, identity.symbol)
    citations = citations_of(document, Names(contributors), identity.symbol)
    reader = _Reader(
        document=document,
        identity=identity,
        speakers=Speakers(contributors, document.text),
        by_note=_by_note(citations),
        marks=_marks(document),
        ids=ContentIds(document.sha256),
        learned={},
    )
    body = list(_parts(document))
    _learn(reader, body)
    for part in body:
        _read_part(reader, part)
    return Findings(
        identity,
        claims=tuple(reader.claims),
        proposals=tuple(reader.proposals),
        contributors=contributors,
        citations=tuple(_told(reader, one) for one in citations),
    )


def _by_note(citations: Sequence[Citation]) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for one in citations:
        found.setdefault(one.note, []).append(one)
    return found


def _marks(document: Document) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    for note in document.notes:
        if note.paragraph is not None and note.mark_at is not None:
            found.setdefault(note.paragraph, []).append((note.mark_at, note.mark))
    return {index: sorted(marks) for index, marks in found.items()}


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph, or the end of one: its index, the number it counts to, where it begins in Document.text."""

    index: int
    number: str
    start: int


def _parts(document: Document) -> Iterator[_Part]:
    """The paragraphs that say something, from the first numbered one to the notes.

    Items and unnumbered paragraphs belong to the number above them; numbered headings end without a stop.
    """
    number = ""
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.kind is not ParagraphKind.BODY:
            continue
        if number and _NOTES_BEGIN.match(paragraph.text):
            return
        if not _ENDS.search(paragraph.text.rstrip()) and not _is_long(paragraph):
            continue
        start = paragraph.start
        if paragraph.number.isdigit():
            number = paragraph.number
        elif number and (next_one := _swallowed(paragraph.text, int(number) + 1)):
            number, start = str(int(number) + 1), paragraph.start + next_one
        if number:
            yield _Part(index, number, start)


def _swallowed(text: str, number: int) -> int:
    """Where the next numbered paragraph begins inside a block, as below a table at the end of a page; 0 if nowhere."""
    match = re.search(rf"(?<=\s){number}\.\s+(?=[A-Z])", text)
    return match.end() if match else 0


def _is_long(paragraph: Paragraph) -> bool:
    return len(paragraph.text) > 160


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    own: tuple[str, ...]  # notes inside it
    covering: tuple[str, ...]  # own notes, or those of the sentence behind it that cover it too
    said: tuple[Mention, ...]


def _sentences(reader: _Reader, part: _Part) -> list[_Sentence]:
    """The sentences of a paragraph with their notes and speakers."""
    spans = sentences(reader.document.text, part.start, reader.document.paragraphs[part.index].end)
    marks = reader.marks.get(part.index, [])
    own = [tuple(mark for at, mark in marks if start < at <= end) for start, end in spans]
    said = [tuple(reader.speakers.in_sentence(reader.document.text[start:end])) for start, end in spans]
    found: list[_Sentence] = []
    for i, span in enumerate(spans):
        notes = own[i]
        for j in range(i + 1, len(spans)):
            if notes or said[j]:
                break
            notes = own[j][:1]  # the first mark behind a sentence of the same speaker covers it
        found.append(_Sentence(span, own[i], notes, said[i]))
    return found


def _learn(reader: _Reader, body: Sequence[_Part]) -> None:
    """Which source a paper of the Council is of: the only speaker of a sentence whose only source it is."""
    for part in body:
        for sentence in _sentences(reader, part):
            cited = [one for note in sentence.own for one in reader.by_note.get(note, ())]
            open_ones = {one.document for one in cited if not one.source and not one.also}
            known = {one.source for one in cited if one.source}
            speakers = {one.key for one in sentence.said} - known
            if len(open_ones) == 1 and len(speakers) == 1:
                reader.learned.setdefault(open_ones.pop(), speakers.pop())


def _read_part(reader: _Reader, part: _Part) -> None:
    text = reader.document.text
    for i, sentence in enumerate(_sentences(reader, part)):
        says, also = _sources(reader, sentence)
        words = text[slice(*sentence.span)]
        named = tuple(dict.fromkeys(one.words for one in sentence.said))
        if not says and (i or _GOES_ON.match(words)):
            says = reader.last
        if says:
            reader.last = says
        reported = Reported(
            text=words,
            span=sentence.span,
            paragraph=part.number,
            says=says,
            also=tuple(key for key in also if key not in says),
            named=named,
            notes=sentence.covering,
        )
        claim = claim_of(reader.document, reader.identity, reported, reader.ids.of("claim", words))
        reader.claims.append(claim)
        key = reader.ids.of("proposal", words)
        reader.proposals += proposals_of(reader.document, reader.identity, reported, key, rights=claim.rights)


def _sources(reader: _Reader, sentence: _Sentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(who says it, who is named behind "see also") of a sentence, by its words and notes."""
    cited = [one for note in sentence.covering for one in reader.by_note.get(note, ())]
    spoken = [one.key for one in sentence.said]
    said = [_source(reader, one) for one in cited if not one.also]
    if spoken and not sentence.own:
        said = [key for key in said if key in spoken]
    also = [_source(reader, one) for one in cited if one.also]
    return tuple(dict.fromkeys(filter(None, [*spoken, *said]))), tuple(dict.fromkeys(filter(None, also)))


def _source(reader: _Reader, citation: Citation) -> str:
    return citation.source or reader.learned.get(citation.document, "")


def _told(reader: _Reader, citation: Citation) -> Citation:
    """The citation with the source that the text tells."""
    source = reader.learned.get(citation.document, "") if not citation.source else ""
    if not source:
        return citation
    why = f"{citation.reason} The text names {source} where it cites {citation.document}.".strip()
    return Citation(citation.note, source, citation.document, citation.at, citation.also, citation.place, why)
