"""Finds the notes of a plain text: blocks that open with a mark which stands elsewhere in the text."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]

_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
OPENING = re.compile(rf"(?:\[\^?(\w{{1,12}})\]:?|([{_SUPERSCRIPTS}]+))\s+(?=\S)")
_MARK = re.compile(rf"\[\^?(\w{{1,12}})\](?![(:])|([{_SUPERSCRIPTS}]+)")
_FROM_SUPERSCRIPT = str.maketrans(_SUPERSCRIPTS, "0123456789")
# Weaker forms: a plain number before the note, and in the text "word.12" or "word (12)". They count only for blocks
# below a line such as "Notes", and only in rising order.
PLAIN_OPENING = re.compile(r"\s*(?:\((\d{1,3})\)|(\d{1,3})[.):]?)\s+(?=\S)")
PLAIN_MARK = re.compile(
    rf"\[(\d{{1,3}})\]|([{_SUPERSCRIPTS}]+)|\((\d{{1,3}})\)|(?:(?<=[a-zà-ÿа-я])|(?<=[^\W\d][.,;:?!])|"
    rf"(?<=[”\"’)»%])|(?<=\b(?:19|20)\d\d[.,;:?!]))(\d{{1,3}})"
    r"(?=[\s.,;:)”\"]|$)"
)
NOTES_LINE = re.compile(
    r"\W*(?:end ?notes?|foot ?notes?|notes?|references|sources|citations|примечания|сноски|notes de bas de page|"
    r"notas)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TypedNote:
    """A note: its mark, how many characters the mark takes at its beginning, and where the mark stands in the "
    "text."""

    mark: str
    length: int
    place: Span | None


def typed_notes(found: str, blocks: Sequence[Span]) -> dict[int, TypedNote]:
    """Which of the blocks of a text are notes.

    A block that opens with "[3]" or "³" is one if the same mark stands inside another block. Numbers that begin again
    in each section are tied to the marks that stand between the notes of the section before and their own. Below a
    line "Notes" plain numbers are enough.

    Args:
        found: the text.
        blocks: where each paragraph begins and ends.
    """
    notes = _marked(found, blocks)
    return notes or _below_notes_line(found, blocks)


def _marked(found: str, blocks: Sequence[Span]) -> dict[int, TypedNote]:
    marks: dict[str, list[tuple[int, Span]]] = defaultdict(list)
    opening: dict[int, tuple[str, int]] = {}
    for index, (start, end) in enumerate(blocks):
        match = OPENING.match(found, start, end)
        if match:
            opening[index] = (mark_of(match), match.end() - start)
        for inner in _MARK.finditer(found, match.end() if match else start, end):
            marks[mark_of(inner)].append((index, inner.span()))
    notes: dict[int, TypedNote] = {}
    taken: set[Span] = set()
    for index, (mark, length) in opening.items():
        free = [place for place in marks.get(mark, ()) if place[0] != index and place[1] not in taken]
        if free:
            place = _own_place(free, index, [other for other in opening if opening[other][0] == mark])
            taken.add(place)
            notes[index] = TypedNote(mark, length, place)
    return notes


def _own_place(free: list[tuple[int, Span]], index: int, same: list[int]) -> Span:
    """The first mark before the note and behind the last note of the same number; failing that, the first free "
    "one."""
    last = max((other for other in same if other < index), default=-1)
    between = [place for at, place in free if last < at < index]
    return (between or [place for _, place in free])[0]


def _below_notes_line(found: str, blocks: Sequence[Span]) -> dict[int, TypedNote]:
    first = next((i for i, (start, end) in enumerate(blocks) if NOTES_LINE.fullmatch(found, start, end)), None)
    if first is None:
        return {}
    marks: dict[str, list[Span]] = defaultdict(list)
    for start, end in blocks[:first]:
        for match in PLAIN_MARK.finditer(found, start, end):
            marks[mark_of(match)].append(match.span())
    notes: dict[int, TypedNote] = {}
    at, number = -1, 0
    for index, (start, end) in enumerate(blocks[first + 1 :], start=first + 1):
        opening = PLAIN_OPENING.match(found, start, end)
        mark = mark_of(opening) if opening else ""
        place = next((place for place in marks.get(mark, ()) if place[0] > at), None)
        if opening is None or int(mark) != number + 1 or place is None:
            break
        notes[index] = TypedNote(mark, opening.end() - start, place)
        at, number = place[0], number + 1
    return notes


def mark_of(match: re.Match[str]) -> str:
    """The mark that one of these expressions found, raised figures as plain ones."""
    return next(group for group in match.groups() if group).translate(_FROM_SUPERSCRIPT)
