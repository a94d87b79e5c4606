"""What persons corrected, applied to the rows of recommendations, so that every list and filter sees it.

The columns hold the corrected values, ``reading`` holds what was read in those columns, ``corrections`` tells what was
corrected by which judgement. All three follow from reading and judgements and are worked out anew with either.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.db.models import Q

from onrecord.model import Document
from onrecord.model.judgement import VERDICT, Judgement
from onrecord.store import documents, judgements, passages, tables
from onrecord.store.archive import Archive
from onrecord.store.documents import report_key
from onrecord.store.pairs import save_pairs
from onrecord.store.searched_text import beside_text
from onrecord.tasks.ending import ends_at, tail_of

# In this order: where an item ends decides its text and States, which can be corrected on top of that.
_FIELDS = ("end", "text", "number", "states", "position")
Standing = Mapping[str, Judgement]  # by field
Words = Callable[[], Document]


def correct(archive: Archive, report: tables.Document) -> None:
    """Apply the judgements that stand to the recommendations of this report (inside a transaction).

    A position is corrected here against the position worked out last; :func:`with_position` tells a new one.
    """
    standing = judgements.standing_on_report(archive, report_key(report))
    rows = tables.Recommendation.objects.using(archive.alias).filter(document=report)
    rows = rows.filter(Q(key__in=list(standing)) | ~Q(judged=""))

    @cache
    def words() -> Document:
        return documents.load(report)

    for row in rows:
        _apply(archive, row, standing.get(row.key, {}), words)


def reading_of(row: tables.Recommendation, field: str) -> object:
    """What was read in this field, whatever a person made of it."""
    if field == "end":
        return tail_of(row.reading.get("item", row.item))
    if field == VERDICT:
        return [row.reading.get(name, getattr(row, name)) for name in ("text", "number", "states", "position")]
    return row.reading.get(field, getattr(row, field))


def with_position(row: Mapping[str, Any], derived: str) -> dict[str, Any]:
    """The columns of a recommendation that tell its position, after a new position was worked out.

    Args:
        row: its ``position``, ``reading`` and ``corrections`` so far.
        derived: the position as read.
    """
    if "position" not in row["reading"]:
        return {**row, "position": derived}
    known = [dict(one) for one in row["corrections"]]
    for one in known:
        if one["field"] == "position":
            one |= {"reading": derived, "differs": one["seen"] != derived}
    return {**row, "reading": {**row["reading"], "position": derived}, "corrections": known}


def _apply(archive: Archive, row: tables.Recommendation, standing: Standing, words: Words) -> None:
    before = (row.states, row.text, row.place, row.number)
    for column, value in row.reading.items():
        setattr(row, column, value)
    row.reading, row.corrections = {}, []
    for field in _FIELDS:
        if field in standing:
            _correct(row, standing[field], words)
    verdict = standing.get(VERDICT)
    row.judged = "corrected" if row.corrections else str(verdict.value) if verdict else ""
    row.save(using=archive.alias)
    if (row.text, row.place, row.number) != before[1:]:
        passages.reword(row, alias=archive.alias)
    if row.states != before[0]:
        row.pairs.all().delete()
        save_pairs([row], alias=archive.alias)


def _correct(row: tables.Recommendation, judgement: Judgement, words: Words) -> None:
    reading = reading_of(row, judgement.field)
    value = list(judgement.value) if isinstance(judgement.value, tuple) else judgement.value
    seen = list(judgement.seen) if isinstance(judgement.seen, tuple) else judgement.seen
    kept = {"field": judgement.field, "reading": reading, "value": value, "judgement": judgement.id}
    row.corrections.append({**kept, "seen": seen, "differs": reading != seen})
    for column, corrected in _columns(row, judgement.field, value, words).items():
        row.reading.setdefault(column, getattr(row, column))
        setattr(row, column, corrected)


def _columns(row: tables.Recommendation, field: str, value: Any, words: Words) -> dict[str, Any]:  # noqa: ANN401
    """The columns that a correction changes, with their new values."""
    if field == "end":
        return ends_at(row, str(value), words())
    if field == "text":
        return {"text": value, **beside_text(str(value))}
    return {field: value}
