"""Endnotes of a PDF that are set like the text: numbered lines below a line such as "Notes".

Their marks cannot be told by size. As in plain text they count only where the numbers rise from 1, in the notes and
in the text before them.
"""

from collections import Counter
from collections.abc import Sequence

from onrecord.reading.pdf_lines import PrintedLine
from onrecord.reading.text_notes import NOTES_LINE, PLAIN_MARK, PLAIN_OPENING, mark_of

_LEAST_MARKED = 0.7  # of the notes whose mark stands in the text; the rest were lost in printing
_FEWEST = 2


def endnotes_at(body: Sequence[PrintedLine]) -> int:
    """Index of the first line of the endnotes, ``len(body)`` if there are none.

    Marks of the notes are put into the lines: ``leading_mark`` of a note's first line, ``marks`` of the text.
    """
    heading = next((i for i in range(len(body) - 1, -1, -1) if NOTES_LINE.fullmatch(body[i].text)), None)
    if heading is None:
        return len(body)
    openings = _openings(body[heading + 1 :])
    places = _places(body[:heading], len(openings))
    if len(openings) < _FEWEST or len(places) < _LEAST_MARKED * len(openings):
        return len(body)
    for line, mark in openings:
        line.leading_mark = mark
    for line, mark in places:
        if mark not in line.marks:
            line.marks.append(mark)
    return heading + 1


_Mark = tuple[int, int, str]


def _openings(lines: Sequence[PrintedLine]) -> list[tuple[PrintedLine, _Mark]]:
    """The first lines of notes; none if the first line of all is not note 1."""
    found: list[tuple[PrintedLine, _Mark]] = []
    for line in lines:
        match = PLAIN_OPENING.match(line.text)
        if match and int(mark_of(match)) == len(found) + 1:
            found.append((line, (line.start, line.start + match.end(), mark_of(match))))
        elif not found:
            return []
    return found


def _places(lines: Sequence[PrintedLine], notes: int) -> list[tuple[PrintedLine, _Mark]]:
    """The marks of these notes in the text, in rising order; a mark that is missing is passed over."""
    found: list[tuple[PrintedLine, _Mark]] = []
    last = 0
    for line in lines:
        weak = [(line.start + m.start(), line.start + m.end(), mark_of(m)) for m in PLAIN_MARK.finditer(line.text)]
        for mark in sorted({*weak, *line.marks}):
            if mark[2].isdigit() and last < int(mark[2]) <= min(last + 2, notes):
                last = int(mark[2])
                found.append((line, mark))
    return found


def tie_endnotes(notes: Sequence[PrintedLine], marks: dict[tuple[int, str], int]) -> None:
    """Tie notes that stand behind the text, where only one note and only one page have the number."""
    pages: dict[str, list[int]] = {}
    for page, mark in marks:
        pages.setdefault(mark, []).append(page)
    defined = Counter(line.leading_mark[2] for line in notes if line.leading_mark)
    for line in notes:
        mark = line.leading_mark[2] if line.leading_mark else ""
        if mark.isdigit() and defined[mark] == 1 and len(pages.get(mark, ())) == 1 and pages[mark][0] < line.page:
            marks[line.page, mark] = marks[pages[mark][0], mark]
