"""Printed lines of a PDF page with their geometry, asking pdfium about as few letters as possible.

Asking for the box of every letter costs several times the text itself. A line needs two letters (its first and its
last), a possible note mark two more; everything else is plain string work.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

# pdfium ends a line with CR LF, or with U+FFFE (U+0002 in older builds) where the line ended in a hyphen.
_LINE = re.compile("[^\r\n\ufffe\x02]+[\ufffe\x02]?")
# Digits or asterisks glued to a word or a bracket may be a note's mark; the size of the letter decides.
_MARK_GLUED = re.compile(
    r"(?<=[^\s\d*.,/()–-])(\d{1,3}|\*{1,4})(?![\d*/–-]|[.,]\d)|(?<=[.,;:)”\"’])(\d{1,3}|\*{1,4})(?![\w*/–])"
    r"|(?<=\S )(\d{1,3})(?=\s|$)|(?<=\b(?:19|20)\d\d)(\d{1,3})(?![\w/–-])"
)
_MARK_LEADING = re.compile(r"\s*(\d{1,3}|\*{1,4}|[a-z])(?=\s|[A-Z“\"‘]|$)")
_MARK_BEGINS = re.compile(r"[\d*]")
_MARK_APART = re.compile(r"(?<=\s)(\d{1,3}|\*{1,4})(?=\s|$)")
_RAISED = 0.82  # a mark is at most this part of the size of the letter before it (real marks: 0.58 to 0.72)
_ABOVE = 0.2  # of its size: how far above its base line a raised figure is drawn at least (real ones: 0.36)
_SAME_LINE = 3.0  # points: letters whose base lines differ by less stand on one printed line


@dataclass(slots=True)
class PrintedLine:
    """One printed line. Offsets are into the text of the whole file as found; lengths in points."""

    page: int
    start: int
    end: int
    left: float
    right: float
    base: float  # y of the base line, from the bottom of the page
    size: float  # height of its letters
    bold: bool
    text: str
    marks: list[tuple[int, int, str]]  # raised note marks inside: start, end, mark
    leading_mark: tuple[int, int, str] | None = None  # a raised mark that opens the line: a note begins here


class PageText:
    """The text of one page and the geometry of its letters."""

    def __init__(self, textpage: int, number: int, offset: int) -> None:
        self._page = textpage
        self.number = number
        self.offset = offset
        self.text = _all_text(textpage)
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix = pdfium.FS_MATRIX()
        self._box_ref, self._matrix_ref = ctypes.byref(self._box), ctypes.byref(self._matrix)
        self._x_ref, self._y_ref = ctypes.byref(self._x), ctypes.byref(self._y)

    def lines(self) -> list[PrintedLine]:
        """The printed lines in the order of the file, pieces on one base line put together."""
        lines: list[PrintedLine] = []
        for match in _LINE.finditer(self.text):
            for low, high in self._split_at_jump(match.start(), match.end()):
                line = self._line(low, high)
                if line is None:
                    continue
                if lines and _continues(lines[-1], line):
                    _merge(lines[-1], line)
                else:
                    lines.append(line)
        return lines

    def _line(self, low: int, high: int) -> PrintedLine | None:
        raw = self.text[low:high]
        stripped = raw.strip()
        if not stripped:
            return None
        first = low + len(raw) - len(raw.lstrip())
        last = low + len(raw.rstrip()) - 1
        left, _ = self._sides(first)
        size, base = self._size(first), self._base(first)
        right = self._sides(last)[1]
        line = PrintedLine(
            self.number, self.offset + first, self.offset + last + 1, left, right, base, size, False, stripped, []
        )
        self._leading_mark(line, first, stripped)
        self._glued_marks(line, first, stripped)
        line.bold = self._is_bold(first + max(len(stripped) - 2, 0))
        return line

    def _leading_mark(self, line: PrintedLine, first: int, text: str) -> None:
        match = _MARK_LEADING.match(text)
        if not match:
            return
        after = _next_letter(text, match.end())
        if after is None:
            # The mark stands alone on its base line; the words follow as a line of their own.
            if len(text) <= 4 and not text.isalpha():
                line.leading_mark = (line.start, line.end, match[1])
            return
        size = self._size(first + after)
        drawn = match[1].isdigit() and self._drawn_raised(first + match.start(1))
        if line.size <= size * _RAISED or match[1].startswith("*") or drawn:
            line.leading_mark = (line.start + match.start(1), line.start + match.end(1), match[1])
        if line.size <= size * _RAISED:
            # The letter behind the mark may still be as large as the body's; the last one never is.
            line.size, line.base = self._size(first + len(text) - 1), self._base(first + after)

    def _glued_marks(self, line: PrintedLine, first: int, text: str) -> None:
        for match in _found(_MARK_GLUED, text, 0, len(text)):
            group = match.lastindex or 0
            at, end = match.span(group)
            if at == 0:
                continue
            before = self._size(first + at - (2 if text[at - 1] == " " else 1))
            if text[at] != "*":
                at = self._raised_from(first, at, end, before) if text[at - 1].isupper() else at
                if at == end:
                    continue
                if self._size(first + at) > before * _RAISED and not self._drawn_raised(first + at):
                    continue
            line.marks.append((line.start + at, line.start + end, text[at:end]))

    def _raised_from(self, first: int, at: int, end: int, before: float) -> int:
        """Where the raised figures begin: of "JS384", note 84 behind JS3, the last two."""
        while at < end and self._size(first + at) > before * _RAISED:
            at += 1
        return at

    def _drawn_raised(self, index: int) -> bool:
        """Whether a figure of full size is drawn above its base line: the font has raised figures of its own."""
        box = [ctypes.c_double() for _ in range(4)]
        if not pdfium.FPDFText_GetCharBox(self._page, index, *map(ctypes.byref, box)):
            return False
        return box[2].value - self._base(index) > _ABOVE * self._size(index)  # left, right, bottom, top

    def _split_at_jump(self, low: int, high: int) -> list[tuple[int, int]]:
        """The line in pieces: pdfium may put the next note, or its raised mark, at the end of the line before it."""
        begins = [low]
        for match in _found(_MARK_APART, self.text, low + 4, high):
            # What begins a line of its own stands far to the left of what is before it.
            at = match.start()
            before = at - 2 if at > low + 4 and not self.text[at - 2].isspace() else at - 1
            if self._sides(at)[0] < self._sides(before)[0] - 5:
                begins.append(at)
        return list(zip(begins, [*begins[1:], high], strict=True)) if len(begins) > 1 else [(low, high)]

    def _sides(self, index: int) -> tuple[float, float]:
        if not pdfium.FPDFText_GetLooseCharBox(self._page, index, self._box_ref):
            return 0.0, 0.0
        return self._box.left, self._box.right

    def _size(self, index: int) -> float:
        """Size of the letter in points: some producers write size 1 and scale by the matrix."""
        size = pdfium.FPDFText_GetFontSize(self._page, index)
        if pdfium.FPDFText_GetMatrix(self._page, index, self._matrix_ref):
            return float(size * max(abs(self._matrix.d), abs(self._matrix.b)))
        return float(size)

    def _base(self, index: int) -> float:
        pdfium.FPDFText_GetCharOrigin(self._page, index, self._x_ref, self._y_ref)
        return self._y.value

    def _is_bold(self, index: int) -> bool:
        return bool(pdfium.FPDFText_GetFontWeight(self._page, index) >= 600)


def _all_text(textpage: int) -> str:
    count = pdfium.FPDFText_CountChars(textpage)
    if count <= 0:
        return ""
    buffer = ctypes.create_string_buffer((count + 1) * 2)
    pointer = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
    written = pdfium.FPDFText_GetText(textpage, 0, count, pointer)
    return buffer.raw[: max(written - 1, 0) * 2].decode("utf-16-le", errors="surrogatepass")


def _found(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What ``pattern.finditer`` gives, tried only where a mark may begin."""
    while begins := _MARK_BEGINS.search(text, start, end):
        match = pattern.match(text, begins.start(), end)
        start = (match or begins).end()
        if match:
            yield match


