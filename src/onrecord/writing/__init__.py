"""Finished rows to files, one file of code for each format; the table ``FORMATS`` names them."""

from collections.abc import Callable, Iterable
from typing import IO

from onrecord.writing.columns import ITEM_COLUMNS, PAIR_COLUMNS, WIDE_COLUMNS, Item, item_rows, pair_objects, pair_rows
from onrecord.writing.csv import write_csv
from onrecord.writing.json_form import as_json, paper_form, to_line
from onrecord.writing.jsonl import write_jsonl
from onrecord.writing.target import new_file
from onrecord.writing.xlsx import write_xlsx


def _csv(items: Iterable[Item], target: IO[bytes], pairs: bool) -> int:
    rows, columns = (pair_rows(items), PAIR_COLUMNS) if pairs else (item_rows(items), ITEM_COLUMNS)
    return write_csv(rows, target, columns=columns)


def _xlsx(items: Iterable[Item], target: IO[bytes], pairs: bool) -> int:
    rows, columns = (pair_rows(items), PAIR_COLUMNS) if pairs else (item_rows(items), ITEM_COLUMNS)
    return write_xlsx(rows, target, columns=columns, wide=WIDE_COLUMNS, title="pairs" if pairs else "items")


def _jsonl(items: Iterable[Item], target: IO[bytes], pairs: bool) -> int:
    return write_jsonl(pair_objects(items) if pairs else items, target)


# name, as it stands behind the dot of a file: (items, open file, one row a pair?) -> rows written
FORMATS: dict[str, Callable[[Iterable[Item], IO[bytes], bool], int]] = {"csv": _csv, "xlsx": _xlsx, "jsonl": _jsonl}

__all__ = [
    "FORMATS",
    "Item",
    "as_json",
    "item_rows",
    "new_file",
    "pair_objects",
    "pair_rows",
    "paper_form",
    "to_line",
    "write_csv",
    "write_jsonl",
    "write_xlsx",
]
