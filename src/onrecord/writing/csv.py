"""Rows to CSV (RFC 4180, UTF-8) that a spreadsheet opens without running anything that stands in a cell."""

import csv
from collections.abc import Iterable, Mapping
from io import TextIOWrapper
from typing import IO

from onrecord.writing.columns import Cell

# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it text again
# (OWASP, "CSV injection"). Full-width forms count too: some spreadsheets fold them.
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_BYTE_ORDER_MARK = "\ufeff"


def write_csv(
    rows: Iterable[Mapping[str, Cell]], target: IO[bytes], *, columns: Iterable[str], for_spreadsheets: bool = True
) -> int:
    """Write a head line and one line for each row.

    Args:
        rows: flat rows; a key that is missing gives an empty cell.
        target: an open binary file; it stays open.
        columns: names and order of the columns.
        for_spreadsheets: begin with a byte order mark, without which Excel misreads every sign that is not ASCII.

    Returns:
        How many rows were written, the head not counted.
    """
    columns = tuple(columns)
    text = TextIOWrapper(target, encoding="utf-8", errors="backslashreplace", newline="", write_through=True)
    try:
        if for_spreadsheets:
            text.write(_BYTE_ORDER_MARK)
        writer = csv.writer(text)
        writer.writerow(columns)
        count = 0
        for row in rows:
            writer.writerow([safe(row.get(column)) for column in columns])
            count += 1
        text.flush()
    finally:
        text.detach()
    return count


def safe(cell: Cell) -> Cell:
    """The cell, with an apostrophe before it if a spreadsheet would take it for a formula. Numbers stay numbers."""
    if isinstance(cell, str) and cell.startswith(_DANGEROUS):
        return "'" + cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell
