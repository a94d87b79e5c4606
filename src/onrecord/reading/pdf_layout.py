"""From printed lines to paragraphs: running heads out, notes aside, lines of a paragraph together."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low

from onrecord.model import Page, ParagraphKind
from onrecord.reading.compose import Composer
from onrecord.reading.numbering import Numbered, leading_number
from onrecord.reading.pdf_endnotes import endnotes_at, tie_endnotes
from onrecord.reading.pdf_lines import PrintedLine

_HEAD_BAND = 80.0  # points from the top of the page in which a running head may stand
_FOOT_BAND = 105.0  # … and from the bottom: page number, job number
_FURNITURE = re.compile(
    r"""(?x) \s* (?:
        (?:[A-Z]{1,6}(?:/\s?[A-Z0-9.-]+){2,8}\**)        # symbol of the document
      | (?:page \s \d{1,4})
      | (?:\d{1,4} (?:\s \(\d\))?)                       # page number
      | (?:GE\. \s? \d\d-\d{4,6} (?:\s*\([EFSRAC]\))? [\d\s]*)   # job number
      | \s
    )+ """
)
_SMALLER = 0.93  # notes are set in at most this part of the size of the body (9 on 10, 10 on 12)
_WIDE_GAP = 1.25  # a gap above a line of more than this many line spacings parts paragraphs
_STARRED_LINES = 5  # a note marked by asterisks is looked for among so many last lines of a page
_SENTENCE_END = re.compile(r"[.;:?!][”\"’)]*\s*$")


@dataclass(slots=True)
class _Measures:
    """What is usual in this file, in points."""

    size: float  # of body letters
    spacing: float  # from base line to base line inside a paragraph
    left: tuple[float, float]  # of the outermost lines of the body, on even and odd pages (margins may mirror)
    right: float


@dataclass(slots=True)
class _Block:
    lines: list[PrintedLine] = field(default_factory=list)
    numbered: Numbered | None = None
    kind: ParagraphKind = ParagraphKind.BODY
    level: int = 0


def lay_out(printed: Sequence[PrintedLine], pages: Sequence[Page], composer: Composer) -> list[PrintedLine]:
    """Fill ``composer`` with the paragraphs, then the notes, of these lines.

    Returns:
        The lines that were kept (running heads, page and job numbers are not).
    """
    kept = _without_furniture(printed, pages)
    if not kept:
        return []
    usual = _measure(kept)
    body: list[PrintedLine] = []
    notes: list[PrintedLine] = []
    for lines in _by_page(kept):
        cut = _start_of_notes(lines, usual)
        if notes and _goes_on(notes[-1], lines[:cut], more=cut < len(lines)):
            cut = 0
        body.extend(lines[:cut])
        notes.extend(lines[cut:])
    cut = endnotes_at(body)
    body, notes = body[:cut], [*body[cut:], *notes]
    marks: dict[tuple[int, str], int] = {}
    for block in _blocks(body, usual):
        _add_body(block, composer, marks)
    tie_endnotes(notes, marks)
    _add_notes(notes, composer, marks)
    return kept


def _without_furniture(printed: Sequence[PrintedLine], pages: Sequence[Page]) -> list[PrintedLine]:
    heights = {page.number: page.height for page in pages}
    repeated = _repeated(printed, heights)
    kept = []
    for line in printed:
        height = heights[line.page]
        where = _band(line, height)
        if where and (where, _shape(line.text)) in repeated:
            continue
        # A symbol or page number alone is told by its form: it may stand a little nearer to the text.
        if (where or line.base > height - _HEAD_BAND - 20) and _FURNITURE.fullmatch(line.text):
            continue
        kept.append(line)
    return kept


def _band(line: PrintedLine, height: float) -> str:
    if line.base > height - _HEAD_BAND:
        return "head"
    return "foot" if line.base < _FOOT_BAND else ""


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _repeated(printed: Sequence[PrintedLine], heights: dict[int, float]) -> set[tuple[str, str]]:
    """Lines that stand in the head or foot of at least half of the pages (and of three), numbers apart.

    Of two pages they stand on both, with the number of the page in them.
    """
    seen: Counter[tuple[str, str]] = Counter()
    worded: dict[tuple[str, str], set[str]] = {}
    for line in printed:
        where = _band(line, heights[line.page])
        if where and len(line.text) < 120:
            key = where, _shape(line.text)
            seen[key] += 1
            worded.setdefault(key, set()).add(line.text)
    if len(heights) == 2:
        return {key for key, texts in worded.items() if seen[key] == len(texts) == 2}
    return {key for key, count in seen.items() if count >= max(3, len(heights) // 2)}


def _measure(lines: Sequence[PrintedLine]) -> _Measures:
    size = median_low(line.size for line in lines)
    body = [line for line in lines if abs(line.size - size) < 0.6]
    gaps = [
        a.base - b.base for a, b in pairwise(body) if a.page == b.page and 0.8 * size < a.base - b.base < 2.2 * size
    ]
    rights = sorted(line.right for line in body)
    spacing = sorted(gaps)[len(gaps) // 3] if gaps else size * 1.2
    return _Measures(size, spacing, (_left(body, 0), _left(body, 1)), rights[int(len(rights) * 0.9)])


def _left(body: Sequence[PrintedLine], parity: int) -> float:
    """Where the outermost lines begin on even (0) or odd (1) pages: the leftmost place that many lines share."""
    # The title page is set differently; it counts only where there is no other page of its parity.
    lefts = Counter(round(line.left / 3) for line in body if line.page % 2 == parity and line.page > 1)
    lefts = lefts or Counter(round(line.left / 3) for line in body if line.page % 2 == parity)
    if not lefts:
        return 0.0
    enough = sum(lefts.values()) * 0.04
    return min((left for left, count in lefts.items() if count >= enough), default=min(lefts)) * 3.0


def _by_page(lines: Sequence[PrintedLine]) -> Iterator[list[PrintedLine]]:
    page: list[PrintedLine] = []
    for line in lines:
        if page and page[-1].page != line.page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _start_of_notes(lines: list[PrintedLine], usual: _Measures) -> int:
    """Index of the first line of the notes at the foot of a page; ``len(lines)`` if there are none."""
    cut = len(lines)
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if line.size > usual.size * _SMALLER:
            break
        if line.leading_mark:
            cut = i
    return min(cut, _start_of_starred(lines, usual))


def _goes_on(note: PrintedLine, lines: Sequence[PrintedLine], *, more: bool) -> bool:
    """Whether a note goes on over the page break: the page opens with lines set like it, and other notes follow."""
    after = bool(lines) and more and lines[0].page == note.page + 1
    return after and all(abs(line.size - note.size) < 0.3 for line in lines)


def _start_of_starred(lines: list[PrintedLine], usual: _Measures) -> int:
    """Notes marked by asterisks may be as large as the body: they stand last, behind a wide gap."""
    for i in range(max(len(lines) - _STARRED_LINES, 1), len(lines)):
        mark = lines[i].leading_mark
        if mark and mark[2].startswith("*") and lines[i - 1].base - lines[i].base > usual.spacing * _WIDE_GAP:
            return i
    return len(lines)


def _blocks(lines: Sequence[PrintedLine], usual: _Measures) -> Iterator[_Block]:
    block = _Block()
    paragraph = ""
    for line in lines:
        numbered = leading_number(line.text, paragraph)
        if block.lines and _begins(block, line, numbered, usual):
            yield block
            block = _Block()
        if not block.lines:
            block.numbered = numbered
            block.kind = _kind(line, numbered, usual)
            block.level = _level(line, numbered, usual)
            if numbered and numbered.arabic:
                paragraph = numbered.number.partition(".")[0]
        block.lines.append(line)
    if block.lines:
        yield block


def _begins(block: _Block, line: PrintedLine, numbered: Numbered | None, usual: _Measures) -> bool:
    """Whether ``line`` opens a new paragraph."""
    last = block.lines[-1]
    if last.page != line.page:
        return _begins_page(block, line, numbered, usual)
    gap = last.base - line.base
    if gap > usual.spacing * _WIDE_GAP * max(line.size / usual.size, 1.0) or gap < -usual.spacing:
        return True
    if abs(line.size - last.size) > 1.5:
        return True
    return numbered is not None and _hangs(block, line, numbered) and _ended(last, usual)


def _begins_page(block: _Block, line: PrintedLine, numbered: Numbered | None, usual: _Measures) -> bool:
    last = block.lines[-1]
    if block.kind is ParagraphKind.HEADING or abs(line.size - last.size) > 1.5:
        return True
    if numbered is not None and (numbered.dotted or _sentence_ended(last)):
        return True
    return _ended(last, usual) and last.right < usual.right - 12


def _hangs(block: _Block, line: PrintedLine, numbered: Numbered) -> bool:
    """A number in mid-paragraph ("… of\\n2014. The …") stands where the lines of the paragraph stand."""
    if numbered.dotted:
        return True
    return len(block.lines) == 1 or abs(line.left - block.lines[-1].left) > 6 or block.numbered is not None


def _ended(line: PrintedLine, usual: _Measures) -> bool:
    return _sentence_ended(line) or line.right < usual.right - 60


def _sentence_ended(line: PrintedLine) -> bool:
    return bool(_SENTENCE_END.search(line.text)) or bool(line.marks and line.marks[-1][1] == line.end)


def _kind(line: PrintedLine, numbered: Numbered | None, usual: _Measures) -> ParagraphKind:
    large = line.size > usual.size * 1.12
    capitals = line.text.isupper() and len(line.text) > 5
    if numbered and (numbered.arabic or not large):
        return ParagraphKind.BODY
    if large or capitals or (line.bold and line.right < usual.right - 60):
        return ParagraphKind.HEADING
    return ParagraphKind.BODY


def _level(line: PrintedLine, numbered: Numbered | None, usual: _Measures) -> int:
    if numbered is None:
        return 0
    if numbered.dotted or not numbered.arabic:
        return numbered.level
    return 1 if line.left > usual.left[line.page % 2] + 12 else 0


def _add_body(block: _Block, composer: Composer, marks: dict[tuple[int, str], int]) -> None:
    first = block.lines[0]
    number, skip = "", 0
    if block.numbered and block.kind is ParagraphKind.BODY:
        number, skip = block.numbered.number, block.numbered.length
    stretches: list[tuple[int, int]] = []
    for i, line in enumerate(block.lines):
        stretches.extend(_stretches(line, line.start + (skip if i == 0 else 0)))
        for start, _end, mark in line.marks:
            marks.setdefault((line.page, mark), start)
    added = composer.paragraph(stretches, number=number, level=block.level, kind=block.kind, page=first.page)
    if added is None and number:
        # A number alone on its line, above a reply: it is all there is to read.
        composer.paragraph([(first.start, first.end)], level=block.level, kind=block.kind, page=first.page)


def _stretches(line: PrintedLine, start: int) -> Iterator[tuple[int, int]]:
    """The line's stretches of text without the raised marks in it."""
    for low, high, _mark in sorted(line.marks):
        if low > start:
            yield start, low
        start = max(high, start)
    if start < line.end:
        yield start, line.end


def _add_notes(lines: Sequence[PrintedLine], composer: Composer, marks: dict[tuple[int, str], int]) -> None:
    current: list[PrintedLine] = []
    for line in lines:
        if line.leading_mark and current:
            _add_note(current, composer, marks)
            current = []
        current.append(line)
    if current:
        _add_note(current, composer, marks)


def _add_note(lines: list[PrintedLine], composer: Composer, marks: dict[tuple[int, str], int]) -> None:
    first = lines[0]
    mark = first.leading_mark[2] if first.leading_mark else ""
    start = first.leading_mark[1] if first.leading_mark else first.start
    stretches = [*_stretches(first, start), *(s for line in lines[1:] for s in _stretches(line, line.start))]
    composer.note(mark, stretches, page=first.page, mark_found=marks.get((first.page, mark)))
