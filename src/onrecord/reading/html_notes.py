"""Finds the notes of a web page by the links that lead from their marks to them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.reading.html_blocks import Block, Link, PageWalk

# All blanks are matched possessively: a page may hold a million of them in a row.
_MARK = re.compile(r"\s*+[\[(]?\s*+(\d{1,3}|[a-z]{1,3}|[ivxl]{1,6}|[*†‡§]{1,3})\s*+[\])]?\s*+")
_OWN_MARK = re.compile(r"\s*+(?:[\[(]?\s*+(?:\d{1,3}|[a-z]|[*†‡§]{1,3})(?:\s*+[\])]|\.(?=\s)|(?=\s))|[\^↑↩]+)\s*+")
_BACK = re.compile(r"(?:[\^↑↩⏎\ufe0e\s]++|\s*+(?i:back|return)[\w\s]{0,20})$")
_MOST_BLOCKS = 8  # of one note


@dataclass(slots=True)
class PageNote:
    """A note: its mark, where the mark stands, the blocks of the note, and the stretches that are no text."""

    mark: str
    mark_found: int
    blocks: list[Block]
    cuts: list[tuple[int, int]] = field(default_factory=list)


def notes_of(page: PageWalk) -> list[PageNote]:
    """The notes of a page in the order of their marks.

    A note is what a link leads to whose words are a mark ("3", "[3]", "*") and which stands before it in the page;
    links that lead back from the note stand behind their target and are left out of the note's text.
    """
    notes: dict[str, PageNote] = {}
    starts = [block.start for block in page.blocks]
    links = sorted(page.links, key=_start)
    taken: set[int] = set()
    for link in links:
        mark = _MARK.fullmatch(page.found, link.start, link.end)
        target = page.anchors.get(link.target)
        if mark is None or target is None or target[0] < link.end:
            continue
        if link.target in notes:
            notes[link.target].cuts.append((link.start, link.end))
            continue
        blocks = _blocks_at(page.blocks, starts, target)
        if not blocks or id(blocks[0]) in taken:
            continue
        taken.update(map(id, blocks))
        notes[link.target] = _note(page.found, links, link, blocks)
    return list(notes.values())


def _note(found: str, links: list[Link], link: Link, blocks: list[Block]) -> PageNote:
    mark = _MARK.fullmatch(found, link.start, link.end)
    note = PageNote(mark[1] if mark else "", link.start, blocks, [(link.start, link.end)])
    first, last = blocks[0], blocks[-1]
    own = _OWN_MARK.match(found, first.start, first.end)
    start = own.end() if own and own.end() < first.end else first.start
    if start > first.start:
        note.cuts.append((first.start, start))
    low, high = bisect_left(links, start, key=_start), bisect_left(links, last.end, key=_start)
    note.cuts.extend((back.start, back.end) for back in links[low:high] if _BACK.match(found, back.start, back.end))
    return note


def _start(link: Link) -> int:
    return link.start


def _blocks_at(blocks: list[Block], starts: list[int], target: tuple[int, int]) -> list[Block]:
    """The blocks inside the target; for a target inside a line, or an empty one before it, the block of that line."""
    first = max(bisect_right(starts, target[0]) - 1, 0)
    if first < len(blocks) and blocks[first].end <= target[0]:
        first += 1
    inside = [block for block in blocks[first : first + _MOST_BLOCKS] if block.end <= target[1]]
    return inside or blocks[first : first + 1]
