"""Compares what papers say: conflicts, copies, and the same thing named in several of them."""

from collections.abc import Sequence

from onrecord.model import Comparison, Document, Findings


def compare_papers(papers: Sequence[tuple[Document, Findings]]) -> tuple[Comparison, ...]:
    """Conflicts, copies and links between passages of these papers. Nothing found yet."""
    return ()
