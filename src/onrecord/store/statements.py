"""Position statements ↔ rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from django.db.models import Q

from onrecord.model import Position, PositionStatement, Stage
from onrecord.store import tables
from onrecord.store.documents import BYTES, report_key
from onrecord.store.places import pack_optional, pack_place, unpack_optional, unpack_place

_FIELDS = tuple(field.name for field in fields(PositionStatement))
Shown = tuple[str, str, str, bool]  # what joining can change: target, number, value, partly


@dataclass(frozen=True, slots=True)
class KeptStatement(PositionStatement):
    """A statement that knows its row and what is written there, whatever joining makes of it."""

    row: int = 0
    written: Shown = ("", "", "", False)


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


def made_in(document: tables.Document) -> list[KeptStatement]:
    """All that this document says about positions, in its order."""
    return [_kept(row, document) for row in document.statements.order_by("order")]


def made_elsewhere(report: tables.Document, *, alias: str) -> list[KeptStatement]:
    """What other papers say about this report's recommendations; those that name no report now name this one."""
    rows = tables.PositionStatement.objects.using(alias).filter(tied=report_key(report), document__leads=True)
    ordered = rows.exclude(document=report).select_related("document").order_by("document__sha256", "order")
    return [_kept(row, row.document, target=report.symbol) for row in ordered]


def shown(statement: PositionStatement) -> Shown:
    """What joining can change in a statement."""
    return statement.target, statement.number, statement.value.value, statement.partly


def plain(statement: PositionStatement) -> PositionStatement:
    """The statement without its row."""
    return PositionStatement(**{name: getattr(statement, name) for name in _FIELDS})


def reports_of(keys: Iterable[str], *, alias: str) -> list[tables.Document]:
    """The documents behind these keys (see ``ties.report_key``), one for each that is in the archive."""
    symbols: set[str] = set()
    hashes: set[str] = set()
    for key in keys:
        (hashes if key.startswith(BYTES) else symbols).add(key.removeprefix(BYTES))
    return list(
        tables.Document.objects.using(alias).filter(Q(symbol__in=symbols) | Q(symbol="", sha256__in=hashes), leads=True)
    )


def _kept(row: tables.PositionStatement, document: tables.Document, *, target: str | None = None) -> KeptStatement:
    said = load(row, document.sha256, document.symbol)
    values = {name: getattr(said, name) for name in _FIELDS}
    values["target"] = said.target if target is None else target
    return KeptStatement(**values, row=row.pk, written=shown(said))


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
