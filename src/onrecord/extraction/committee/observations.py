"""Concluding observations: concerns and recommendations in pairs, what is to be followed up, and when.

Two styles: a paragraph of concern with one of recommendations behind it (Human Rights Committee, CAT, CEDAW, CRC), and
both in one paragraph (CESCR, CERD). Recommendations may be cut into items (a), (b).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.extraction.committee.reported import Reported, claim_of, proposals_of
from onrecord.extraction.content_ids import ContentIds
from onrecord.extraction.papers.ask_cutting import cut_asks
from onrecord.extraction.papers.dates_told import date_of
from onrecord.extraction.papers.layout_sentences import sentences
from onrecord.extraction.papers.rights_of import rights_of
from onrecord.model import (
    PUBLISHER,
    Claim,
    ClaimKind,
    CommitteeDate,
    CommitteeRecommendation,
    Document,
    Findings,
    Identity,
    ParagraphKind,
    Place,
    Proposal,
    ProposalAsk,
    Voice,
)
from onrecord.vocabulary import symbols, un_sources

_RECOMMENDS = re.compile(
    r"\bState\s+party\s+(?:should|must)\b|^It\s+should\b|"
    r"\bCommittee\b[^.;]{0,120}?\b(?:recommends?|urges?|calls\s+(?:up)?on|encourages?|requests?|invites?)\b|"
    r"^(?:It|The\s+Committee)\s+(?:also\s+|further\s+|therefore\s+|strongly\s+)*(?:recommends?|urges?|calls\s+(?:up)?on|"
    r"encourages?|requests?|invites?)\b",
    re.IGNORECASE,
)
_LIST_OPENS = re.compile(r"[:\u2014\u2013-]\s*$")
_APART = re.compile(
    r"\b(?:introduction|positive\s+(?:aspects|developments)|factors?\s+and\s+difficulties)\b", re.IGNORECASE
)
_CLOSING = re.compile(
    r"\b(?:dissemination|follow[\s-]?up|next\s+(?:periodic\s+)?report|preparation\s+of\s+the\s+next|ratification|"
    r"technical\s+assistance|common\s+core|reporting\s+procedure)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(r"^\W*(?:[A-Z]|[IVX]+)\.\s|^\W*(?:introduction|positive|principal|main)\b", re.IGNORECASE)
_FOLLOW_UP = re.compile(
    r"\b(?:(?P<early>within\s+(?:one|two|\d+)\s+(?:years?|months?))|by\s+(?=\d|[A-Z])|no\s+later\s+than\s+)",
    re.IGNORECASE,
)
_ABOUT_FOLLOW_UP = re.compile(
    r"\b(?:implementation\s+of\s+the\s+(?:specific\s+)?recommendations|steps\s+taken\s+to\s+implement|follow[\s-]?up|information)\b"
    r"[^.]{0,300}?\bparagraphs?\b|\bparagraphs?\b[^.]{0,200}?\b(?:implementation|information)\b",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(r"\bparagraphs?\s+(?P<list>\d[^.]*)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"(?<![\d/])(?P<number>\d{1,3})(?!\d)(?!\s*(?:years?|months?|days?|/))")
_NEXT_REPORT = re.compile(
    r"\b(?:submit|due|submission)\b[^.]{0,200}?\b(?:periodic|next)\b[^.]{0,60}\breports?\b|"
    r"\b(?:periodic|next)\b[^.]{0,60}\breports?\b[^.]{0,160}?\b(?:by|due|on|in)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A numbered paragraph with its items, the heading above it and the section that it stands in."""

    number: str
    subject: str
    section: str
    start: int
    end: int
    items: tuple[tuple[int, int], ...]  # spans of (a), (b) …


@dataclass(slots=True)
class _Reader:
    document: Document
    identity: Identity
    committee: str
    ids: ContentIds

    def text(self, span: tuple[int, int]) -> str:
        return self.document.text[slice(*span)]

    def place(self, span: tuple[int, int], number: str) -> Place:
        return self.document.place(*span, symbol=self.identity.symbol, paragraph=number)

    def key(self, kind: str, span: tuple[int, int]) -> str:
        return self.ids.of(kind, self.text(span))


def committee_of(document: Document, identity: Identity) -> str:
    """The Committee whose paper it is: by its symbol, else the one named first; "the Committee" if none is."""
    symbol = symbols.parse(identity.symbol) if identity.symbol else None
    if symbol and symbol.body in un_sources.names():
        return un_sources.names()[symbol.body]
    named = next((one.key for one in un_sources.mentions(document.text[:3000]) if "Committee" in _name(one.key)), "")
    return _name(named) or "the Committee"


def _name(key: str) -> str:
    return un_sources.names().get(key, "")


def read_observations(document: Document, identity: Identity) -> Findings:
    """Recommendations with their concerns, the same as proposals of the Committee, claims, deadlines."""
    reader = _Reader(document, identity, committee_of(document, identity), ContentIds(document.sha256))
    paragraphs = list(_numbered(document))
    dates, followed = _deadlines(reader, paragraphs)
    found: list[CommitteeRecommendation] = []
    proposals: list[Proposal] = []
    claims: list[Claim] = []
    concern: tuple[_Paragraph, Place] | None = None
    for paragraph in paragraphs:
        said, asked = _split(reader, paragraph)
        claims += [_claim(reader, paragraph, span) for span in said]
        own = reader.place((said[0][0], said[-1][1]), paragraph.number) if said else None
        if asked and not _CLOSING.search(paragraph.section):
            before = concern[1] if concern and concern[0].subject == paragraph.subject else None
            span = (asked[0][0], paragraph.end)
            place = reader.place(span, paragraph.number)
            flagged = paragraph.number in followed
            found.append(
                CommitteeRecommendation(
                    paragraph.number, paragraph.subject, reader.text(span), place, own or before, flagged
                )
            )
            proposals += _proposals(reader, paragraph, asked)
        elif own:
            concern = (paragraph, own)
    return Findings(
        identity,
        claims=tuple(claims),
        proposals=tuple(proposals),
        committee_recommendations=tuple(found),
        committee_dates=tuple(dates),
    )


