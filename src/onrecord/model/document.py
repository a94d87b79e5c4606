"""A document as read: numbered, placed text that knows nothing yet of recommendations."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.model.place import Box, Place


class ParagraphKind(StrEnum):
    """What part a paragraph plays on the page."""

    BODY = "body"
    HEADING = "heading"
    NOTE = "note"  # footnote or endnote, kept behind the body in Document.text
    CELL = "cell"  # a cell of a table


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``start`` and ``end`` are a character span in Document.found; sizes in points."""

    number: int  # 1-based
    start: int
    end: int
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line that was kept. ``start``/``end``: span in Document.found; the box encloses its letters."""

    start: int
    end: int
    box: Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, list item, heading, note or table cell.

    ``text == document.text[start:end]``. The number is not part of the text.
    """

    number: str  # "126", "126.44", "(a)", "23 (b)"; "" if it has none
    level: int  # 0 for numbered paragraphs and plain text, 1 for items below them, 2 for (i) …; headings: depth
    kind: ParagraphKind
    text: str
    start: int
    end: int
    page: int | None
    row: int | None = None  # for cells: table row and column, 0-based over the whole document
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote tied to its marks. ``mark_at``: offset in Document.text where the mark was taken out."""

    mark: str
    text: str
    start: int
    end: int
    page: int | None
    mark_at: int | None  # None when no mark for it was found
    paragraph: int | None  # index into Document.paragraphs of the paragraph that carries the mark


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself; "" for what it does not say."""

    format: str  # "pdf", "docx", "doc", "html", "text"
    name: str = ""  # file name as given, never used to decide anything
    title: str = ""
    author: str = ""
    producer: str = ""
    created: str = ""  # EDTF, as precise as stated
    recognised: bool = False  # text came from character recognition


@dataclass(frozen=True, slots=True)
class Document:
    """Numbered, placed text.

    ``found`` is the text exactly as the file gave it, page after page. ``text`` is what is read: running heads,
    page numbers and note marks taken out, lines of a paragraph joined, paragraphs separated by one line feed, notes
    behind the body. ``spans`` ties the two: rows ``(start in text, start in found, length)``, sorted, covering every
    character of ``text`` that stands in ``found`` (joining spaces and line feeds are ours and not covered).
    """

    sha256: str
    text: str
    found: str
    spans: tuple[tuple[int, int, int], ...]
    pages: tuple[Page, ...]
    lines: tuple[Line, ...]
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Note, ...]
    language: str  # ISO 639-1, "" if not known
    metadata: Metadata
    warnings: tuple[str, ...] = ()  # what the reader was unsure of
    _starts: list[list[int]] = field(default_factory=list, compare=False, repr=False)
    _whole: dict[int, Box] = field(default_factory=dict, compare=False, repr=False)  # boxes of lines quoted in full

    def to_found(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The stretches of ``found`` that hold ``text[start:end]``, in order, as ``(start, end)``."""
        stretches: list[tuple[int, int]] = []
        keys = self._keys(0)
        for i in range(max(bisect_right(keys, start) - 1, 0), len(self.spans)):
            at, where, length = self.spans[i]
            if at >= end:
                break
            low, high = max(at, start), min(at + length, end)
            if low < high:
                stretches.append((where + low - at, where + high - at))
        return tuple(stretches)

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """One rectangle per printed line that holds a part of ``text[start:end]``.

        Where the span begins or ends inside a line the rectangle is cut in proportion to the letters.
        """
        lines, spans = self.lines, self.spans
        if not lines:
            return ()
        boxes: list[Box] = []
        texts, founds = self._keys(0), self._keys(1)
        for at, where, length in spans[max(bisect_right(texts, start) - 1, 0) : bisect_left(texts, end)]:
            # Plain comparisons: this runs for every line of everything that is found.
            low = where + start - at if start > at else where
            high = where + (length if length < end - at else end - at)
            if low >= high:
                continue
            i = bisect_right(founds, low) - 1
            while 0 <= i < len(founds) and founds[i] < high:
                line = lines[i]
                if low <= line.start and low < line.end <= high:
                    boxes.append(self._whole.get(i) or self._whole.setdefault(i, _cut(line, line.start, line.end)))
                elif line.end > low:
                    first, last = line.start, line.end
                    boxes.append(_cut(line, low if low > first else first, high if high < last else last))
                i += 1
        return tuple(boxes)

    def page_at(self, start: int) -> int | None:
        """The 1-based page on which ``text[start]`` stands; None for formats without pages."""
        if not self.pages:
            return None
        at, where, length = self.spans[max(bisect_right(self._keys(0), start) - 1, 0)] if self.spans else (0, 0, 0)
        if at <= start < at + length:
            found = where + start - at
        elif stretch := self.to_found(start, start + 2):  # a joining blank stands nowhere: the character behind it
            found = stretch[0][0]
        else:
            return None
        return self.pages[max(bisect_right(self._keys(2), found) - 1, 0)].number

    def paragraph_at(self, start: int) -> Paragraph | None:
        """The last paragraph that begins at ``start`` or before it; None before the first."""
        at = bisect_right(self._keys(3), start) - 1
        return self.paragraphs[at] if at >= 0 else None

    def place(self, start: int, end: int, *, symbol: str = "", paragraph: str = "") -> Place:
        """The place of ``text[start:end]``."""
        return Place(self.sha256, symbol, self.page_at(start), paragraph, start, end, self.boxes(start, end))

    def _keys(self, which: int) -> list[int]:
        # Sorted start offsets for bisecting, made once per document.
        if not self._starts:
            self._starts.append([s[0] for s in self.spans])
            self._starts.append([line.start for line in self.lines])
            self._starts.append([page.start for page in self.pages])
            self._starts.append([paragraph.start for paragraph in self.paragraphs])
        return self._starts[which]


def _cut(line: Line, low: int, high: int) -> Box:
    whole = line.box
    length = max(line.end - line.start, 1)
    width = whole.right - whole.left
    left = whole.left + width * (low - line.start) / length
    right = whole.left + width * (high - line.start) / length
    return Box(whole.page, round(left, 1), whole.bottom, round(right, 1), whole.top)
