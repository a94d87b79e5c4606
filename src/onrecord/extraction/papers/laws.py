"""Finds laws in papers."""

from onrecord.extraction.papers.units import Paper
from onrecord.model import Named


def read_laws(paper: Paper) -> tuple[Named, ...]:
    """Not found yet."""
    return ()
