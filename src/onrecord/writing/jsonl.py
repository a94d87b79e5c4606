"""Rows to JSON Lines: one object a line, UTF-8, with the keys that every face of Onrecord uses."""

from collections.abc import Iterable
from typing import IO

from onrecord.writing.json_form import to_line


def write_jsonl(rows: Iterable[object], target: IO[bytes]) -> int:
    """Write one line for each row, as the rows come.

    Args:
        rows: model objects, finished rows or mappings.
        target: an open binary file; it stays open.

    Returns:
        How many lines were written.
    """
    count = 0
    for row in rows:
        # Bytes of a file name that are no UTF-8 become \\udcXX, which JSON reads as what Python made of them.
        target.write(to_line(row).encode("utf-8", "backslashreplace") + b"\n")
        count += 1
    return count
