"""A Document or a file ↔ bytes in the archive. Knows no database: workers pack, so that the writer need not."""

import json
import zlib
from dataclasses import asdict
from typing import Any

from onrecord.errors import ArchiveError
from onrecord.model import Box, Document, Line, Metadata, Note, Page, Paragraph, ParagraphKind

FORMAT = 1  # of the packed document; raised when its shape changes


def pack_document(document: Document) -> bytes:
    """The document as compressed JSON; :func:`unpack_document` gives an equal one back."""
    value = {
        "format": FORMAT,
        "sha256": document.sha256,
        "text": document.text,
        "found": document.found,
        "spans": document.spans,
        "pages": [[p.number, p.start, p.end, p.width, p.height] for p in document.pages],
        "lines": [_line(line) for line in document.lines],
        "paragraphs": [_paragraph(p) for p in document.paragraphs],
        "notes": [_note(n) for n in document.notes],
        "language": document.language,
        "metadata": asdict(document.metadata),
        "warnings": document.warnings,
    }
    return zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpack_document(packed: bytes) -> Document:
    """The document that was packed.

    Raises:
        ArchiveError: packed by a version of Onrecord that this one does not know.
    """
    value = json.loads(zlib.decompress(packed))
    if value["format"] != FORMAT:
        raise ArchiveError(f"A document is stored in format {value['format']}.", advice="Update Onrecord.")
    text = value["text"]
    return Document(
        sha256=value["sha256"],
        text=text,
        found=value["found"],
        spans=tuple((at, where, length) for at, where, length in value["spans"]),
        pages=tuple(Page(*page) for page in value["pages"]),
        lines=tuple(Line(start, end, Box(*box)) for start, end, *box in value["lines"]),
        paragraphs=tuple(_to_paragraph(text, row) for row in value["paragraphs"]),
        notes=tuple(Note(row[0], text[row[1] : row[2]], *row[1:]) for row in value["notes"]),
        language=value["language"],
        metadata=Metadata(**value["metadata"]),
        warnings=tuple(value["warnings"]),
    )


def pack_file(content: bytes) -> tuple[str, bytes]:
    """A file's bytes, compressed where that gains something, as ``(packing, bytes)``."""
    packed = zlib.compress(content, 1)
    return ("zlib", packed) if len(packed) < len(content) * 0.95 else ("none", content)


def unpack_file(packing: str, packed: bytes) -> bytes:
    """The file's bytes, to the byte."""
    return zlib.decompress(packed) if packing == "zlib" else packed


def _line(line: Line) -> list[Any]:
    box = line.box
    return [line.start, line.end, box.page, box.left, box.bottom, box.right, box.top]


def _paragraph(p: Paragraph) -> list[Any]:
    # Texts are stretches of the document's text: only their span is kept.
    return [p.number, p.level, p.kind.value, p.start, p.end, p.page, p.row, p.column]


def _to_paragraph(text: str, row: list[Any]) -> Paragraph:
    number, level, kind, start, end, page, line, column = row
    return Paragraph(number, level, ParagraphKind(kind), text[start:end], start, end, page, line, column)


def _note(n: Note) -> list[Any]:
    return [n.mark, n.start, n.end, n.page, n.mark_at, n.paragraph]
