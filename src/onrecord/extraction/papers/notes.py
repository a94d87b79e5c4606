"""Reads the notes of a paper: their marks, definitions and addresses, and which of them name the same source."""

import re
from collections import Counter

from onrecord.extraction.papers.notes_same import same_sources
from onrecord.model import Document, Note, SourceNote

_URL = re.compile(r"(?:https?://|(?<![\w@/.])www\.)[^\s<>\"“”«»]+", re.IGNORECASE)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOOK_BACK = 24  # characters before a definition in which its mark stands


def sources_of(document: Document) -> tuple[SourceNote, ...]:
    """Every note of ``document`` in the order of their definitions, each with its source.

    ``same_as`` names the first note with the same address, or the one that "ibid.", "supra note 4" or a short form
    means; where several may be meant it stays empty and ``reason`` says so.
    """
    notes = document.notes
    texts = [note.text for note in notes]
    urls = [url_in(text) for text in texts]
    same = same_sources([note.mark for note in notes], texts, urls)
    often = Counter(note.mark for note in notes)
    return tuple(
        _source(document, note, url, *same[at], often[note.mark])
        for at, (note, url) in enumerate(zip(notes, urls, strict=True))
    )


def url_in(text: str) -> str:
    """The first address in ``text`` without the punctuation around it; "" if there is none."""
    match = _URL.search(text)
    if match is None:
        return ""
    url = match.group()
    while url and (url[-1] in ".,;:!?'’*_>]»”" or (url[-1] == ")" and url.count(")") > url.count("("))):
        url = url[:-1]
    return url


def _source(document: Document, note: Note, url: str, same_as: str, reason: str, often: int) -> SourceNote:
    if often > 1:
        reason = f"{reason} The number {note.mark} stands for {often} notes of this paper.".strip()
    mark = None
    if note.mark_at is not None:
        mark = document.place(note.mark_at, note.mark_at, paragraph=_number_around(document, note))
    return SourceNote(
        number=note.mark,
        definition=document.place(note.start, note.end),
        mark=mark,
        mark_found=_mark_found(document, note),
        definition_found=definition_found(document, note),
        url=url,
        same_as=same_as,
        reason=reason,
    )


def _number_around(document: Document, note: Note) -> str:
    return document.paragraphs[note.paragraph].number if note.paragraph is not None else ""


def _forms(mark: str) -> str:
    """An expression for the ways in which a mark is printed."""
    plain = re.escape(mark)
    forms = [rf"\[\^?{plain}\]", rf"\({plain}\)", rf"\^{plain}\b", rf"{plain}(?![\w])"]
    if mark.isdigit():
        forms.insert(0, re.escape(mark.translate(_SUPERSCRIPT)))
    return "(?:" + "|".join(forms) + ")"


def _mark_found(document: Document, note: Note) -> tuple[int, int] | None:
    """Where the mark stands in ``found``: right behind the words before it."""
    if not note.mark_at:
        return None
    before = document.to_found(note.mark_at - 1, note.mark_at)
    if not before:
        return None
    match = re.compile(rf"[\s,⁰¹²³⁴⁵⁶⁷⁸⁹]*?({_forms(note.mark)})").match(
        document.found, before[-1][1], before[-1][1] + 40
    )
    return match.span(1) if match else None


def definition_found(document: Document, note: Note) -> tuple[int, int] | None:
    """Where the note stands in ``found``, from its mark on; None if it stands nowhere there."""
    stretches = document.to_found(note.start, note.end)
    if not stretches:
        return None
    start, end = stretches[0][0], stretches[-1][1]
    before = document.found[max(start - _LOOK_BACK, 0) : start]
    own = re.search(rf"(?:^|(?<=\s))({_forms(note.mark)})[.):]?\s*$", before)
    return (start - len(before) + own.start(1) if own else start), end
