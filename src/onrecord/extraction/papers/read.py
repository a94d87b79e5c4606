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

# What is read of a paper that is not in English, so that nobody takes what is missing for not said.
_READ = {
    language: f"The paper is in {name}: each sentence stands as one claim with its speaker, dates and figures, as far "
    "as their words are known. Sentences are not cut, dates are not taken from other sentences; proposals, laws, "
    "persons, organisations, events and rights are read in English only."
    for language, name in (("fr", "French"), ("ru", "Russian"))
}
_NOT_READ = (
    "The paper is in another language ({}): its sections, notes and quotations are read; claims are read in English, "
    "French and Russian, proposals, laws and names in English only."
)


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
    doubt = Doubt(_READ[language] if known else _NOT_READ.format(language), paper.place(0, 0))
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
