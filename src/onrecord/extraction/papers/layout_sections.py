"""Finds the sections of a paper: from each heading to the end of its body, with what stands before and behind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extraction.papers.layout_roles import Part, is_item
from onrecord.extraction.papers.notes import definition_found
from onrecord.extraction.papers.units import Role
from onrecord.model import Document, Note, Section

_ROMAN = re.compile(r"[IVXLC]+$")
_BEFORE_ON_LINE = re.compile(r"[^\n\r]*\Z")
_NUMBER_OR_MARK = re.compile(r"[\s*_#]*(?:\(?[\w.]{1,12}[.):]?[\s*_]*)?$")
_MARK_BEHIND = re.compile(r"(?:\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\^?\w{1,4}\]|\(\d{1,3}\)|\d{1,3}(?=\s|$))*[*_”\"’)]*")
# In the first sentence: "The Guard should …", "We also call on …".
_ASKS = re.compile(
    r"^[^.!?]*?(?<!must be )\b(?:(?:should|must|shall)(?:\s+(?:also|meanwhile|further|immediately|not))*\s+\w+"
    r"|(?:[Ww]e|[A-Z][\w ]{2,40})(?:\s+(?:also|further|finally))*\s+"
    r"(?:calls?\s+(?:on|upon|for)|urges?|asks?|invites?|recommends?))\b"
)
_MOST_CLOSING = 3  # paragraphs behind the last list


@dataclass(slots=True)
class _Draft:
    number: str
    title: str
    depth: int
    first: int  # index of the paragraph it begins with
    last: int


def sections_of(document: Document, kept: Sequence[int], parts: dict[int, Part]) -> tuple[Section, ...]:
    """Introduction, sections and closing paragraph, in order; none if the paper has no headings.

    A section with sections below it reaches to the end of the last of them. Notes between paragraphs belong to none.
    """
    body = [index for index in kept if parts[index].role in (Role.HEADING, Role.SENTENCE, Role.BULLET)]
    if not any(parts[index].role is Role.HEADING for index in body):
        return ()
    drafts: list[_Draft] = []
    depth = _depths(document, body, parts)
    for index in body:
        part = parts[index]
        if part.role is Role.HEADING:
            drafts.append(_Draft(part.number, part.title, depth[index], index, index))
        elif not drafts:
            drafts.append(_Draft("", "", 0, index, index))
        drafts[-1].last = index
    drafts = [
        draft
        for draft in drafts
        if draft.last > draft.first or parts[draft.first].role is not Role.HEADING or _has_below(draft, drafts)
    ]
    _split_closing(document, body, parts, drafts)
    _reach_over_lower(drafts)
    return tuple(_section(document, draft) for draft in drafts)


def note_blocks(document: Document) -> tuple[Section, ...]:
    """Blocks of notes that stand between or behind the text, as parts without number and title.

    Only where the file has no pages: the notes at the foot of a page are no part of the paper's build.
    """
    blocks: list[list[tuple[Note, tuple[int, int]]]] = []
    for note in () if document.pages else document.notes:
        where = definition_found(document, note)
        if where is None or (blocks and blocks[-1][-1][0].start == note.start):
            continue
        if blocks and not document.found[blocks[-1][-1][1][1] : where[0]].strip():
            blocks[-1].append((note, where))
        else:
            blocks.append([(note, where)])
    return tuple(_block(document, block) for block in blocks if len(block) > 1)


def _block(document: Document, block: list[tuple[Note, tuple[int, int]]]) -> Section:
    place = document.place(block[0][0].start, block[-1][0].end)
    return Section("", "", place, (block[0][1][0], block[-1][1][1]))


def _has_below(draft: _Draft, drafts: list[_Draft]) -> bool:
    at = drafts.index(draft)
    return at + 1 < len(drafts) and drafts[at + 1].depth > draft.depth


def _depths(document: Document, body: Sequence[int], parts: dict[int, Part]) -> dict[int, int]:
    """How deep each heading stands, by the form of its number, else by what the file says of it."""
    headings = [index for index in body if parts[index].role is Role.HEADING]
    levels = {index: document.paragraphs[index].level for index in headings}
    highest = min(levels.values(), default=0)
    forms = [_form(parts[index].number) for index in headings]
    order = [form for form in ("roman", "letter", "figure") if form in forms]
    depths = {}
    for index, form in zip(headings, forms, strict=True):
        by_number = order.index(form) if form in order else 0
        by_number += parts[index].number.count(".")
        depths[index] = by_number if form else max(levels[index] - highest, 0)
    return depths


def _form(number: str) -> str:
    if not number:
        return ""
    if number[0].isdigit():
        return "figure"
    return "roman" if _ROMAN.match(number) and (len(number) > 1 or number in "IVX") else "letter"


def _split_closing(document: Document, body: Sequence[int], parts: dict[int, Part], drafts: list[_Draft]) -> None:
    """Running text behind the list that makes up the last section closes the paper and belongs to no section."""
    last = drafts[-1]
    own = [index for index in body if last.first < index <= last.last]
    items = [index for index in own if is_item(document.paragraphs[index])]
    behind = [index for index in own if items and index > items[-1]]
    before = [index for index in own if items and index < items[0]]
    if behind and _ASKS.search(document.paragraphs[behind[0]].text):
        return  # one recommendation more, set as a paragraph
    if len(items) < 2 or not 0 < len(behind) <= _MOST_CLOSING or len(before) > 1 or len(items) < len(behind):
        return
    last.last = items[-1]
    drafts.append(_Draft("", "", 0, behind[0], behind[-1]))


def _reach_over_lower(drafts: list[_Draft]) -> None:
    for at, draft in enumerate(drafts):
        for lower in drafts[at + 1 :]:
            if lower.depth <= draft.depth:
                break
            draft.last = lower.last


def _section(document: Document, draft: _Draft) -> Section:
    start, end = document.paragraphs[draft.first].start, document.paragraphs[draft.last].end
    return Section(draft.number, draft.title, document.place(start, end), found_span(document, start, end))


def found_span(document: Document, start: int, end: int) -> tuple[int, int] | None:
    """The stretch as it stands in ``found``, with the number before it on its line and the note mark right behind."""
    stretches = document.to_found(start, end)
    if not stretches:
        return None
    low, high = stretches[0][0], stretches[-1][1]
    line = _BEFORE_ON_LINE.search(document.found, max(low - 40, 0), low)
    if line and _NUMBER_OR_MARK.fullmatch(line.group()):
        low = line.start() + len(line.group()) - len(line.group().lstrip())
    mark = _MARK_BEHIND.match(document.found, high)
    return low, mark.end() if mark else high
