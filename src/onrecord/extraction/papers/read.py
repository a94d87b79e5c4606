"""Everything that one paper of an NGO says."""

from onrecord.extraction.papers.claims import read_claims
from onrecord.extraction.papers.events import read_events
from onrecord.extraction.papers.laws import read_laws
from onrecord.extraction.papers.layout import layout_of
from onrecord.extraction.papers.names import read_names
from onrecord.extraction.papers.proposals import read_proposals
from onrecord.extraction.papers.quotations import read_quotations, speakers_of_claims
from onrecord.extraction.papers.units import Paper
from onrecord.model import Document, Doubt, Findings, Identity, NamedKind
from onrecord.vocabulary.other_languages import LANGUAGES


def read_paper(document: Document, identity: Identity) -> Findings:
    """Claims, proposals, sources, laws, persons, organisations and quotations of a paper."""
    layout = layout_of(document, identity)
    paper = Paper(document, identity, layout)
    if document.language not in ("en", ""):
        return _in_another_language(paper)
    names = read_names(paper)
    laws = read_laws(paper)
    quotations = read_quotations(paper, names)
    proposals = read_proposals(paper, names, quotations)
    claims = read_claims(paper, names, laws, proposals, quotations)
    return Findings(
        identity,
        claims=claims,
        proposals=proposals,
        quotations=speakers_of_claims(quotations, claims),
        sections=layout.sections,
        asides=layout.asides,
        sources=layout.sources,
        laws=laws,
        people=tuple(name for name in names if name.kind is NamedKind.PERSON),
        organisations=tuple(name for name in names if name.kind is NamedKind.ORGANISATION),
        events=read_events(paper, claims, laws),
    )


def _in_another_language(paper: Paper) -> Findings:
    """What needs no English: how the paper is built, its notes, what it quotes. A doubt says what was not read.

    Of French and Russian papers each sentence is a claim, with its speaker, date and figures.
    """
    layout, language = paper.layout, paper.document.language
    known = language in LANGUAGES
    read = "its sentences are not cut, and proposals," if known else "claims, proposals,"
    doubt = Doubt(
        f"The paper is in another language ({language}): {read} laws and names are read in English only.",
        paper.place(0, 0),
    )
    quotations = read_quotations(paper, ())
    return Findings(
        paper.identity,
        claims=read_claims(paper, (), (), (), quotations) if known else (),
        quotations=quotations,
        sections=layout.sections,
        asides=layout.asides,
        sources=layout.sources,
        doubts=(doubt,),
    )
