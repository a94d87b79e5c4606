"""Tells what a file is from its content; its name is never asked (many ".doc" are DOCX, and the other way round)."""

import re
from enum import StrEnum

from onrecord.errors import DamagedFile, LockedFile, UnknownFormat
from onrecord.reading.encoding import looks_like_text
from onrecord.reading.limits import DEFAULT_LIMITS, Limits
from onrecord.reading.zipped import opened


class Format(StrEnum):
    """What a file can be to us."""

    PDF = "pdf"
    DOCX = "docx"
    DOC = "doc"
    HTML = "html"
    TEXT = "text"
    ZIP = "zip"  # a bundle of files, no document by itself


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_HTML_LATER = re.compile(rb"</(?:p|div|body|html|article|table|ul|h[1-6])\s*>", re.IGNORECASE)
_LOOKED_AT = 8_192
_READ = "PDF, DOCX, DOC, HTML and plain text are read."


def format_of(data: bytes, name: str = "", limits: Limits = DEFAULT_LIMITS) -> Format:
    """The format of a file by its content.

    Raises:
        UnknownFormat: it is none we read; the message says what it looks like.
        LockedFile: it is an Office document protected by a password.
        DamagedFile: it begins like a ZIP or an Office document and is none.
    """
    head = data[:_LOOKED_AT]
    # Before PDF: a ZIP that does not compress shows the header of a PDF inside.
    if head.startswith(_ZIP):
        return _kind_of_zip(data, name, limits)
    # Readers of PDF accept up to 1 kB of rubbish before the header (Adobe's implementation note 13).
    if b"%PDF-" in head[:1_032]:
        return Format.PDF
    if head.startswith(_OLE):
        return _kind_of_ole(data, name)
    if looks_like_text(head) and not head.startswith(b"{\\rtf"):
        return Format.HTML if _is_html(head) else Format.TEXT
    raise _unknown(_looks_like(head), name)


def _is_html(head: bytes) -> bool:
    plain = head.replace(b"\0", b"")  # UTF-16
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return start.startswith(b"<") and bool(_HTML.search(plain) or _HTML_LATER.search(plain))


def _kind_of_zip(data: bytes, name: str, limits: Limits) -> Format:
    with opened(data, name, limits) as archive:
        names = set(archive.namelist())
    for part, looks_like in _OTHER_ZIPS.items():
        if part in names:
            raise _unknown(looks_like, name)
    if "word/document.xml" in names or {"[Content_Types].xml", "_rels/.rels"} <= names:
        return Format.DOCX
    return Format.ZIP


_OTHER_ZIPS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "mimetype": "an OpenDocument or EPUB file",
    "META-INF/MANIFEST.MF": "a Java archive",
}


def _kind_of_ole(data: bytes, name: str) -> Format:
    if _utf16("EncryptedPackage") in data:
        raise LockedFile(
            "The Office document is protected by a password.",
            advice="Open it with the password and save a copy without.",
            where=name,
        )
    if _utf16("WordDocument") in data:
        return Format.DOC
    for stream, looks_like in _OTHER_OLE.items():
        if _utf16(stream) in data:
            raise _unknown(looks_like, name)
    raise DamagedFile(
        "The file begins like an old Office document but holds no Word text.",
        advice="Open it in Word or LibreOffice and save it as DOCX.",
        where=name,
    )


_OTHER_OLE = {
    "Workbook": "an old Excel workbook",
    "PowerPoint Document": "an old PowerPoint presentation",
    "__properties_version1.0": "an Outlook message",
}


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def _looks_like(head: bytes) -> str:
    import puremagic  # only on the way to an error

    try:
        matches = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return ""
    return str(matches[0].name) if matches else ""


def _unknown(looks_like: str, name: str) -> UnknownFormat:
    what = f"The file looks like {looks_like}." if looks_like else "The file is of no format that can be recognised."
    return UnknownFormat(what, advice=f"{_READ} Save or print it as one of those.", where=name)
