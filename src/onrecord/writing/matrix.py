"""Assessments written into the column of OHCHR's matrix: all other cells, styles and parts stay as they are."""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from onrecord.errors import DamagedFile, RunError
from onrecord.writing.matrix_list import DOCUMENT, ListCell, ListRow, ListTable, read_list

_NEW_HEAD = "Assessment"
_NOT_IN_XML = re.compile("[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEW_WIDTH = 4000  # twentieths of a point
_Change = tuple[int, int, bytes]  # bytes from here to there become these


@dataclass(frozen=True, slots=True)
class FilledList:
    """What became of a list. ``column``: the head of the column that was written to."""

    content: bytes
    column: str
    rows: int  # that hold a recommendation
    filled: int  # of these, rows into which something was written
    not_there: tuple[str, ...]  # numbers with an assessment that no row of the list has
    added: bool = False  # the column was added


def fill_list(content: bytes, texts: Mapping[str, Sequence[str]], *, add_column: bool = False) -> FilledList:
    """Write into the column for assessments.

    What stands there already stays: ours comes behind it.

    Args:
        content: the list, a Word file.
        texts: by number of the recommendation, the lines to write.
        add_column: where the list has no column for assessments, add one at its end.

    Returns:
        The new file and what was written. All bytes but the ones that were put in are those of the list.

    Raises:
        DamagedFile: it is no Word file, or damaged.
        RunError: it lists no recommendations, or has no column for assessments and none is to be added.
    """
    table = read_list(content)
    if table.ours is None and not add_column:
        heads = ", ".join(f"“{head}”" for head in table.heads)
        raise RunError(
            f"The list has no column for assessments or comments; its heads are {heads}.",
            advice="Say --add-column to have one added at its end.",
        )
    changes: list[_Change] = []
    filled = 0
    for row in table.rows:
        lines = texts.get(row.number, ()) if row.number else ()
        if table.ours is None:
            changes.append((row.closing, row.closing, _new_cell(table, row, lines)))
        elif lines:
            changes.append(_into(table, row, lines))
        filled += bool(lines)
    if table.ours is None and table.grid_closing:
        column = f'<{table.prefix}gridCol {table.prefix}w="{_NEW_WIDTH}"/>'.encode()
        changes.append((table.grid_closing, table.grid_closing, column))
    numbers = {row.number for row in table.rows if row.number}
    return FilledList(
        content=_repacked(table, _put_in(table.xml, changes)),
        column=table.heads[table.ours] if table.ours is not None else _NEW_HEAD,
        rows=sum(bool(row.number) for row in table.rows),
        filled=filled,
        not_there=tuple(number for number in texts if texts[number] and number not in numbers),
        added=table.ours is None,
    )


def _into(table: ListTable, row: ListRow, lines: Sequence[str]) -> _Change:
    """What is put into the row's cell: into its empty paragraph, else behind what stands there."""
    cell = next((cell for cell in row.cells if cell.column == table.ours), None)
    if cell is None:
        raise DamagedFile(
            f"The row of {row.number} has no cell under “{table.heads[table.ours or 0]}”.",
            advice="Mend the table in Word; nothing was written.",
        )
    run = _run(table, row, lines)
    start, end = cell.first_empty
    closing = f"</{table.prefix}p>".encode()
    if not end or cell.text.strip():
        return cell.closing, cell.closing, f"<{table.prefix}p>".encode() + run + closing
    if start == end:
        return start, end, run
    return start, end, table.xml[start : end - 2].rstrip() + b">" + run + closing  # it was "<w:p/>"


def _run(table: ListTable, row: ListRow, lines: Sequence[str]) -> bytes:
    """A run in the letters of the recommendation beside it."""
    w = table.prefix
    model: ListCell | None = next((cell for cell in row.cells if cell.style[1]), None)
    style = table.xml[slice(*model.style)] if model else b""
    parts = [f'<{w}t xml:space="preserve">{escape(_clean(line))}</{w}t>' for line in lines]
    return f"<{w}r>".encode() + style + f"<{w}br/>".join(parts).encode() + f"</{w}r>".encode()


def _new_cell(table: ListTable, row: ListRow, lines: Sequence[str]) -> bytes:
    w = table.prefix
    is_head = tuple(" ".join(cell.text.split()) for cell in row.cells) == table.heads
    run = _run(table, row, (_NEW_HEAD,) if is_head else lines) if lines or is_head else b""
    width = f'<{w}tcPr><{w}tcW {w}w="{_NEW_WIDTH}" {w}type="dxa"/></{w}tcPr>'
    return f"<{w}tc>{width}<{w}p>".encode() + run + f"</{w}p></{w}tc>".encode()


def _clean(line: str) -> str:
    """Without signs that XML cannot hold."""
    return _NOT_IN_XML.sub("", line)


def _put_in(xml: bytes, changes: Sequence[_Change]) -> bytes:
    parts, last = [], 0
    for start, end, new in sorted(changes, key=lambda change: change[0]):
        parts += [xml[last:start], new]
        last = end
    return b"".join([*parts, xml[last:]])


def _repacked(table: ListTable, xml: bytes) -> bytes:
    """The same ZIP with this document in it: parts in their order, with their names, dates and ways of packing."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(table.content)) as old, zipfile.ZipFile(target, "w") as new:
        new.comment = old.comment
        for part in old.infolist():
            new.writestr(part, xml if part.filename == DOCUMENT else old.read(part))
    return target.getvalue()
