"""Reads the notes of a paper: their marks, definitions and addresses, and which of them name the same source."""

import re
from collections import Counter

from onrecord.extraction.papers.notes_same import same_sources
from onrecord.model import Document, Note, SourceNote

_URL = re.compile(r"(?:https?://|(?<![\w@/.])www\.)[^\s<>\"“”«»]+", re.IGNORECASE)
_FROM_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_FORM = r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\^?\w{1,12}\]|\(\w{1,4}\)|\^\w{1,4}\b|\d{1,4}(?!\w)|[a-z]{1,2}(?!\w)|[*†‡§]{1,3}"
_MARK = re.compile(rf"[\s,]*({_FORM})")
_OWN_MARK = re.compile(rf"(?:^|(?<=\s))({_FORM})[.):]?\s*\Z")
_LOOK = 40  # characters around a mark


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
        text=note.text,
    )


def _number_around(document: Document, note: Note) -> str:
    return document.paragraphs[note.paragraph].number if note.paragraph is not None else ""


def _is_mark(printed: str, mark: str) -> bool:
    """Whether what is printed ("¹²", "[12]", "(12)", "^12") is this mark."""
    return printed.translate(_FROM_SUPERSCRIPT).strip("[]()^") == mark


def _mark_found(document: Document, note: Note) -> tuple[int, int] | None:
    """Where the mark stands in ``found``: right behind the words before it, or behind other marks."""
    before = document.to_found(note.mark_at - 1, note.mark_at) if note.mark_at else ()
    if not before:
        return None
    at = before[-1][1]
    while (match := _MARK.match(document.found, at, at + _LOOK)) is not None:
        if _is_mark(match[1], note.mark):
            return match.span(1)
        at = match.end()
    return None


def definition_found(document: Document, note: Note) -> tuple[int, int] | None:
    """Where the note stands in ``found``, from its mark on; None if it stands nowhere there."""
    stretches = document.to_found(note.start, note.end)
    if not stretches:
        return None
    start, end = stretches[0][0], stretches[-1][1]
    before = document.found[max(start - _LOOK, 0) : start]
    own = _OWN_MARK.search(before)
    if own is None or not _is_mark(own[1], note.mark):
        return start, end
    return start - len(before) + own.start(1), end