def _next_letter(text: str, at: int) -> int | None:
    for i in range(at, len(text)):
        if not text[i].isspace():
            return i
    return None


def _continues(before: PrintedLine, line: PrintedLine) -> bool:
    apart = abs(before.base - line.base)
    if _is_bare_mark(line) and line.size <= before.size * _RAISED and line.base >= before.base:
        apart -= before.size * 0.4  # a raised mark at the end of its line stands higher than the words
    if (
        _is_bare_mark(before)
        and before.text.isdigit()
        and before.size <= line.size * _RAISED
        and before.base >= line.base
    ):
        apart -= line.size * 0.2
    return apart < _SAME_LINE and before.right - 2.0 <= line.left


def _is_bare_mark(line: PrintedLine) -> bool:
    return line.leading_mark is not None and line.leading_mark[:2] == (line.start, line.end)


def _merge(before: PrintedLine, line: PrintedLine) -> None:
    """Put ``line`` behind ``before``; a bare raised mark before it opens a note."""
    if _is_bare_mark(before):
        before.size, before.base = line.size, line.base
    gap = line.start - before.end
    before.text = before.text + " " * min(gap, 1) + line.text
    before.end, before.right, before.bold = line.end, line.right, line.bold
    before.marks.extend(line.marks)
    if line.leading_mark:
        before.marks.append(line.leading_mark)
