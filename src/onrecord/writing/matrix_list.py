"""A list of recommendations in Word (OHCHR's thematic list, "matrix"): its table, cell by cell, by place in the file.

Cells are found by their bytes in ``word/document.xml``, so that something can be put into one of them while every other
byte of the file stays what it was. Columns vary from list to list and are known by their heads.
"""

import io
import re
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat

from onrecord.errors import DamagedFile, RunError

DOCUMENT = "word/document.xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MOST_BYTES = 200_000_000  # of all parts unpacked
_NUMBER = re.compile(r"\s*(\d{1,3}(?:\.\d{1,3})?)(?![\d.])")
_ITEM_HEAD = re.compile(r"recommendation", re.IGNORECASE)
_NUMBER_HEAD = re.compile(r"^\s*(?:no\.?|number|n°|#|para(?:graph)?s?\.?)\s*$", re.IGNORECASE)
# In the order of preference: lists name the column for remarks in several ways.
_OURS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bassessment",
        r"level\s+of\s+implementation",
        r"\bcomments?\b",
        r"\bimplementation\b",
        r"\bremarks?\b",
    )
)


@dataclass(slots=True)
class ListCell:
    """One cell. Places are offsets of bytes in the document's XML; 0 where there is none."""

    start: int
    column: int  # of the grid, from 0
    span: int = 1
    end: int = 0
    closing: int = 0  # where "</w:tc>" begins
    text: str = ""
    first_empty: tuple[int, int] = (0, 0)  # its first paragraph if that has no text: "</w:p>", or the whole "<w:p/>"
    style: tuple[int, int] = (0, 0)  # the "w:rPr" of its first run with text


@dataclass(slots=True)
class ListRow:
    """One row of the table. ``number``: of the recommendation that it holds, "" for heads and headings."""

    cells: list[ListCell] = field(default_factory=list)
    closing: int = 0  # where "</w:tr>" begins
    number: str = ""


@dataclass(frozen=True, slots=True)
class ListTable:
    """A list as it was read. ``ours``: the column for assessments, None if it has none."""

    content: bytes
    xml: bytes
    prefix: str  # of WordprocessingML in this file: "w:"
    rows: tuple[ListRow, ...]
    heads: tuple[str, ...]
    ours: int | None
    grid_closing: int  # where "</w:tblGrid>" begins, 0 if there is none

    @property
    def text(self) -> str:
        """All words of the table."""
        return "\n".join(cell.text for row in self.rows for cell in row.cells)


def read_list(content: bytes) -> ListTable:
    """The first table of a Word file that lists recommendations.

    Raises:
        DamagedFile: it is no Word file, or damaged.
        RunError: no table in it has a head that names recommendations.
    """
    xml = _document(content)
    reader = _Reader()
    try:
        reader.read(xml)
    except expat.ExpatError as error:
        raise DamagedFile(
            f"The list is damaged: its XML cannot be read ({error}).",
            advice="Open it in Word, save it anew and try again; nothing was written.",
        ) from error
    for rows, grid in reader.tables:
        heads = _heads(rows)
        if heads:
            _number(rows, heads)
            return ListTable(content, xml, reader.prefix, tuple(rows), heads, _ours(heads), grid)
    raise RunError(
        "No table of this file has a head that names recommendations.",
        advice="Take OHCHR's thematic list as it was published, in Word.",
    )


