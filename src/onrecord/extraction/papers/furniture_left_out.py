"""What the reader of web pages left out of the text: menus, cookie bars, "You may also like" and the like.

It stands in ``Document.found`` only. A line of which no letter came into the text was left out.
"""

import re
from bisect import bisect_right

from onrecord.model import Aside, AsideKind, Document

_LINE = re.compile(r"[^\r\n]+")
_WORDS = re.compile(r"\w{2,}|\w\s+\w")  # the mark of a note alone is no words
_MARK = re.compile(r"\W*\w{1,3}\W*")
_REASON = "The reader of web pages took it for a part of the page around the text."


def left_out(document: Document) -> list[Aside]:
    """An aside for each run of lines of a web page that the reader left out; none for other formats."""
    if document.metadata.format != "html":
        return []
    rows = sorted((where, where + length, at) for at, where, length in document.spans)
    starts = [row[0] for row in rows]
    asides = []
    for start, end in _runs(document.found, starts, [row[1] for row in rows]):
        following = bisect_right(starts, start)
        at = rows[following][2] if following < len(rows) else len(document.text)
        asides.append(Aside(AsideKind.FURNITURE, document.place(at, at), _REASON, found=(start, end)))
    return asides


def _runs(found: str, starts: list[int], ends: list[int]) -> list[tuple[int, int]]:
    """Stretches of whole lines without a letter that came into the text. ``starts``, ``ends``: what came into it."""
    runs: list[tuple[int, int]] = []
    for low, high in zip([0, *ends], [*starts, len(found)], strict=True):
        lines = [match.span() for match in _LINE.finditer(found, low, high)]
        whole = [line for line in lines if _is_whole(found, *line) and _WORDS.search(found, *line)]
        whole = [line for line in whole if not _MARK.fullmatch(found, *line)]
        if whole:
            runs.append((_first_ink(found, whole[0][0]), whole[-1][1]))
    return runs


def _is_whole(found: str, start: int, end: int) -> bool:
    """Whether no other letter stands on this line: what is left of a kept line are marks of notes and numbers."""
    before = start == 0 or found[start - 1] in "\r\n"
    return before and (end == len(found) or found[end] in "\r\n")


def _first_ink(found: str, start: int) -> int:
    while found[start].isspace():
        start += 1
    return start
