"""Reads the tables under ``data/``: plain CSV files that somebody who is no programmer can edit."""

import csv
from pathlib import Path

from onrecord.errors import RunError

DATA = Path(__file__).parent / "data"


def read_table(source: str | Path) -> list[dict[str, str]]:
    """The rows of one table, each a mapping from column name to the cell without outer blanks.

    Args:
        source: a name such as ``states.csv`` (looked up under ``data/``) or the path of another CSV file.

    Raises:
        RunError: the file is missing, is not UTF-8, or a row has more or fewer cells than the head.
    """
    path = DATA / source
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            reader = csv.DictReader(handle)
            return [_stripped(row, path, reader.line_num) for row in reader]
    except OSError as error:
        raise RunError(
            f"The table cannot be read: {error.strerror}.", where=str(path), advice="Check the path."
        ) from error
    except UnicodeDecodeError as error:
        raise RunError("The table is not UTF-8.", where=str(path), advice="Save it as CSV (UTF-8).") from error


def several(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, parted by ``|``."""
    return tuple(entry for part in cell.split("|") if (entry := part.strip()))


def _stripped(row: dict[str, str], path: Path, line: int) -> dict[str, str]:
    if None in row or None in row.values():
        raise RunError(
            f"Line {line} has more or fewer cells than the head.",
            where=str(path),
            advice="Put cells that hold a comma into double quotes.",
        )
    return {column: cell.strip() for column, cell in row.items()}
