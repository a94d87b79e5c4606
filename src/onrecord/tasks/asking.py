"""Works out the questions of the queue: of a document by itself, and of a report with all its papers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from django.db.models import Q

from onrecord.assessment import reconcile
from onrecord.model import Place, Position, PositionStatement, Recommendation
from onrecord.model.judgement import VERDICT, VERDICTS
from onrecord.store import judgements, tables, tallies
from onrecord.store.archive import Archive
from onrecord.store.documents import report_key
from onrecord.store.places import pack_place
from onrecord.store.statements import KeptStatement

_ABOUT_ITEMS = ("No recommending State was found in ", "“")  # asked about the item itself
# Wordings that the method maps to a value which the State did not say in so many words.
_INTERPRETS = ("in principle", "partly", "in part", "one part")


@dataclass(slots=True)
class Asked:
    """A question on its way into the queue."""

    kind: str
    sentence: str
    target: str = ""
    place: list[Any] | None = None
    quote: str = ""
    evidence: dict[str, list[list[Any]]] = field(default_factory=dict)
    document: int = 0  # in which it arose, if not the one that is worked on
    identity: str = ""  # what it is about, where the sentence does not tell


def ask_about_document(archive: Archive, document: tables.Document) -> None:
    """Renew the questions that a document's own reading raises (inside a transaction)."""
    rows = tables.Doubt.objects.using(archive.alias).filter(document=document).order_by("order")
    asked = [Asked("doubt", row.what, place=row.place) for row in rows if not row.what.startswith(_ABOUT_ITEMS)]
    _renew(archive, document, f"document {document.sha256}", asked)


def ask_about_report(
    archive: Archive, report: tables.Document, histories: dict[int, tuple[PositionStatement, ...]]
) -> None:
    """Renew the questions about a report's recommendations, over all papers (inside a transaction)."""
    columns = ("pk", "key", "number", "states", "unknown", "item", "item_place", "corrections", "judged", "position")
    rows = list(report.recommendations.order_by("order").values(*columns))
    asked: list[Asked] = []
    for row in rows:
        asked.extend(_about_item(row))
        asked.extend(_about_rules(row, histories[row["pk"]]))
    asked.extend(_about_verdicts(archive, report))
    asked.extend(_about_tallies(archive, report, rows, histories))
    _renew(archive, report, report_key(report), asked)


def _about_item(row: dict[str, Any]) -> Iterator[Asked]:
    at = {"target": row["key"], "place": row["item_place"], "quote": row["item"]}
    corrected = {one["field"] for one in row["corrections"]}
    if "states" not in corrected:
        for name in row["unknown"]:
            yield Asked("unknown_name", f"“{name}” in {row['number']} is no State that we know.", **at)
        if not row["states"] and not row["unknown"]:
            yield Asked("no_states", f"No recommending State was found in {row['number']}.", **at)
    for one in row["corrections"]:
        if one["differs"]:
            sentence = f"The {one['field']} of {row['number']} was corrected; a new reading says something else."
            yield Asked("differs", sentence, **at, identity=f"{one['judgement']} {one['reading']}")


def _about_rules(row: dict[str, Any], history: Iterable[PositionStatement]) -> Iterator[Asked]:
    if any(one["field"] == "position" for one in row["corrections"]):
        return
    for said in history:
        if said.partly or any(word in said.rule for word in _INTERPRETS):
            assert isinstance(said, KeptStatement)
            evidence = {"for": [_evidence(said.words, said.place)]}
            if said.comment and said.comment_place:
                evidence["against"] = [_evidence(said.comment, said.comment_place)]
            yield Asked(
                "rule",
                f"{row['number']} counts as {said.value.value} by the rule “{said.rule}”.",
                target=row["key"],
                place=pack_place(said.place),
                quote=said.words,
                evidence=evidence,
                identity=f"{said.place.sha256} {said.words}",
            )


def _evidence(text: str, place: Place) -> list[Any]:
    return [text, pack_place(place), place.sha256]


