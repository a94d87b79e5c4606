"""Puts a Document together from stretches of the text as found, keeping the way back to every letter."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.model import Document, Line, Metadata, Note, Page, Paragraph, ParagraphKind

_WORD = re.compile(r"\S+")
_UNEVEN = re.compile("[^\\S ]|  |[\ufffe\u0002]")
# U+FFFE and U+0002 are how pdfium gives a hyphen at the end of a line. It stays a hyphen: of 492 checked by hand,
# none had split a word ("self-" + "determination").
LINE_HYPHENS = str.maketrans({"\ufffe": "-", "\u0002": "-"})
_LONGEST_MARK = 16  # with a letter on both sides: "[^note-12]"
_HYPHENS = ("-", "\u2010", "\u2011")


@dataclass(slots=True)
class _PendingNote:
    mark: str
    paragraph: int
    mark_found: int | None


class Composer:
    """Collects paragraphs in reading order; :meth:`finish` gives the Document.

    Args:
        found: the text exactly as the file gave it; every stretch is a ``(start, end)`` pair of offsets into it.
    """

    def __init__(self, found: str) -> None:
        self.found = found
        self._parts: list[str] = []
        self._length = 0
        self._spans: list[tuple[int, int, int]] = []
        self._paragraphs: list[Paragraph] = []
        self._notes: list[_PendingNote] = []

    @property
    def text(self) -> str:
        """The cleaned text so far."""
        return "".join(self._parts)

    def paragraph(
        self,
        stretches: Sequence[tuple[int, int]],
        *,
        number: str = "",
        level: int = 0,
        kind: ParagraphKind = ParagraphKind.BODY,
        page: int | None = None,
        cell: tuple[int, int] | None = None,
    ) -> int | None:
        """Add one paragraph made of these stretches.

        Stretches are joined by a space (by nothing behind a hyphen, or where only a note's mark stood between them),
        white space inside is folded to one space.

        Returns:
            The paragraph's index, or None if the stretches hold nothing but white space.
        """
        start = self._length + 1 if self._parts else 0
        text, spans = self._join(stretches, start)
        if not text:
            return None
        if self._parts:
            self._parts.append("\n")
        self._parts.append(text)
        self._length = start + len(text)
        self._spans.extend(spans)
        row, column = cell or (None, None)
        self._paragraphs.append(Paragraph(number, level, kind, text, start, self._length, page, row, column))
        return len(self._paragraphs) - 1

    def note(
        self, mark: str, stretches: Sequence[tuple[int, int]], *, page: int | None, mark_found: int | None
    ) -> None:
        """Add a footnote or endnote (after the body, so that notes stand behind it).

        Args:
            mark: "1", "**", "a".
            stretches: its words, without the mark.
            page: on which it stands.
            mark_found: offset in ``found`` of the mark in the body, None if no mark was found.
        """
        index = self.paragraph(stretches, number=mark, kind=ParagraphKind.NOTE, page=page)
        if index is not None:
            self._notes.append(_PendingNote(mark, index, mark_found))

    def finish(
        self,
        *,
        sha256: str,
        metadata: Metadata,
        language: str,
        pages: Sequence[Page] = (),
        lines: Sequence[Line] = (),
        warnings: Sequence[str] = (),
    ) -> Document:
        """The finished document, each note tied to the paragraph that carried its mark."""
        document = Document(
            sha256=sha256,
            text=self.text,
            found=self.found,
            spans=tuple(self._spans),
            pages=tuple(pages),
            lines=tuple(lines),
            paragraphs=tuple(self._paragraphs),
            notes=(),
            language=language,
            metadata=metadata,
            warnings=tuple(warnings),
        )
        return replace(document, notes=self._tied_notes())

    def _join(self, stretches: Sequence[tuple[int, int]], start: int) -> tuple[str, list[tuple[int, int, int]]]:
        parts: list[str] = []
        spans: list[tuple[int, int, int]] = []
        length = 0
        last = -1  # where the last stretch ended in found
        for low, high in stretches:
            glue = not (parts and (parts[-1].endswith(_HYPHENS) or self._mark_within_word(last, low)))
            last = high
            for where, piece in self._pieces(low, high):
                if parts and glue:
                    parts.append(" ")
                    length += 1
                glue = True
                self._extend(spans, start + length, where, len(piece))
                parts.append(piece)
                length += len(piece)
        return "".join(parts), spans

    def _pieces(self, low: int, high: int) -> Iterator[tuple[int, str]]:
        """Words and where they stand; the whole stretch at once if single spaces part its words, as is usual."""
        text = self.found[low:high]
        if _UNEVEN.search(text):
            for word in _WORD.finditer(text):
                yield low + word.start(), word.group().translate(LINE_HYPHENS)
        elif piece := text.strip():
            yield low + text.index(piece[0]), piece

    def _mark_within_word(self, last: int, low: int) -> bool:
        # "Selm³, Arvenia": where the mark is left out the comma follows its word without a blank.
        around = self.found[last - 1 : low + 1] if 0 < last <= low else " "
        return len(around) <= _LONGEST_MARK and not any(map(str.isspace, around))

    def _extend(self, spans: list[tuple[int, int, int]], at: int, where: int, length: int) -> None:
        # Words parted by exactly one character in both texts share one row: fifty times fewer rows.
        if spans:
            last_at, last_where, last_length = spans[-1]
            gap = at - last_at - last_length
            if gap == where - last_where - last_length and gap <= 1 and self.found[where - gap : where] in ("", " "):
                spans[-1] = (last_at, last_where, where + length - last_where)
                return
        spans.append((at, where, length))

    def _tied_notes(self) -> tuple[Note, ...]:
        by_found = sorted((where, at, length) for at, where, length in self._spans)
        wheres = [row[0] for row in by_found]
        starts = [p.start for p in self._paragraphs]
        notes = []
        for pending in self._notes:
            own = self._paragraphs[pending.paragraph]
            at = carrier = None
            if pending.mark_found is not None and by_found:
                at = _nearest(by_found, wheres, pending.mark_found)
                carrier = max(bisect_right(starts, at) - 1, 0)
            notes.append(Note(pending.mark, own.text, own.start, own.end, own.page, at, carrier))
        return tuple(notes)


def _nearest(rows: list[tuple[int, int, int]], wheres: list[int], offset: int) -> int:
    """The offset in the cleaned text right behind the last letter that stands before ``offset`` in ``found``."""
    i = bisect_left(wheres, offset) - 1
    if i < 0:
        return rows[0][1]
    where, at, length = rows[i]
    return at + min(length, offset - where)
