"""What bears on a recommendation: claims, answers of national reports and the dialogue that speak of its matter."""

from collections.abc import Iterator
from dataclasses import replace

from onrecord.matching.bearing import find_bearing
from onrecord.model.judgement import VERDICT
from onrecord.model.link import AskText, Passage
from onrecord.record import meaning
from onrecord.store import judgements, tables
from onrecord.store.archive import Archive
from onrecord.store.links import target_of
from onrecord.store.places import Packed, unpack_place
from onrecord.tasks.link_rows import BearingRow
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.recommendations import find

_LEAST_WORDS = 5  # of a passage: shorter ones say nothing


def bearing_on(archive: Archive, symbol: str, number: str, *, limit: int = 10) -> tuple[BearingRow, ...]:
    """Passages of papers on the State that speak of what a recommendation asks, nearest first.

    What a person took as evidence stands first; what a person refused is left out.

    Raises:
        NotFound: the archive holds no such report, or the report no such number.
    """
    with archive.told_plainly():
        row = find(archive, symbol, number)
        rows = {str(place): one for place, one in enumerate(_passages(archive, row))}
        passages = [Passage(key, one.text, one.kind) for key, one in rows.items()]
        (near,) = find_bearing([AskText(row.key, row.text)], passages, meaning=meaning)
        found = [replace(rows[one.passage], score=one.score, reasons=one.reasons) for one in near]
        targets = {one.key: target_of(one.key, row.key) for one in found if one.key}
        decided = judgements.standing_on(archive, targets.values())
    shown = [replace(one, decision=decided.get(targets.get(one.key, ""), {}).get(VERDICT)) for one in found]
    kept = sorted(
        (one for one in shown if one.verdict != "wrong"), key=lambda one: (one.verdict != "right", -one.score)
    )
    return tuple(kept[:limit])


def _passages(archive: Archive, row: tables.Recommendation) -> Iterator[BearingRow]:
    """Everything that may bear on it; three queries."""
    state = row.document.state
    about = {"document__state": state, "document__leads": True}
    claims = tables.Claim.objects.using(archive.alias).filter(**about).select_related("document")
    for claim in claims.order_by("document", "order"):
        yield from _passage(claim.key, "claim", claim.text, claim.document, claim.place)
    answers = tables.FollowUpAnswer.objects.using(archive.alias).filter(**about).select_related("document")
    for answer in answers.order_by("document", "order"):
        yield from _passage("", "answer", answer.text, answer.document, answer.text_place)
    spoken = tables.DialogueStatement.objects.using(archive.alias).filter(**about).select_related("document")
    for statement in spoken.order_by("document", "order"):
        yield from _passage("", "dialogue", statement.text, statement.document, statement.place)


def _passage(key: str, kind: str, text: str, document: tables.Document, place: Packed) -> Iterator[BearingRow]:
    if len(text.split()) >= _LEAST_WORDS:
        at = unpack_place(place, document.sha256, document.symbol)
        yield BearingRow(key, kind, text, paper_ref(document), at, 0.0, ())
