"""Finds words in quotation marks and who says them."""

from onrecord.extraction.papers.units import Paper
from onrecord.model import Named, Quotation


def read_quotations(paper: Paper, names: tuple[Named, ...]) -> tuple[Quotation, ...]:
    """Every quotation of the paper."""
    return ()
