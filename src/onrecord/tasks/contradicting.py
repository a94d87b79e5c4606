"""Contradictions of one State, worked out anew with its other comparisons."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.assessment import words_in_answers
from onrecord.matching.contradicted import Answered, Told, contradictions
from onrecord.model import Comparison, Member, Position, PositionStatement, Progress, StateWord
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.histories import unpack_all
from onrecord.store.places import pack_optional, unpack_place
from onrecord.store.said import load_claim

_UNUSED = ("folded", "item", "item_place", "chapeau", "chapeau_place", "asks", "unknown", "said", "reading")


@dataclass(frozen=True, slots=True)
class _Side:
    """The words that stand at a member, and the paper they stand in."""

    words: str
    document: int


def refresh_contradictions(archive: Archive, state: str) -> None:
    """Inside a transaction, after what was kept of this State is deleted: work out its contradictions and keep them."""
    if not state:
        return
    sides: dict[Member, _Side] = {}
    items = _items(archive, state, sides)
    claims = _claims(archive, state, sides) if items else []
    _save(archive, state, contradictions(items, claims), sides)


def _items(archive: Archive, state: str, sides: dict[Member, _Side]) -> list[Answered]:
    rows = tables.Recommendation.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    chosen = list(rows.select_related("document").defer(*_UNUSED).order_by("document__date", "order"))
    histories = unpack_all(archive, [row.history for row in chosen])
    papers = dict(tables.Document.objects.using(archive.alias).values_list("sha256", "pk")) if chosen else {}
    return [_item(row, history, papers, sides) for row, history in zip(chosen, histories, strict=True)]


def _item(
    row: tables.Recommendation,
    history: tuple[PositionStatement, ...],
    papers: dict[str, int],
    sides: dict[Member, _Side],
) -> Answered:
    place = unpack_place(row.place, row.document.sha256, row.document.symbol)
    member = Member(place.sha256, place, row.key)
    sides[member] = _Side(row.text, row.document_id)
    word = next((said for said in words_in_answers(row.key, history) if said.says is Progress.DONE), None)
    done = _done(word, papers, sides) if word else None
    binding = [said for said in history if not said.tentative]
    claimed = next((said.claims_implemented for said in history if said.claims_implemented), "")
    return Answered(
        text=row.text,
        member=member,
        cycle=row.document.cycle or 0,
        position=Position(row.position),
        date=binding[-1].date if binding else row.document.date,
        done=done,
        done_on=word.date if word else "",
        words=claimed,
    )


def _done(word: StateWord, papers: dict[str, int], sides: dict[Member, _Side]) -> Member:
    member = Member(word.place.sha256, word.place, word.target)
    sides[member] = _Side(word.words, papers[word.place.sha256])
    return member


def _claims(archive: Archive, state: str, sides: dict[Member, _Side]) -> list[Told]:
    rows = tables.Claim.objects.using(archive.alias).filter(document__state=state, document__leads=True)
    found = []
    for row in rows.select_related("document").order_by("document__sha256", "order"):
        paper = row.document
        claim = load_claim(row, (paper.sha256, paper.symbol))
        review = next((date for what, date in paper.dates if what == "review"), "")
        told = Told(claim, paper.date, paper.cycle, review)
        sides[told.member] = _Side(claim.text, paper.pk)
        found.append(told)
    return found


def _save(archive: Archive, state: str, found: Sequence[Comparison], sides: dict[Member, _Side]) -> None:
    rows = [
        tables.Comparison(key=one.id, state=state, kind=one.kind, verdict=one.verdict, reason=one.reason, order=order)
        for order, one in enumerate(found)
    ]
    saved = tables.Comparison.objects.using(archive.alias).bulk_create(rows)
    members = [
        tables.ComparisonMember(
            comparison=row,
            document_id=sides[member].document,
            order=order,
            place=pack_optional(member.place),
            claim=member.claim,
            quote=sides[member].words,
        )
        for row, one in zip(saved, found, strict=True)
        for order, member in enumerate(one.members)
    ]
    tables.ComparisonMember.objects.using(archive.alias).bulk_create(members)
