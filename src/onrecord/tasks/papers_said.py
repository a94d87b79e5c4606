"""A paper as lists of claims, names and conflicts name it."""

from onrecord.store import tables
from onrecord.tasks.said_rows import PaperRef


def paper_ref(row: tables.Document) -> PaperRef:
    """The paper of a row."""
    return PaperRef(
        sha256=row.sha256,
        symbol=row.symbol,
        name=row.name,
        title=row.title,
        kind=row.kind,
        state=row.state,
        publishers=tuple(row.publishers),
        date=row.date,
    )
