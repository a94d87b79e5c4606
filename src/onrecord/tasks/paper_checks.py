"""What to look at before a paper leaves, each with its line and a way out. Nothing is changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Position
from onrecord.model.written import Block, Cited, Cites, Mark, blocks_of, marks_of
from onrecord.store.archive import Archive
from onrecord.tasks.finishing import Preview, as_edited, finished_of, preview_of
from onrecord.tasks.papers_written import show_written, with_version
from onrecord.tasks.veil import Audience, current
from onrecord.vocabulary import outlines
from onrecord.writing.asked_in_papers import is_asked, recommendations_in
from onrecord.writing.assembled import assemble
from onrecord.writing.finished import Finished
from onrecord.writing.wording import names_addressee

_QUOTED = re.compile(r"[“«]([^“”«»]{12,})[”»]")
_FACT = re.compile(r"\d|[“«]")
_TELLS = {
    Position.SUPPORTED: re.compile(r"\b(?:supported|accepted|enjoy(?:s|ed)? the support)\b", re.IGNORECASE),
    Position.NOTED: re.compile(r"\b(?:noted|took note|takes note|not supported|not accepted)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at. ``kind``: one of ``KINDS``."""

    kind: str
    line: int
    what: str
    advice: str
    note: int = 0  # its number, 0 where it is about no note


KINDS = (
    *("unreadable", "nowhere", "no source", "not there", "outdated", "contradicted", "name", "too long"),
    *("no addressee", "gap"),
)


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """A paper as it will leave, and what to look at before."""

    preview: Preview
    remarks: tuple[Remark, ...]


def check_paper(
    archive: Archive, paper: str, *, version: int | None = None, text: str | None = None
) -> tuple[Remark, ...]:
    """Everything to look at before the paper leaves, in the order of its lines.

    Args:
        archive: open.
        paper: its id.
        version: an earlier one; None for the current.
        text: what stands in an editor, in place of what is saved.

    Raises:
        NotFound: there is no such paper or version.
    """
    shown = as_edited(with_version(archive, show_written(archive, paper), version), text)
    return _remarks(archive, shown.outline, finished_of(archive, shown))


def look_through(archive: Archive, paper: str, *, text: str | None = None, title: str = "") -> LookedThrough:
    """Preview and remarks at once, for an editor: what the paper cites is looked up a single time.

    Args:
        archive: open.
        paper: its id.
        text: what stands in the editor; None for what is saved.
        title: the same.
    """
    shown = as_edited(show_written(archive, paper), text, title)
    finished = finished_of(archive, shown)
    return LookedThrough(preview_of(shown, finished), _remarks(archive, shown.outline, finished))


def _remarks(archive: Archive, outline: str, finished: Finished) -> tuple[Remark, ...]:
    found = [
        *_reading(finished),
        *_sources(finished),
        *_names(archive, finished),
        *_length(outline, finished),
        *_asked(finished),
        *_gaps(finished),
    ]
    return tuple(sorted(found, key=lambda one: (one.line, KINDS.index(one.kind))))


def _reading(paper: Finished) -> Iterator[Remark]:
    _, problems = marks_of(paper.text)
    for problem in problems:
        yield Remark("unreadable", problem.line, problem.what, problem.advice)
    for line, target in assemble(paper, strict=False).dangling:
        what = f"The note “@{target}” leads nowhere."
        yield Remark("nowhere", line, what, "Add the paper it stands in, or cite another place.")


def _sources(paper: Finished) -> Iterator[Remark]:
    """What is said without a note, and what notes say of their sentences."""
    asked = False
    numbers: dict[int, list[int]] = {}
    for note in assemble(paper, strict=False).notes:
        numbers.setdefault(note.line, []).append(note.number)
    for block in blocks_of(paper.text):
        marks = marks_of(block.text)[0]
        if block.text.startswith("#"):
            asked = is_asked(block.text, paper.language)
            continue
        notes = [mark for mark in marks if mark.references]
        for before, mark in pairwise([None, *notes]):
            assert mark is not None
            said = block.text[before.end if before else 0 : mark.start]
            line = block.line + mark.line - 1
            cited = [paper.cited[one.id] for one in mark.references if one.id in paper.cited]
            number = numbers[line].pop(0) if cited else 0
            yield from _of_note(said, mark, cited, paper.cited, block, (line, number))
        if not asked and not any(mark.table or mark.gap for mark in marks):
            yield from _unsourced(block, notes)


