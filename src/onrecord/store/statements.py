"""Position statements ↔ rows."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.db.models import Q

from onrecord.model import Position, PositionStatement, Stage
from onrecord.store import tables
from onrecord.store.documents import BYTES, report_key
from onrecord.store.places import pack_optional, pack_place, unpack_optional, unpack_place


def save(document: tables.Document, found: Sequence[PositionStatement], *, alias: str) -> None:
    """Write all that a document says about positions, in its order."""
    rows = [_row(document, statement, order) for order, statement in enumerate(found)]
    tables.PositionStatement.objects.using(alias).bulk_create(rows)


def load(row: tables.PositionStatement, sha256: str, symbol: str) -> PositionStatement:
    """The statement of a row; ``sha256`` and ``symbol`` are its document's."""
    return PositionStatement(
        target=row.target,
        number=row.number,
        value=Position(row.value),
        stage=Stage(row.stage),
        words=row.words,
        rule=row.rule,
        date=row.date,
        place=unpack_place(row.place, sha256, symbol),
        comment=row.comment,
        comment_place=unpack_optional(row.comment_place, sha256, symbol),
        claims_implemented=row.claims_implemented,
        partly=row.partly,
        tentative=row.tentative,
    )


def made_in(document: tables.Document) -> list[PositionStatement]:
    """All that this document says about positions, in its order."""
    return [load(row, document.sha256, document.symbol) for row in document.statements.order_by("order")]


def made_elsewhere(report: tables.Document, *, alias: str) -> list[PositionStatement]:
    """What other papers say about this report's recommendations; those that name no report now name this one."""
    rows = tables.PositionStatement.objects.using(alias).filter(tied=report_key(report), document__leads=True)
    return [
        replace(load(row, row.document.sha256, row.document.symbol), target=report.symbol)
        for row in rows.exclude(document=report).select_related("document").order_by("document__sha256", "order")
    ]


def reports_of(keys: Iterable[str], *, alias: str) -> list[tables.Document]:
    """The documents behind these keys (see ``ties.report_key``), one for each that is in the archive."""
    symbols: set[str] = set()
    hashes: set[str] = set()
    for key in keys:
        (hashes if key.startswith(BYTES) else symbols).add(key.removeprefix(BYTES))
    return list(
        tables.Document.objects.using(alias).filter(Q(symbol__in=symbols) | Q(symbol="", sha256__in=hashes), leads=True)
    )


def _row(document: tables.Document, statement: PositionStatement, order: int) -> tables.PositionStatement:
    return tables.PositionStatement(
        document=document,
        order=order,
        target=statement.target,
        tied=statement.target,
        number=statement.number,
        value=statement.value.value,
        stage=statement.stage.value,
        words=statement.words,
        rule=statement.rule,
        date=statement.date,
        place=pack_place(statement.place),
        comment=statement.comment,
        comment_place=pack_optional(statement.comment_place),
        claims_implemented=statement.claims_implemented,
        partly=statement.partly,
        tentative=statement.tentative,
    )
