"""Reads plain text and Markdown."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Document, Metadata, ParagraphKind
from onrecord.reading.compose import Composer
from onrecord.reading.encoding import decoded
from onrecord.reading.language import language_of
from onrecord.reading.limits import Limits, check_characters
from onrecord.reading.text_notes import OPENING, TypedNote, typed_notes
from onrecord.reading.typed_numbers import typed_bullet, typed_number

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BREAK = re.compile(r"(?:\r\n|[\r\n\f\v\x85\u2028\u2029])")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_UNDERLINE = re.compile(r"\s*+(?:={3,}|-{3,})\s*+$")
_CELL = re.compile(r"(?:\\\||[^|])+")
_RULE = re.compile(r"[\s|:-]+$")
_LONGEST_HEADING = 110
_NO_HEADING = re.compile(r"[.,;:!?…>)\]]\s*$|^[^\w\"“«¿]|https?:|@|\|")
_WIDEST_WRAP = 110  # lines are broken by hand or program only up to this width
_FULL = 0.6  # of the width: a shorter line was ended by its writer
_ENDS_SENTENCE = re.compile(r"[.;:!?…]['\"”’»)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    after_gap: bool  # an empty line stands before it


def read_text(data: bytes, name: str, limits: Limits) -> Document:
    """Read a text file.

    Paragraphs end at empty lines; where lines are not wrapped, at every line. Numbers ("12.", "(a)") and list marks
    are split off; ``#`` opens a heading; ``[3]`` and ``²`` are notes if a line elsewhere explains them.

    Raises:
        DamagedFile: the bytes are text in no encoding.
        TooLarge: more characters than ``limits.characters``.
    """
    found = decoded(data, name)
    check_characters(len(found), limits, name)
    return document_of_text(found, sha256=hashlib.sha256(data).hexdigest(), metadata=Metadata("text", name))


def document_of_text(
    found: str,
    *,
    sha256: str,
    metadata: Metadata,
    wrapped: bool = True,
    left_out: tuple[tuple[int, int], ...] = (),
    warnings: tuple[str, ...] = (),
) -> Document:
    """The document that these characters of a plain text make; for readers whose program gives plain text.

    Args:
        found: the text as the program gave it.
        sha256: of the file.
        metadata: of the file.
        wrapped: whether one paragraph may stand on several lines.
        left_out: stretches of ``found`` that are no text.
        warnings: what the reader was unsure of.
    """
    blocks = _blocks(found, _lines(found), wrapped=wrapped)
    writer = _TextComposer(found, left_out, gaps=wrapped)
    writer.add(blocks)
    return writer.composer.finish(sha256=sha256, metadata=metadata, language=language_of(found), warnings=warnings)


def _lines(found: str) -> list[_Line]:
    lines: list[_Line] = []
    last = 0
    for match in _LINE.finditer(found):
        if match.group().strip():
            gap = len(_BREAK.findall(found, last, match.start())) > 1
            lines.append(_Line(match.start(), match.end(), gap))
            last = match.end()
    return lines


def _blocks(found: str, lines: list[_Line], *, wrapped: bool) -> list[list[_Line]]:
    """Lines that belong to one paragraph, together."""
    width = _wrap_width(lines) if wrapped else 0
    blocks: list[list[_Line]] = []
    for line in lines:
        before = blocks[-1][-1] if blocks else None
        if before and not line.after_gap and _goes_on(found, blocks[-1], line, width):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _wrap_width(lines: list[_Line]) -> int:
    """The width at which lines were broken; 0 if they were not."""
    lengths = sorted(line.end - line.start for line in lines)
    if not lengths:
        return 0
    widest = lengths[int(len(lengths) * 0.95)]
    return widest if lengths[-1] <= _WIDEST_WRAP else 0


def _goes_on(found: str, block: list[_Line], line: _Line, width: int) -> bool:
    before = block[-1]
    text = found[line.start : line.end].lstrip()
    if not width or before.end - before.start < width * _FULL:
        return False
    if typed_bullet(text) or _MARKDOWN_HEADING.match(text) or OPENING.match(text) or text.startswith("|"):
        return False
    if not typed_number(text):
        return True
    # A number opens a new paragraph below a numbered one, or below a finished sentence. Else it is a figure that the
    # wrapping has brought to the front: "… in paragraph\n12. The State …".
    opening = found[block[0].start : block[0].end].lstrip()
    return not (typed_number(opening) or _ENDS_SENTENCE.search(found, before.start, before.end))


class _TextComposer:
    """Hands blocks of lines to a Composer, one by one."""

    def __init__(self, found: str, left_out: Sequence[tuple[int, int]], *, gaps: bool) -> None:
        self.found = found
        self.composer = Composer(found)
        self.paragraph = ""  # number of the last numbered paragraph
        self.row = -1
        self.notes: dict[int, TypedNote] = {}  # by block
        self.cuts = list(left_out)  # with the marks of notes
        self.gaps = gaps  # whether headings stand between empty lines

    def add(self, blocks: list[list[_Line]]) -> None:
        """Add all blocks, notes last."""
        self.notes = typed_notes(self.found, [(block[0].start, block[-1].end) for block in blocks])
        self.cuts = sorted([*self.cuts, *(note.place for note in self.notes.values() if note.place)])
        for index, block in enumerate(blocks):
            if index not in self.notes:
                following = blocks[index + 1] if index + 1 < len(blocks) and index + 1 not in self.notes else None
                self._body(block, heading=self._is_heading(block, following))
        for index, note in self.notes.items():
            block = blocks[index]
            stretches = _moved(block, block[0].start + note.length)
            self.composer.note(note.mark, stretches, page=None, mark_found=note.place[0] if note.place else None)

    def _is_heading(self, block: list[_Line], following: list[_Line] | None) -> bool:
        """One short line without a full stop, a gap before it, and something longer below it."""
        line = block[0]
        text = self.found[line.start : line.end].strip()
        if following is None or len(block) > 1 or len(text) > _LONGEST_HEADING or _NO_HEADING.search(text):
            return False
        length = following[-1].end - following[0].start
        alone = (line.after_gap or line.start == 0) and following[0].after_gap
        return (alone or not self.gaps) and length > len(text) * 1.5

    def _body(self, block: list[_Line], *, heading: bool) -> None:
        start = block[0].start
        text = self.found[start : block[-1].end]
        indent = len(text) - len(text.lstrip())
        text = text.lstrip()
        if text.startswith("|") and text.count("|") > 1:
            self._table_row(block)
        elif hashes := _MARKDOWN_HEADING.match(text):
            self._add(_moved(block, start + indent + hashes.end()), level=len(hashes[1]), kind=ParagraphKind.HEADING)
        elif bullet := typed_bullet(text):
            self._add(_moved(block, start + indent + bullet), level=1 + min(indent // 4, 8))
        elif numbered := typed_number(text, self.paragraph):
            self.paragraph = numbered.number if numbered.level == 0 else self.paragraph
            stretches = _moved(block, start + indent + numbered.length)
            kind = ParagraphKind.HEADING if heading else ParagraphKind.BODY
            self._add(stretches, number=numbered.number, level=numbered.level + heading, kind=kind)
        elif heading:
            self._add(_moved(block, start), level=1, kind=ParagraphKind.HEADING)
        elif not _UNDERLINE.match(text):
            self._add(_moved(block, start))

    def _table_row(self, block: list[_Line]) -> None:
        for line in block:
            if _RULE.match(self.found, line.start, line.end):
                continue
            self.row += 1
            cells = list(_CELL.finditer(self.found, line.start, line.end))
            for column, cell in enumerate(c for c in cells if c.group().strip()):
                self._add([cell.span()], kind=ParagraphKind.CELL, cell=(self.row, column))

    def _add(
        self,
        stretches: list[tuple[int, int]],
        *,
        number: str = "",
        level: int = 0,
        kind: ParagraphKind = ParagraphKind.BODY,
        cell: tuple[int, int] | None = None,
    ) -> None:
        self.composer.paragraph(self._without_marks(stretches), number=number, level=level, kind=kind, cell=cell)

    def _without_marks(self, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
        if not self.cuts:
            return stretches
        kept: list[tuple[int, int]] = []
        for low, high in stretches:
            first, last = bisect_left(self.cuts, (low, low)), bisect_left(self.cuts, (high, high))
            inside = self.cuts[first:last]
            kept.extend(zip([low, *(end for _, end in inside)], [*(start for start, _ in inside), high], strict=True))
        return kept


def _moved(block: list[_Line], start: int) -> list[tuple[int, int]]:
    """The block's lines as stretches, the first one beginning at ``start``."""
    return [(start, block[0].end), *((line.start, line.end) for line in block[1:])]