def _of_note(
    said: str, mark: Mark, cited: list[Cited], every: Mapping[str, Cited], block: Block, at: tuple[int, int]
) -> Iterator[Remark]:
    line, number = at
    for quote in _QUOTED.findall(said):
        if cited and not any(_holds(one, quote) for one in cited):
            what = f"“{quote[:60].strip()}…” does not stand where note {number} leads."
            yield Remark("not there", line, what, "Quote to the letter, or cite the place of these words.", number)
    for reference in mark.references:
        found = every.get(reference.id)
        if found is None or found.kind not in (Cites.RECOMMENDATION, Cites.ANSWER) or found.position is None:
            continue
        told = reference.position or _told(said)
        if told and told is not found.position:
            now = found.position.value
            what = f"Recommendation {found.number or reference.key} is told as {told.value}; it is now {now}."
            yield Remark("outdated", line, what, "Change the sentence, or tell both answers.", number)
    in_block = {one.id for other in marks_of(block.text)[0] for one in other.references}
    for one in cited:
        others = [words for targets, words in one.conflicts if not in_block.intersection(targets)]
        if others:
            what = f"Another source contradicts note {number}: {others[0][:200]}"
            yield Remark("contradicted", line, what, "Tell both figures with their sources.", number)


def _unsourced(block: Block, notes: list[Mark]) -> Iterator[Remark]:
    tail = block.text[notes[-1].end :] if notes else block.text
    if not notes and any(map(str.isalpha, tail)):
        yield Remark("no source", block.line, f"“{tail[:60].strip()}” has no source.", "Cite one, or mark a gap.")
    elif _FACT.search(tail) and len(tail.split()) > 3:
        line = block.line + block.text.count("\n", 0, notes[-1].end)
        yield Remark("no source", line, f"“{tail.strip()[:60]}” stands behind the last note.", "Cite its source.")


def _names(archive: Archive, paper: Finished) -> Iterator[Remark]:
    """Names that will be withheld when the paper leaves; told by name only to who may see it."""
    veil = current(archive, Audience.OTHERS)
    line, at = 1, 0
    for start, end in veil.spans(paper.text):
        line += paper.text.count("\n", at, start)
        at = start
        what = f"“{paper.text[start:end]}” is not cleared for publication and will be withheld."
        yield Remark("name", line, what, "Ask the keeper of the case, or tell it without the name.")


def _length(outline: str, paper: Finished) -> Iterator[Remark]:
    limit, words = outlines.limit(outline), assemble(paper, strict=False).words
    if limit and words > limit.words:
        verified = "" if limit.verified_on else " (limit not verified)"
        what = f"The paper has {words:,} words; {limit.words:,} are allowed{verified}."
        yield Remark("too long", 1, what, f"Take out {words - limit.words:,}; notes are not counted.")


def _asked(paper: Finished) -> Iterator[Remark]:
    for line, text, heading in recommendations_in(paper.text, paper.language):
        if paper.language == "en" and not names_addressee(heading) and not names_addressee(text):
            yield Remark("no addressee", line, f"“{text[:60]}” names nobody who shall do it.", "Say who.")


def _gaps(paper: Finished) -> Iterator[Remark]:
    for mark in marks_of(paper.text)[0]:
        if mark.gap:
            yield Remark("gap", mark.line, mark.gap, "Find a source, or take the sentence out.")


def _told(said: str) -> Position | None:
    """The one answer that the last sentence tells, None where it tells none or several."""
    last = re.split(r"(?<=[.!?])\s+", said.strip())[-1]
    found = [position for position, pattern in _TELLS.items() if pattern.search(last)]
    return found[0] if len(found) == 1 else None


def _holds(cited: Cited, quote: str) -> bool:
    """Whether the words stand at the place; of a part of a sentence the whole sentence counts."""
    plain = _plain(quote)
    return plain in _plain(cited.text) or plain in _plain(cited.around)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\\\u2066-\u2069]", "", text).casefold().split()).rstrip(".;,")
