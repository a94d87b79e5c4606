"""Claims and proposals that a paper of the United Nations reports as somebody's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extraction.papers.ask_cutting import cut_asks
from onrecord.extraction.papers.calls import calls_in
from onrecord.extraction.papers.claim_kinds import kind_of
from onrecord.extraction.papers.dates_told import date_of
from onrecord.extraction.papers.figures import figures_in
from onrecord.extraction.papers.modality import modality_of
from onrecord.extraction.papers.rights_of import rights_of
from onrecord.model import PUBLISHER, Claim, ClaimKind, Document, Identity, Modality, Proposal, ProposalAsk, Voice
from onrecord.vocabulary.verbs import reporting

_ASKS = re.compile(  # the words that any call holds; looked for first since calls are dear to find
    r"\b(?:recommend|urge|urging|call|encourag|invit|request|ask|demand|appeal|press|exhort|implore|expect|should|must|shall"
    r"|need|ought|has\s+to|have\s+to|suggest|propos)",
    re.IGNORECASE,
)
_WORRY = ("concern", "alarm", "regret", "deplor", "fear")


@dataclass(frozen=True, slots=True)
class Reported:
    """One sentence that tells what somebody says."""

    text: str
    span: tuple[int, int]  # in Document.text
    paragraph: str
    says: tuple[str, ...]
    also: tuple[str, ...]  # who says the like, by the notes
    named: tuple[str, ...]  # as worded in the sentence
    notes: tuple[str, ...]


def claim_of(document: Document, identity: Identity, told: Reported, key: str) -> Claim:
    """The claim that a sentence is; ``key``: its id."""
    start, end = told.span
    place = document.place(start, end, symbol=identity.symbol, paragraph=told.paragraph)
    manner = _manner(told.text)
    kind, why_kind = kind_of(told.text, manner=manner) if told.says else (ClaimKind.DOCUMENT, "about the paper itself")
    modality, why_modality = _modality(told.text, manner)
    rights, why_rights = rights_of(told.text, "", "", kind)
    date = date_of(document.text, start, end) if any(map(str.isdigit, told.text)) else None
    reasons = {
        "stakeholders": _why(told),
        "see also": ", ".join(told.also),
        "kind": why_kind,
        "modality": why_modality,
        "rights": why_rights,
    }
    return Claim(
        id=key,
        text=told.text,
        place=place,
        sentence=place,
        kind=kind,
        source=", ".join(told.named or told.says) or PUBLISHER,
        voice=Voice.OTHER if told.says else Voice.PUBLISHER,
        modality=modality,
        notes=told.notes,
        date=date.value if date else "",
        figures=figures_in(document.text, start, end),
        rights=rights,
        stakeholders=(*told.says, *told.also),
        reasons=tuple((name, why) for name, why in reasons.items() if why),
    )


def _why(told: Reported) -> str:
    by_words = f"The sentence names {', '.join(told.named)}." if told.named else ""
    by_notes = f"Its notes: {', '.join(told.notes)}." if told.notes else ""
    return f"{by_words} {by_notes}".strip()


def _manner(text: str) -> str:
    """How it is told, by the first reporting verb: "say", "voice" or "call"."""
    for word in text.split():
        if found := reporting().get(word.strip(".,;:()“”\"'").casefold()):
            return found.kind
    return ""


def _modality(text: str, manner: str) -> tuple[Modality, str]:
    worried = any(word in text.casefold() for word in _WORRY)
    return modality_of(text, opener="sentence", manner="voice" if worried and manner != "call" else "")


def proposals_of(
    document: Document, identity: Identity, told: Reported, key: str, *, rights: tuple[str, ...]
) -> Iterator[Proposal]:
    """What the sentence says that somebody asks, cut into asks; ``key``: the id, numbered where there are several."""
    if not told.says or not _ASKS.search(told.text):
        return
    for number, call in enumerate(calls_in(told.text, ())):
        start, end = told.span[0] + call.start, told.span[0] + call.end
        if not call.asks_from < call.end:
            continue
        spans = cut_asks(document.text, told.span[0] + call.asks_from, end)
        place = document.place(start, end, symbol=identity.symbol, paragraph=told.paragraph)
        asks = tuple(
            ProposalAsk(document.text[a:b], document.place(a, b, symbol=identity.symbol, paragraph=told.paragraph))
            for a, b in spans
        )
        yield Proposal(
            id=f"{key}-{number}" if number else key,
            text=document.text[start:end],
            place=place,
            asks=asks,
            voice=Voice.OTHER,
            maker=", ".join(told.says),
            addressee=call.addressee,
            rights=rights,
            reasons=(("voice", call.reason),),
        )
