"""What a paper of an NGO, a committee or a UN office says: claims, proposals, quotations, with voice and source."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.place import Place

PUBLISHER = "publisher"  # as ``source``: the paper speaks for itself


class Voice(StrEnum):
    """Whose statement it is."""

    PUBLISHER = "publisher"
    OTHER = "other"  # told as somebody else's
    MIXED = "mixed"  # who of two is speaking cannot be told


class ClaimKind(StrEnum):
    """What a claim is about."""

    SITUATION = "situation"
    LAW = "law"  # what a law says or does
    COMMITMENT = "commitment"  # what a State promised or accepted
    FULFILMENT = "fulfilment"  # what became of a promise
    STATE_RESPONSE = "state response"  # what a State did or left undone in answer
    ACT_OF_OTHERS = "act of others"  # "the Committee recommended …"
    PROCEDURE = "procedure"  # when and how a review takes place
    DOCUMENT = "document"  # about the paper itself


class Modality(StrEnum):
    """How firmly it is said."""

    ASSERTED = "asserted"
    PRESUPPOSED = "presupposed"  # said in passing
    CONCERN = "concern"  # a worry, no finding
    POSSIBLE = "possible"  # "may be used"
    PLANNED = "planned"  # to come
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as worded: "at least 17 fatalities". ``start``/``end``: the words, in Document.text."""

    value: float | None  # None for "dozens", "several"
    comparator: str  # "at least", "over", "only", "about", "dozens", "several" …; "" if the number stands alone
    what: str  # what is counted: "fatalities", "%  of its goals"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement that somebody makes about facts.

    ``id`` comes from the document and the words, so that it stays when the document is read again.
    """

    id: str
    text: str
    place: Place
    sentence: Place  # the sentence or bullet around it
    kind: ClaimKind = ClaimKind.SITUATION
    source: str = PUBLISHER  # or the name of who says it, as worded
    voice: Voice = Voice.PUBLISHER
    modality: Modality = Modality.ASSERTED
    notes: tuple[str, ...] = ()  # numbers of notes at the end of this sentence or item
    notes_of_paragraph: tuple[str, ...] = ()  # those that stand later in the same paragraph and may cover it
    date: str = ""  # EDTF, as precise as the words
    date_implied: bool = False  # taken from another sentence
    where: str = ""  # a place, as worded
    figures: tuple[Figure, ...] = ()
    state_body: str = ""  # the body of the State that acts, as worded
    victims: str = ""  # as worded
    rights: tuple[str, ...] = ()  # keys of the vocabulary of rights, main one first
    stakeholders: tuple[str, ...] = ()  # in UN summaries and compilations: who is named by the notes as its source
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ProposalAsk:
    """One thing that is asked: "abolish Article 19 of the Criminal Code"."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a paper asks, of whom. ``voice``: ``OTHER`` for calls that the paper only reports."""

    id: str
    text: str
    place: Place
    asks: tuple[ProposalAsk, ...]
    voice: Voice = Voice.PUBLISHER
    maker: str = PUBLISHER
    addressee: str = ""  # as worded
    rights: tuple[str, ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks; ``place`` is what stands between the marks.

    ``kind``: "speech" of a person, "document" for words of a body or document, "term", or "title" of a law.
    """

    text: str
    place: Place
    speaker: str = ""  # "" where nobody is named
    kind: str = "speech"
