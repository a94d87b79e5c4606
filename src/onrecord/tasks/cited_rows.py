"""Rows of the archive as papers cite them."""

from onrecord.model.written import Cited, CitedPaper, Cites
from onrecord.store import tables
from onrecord.store.said import load_claim, load_proposal


def cited_claim(row: tables.Claim) -> Cited:
    """The claim of a row, as a paper cites it."""
    claim = load_claim(row, (row.document.sha256, row.document.symbol))
    told = claim.source if claim.voice != "publisher" and claim.source != "publisher" else ""
    return Cited(
        f"{Cites.CLAIM.value}:{row.key}",
        Cites.CLAIM,
        claim.text,
        cited_paper(row.document),
        claim.place,
        said_by=told,
        sentence=(claim.sentence.start, claim.sentence.end),
    )


def cited_proposal(row: tables.Proposal) -> Cited:
    """The proposal of a row, as a paper cites it."""
    proposal = load_proposal(row, (row.document.sha256, row.document.symbol))
    told = proposal.maker if proposal.voice != "publisher" and proposal.maker != "publisher" else ""
    return Cited(
        f"{Cites.PROPOSAL.value}:{row.key}",
        Cites.PROPOSAL,
        proposal.text,
        cited_paper(row.document),
        proposal.place,
        said_by=told,
    )


def cited_paper(row: tables.Document) -> CitedPaper:
    """The paper of a row, as notes name it."""
    return CitedPaper(row.sha256, row.symbol, row.title, row.kind, row.state, tuple(row.publishers), row.date)
