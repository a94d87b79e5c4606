"""Cuts the sentences of a paper into claims and says of each who says it, on which source, and when."""

import hashlib

from onrecord.extraction.papers.units import Paper
from onrecord.model import Claim, Named, Proposal, Quotation


def read_claims(
    paper: Paper,
    names: tuple[Named, ...],
    laws: tuple[Named, ...],
    proposals: tuple[Proposal, ...],
    quotations: tuple[Quotation, ...],
) -> tuple[Claim, ...]:
    """Every claim of the paper, in its order."""
    claims: list[Claim] = []
    for unit in paper.layout.units:
        if unit.says_something and not any(p.place.start <= unit.start < p.place.end for p in proposals):
            text = paper.text(unit.start, unit.end)
            place = paper.place(unit.start, unit.end)
            claims.append(Claim(_id(paper, text, len(claims)), text, place, place))
    return tuple(claims)


def _id(paper: Paper, text: str, number: int) -> str:
    words = hashlib.sha256(f"{paper.document.sha256} {text.casefold()}".encode()).hexdigest()
    return f"claim-{words[:16]}"
