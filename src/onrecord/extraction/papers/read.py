"""Everything that one paper of an NGO says."""

from onrecord.extraction.papers.claims import read_claims
from onrecord.extraction.papers.events import read_events
from onrecord.extraction.papers.laws import read_laws
from onrecord.extraction.papers.layout import layout_of
from onrecord.extraction.papers.names import read_names
from onrecord.extraction.papers.proposals import read_proposals
from onrecord.extraction.papers.quotations import read_quotations
from onrecord.extraction.papers.units import Paper
from onrecord.model import Document, Findings, Identity, NamedKind


def read_paper(document: Document, identity: Identity) -> Findings:
    """Claims, proposals, sources, laws, persons, organisations and quotations of a paper."""
    layout = layout_of(document, identity)
    paper = Paper(document, identity, layout)
    names = read_names(paper)
    laws = read_laws(paper)
    quotations = read_quotations(paper, names)
    proposals = read_proposals(paper, names)
    claims = read_claims(paper, names, laws, proposals, quotations)
    return Findings(
        identity,
        claims=claims,
        proposals=proposals,
        quotations=quotations,
        sections=layout.sections,
        asides=layout.asides,
        sources=layout.sources,
        laws=laws,
        people=tuple(name for name in names if name.kind is NamedKind.PERSON),
        organisations=tuple(name for name in names if name.kind is NamedKind.ORGANISATION),
        events=read_events(paper, claims, laws),
    )
