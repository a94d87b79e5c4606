"""Turns a file into numbered, placed text. One file per format; ``READERS`` names them."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from onrecord.errors import DamagedFile, DocumentError, EmptyFile, UnknownFormat
from onrecord.model import Document
from onrecord.reading.limits import DEFAULT_LIMITS, Limits, checked_bytes
from onrecord.reading.sniff import Format, format_of

__all__ = ["DEFAULT_LIMITS", "READERS", "Format", "Limits", "read"]


class Reader(Protocol):
    """What a module of this room offers: bytes in, document out."""

    def __call__(self, data: bytes, name: str, limits: Limits) -> Document:
        """Read the file. ``name`` is for messages only."""
        ...


# Format → module and function. Loaded when first needed: reading a text file loads no PDF library.
READERS: dict[Format, tuple[str, str]] = {
    Format.PDF: ("onrecord.reading.pdf", "read_pdf"),
    Format.DOCX: ("onrecord.reading.docx", "read_docx"),
    Format.DOC: ("onrecord.reading.doc", "read_doc"),
    Format.HTML: ("onrecord.reading.html", "read_html"),
    Format.TEXT: ("onrecord.reading.text", "read_text"),
}


def read(source: str | Path | bytes, *, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read one file into numbered, placed text.

    Args:
        source: path, or the bytes themselves.
        name: what to call the file in messages and metadata; by default the path. What the file *is* comes from its
            content only.
        limits: what the file may cost.

    Returns:
        The document: paragraphs, notes, places, language, metadata.

    Raises:
        DocumentError: one of its children for a file that is empty, locked, damaged, hostile, too large, of an
            unknown format, a picture without text, or needs a program that is not installed.
    """
    name = name or ("" if isinstance(source, bytes) else Path(source).name)
    data = checked_bytes(source, name=name, limits=limits)
    kind = format_of(data, name, limits)
    if kind is Format.ZIP:
        raise _bundle(data, name, limits)
    try:
        document = _reader(kind)(data, name, limits)
    except RecursionError as error:
        raise DamagedFile(
            f"The {kind.upper()} file is nested deeper than {sys.getrecursionlimit()} levels.",
            advice="Save it again with the program that made it, or as plain text.",
            where=name,
        ) from error
    if not document.text:
        raise EmptyFile("The file holds no words.", advice="Save what it shows as PDF and add that.", where=name)
    return document


def _reader(kind: Format) -> Reader:
    module, function = READERS[kind]
    return cast(Reader, getattr(import_module(module), function))


def _bundle(data: bytes, name: str, limits: Limits) -> DocumentError:
    """Why a ZIP cannot be read as a document: the first thing wrong with it, or simply that it is none."""
    from onrecord.reading.bundle import unpack

    for member in unpack(data, limits=limits, name=name):
        if member.error:
            return type(member.error)(member.error.what, advice=member.error.advice, where=name)
    return UnknownFormat(
        "The file is a ZIP of files, no document.", advice="Add it to an archive, or unpack it first.", where=name
    )