def _about_verdicts(archive: Archive, report: tables.Document) -> Iterator[Asked]:
    """Recommendations that somebody found right (or wrong) and that read otherwise now."""
    standing = judgements.standing_on_report(archive, report_key(report))
    judged = {key: fields[VERDICT] for key, fields in standing.items() if VERDICT in fields}
    rows = tables.Recommendation.objects.using(archive.alias).filter(document=report, key__in=judged)
    for row in rows:
        now = [row.reading.get(name, getattr(row, name)) for name in ("text", "number", "states", "position")]
        seen = [list(part) if isinstance(part, tuple) else part for part in _tuple(judged[row.key].seen)]
        if now != seen:
            sentence = f"{row.number} was judged {judged[row.key].value}; a new reading says something else."
            yield Asked("differs", sentence, row.key, row.item_place, row.item, identity=f"{judged[row.key].id} {now}")


def _tuple(value: object) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def _about_tallies(
    archive: Archive,
    report: tables.Document,
    rows: list[dict[str, Any]],
    histories: dict[int, tuple[PositionStatement, ...]],
) -> Iterator[Asked]:
    if report.review_id is None or not rows:
        return
    found = tables.Tally.objects.using(archive.alias).filter(state=report.state, document__leads=True)
    unnamed = Q(document__review=report.review_id)
    if report.council_session is not None:  # a report of the Council belongs to no review
        unnamed |= Q(document__review=None, document__council_session=report.council_session)
    found = found.filter(Q(target=report.symbol) | Q(target="") & unnamed)
    stated = {}
    for row in found.select_related("document").order_by("document__sha256", "order"):
        stated[tallies.load(row, row.document.sha256, row.document.symbol)] = row.document_id
    if not stated:
        return
    nowhere = Place(report.sha256, report.symbol, None, "", 0, 0)
    items = [
        Recommendation(r["number"], "", tuple(r["states"]), nowhere, "", nowhere, history=histories[r["pk"]])
        for r in rows
    ]
    for one in reconcile(items, stated).differences:
        place = pack_place(one.tally.place)
        identity = f"{one.tally.place.sha256} {one.counted} {one.stated} {one.tally.words}"
        yield Asked(
            "tally", one.what, place=place, quote=one.tally.words, document=stated[one.tally], identity=identity
        )


def _renew(archive: Archive, document: tables.Document, scope: str, asked: list[Asked]) -> None:
    table = tables.Question.objects.using(archive.alias)
    known = table.filter(scope=scope)
    if not asked:
        known.delete()
        return
    ids = _document_ids(archive, asked)
    rows: dict[str, tables.Question] = {}
    for order, one in enumerate(asked):
        row = _row(one, scope, order, document.pk, ids)
        rows.setdefault(row.key, row)
    for key, fields in judgements.standing_on(archive, rows).items():
        if VERDICT in fields:
            rows[key].verdict = str(fields[VERDICT].value)
    known.delete()
    table.bulk_create(rows.values())


def _row(one: Asked, scope: str, order: int, document: int, ids: dict[str, int]) -> tables.Question:
    about = "\n".join((scope, one.kind, one.target, one.identity or one.sentence))
    evidence = {
        side: [[text, place, ids[file]] for text, place, file in found if file in ids]
        for side, found in one.evidence.items()
    }
    own = next((found[0][2] for found in evidence.values() if found), one.document or document)
    return tables.Question(
        key=f"doubt:{sha256(about.encode()).hexdigest()[:24]}",
        scope=scope,
        order=order,
        kind=one.kind,
        sentence=one.sentence,
        target=one.target,
        document_id=own,
        place=one.place,
        quote=one.quote,
        evidence=evidence,
        choices=[position.value for position in Position] if one.kind == "rule" else list(VERDICTS),
    )


def _document_ids(archive: Archive, asked: list[Asked]) -> dict[str, int]:
    files = {entry[2] for one in asked for found in one.evidence.values() for entry in found}
    if not files:
        return {}
    rows = tables.Document.objects.using(archive.alias).filter(sha256__in=files)
    return dict(rows.values_list("sha256", "pk"))
