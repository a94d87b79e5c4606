"""What goes to standard output: JSON Lines, plain lines, and tables that fit the terminal.

Words of documents are printed, never interpreted: no markup, no control signs.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.writing.json_form import to_line

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

PIPED_WIDTH = 100
STACKED_BELOW = 70
_TINTS = {"supported": "cyan", "noted": "yellow"}
# Control signs (a document could hold those that move the cursor or change the terminal's title) and the signs that
# turn the direction of everything after them.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    head: str
    right: bool = False  # figures stand at the end
    whole: bool = False  # never broken over lines
    widest: int | None = None
    from_width: int = 0  # of the terminal; left out on narrower ones
    takes_rest: bool = False  # gets the width that is left
    tinted: bool = False  # holds positions


def print_json(value: object) -> None:
    """One object as one line."""
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") not in ("utf8", "utf8sig")
    sys.stdout.write(to_line(value, ascii_only=ascii_only) + "\n")


def line(words: str = "") -> None:
    """One line as it is: for sentences with names of files, which must stay in one piece."""
    sys.stdout.write(plain(words) + "\n")


def paragraph(words: str, *, indent: int = 0, bold: bool = False) -> None:
    """One paragraph, wrapped to the terminal; ``indent`` holds for all its lines."""
    from rich.padding import Padding
    from rich.text import Text

    text = Text(plain(words), style="bold" if bold else "")
    _print(_console(), Padding(text, (0, 0, 0, indent)))


def table(columns: Sequence[Column], rows: Iterable[Sequence[object]]) -> None:
    """A table with a rule under its head and none at its sides; without any rule where it is piped.

    On a narrow terminal each row becomes a small paragraph instead.
    """
    console = _console()
    if console.width < STACKED_BELOW:
        for row in rows:
            _stack(columns, row)
        return
    shown = [i for i, column in enumerate(columns) if console.width >= column.from_width]
    grid = _grid([columns[i] for i in shown], ruled=console.is_terminal)
    for row in rows:
        grid.add_row(*(_text(columns[i], row[i]) for i in shown))
    _print(console, grid)


def _grid(columns: Iterable[Column], *, ruled: bool) -> "Table":
    from rich import box
    from rich.table import Table

    art = box.SIMPLE_HEAD if ruled else None
    grid = Table(box=art, pad_edge=False, show_edge=False, header_style="bold" if ruled else "")
    grid.padding = (0, 1 if ruled else 2, 0, 0)
    for column in columns:
        grid.add_column(
            column.head,
            justify="right" if column.right else "left",
            no_wrap=column.whole,
            max_width=column.widest,
            ratio=1 if column.takes_rest else None,
            overflow="fold",
        )
    return grid


def _stack(columns: Sequence[Column], row: Sequence[object]) -> None:
    paragraph(cell(row[0]), bold=True)
    short = [i for i in range(1, len(row)) if not columns[i].takes_rest and cell(row[i])]
    if short:
        paragraph("; ".join(f"{columns[i].head} {cell(row[i])}" for i in short), indent=2)
    for i in range(1, len(row)):
        if columns[i].takes_rest:
            paragraph(cell(row[i]), indent=2)


def _text(column: Column, value: object) -> "Text":
    from rich.text import Text

    return Text(cell(value), _tint(value) if column.tinted else "")


def cell(value: object) -> str:
    """What stands in a cell: nothing for None, thousands parted, words without control signs."""
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else plain(str(value))


def plain(words: str) -> str:
    """Words with every run of control signs as one space."""
    return _CONTROL.sub(" ", words)


def _tint(words: object) -> str:
    # By the last word that was said. Not green and red: the record does not praise or blame.
    last = str(words).rpartition("then ")[2]
    return next((style for word, style in _TINTS.items() if last.startswith(word)), "dim")


def _print(console: "Console", content: "RenderableType") -> None:
    """Print without blanks at the ends of lines, which wrap in terminals and clutter files."""
    with console.capture() as captured:
        console.print(content)
    for printed in captured.get().splitlines():
        sys.stdout.write(printed.rstrip() + "\n")


def _console() -> "Console":
    from rich.console import Console

    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        console.width = PIPED_WIDTH
    return console
