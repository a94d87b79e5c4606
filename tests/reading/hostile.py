"""Damaged and hostile files, and good ones to stand beside them. All made by code; none is kept on disk.

``bad_files()`` and ``good_files(n)`` are for every test that must show that one bad file never stops the others.
"""

import random
import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from onrecord.errors import (
    DamagedFile,
    DocumentError,
    EmptyFile,
    HostileFile,
    LockedFile,
    TooLarge,
    UnknownFormat,
)
from reading.made import doc, docx, docx_members, ole, p, pdf, zipped

_ENTITY = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
_LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(10))
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200)
_EXE = b"MZ\x90\0" + bytes(500)


@dataclass(frozen=True, slots=True)
class BadFile:
    """A file that cannot be read, and the error in which it must end."""

    name: str
    data: bytes
    error: type[DocumentError]


def good_files(count: int) -> list[tuple[str, bytes]]:
    """Names and bytes of readable files, no two alike: PDF, DOCX, web page, text, Markdown in turn."""
    makers: list[tuple[str, Callable[[list[str]], bytes]]] = [
        ("paper.pdf", pdf),
        ("paper.docx", lambda lines: docx("".join(p(line) for line in lines))),
        ("page.html", lambda lines: f"<html><body><p>{'</p><p>'.join(lines)}</p></body></html>".encode()),
        ("paper.txt", lambda lines: "\n\n".join(lines).encode()),
        ("paper.md", lambda lines: "\n\n".join(["# Heading", *lines]).encode("utf-16")),
    ]
    files = []
    for number in range(1, count + 1):
        name, make = makers[(number - 1) % len(makers)]
        lines = [
            f"The delegation of Arvenia answered question {number} that had been sent before the session.",
            f"It said that the law on lawyers would be amended in the year {2000 + number}.",
        ]
        files.append((f"{number:02d}-{name}", make(lines)))
    return files


@cache
def bad_files() -> tuple[BadFile, ...]:
    """At least twenty files, each with the error it must end in."""
    return (*_plain(), *_pdfs(), *_word_files(), *_zips(), *_pages(), *_texts())


def _plain() -> list[BadFile]:
    return [
        BadFile("empty.pdf", b"", EmptyFile),
        BadFile("blanks.txt", b" \n\t\r\n" * 50, EmptyFile),
        BadFile("nothing-but-nul.doc", bytes(5_000), EmptyFile),
        BadFile("picture.pdf", _PNG, UnknownFormat),
        BadFile("program.docx", _EXE, UnknownFormat),
        BadFile("noise.txt", random.Random(7).randbytes(20_000), UnknownFormat),
        BadFile("letter.doc", rb"{\rtf1\ansi Dear delegate of Arvenia}", UnknownFormat),
    ]


def _pdfs() -> list[BadFile]:
    good = pdf([f"Line {i} of the report on Arvenia" for i in range(40)])
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'5a' * 32}> /U <{'a5' * 32}> >> /ID [<00> <00>]"
    loop = "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>"
    return [
        BadFile("locked.pdf", pdf(["secret"], trailer=lock), LockedFile),
        BadFile("truncated.pdf", good[:300], DamagedFile),
        BadFile("garbage.pdf", b"%PDF-1.7\n" + random.Random(1).randbytes(30_000), DamagedFile),
        BadFile("no-pages.pdf", pdf([], pages="<< /Type /Pages /Kids [] /Count 0 >>"), DamagedFile),
        BadFile("loop.pdf", pdf([], pages=loop), DamagedFile),
        BadFile("many-pages.pdf", pdf([], pages=_tree_of_pages(3_100)), TooLarge),
    ]


def _tree_of_pages(count: int) -> str:
    return f"<< /Type /Pages /Kids [{'3 0 R ' * count}] /Count {count} >>"


