"""Finds what a paper asks, of whom."""

from onrecord.extraction.papers.units import Paper
from onrecord.model import Named, Proposal


def read_proposals(paper: Paper, names: tuple[Named, ...]) -> tuple[Proposal, ...]:
    """Every proposal, its own ones and those it reports."""
    return ()
