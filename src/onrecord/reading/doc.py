"""Reads Word files of before 2007 with the program catdoc."""

import hashlib
import re
import struct
import subprocess

from onrecord.errors import DamagedFile, LockedFile, ToolMissing
from onrecord.model import Document, Metadata
from onrecord.reading.limits import Limits, check_characters
from onrecord.reading.text import document_of_text

_TIMEOUT = 20  # seconds; catdoc takes a thousandth of a second for a paper of two pages
_COMMAND = ("catdoc", "-w", "-d", "utf-8")  # -w: a paragraph is a line
# catdoc prints the instruction of a field before its result: "HYPERLINK "http://…" our site", "PAGE  \* MERGEFORMAT 2".
_FIELD = re.compile(
    r"\b(?:PAGE|NUMPAGES|SECTIONPAGES)[ \t]*+(?:\\\*[ \t]*+\w+)?[ \t]*+\d*[ \t]*+(?=\n|$)"
    r"|\bHYPERLINK[ \t]++(?:\\l[ \t]++)?\"[^\"\n]*+\"(?:[ \t]++\\o[ \t]++\"[^\"\n]*+\")?[ \t]*+"
)
_MAGIC = b"\xec\xa5"  # first two bytes of Word's main stream, [MS-DOC] 2.5.2
_ENCRYPTED = 0x0100  # flag fEncrypted in the 16 bits at offset 10 of it
_WARNING = "Numbers that Word gives to lists by itself are not stored in an old Word file's text and are missing."


def read_doc(data: bytes, name: str, limits: Limits) -> Document:
    """Read an old Word file.

    Returns:
        The document; ``found`` is what catdoc printed, instructions of fields included.

    Raises:
        ToolMissing: catdoc is not installed.
        LockedFile: the file is protected by a password.
        DamagedFile: catdoc finds no text in it.
    """
    if _is_encrypted(data):
        raise LockedFile(
            "The Word file is protected by a password.", advice="Save a copy without the password.", where=name
        )
    found = _printed(data, name)
    check_characters(len(found), limits, name)
    return document_of_text(
        found,
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=Metadata("doc", name),
        wrapped=False,
        left_out=tuple(match.span() for match in _FIELD.finditer(found)),
        warnings=(_WARNING,),
    )


def _printed(data: bytes, name: str) -> str:
    try:
        run = subprocess.run(_COMMAND, input=data, capture_output=True, timeout=_TIMEOUT, check=False)
    except FileNotFoundError as error:
        raise ToolMissing(
            "Old Word files are read with the program catdoc, which is not installed.",
            advice='Install it (Debian: "apt install catdoc"), or save the file as DOCX.',
            where=name,
        ) from error
    except subprocess.TimeoutExpired as error:
        raise _damaged(f"catdoc did not finish within {_TIMEOUT} seconds", name) from error
    found = run.stdout.decode("utf-8", errors="replace")
    if not found.strip():  # catdoc's exit code says nothing: it is 0 for many files it cannot read
        complaint = run.stderr.decode("utf-8", errors="replace").strip().splitlines()
        raise _damaged(f"catdoc finds no text{f' ({complaint[0][:80]})' if complaint else ''}", name)
    return found


def _damaged(why: str, name: str) -> DamagedFile:
    return DamagedFile(
        f"The Word file is cut off or malformed: {why}.", advice="Open it in Word and save it as DOCX.", where=name
    )


def _is_encrypted(data: bytes) -> bool:
    """Whether Word's main stream says so; it begins at the sector named by its entry in the directory."""
    entry = data.find("WordDocument".encode("utf-16-le"))
    if entry < 0 or entry + 120 > len(data):
        return False
    sector_shift = struct.unpack_from("<H", data, 30)[0]
    first_sector = struct.unpack_from("<I", data, entry + 116)[0]
    if sector_shift not in (9, 12):
        return False
    start = (first_sector + 1) << sector_shift
    if data[start : start + 2] != _MAGIC or start + 12 > len(data):
        return False
    return bool(struct.unpack_from("<H", data, start + 10)[0] & _ENCRYPTED)