def _numbered(document: Document) -> Iterator[_Paragraph]:
    """The numbered paragraphs, each with the lettered items below it."""
    subject = section = ""
    current: _Paragraph | None = None
    for paragraph in document.paragraphs:
        if paragraph.kind is ParagraphKind.NOTE:
            continue
        if paragraph.number.isdigit() and paragraph.text.rstrip().endswith((".", ":", ";", "?", "\u2014")):
            if current:
                yield current
            current = _Paragraph(paragraph.number, subject, section, paragraph.start, paragraph.end, ())
        elif current and paragraph.number.startswith("("):
            items = (*current.items, (paragraph.start, paragraph.end))
            current = replace(current, end=paragraph.end, items=items)
        elif len(paragraph.text) < 200 and not paragraph.text.rstrip().endswith("."):
            if current:
                yield current
            current = None
            if _SECTION.search(paragraph.text):
                section, subject = paragraph.text, ""
            else:
                subject = paragraph.text
                section = paragraph.text if _CLOSING.search(paragraph.text) and not section else section
    if current:
        yield current


def _split(reader: _Reader, paragraph: _Paragraph) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """(sentences that say something, sentences that ask) of a paragraph; items go with what opens them."""
    first_item = paragraph.items[0][0] if paragraph.items else paragraph.end
    spans = sentences(reader.document.text, paragraph.start, first_item)
    if _APART.search(paragraph.section):
        return [*spans, *paragraph.items], []
    at = next((i for i, span in enumerate(spans) if _RECOMMENDS.search(reader.text(span))), len(spans))
    if at == len(spans):
        return [*spans, *paragraph.items], []
    return spans[:at], spans[at:]


def _claim(reader: _Reader, paragraph: _Paragraph, span: tuple[int, int]) -> Claim:
    told = Reported(reader.text(span), span, paragraph.number, (reader.committee,), (), (), ())
    claim = claim_of(reader.document, reader.identity, told, reader.key("claim", span))
    return replace(claim, source=PUBLISHER, voice=Voice.PUBLISHER, stakeholders=())


def _proposals(reader: _Reader, paragraph: _Paragraph, asked: Sequence[tuple[int, int]]) -> Iterator[Proposal]:
    """The recommendations of a paragraph: one for each sentence, and one for the list of items."""
    for span in asked:
        if paragraph.items and _LIST_OPENS.search(reader.text(span)):
            yield _listed(reader, paragraph, span)
            continue
        told = Reported(reader.text(span), span, paragraph.number, (reader.committee,), (), (), ())
        rights = rights_of(told.text, paragraph.subject, "", ClaimKind.SITUATION)[0]
        yield from proposals_of(reader.document, reader.identity, told, reader.key("proposal", span), rights=rights)


def _listed(reader: _Reader, paragraph: _Paragraph, span: tuple[int, int]) -> Proposal:
    whole = (span[0], paragraph.end)
    cuts = [cut for item in paragraph.items for cut in cut_asks(reader.document.text, *item)]
    return Proposal(
        id=reader.key("proposal", whole),
        text=reader.text(whole),
        place=reader.place(whole, paragraph.number),
        asks=tuple(ProposalAsk(reader.text(cut), reader.place(cut, paragraph.number)) for cut in cuts),
        voice=Voice.OTHER,
        maker=reader.committee,
        addressee="the State party",
        rights=rights_of(reader.text(whole), paragraph.subject, "", ClaimKind.SITUATION)[0],
        reasons=(("voice", "It stands in the Committee's list of recommendations."),),
    )


def _deadlines(reader: _Reader, paragraphs: Sequence[_Paragraph]) -> tuple[list[CommitteeDate], set[str]]:
    """(deadlines, numbers of the paragraphs to be followed up), by the last paragraphs of the paper."""
    dates: list[CommitteeDate] = []
    followed: set[str] = set()
    for paragraph in paragraphs:
        for span in sentences(reader.document.text, paragraph.start, paragraph.end):
            words = reader.text(span)
            term = _FOLLOW_UP.search(words)
            numbers = _PARAGRAPHS.search(words)
            if term and numbers and _ABOUT_FOLLOW_UP.search(words):
                followed |= {match["number"] for match in _PARAGRAPH.finditer(numbers["list"])}
                dates.append(_deadline(reader, paragraph, span, "follow-up due"))
            elif _NEXT_REPORT.search(words) and date_of(words):
                dates.append(_deadline(reader, paragraph, span, "next report"))
    return [one for one in dates if one.date], followed


def _deadline(reader: _Reader, paragraph: _Paragraph, span: tuple[int, int], what: str) -> CommitteeDate:
    words = reader.text(span)
    term = _FOLLOW_UP.search(words)
    date = date_of(words, term.end() if term and not term["early"] else 0)
    value = term["early"] if term and term["early"] else date.value if date else ""
    return CommitteeDate(what, value.removeprefix("../"), words, reader.place(span, paragraph.number))
