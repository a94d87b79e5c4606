"""What a paper says ↔ rows: claims, proposals, sources, names, events, parts of the paper."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from onrecord.model import (
    Aside,
    AsideKind,
    Claim,
    ClaimKind,
    Event,
    Figure,
    Findings,
    Modality,
    Named,
    NamedKind,
    Place,
    Proposal,
    ProposalAsk,
    Quotation,
    Section,
    SourceNote,
    Voice,
)
from onrecord.store import committee, tables
from onrecord.store.places import Packed, pack_optional, pack_place, unpack_optional, unpack_place
from onrecord.store.searched_text import fold
from onrecord.vocabulary.addresses import address_key

_CLAIM_REST = (
    *("notes", "notes_of_paragraph", "date_implied", "where", "state_body", "victims", "rights", "stakeholders"),
    "reasons",
)
At = tuple[str, str]  # sha256 and symbol of the row's document


def save(document: tables.Document, found: Findings, *, alias: str) -> None:
    """Write all that a paper says, each kind in its order; nothing for papers that have none of it."""
    tables.Claim.objects.using(alias).bulk_create(_claim(document, *pair) for pair in enumerate(found.claims))
    tables.Proposal.objects.using(alias).bulk_create(_proposal(document, *pair) for pair in enumerate(found.proposals))
    tables.SourceNote.objects.using(alias).bulk_create(_note(document, *pair) for pair in enumerate(found.sources))
    named = (*found.laws, *found.people, *found.organisations)
    tables.Named.objects.using(alias).bulk_create(_named(document, *pair) for pair in enumerate(named))
    tables.Event.objects.using(alias).bulk_create(_event(document, *pair) for pair in enumerate(found.events))
    if parts := {name: rows for name, rows in _parts(found).items() if rows}:
        tables.PaperParts.objects.using(alias).create(document=document, said=parts)


def load(document: tables.Document) -> dict[str, Any]:
    """The fields of Findings that this room keeps, as :func:`save` was given them."""
    at = (document.sha256, document.symbol)
    named = [load_named(row, at) for row in document.named.order_by("order")]
    parts = tables.PaperParts.objects.using(document._state.db or "default").filter(document=document).first()
    return {
        "claims": tuple(load_claim(row, at) for row in document.claims.order_by("order")),
        "proposals": tuple(load_proposal(row, at) for row in document.proposals.order_by("order")),
        "sources": tuple(load_note(row, at) for row in document.source_notes.order_by("order")),
        "laws": _of_kind(named, NamedKind.LAW),
        "people": _of_kind(named, NamedKind.PERSON),
        "organisations": _of_kind(named, NamedKind.ORGANISATION),
        "events": tuple(load_event(row, at) for row in document.events.order_by("order")),
        **_load_parts(parts.said if parts else {}, at),
    }


def load_claim(row: tables.Claim, at: At) -> Claim:
    """The claim of a row; ``at``: sha256 and symbol of its document."""
    said = row.said
    return Claim(
        id=row.key,
        text=row.text,
        place=unpack_place(row.place, *at),
        sentence=unpack_place(row.sentence, *at),
        kind=ClaimKind(row.kind),
        source=row.source,
        voice=Voice(row.voice),
        modality=Modality(row.modality),
        date=row.date,
        figures=tuple(Figure(*figure) for figure in said["figures"]),
        **{name: _tuples(said[name]) for name in _CLAIM_REST},
    )


def load_proposal(row: tables.Proposal, at: At) -> Proposal:
    """The proposal of a row."""
    return Proposal(
        id=row.key,
        text=row.text,
        place=unpack_place(row.place, *at),
        asks=tuple(ProposalAsk(text, unpack_place(place, *at)) for text, place in row.said["asks"]),
        voice=Voice(row.voice),
        maker=row.maker,
        addressee=row.addressee,
        rights=tuple(row.said["rights"]),
        reasons=_tuples(row.said["reasons"]),
    )


def load_note(row: tables.SourceNote, at: At) -> SourceNote:
    """The note of a row."""
    said = row.said
    return SourceNote(
        number=row.number,
        definition=unpack_place(said["definition"], *at),
        mark=unpack_optional(said["mark"], *at),
        mark_found=tuple(said["mark_found"]) if said["mark_found"] else None,
        definition_found=tuple(said["definition_found"]) if said["definition_found"] else None,
        url=row.url,
        same_as=said["same_as"],
        reason=said["reason"],
        text=row.text,
    )


def load_named(row: tables.Named, at: At) -> Named:
    """The law, person or organisation of a row."""
    return Named(
        id=row.key,
        kind=NamedKind(row.kind),
        name=row.name,
        mentions=tuple(unpack_place(place, *at) for place in row.mentions),
        roles=tuple(row.said["roles"]),
        at_risk=row.at_risk,
        public_role=row.public_role,
        perhaps=tuple(row.said["perhaps"]),
        reasons=_tuples(row.said["reasons"]),
    )


def load_event(row: tables.Event, at: At) -> Event:
    """The event of a row."""
    return Event(
        id=row.key,
        name=row.name,
        kind=row.kind,
        date=row.date,
        where=row.where,
        mentions=tuple(unpack_place(place, *at) for place in row.mentions),
        claims=tuple(row.said["claims"]),
        reasons=_tuples(row.said["reasons"]),
    )


def _of_kind(named: Sequence[Named], kind: NamedKind) -> tuple[Named, ...]:
    return tuple(thing for thing in named if thing.kind is kind)


def _tuples(value: Any) -> Any:  # noqa: ANN401  # what JSON gives back
    return tuple(_tuples(part) for part in value) if isinstance(value, list) else value


def _claim(document: tables.Document, order: int, claim: Claim) -> tables.Claim:
    rest = {name: getattr(claim, name) for name in _CLAIM_REST}
    figures = [list(asdict(figure).values()) for figure in claim.figures]
    return tables.Claim(
        document=document,
        key=claim.id,
        order=order,
        text=claim.text,
        folded=fold(claim.text),
        place=pack_place(claim.place),
        sentence=pack_place(claim.sentence),
        kind=claim.kind.value,
        source=claim.source,
        voice=claim.voice.value,
        modality=claim.modality.value,
        date=claim.date,
        right=claim.rights[0] if claim.rights else "",
        has_figure=any(figure.value is not None for figure in claim.figures),
        said={**rest, "figures": figures},
    )


def _proposal(document: tables.Document, order: int, proposal: Proposal) -> tables.Proposal:
    return tables.Proposal(
        document=document,
        key=proposal.id,
        order=order,
        text=proposal.text,
        folded=fold(proposal.text),
        place=pack_place(proposal.place),
        voice=proposal.voice.value,
        maker=proposal.maker,
        addressee=proposal.addressee,
        said={
            "asks": [[ask.text, pack_place(ask.place)] for ask in proposal.asks],
            "rights": list(proposal.rights),
            "reasons": list(proposal.reasons),
        },
    )


def _note(document: tables.Document, order: int, note: SourceNote) -> tables.SourceNote:
    return tables.SourceNote(
        document=document,
        order=order,
        number=note.number,
        text=note.text,
        url=note.url,
        source=address_key(note.url),
        said={
            "definition": pack_place(note.definition),
            "mark": pack_optional(note.mark),
            "mark_found": note.mark_found,
            "definition_found": note.definition_found,
            "same_as": note.same_as,
            "reason": note.reason,
        },
    )


def _named(document: tables.Document, order: int, thing: Named) -> tables.Named:
    return tables.Named(
        document=document,
        kind=thing.kind.value,
        key=thing.id,
        group=thing.id,
        order=order,
        name=thing.name,
        folded=fold(thing.name),
        mentions=_packed(thing.mentions),
        at_risk=thing.at_risk,
        public_role=thing.public_role,
        said={"roles": list(thing.roles), "perhaps": list(thing.perhaps), "reasons": list(thing.reasons)},
    )


def _event(document: tables.Document, order: int, event: Event) -> tables.Event:
    return tables.Event(
        document=document,
        key=event.id,
        order=order,
        name=event.name,
        kind=event.kind,
        date=event.date,
        where=event.where,
        mentions=_packed(event.mentions),
        said={"claims": list(event.claims), "reasons": list(event.reasons)},
    )


def _packed(places: Sequence[Place]) -> list[Packed]:
    return [pack_place(place) for place in places]


def _parts(found: Findings) -> dict[str, Any]:
    return {
        "sections": [[s.number, s.title, pack_place(s.place), s.found] for s in found.sections],
        "asides": [
            [a.kind.value, pack_place(a.place), a.reason, pack_optional(a.said_at), a.found] for a in found.asides
        ],
        "quotations": [[q.text, pack_place(q.place), q.speaker, q.kind] for q in found.quotations],
        **committee.pack(found),
    }


def _load_parts(said: dict[str, Any], at: At) -> dict[str, Any]:
    return {
        "sections": tuple(
            Section(n, t, unpack_place(p, *at), _tuples(found)) for n, t, p, found in said.get("sections", ())
        ),
        "asides": tuple(
            Aside(
                AsideKind(kind),
                unpack_place(place, *at),
                why,
                unpack_optional(body, *at),
                _tuples(next(iter(where), None)),
            )
            for kind, place, why, body, *where in said.get("asides", ())
        ),
        "quotations": tuple(Quotation(t, unpack_place(p, *at), s, k) for t, p, s, k in said.get("quotations", ())),
        **committee.unpack(said, at),
    }
