"""Documents ↔ rows: identity, bytes and reading."""

from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from onrecord.model import Document, Identity, Kind, Mechanism
from onrecord.store import packing, tables
from onrecord.store.prepared import PreparedFile

BYTES = "sha256:"


def save(file: PreparedFile, *, versions: tuple[int, int], alias: str) -> tables.Document:
    """Write the row of a document with its bytes and its reading, or bring the row of an earlier reading up to date.

    Args:
        file: what was read.
        versions: of reading and extraction, and of what is worked out from the findings.
        alias: of the archive.
    """
    values = {**_identity(file.findings.identity), **_file(file), "extraction": versions[0], "derived": versions[1]}
    row, new = tables.Document.objects.using(alias).update_or_create(
        sha256=file.sha256,
        defaults=values,
        create_defaults={**values, "name": PurePath(file.name).name, "size": file.size, "added": datetime.now(UTC)},
    )
    if new:
        packed = {"packing": file.source[0], "content": file.source[1]}
        tables.Source.objects.using(alias).create(document=row, **packed)
    tables.Reading.objects.using(alias).update_or_create(document=row, defaults={"packed": file.reading})
    return row


def identity_of(row: tables.Document) -> Identity:
    """What the document is."""
    return Identity(
        kind=Kind(row.kind),
        symbol=row.symbol,
        state=row.state,
        mechanism=Mechanism(row.mechanism),
        cycle=row.cycle,
        session=row.session,
        council_session=row.council_session,
        date=row.date,
        dates=tuple((what, date) for what, date in row.dates),
        related=tuple(row.related),
        title=row.title,
        publishers=tuple(row.publishers),
        words=row.words,
        reasons=tuple((field, why) for field, why in row.reasons),
    )


def load(row: tables.Document) -> Document:
    """The document as it was read."""
    return packing.unpack_document(bytes(row.reading.packed))


def content_of(row: tables.Document) -> bytes:
    """The file's own bytes."""
    return packing.unpack_file(row.source.packing, bytes(row.source.content))


def version_of(sha256: str, *, alias: str) -> int:
    """The version of reading and extraction that read this file last; 0 if the archive does not hold it."""
    rows = tables.Document.objects.using(alias).filter(sha256=sha256)
    return rows.values_list("extraction", flat=True).first() or 0


def symbol_of(sha256: str, *, alias: str) -> str | None:
    """The symbol under which the archive holds this file; None if it does not."""
    return tables.Document.objects.using(alias).filter(sha256=sha256).values_list("symbol", flat=True).first()


def state_of(sha256: str, *, alias: str) -> str:
    """The State that this file is about, as it stands in the archive; "" if none or if the archive does not hold it."""
    rows = tables.Document.objects.using(alias).filter(sha256=sha256)
    return rows.values_list("state", flat=True).first() or ""


def report_key(row: tables.Document) -> str:
    """What statements about a report are tied to: its symbol, or its bytes where it has none."""
    return row.symbol or BYTES + row.sha256


def _identity(identity: Identity) -> dict[str, Any]:
    return {
        "kind": identity.kind.value,
        "symbol": identity.symbol,
        "state": identity.state,
        "mechanism": identity.mechanism.value,
        "cycle": identity.cycle,
        "session": identity.session,
        "council_session": identity.council_session,
        "date": identity.date,
        "dates": [list(pair) for pair in identity.dates],
        "related": list(identity.related),
        "title": identity.title,
        "publishers": list(identity.publishers),
        "words": identity.words,
        "reasons": [list(pair) for pair in identity.reasons],
    }


def _file(file: PreparedFile) -> dict[str, Any]:
    return {
        "language": file.language,
        "format": file.format,
        "pages": file.pages,
        "warnings": list(file.warnings),
    }