def _document(content: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            if sum(part.file_size for part in file.infolist()) > _MOST_BYTES:
                raise DamagedFile("The list unpacks to far more than a list can be.", advice="Take the original file.")
            bad = file.testzip()
            if bad:
                raise DamagedFile(f"The list is damaged in its part {bad}.", advice="Fetch it again.")
            return file.read(DOCUMENT)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise DamagedFile(
            "The list is no Word file (DOCX), or it is damaged.", advice="Fetch it again; nothing was written."
        ) from error


def _heads(rows: list[ListRow]) -> tuple[str, ...]:
    """The heads of the columns; () if the first rows of the table name no recommendations."""
    for row in rows[:3]:
        texts = tuple(" ".join(cell.text.split()) for cell in row.cells)
        if len(texts) > 1 and any(_ITEM_HEAD.search(text) and len(text) < 60 for text in texts):
            return texts
    return ()


def _ours(heads: tuple[str, ...]) -> int | None:
    for pattern in _OURS:
        for at, head in enumerate(heads):
            if pattern.search(head) and not re.search(r"position|theme", head, re.IGNORECASE):
                return at
    return None


def _number(rows: list[ListRow], heads: tuple[str, ...]) -> None:
    columns = [at for at, head in enumerate(heads) if _NUMBER_HEAD.match(head)]
    columns += [at for at, head in enumerate(heads) if _ITEM_HEAD.search(head)]
    for row in rows:
        for at in columns:
            cell = next((cell for cell in row.cells if cell.column == at and cell.span == 1), None)
            match = _NUMBER.match(cell.text) if cell else None
            if match and len(row.cells) > 1:
                row.number = match[1]
                break


class _Reader:
    """Goes through the XML once and notes where cells of outermost tables stand; tables inside cells are their text."""

    def __init__(self) -> None:
        self.prefix = "w:"
        self.tables: list[tuple[list[ListRow], int]] = []
        self._depth = 0  # of tables
        self._rows: list[ListRow] = []
        self._grid = 0
        self._cell: ListCell | None = None
        self._paragraph: tuple[int, bool] | None = None  # how many in the cell, whether it has text
        self._paragraph_start = 0
        self._run_style = (0, 0)
        self._in_run = self._in_text = False

    def read(self, xml: bytes) -> None:
        """Fill ``tables``.

        Raises:
            ExpatError: the XML is not well-formed, or declares a type of its own (no list does).
        """
        self.parser = parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = _refuse
        parser.buffer_text = True
        self._xml = xml
        parser.Parse(xml, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        for key, value in attributes.items():
            if value == _WORD and key.startswith("xmlns"):
                self.prefix = f"{key[6:]}:" if key.startswith("xmlns:") else ""
        tag = name.removeprefix(self.prefix)
        if tag == "tbl":
            self._depth += 1
            if self._depth == 1:
                self._rows, self._grid = [], 0
        elif self._depth == 1 and tag == "tr":
            self._rows.append(ListRow())
        elif self._depth == 1 and tag == "tc" and self._rows:
            row = self._rows[-1]
            column = row.cells[-1].column + row.cells[-1].span if row.cells else 0
            self._cell, self._paragraph = ListCell(at, column), None
            row.cells.append(self._cell)
        elif self._cell:
            self._inside(tag, at, attributes)

    def _inside(self, tag: str, at: int, attributes: dict[str, str]) -> None:
        assert self._cell
        if tag == "gridSpan" and self._depth == 1:
            self._cell.span = int(attributes.get(f"{self.prefix}val", "1") or 1)
        elif tag == "p":
            number = self._paragraph[0] + 1 if self._paragraph else 1
            self._paragraph, self._paragraph_start = (number, False), at
            if self._cell.text and not self._cell.text.endswith("\n"):
                self._cell.text += "\n"
        elif tag == "r":
            self._in_run, self._run_style = True, (0, 0)
        elif tag == "rPr" and self._in_run:
            self._run_style = (at, 0)
        elif tag == "t":
            self._in_text = True
        elif tag in ("br", "tab") and self._in_run:
            self._cell.text += "\n" if tag == "br" else " "

    def _characters(self, text: str) -> None:
        if not (self._in_text and self._cell):
            return
        self._cell.text += text
        if text.strip() and self._paragraph:
            self._paragraph = (self._paragraph[0], True)
        if text.strip() and self._cell.style == (0, 0) and self._run_style[1]:
            self._cell.style = self._run_style

    def _end(self, name: str) -> None:
        at = self.parser.CurrentByteIndex
        tag = name.removeprefix(self.prefix)
        if tag == "tbl":
            if self._depth == 1:
                self.tables.append((self._rows, self._grid))
            self._depth -= 1
        elif self._depth == 1 and tag == "tblGrid":
            self._grid = at
        elif self._depth == 1 and tag == "tr" and self._rows:
            self._rows[-1].closing = at
        elif self._depth == 1 and tag == "tc" and self._cell:
            self._cell.closing, self._cell.end = at, self._after(at)
            self._cell = None
        elif self._cell:
            self._leave(tag, at)

    def _leave(self, tag: str, at: int) -> None:
        assert self._cell
        if tag == "t":
            self._in_text = False
        elif tag == "r":
            self._in_run = False
        elif tag == "rPr" and self._in_run:
            self._run_style = (self._run_style[0], self._after(at))
        elif tag == "p" and self._paragraph and self._depth == 1:
            number, has_text = self._paragraph
            if number == 1 and not has_text:
                opened = self._after(self._paragraph_start)
                closes_itself = self._xml[opened - 2 : opened] == b"/>"
                self._cell.first_empty = (self._paragraph_start, opened) if closes_itself else (at, at)

    def _after(self, at: int) -> int:
        """Behind the closing tag that begins here; for ``<a/>``, whose end is told at its own place, the same."""
        return self._xml.index(b">", at) + 1


def _refuse(*_: object) -> None:
    raise expat.ExpatError("no document type is expected")