def _word_files() -> list[BadFile]:
    usual = docx(p("The delegation of Arvenia took the floor."))
    members = docx_members(p("x"))
    main = str(members["word/document.xml"])
    deep = "<w:ins>" * 5_000 + p("x") + "</w:ins>" * 5_000
    return [
        BadFile("locked.docx", ole({"EncryptedPackage": bytes(5_000), "EncryptionInfo": b"x"}), LockedFile),
        BadFile("locked.doc", doc("secret " * 300, flags=0x1100), LockedFile),
        BadFile("no-word.doc", ole({"Something": bytes(5_000)}), DamagedFile),
        BadFile("workbook.doc", ole({"Workbook": bytes(5_000)}), UnknownFormat),
        BadFile("wordless.doc", ole({"WordDocument": bytes(9_000)}), DamagedFile),
        BadFile("truncated.doc", doc("The delegation of Arvenia. " * 900)[:1_500], DamagedFile),
        BadFile("truncated.docx", usual[: len(usual) // 2], DamagedFile),
        BadFile("broken-inside.docx", _overwritten(usual), DamagedFile),
        BadFile("no-document.docx", zipped({k: v for k, v in members.items() if "document" not in k}), DamagedFile),
        BadFile("no-body.docx", zipped(members | {"word/document.xml": "<x/>"}), DamagedFile),
        BadFile("half-xml.docx", zipped(members | {"word/document.xml": main[:-20]}), DamagedFile),
        BadFile("deep.docx", docx(deep), DamagedFile),
        BadFile("entity.docx", zipped(members | {"word/document.xml": _ENTITY + main}), HostileFile),
        BadFile("laughs.docx", docx(p("x"), styles=f"<!DOCTYPE x [{_LAUGHS}]><x>&l9;</x>"), HostileFile),
        BadFile("bomb.docx", docx(p(" " * 40_000_000)), HostileFile),
        BadFile("lying-bomb.docx", _lying(docx(p(" " * 40_000_000)), "word/document.xml"), DamagedFile),
        BadFile("many-tags.docx", docx("<w:p/>" * 1_200_000), HostileFile),
        BadFile("many-mixed-tags.docx", docx(_unlike("<w:p/><w:r{}/>", 600_000)), TooLarge),
        BadFile("sheet.docx", zipped({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), UnknownFormat),
    ]


def _zips() -> list[BadFile]:
    bomb = zipped({"zeros.txt": bytes(30_000_000)})
    nested = bomb
    for level in range(6):
        nested = zipped({f"{level}.zip": nested})
    return [
        BadFile("climbs.zip", zipped({"../../etc/cron.d/x": "x"}), HostileFile),
        BadFile("absolute.zip", zipped({"/etc/passwd": "x"}), HostileFile),
        BadFile("drive.zip", zipped({"C:\\windows\\x.txt": "x"}), HostileFile),
        BadFile("bomb.zip", bomb, HostileFile),
        BadFile("nested.zip", nested, HostileFile),
        BadFile("encrypted.zip", _flagged(zipped({"a.txt": "secret " * 9}), 0x1), LockedFile),
        BadFile("many.zip", zipped({f"{i}.txt": "" for i in range(20_500)}), TooLarge),
        BadFile("plain.zip", zipped({"a.txt": "text"}), UnknownFormat),
    ]


def _pages() -> list[BadFile]:
    return [
        BadFile("deep.html", b"<html>" + b"<div>" * 100_000 + b"x", DamagedFile),
        BadFile("many-tags.html", b"<!doctype html><p>" + b"<b>x</b>" * 1_000_000, TooLarge),
        BadFile(
            "entity.html", f"{_ENTITY.replace(' x ', ' html ')}<html><body>&secret;</body></html>".encode(), HostileFile
        ),
        BadFile(
            "only-furniture.html", b"<html><head><script>var x = 1;</script></head><body></body></html>", EmptyFile
        ),
    ]


def _texts() -> list[BadFile]:
    return [
        BadFile("junk-utf16.txt", b"\xff\xfe" + b"\x00\xd8" * 4_000, DamagedFile),
        BadFile("nul.txt", b"Arvenia" + b"\0" * 3_000 + b"end", UnknownFormat),
        BadFile("huge.txt", b"Arvenia did. " * 1_700_000, TooLarge),
    ]


def _overwritten(data: bytes) -> bytes:
    """The packed bytes in the middle of a ZIP replaced, its directory kept."""
    start = data.index(b"word/document.xml") + 40
    return data[:start] + bytes(60) + data[start + 60 :]


def _flagged(data: bytes, flag: int) -> bytes:
    """A bit set in the flags of every member, in both places where a ZIP keeps them."""
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.index(signature)
        flags = struct.unpack_from("<H", data, at + offset)[0] | flag
        data = data[: at + offset] + struct.pack("<H", flags) + data[at + offset + 2 :]
    return data


def _lying(data: bytes, member: str) -> bytes:
    """A directory that says a member unpacks to 500 bytes."""
    name = member.encode()
    for signature, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        at = data.index(signature)
        while data[at + name_at : at + name_at + len(name)] != name:
            at = data.index(signature, at + 4)
        data = data[: at + size_at] + struct.pack("<I", 500) + data[at + size_at + 4 :]
    return data


def _unlike(tag: str, count: int) -> str:
    """Many tags that do not pack as well as a bomb."""
    numbers = random.Random(3)
    return "".join(tag.format(f' w:x="{numbers.randrange(1 << 30)}"') for _ in range(count))
