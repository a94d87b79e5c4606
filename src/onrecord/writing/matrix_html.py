"""A matrix as one HTML file: a table with our column, nothing fetched from elsewhere, no script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import IO

_STYLE = (
    "body{font:16px/1.5 'Source Serif 4',Georgia,serif;margin:32px;color:#171b1f;background:#fff}"
    "h1{font-size:28px;line-height:34px}p{max-width:66ch}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:start;vertical-align:top;padding:10px 12px;border-bottom:1px solid #d5d9d6}"
    "thead th{border-bottom:2px solid #171b1f;font:600 14px/20px 'IBM Plex Sans',sans-serif}"
    "th[colspan]{background:#e9ebe8;font-weight:600}td{white-space:pre-line}"
    "@media print{thead{display:table-header-group}tr{break-inside:avoid}}"
)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One row; a heading over several rows has one cell alone. ``number``: of its recommendation, "" for none."""

    cells: tuple[str, ...]
    number: str = ""


def write_html(
    rows: Iterable[MatrixRow], target: IO[bytes], *, heads: Sequence[str], title: str, told: str = ""
) -> int:
    """Write the matrix as one page.

    Args:
        rows: with as many cells as there are heads, or one.
        target: an open binary file; it stays open.
        heads: of the columns.
        title: of the page.
        told: one paragraph above the table.

    Returns:
        How many rows hold a recommendation.
    """
    head = "".join(f'<th scope="col">{escape(word)}</th>' for word in heads)
    start = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>",
        f"<h1>{escape(title)}</h1><p>{escape(told)}</p><table><thead><tr>{head}</tr></thead><tbody>\n",
    )
    target.write("".join(start).encode())
    count = 0
    for row in rows:
        count += bool(row.number)
        target.write(f"<tr{_anchor(row)}>{_cells(row, len(heads))}</tr>\n".encode())
    target.write(b"</tbody></table></main></body></html>\n")
    return count


def _anchor(row: MatrixRow) -> str:
    # An item that falls under several themes stands several times: its number cannot be an id.
    return f' data-number="{escape(row.number)}"' if row.number else ""


def _cells(row: MatrixRow, columns: int) -> str:
    if len(row.cells) == 1:
        return f'<th scope="rowgroup" colspan="{columns}">{escape(row.cells[0])}</th>'
    return "".join(f'<td dir="auto">{escape(cell.strip())}</td>' for cell in row.cells)
