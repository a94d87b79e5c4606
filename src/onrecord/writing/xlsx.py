"""Rows to one sheet of an Excel workbook: words as words, never as formulas or links."""

from collections.abc import Iterable, Mapping
from typing import IO, Any

from onrecord.errors import RunError
from onrecord.writing.columns import Cell

LONGEST_CELL = 32_767  # characters; limits of the format itself
MOST_ROWS = 1_048_575  # below the head
_OPTIONS = {
    "constant_memory": True,
    "in_memory": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WIDTH, _WIDE = 14, 60  # in characters


def write_xlsx(
    rows: Iterable[Mapping[str, Cell]],
    target: IO[bytes],
    *,
    columns: Iterable[str],
    wide: Iterable[str] = (),
    title: str = "Onrecord",
) -> int:
    """Write one sheet: a head that stays in view, with filters, and one line for each row, in bounded memory.

    Args:
        rows: flat rows; a key that is missing gives an empty cell.
        target: an open binary file; it stays open.
        columns: names and order of the columns.
        wide: those columns that hold running text.
        title: name of the sheet.

    Returns:
        How many rows were written, the head not counted.

    Raises:
        RunError: a text or the number of rows is beyond what the format can hold; nothing is cut off silently.
    """
    from xlsxwriter import Workbook

    columns, wide = tuple(columns), frozenset(wide)
    with Workbook(target, _OPTIONS) as book:
        sheet = book.add_worksheet(title)
        _head(book, sheet, columns, wide)
        count = 0
        for count, row in enumerate(rows, 1):
            for i, column in enumerate(columns):
                _write(sheet, count, i, _checked(row.get(column), count, column))
        sheet.autofilter(0, 0, count, len(columns) - 1)
    return count


def _head(book: Any, sheet: Any, columns: tuple[str, ...], wide: frozenset[str]) -> None:  # noqa: ANN401  # untyped
    bold = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    for i, column in enumerate(columns):
        sheet.set_column(i, i, _WIDE if column in wide else _WIDTH, wrapped)
        sheet.write_string(0, i, column, bold)


def _write(sheet: Any, row: int, column: int, cell: Cell) -> None:  # noqa: ANN401  # untyped
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)
    elif cell:
        sheet.write_string(row, column, cell)


def _checked(cell: Cell, row: int, column: str) -> Cell:
    if row > MOST_ROWS:
        raise RunError(
            f"An Excel sheet holds {MOST_ROWS:,} rows and there are more.",
            advice="Export fewer at a time, or choose CSV or JSON Lines.",
        )
    if isinstance(cell, str) and len(cell) > LONGEST_CELL:
        raise RunError(
            f"An Excel cell holds {LONGEST_CELL:,} characters; this text has {len(cell):,}.",
            where=f"row {row}, {column}",
            advice="Choose CSV or JSON Lines.",
        )
    return cell
