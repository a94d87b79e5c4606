"""Small files of every format, made by code. The States in them do not exist."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SECTOR = 512


def zipped(members: Mapping[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP of these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return target.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word file: the XML inside ``w:body``, and parts by name: styles, numbering, footnotes, header1, core …"""
    return zipped(docx_members(body, **parts))


def docx_members(body: str, **parts: str) -> dict[str, bytes | str]:
    """The members of the ZIP that a Word file is."""
    word = {name: xml for name, xml in parts.items() if name != "core"}
    members: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/></Types>',
        "_rels/.rels": _relations(
            [
                (f"{_OFFICE}/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "word/_rels/document.xml.rels": _relations(
            [(f"{_OFFICE}/{name.rstrip('0123456789')}", f"{name}.xml") for name in word]
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    members |= {f"word/{name}.xml": xml for name, xml in word.items()}
    return members | ({"docProps/core.xml": parts["core"]} if "core" in parts else {})


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    rows = (f'<Relationship Id="r{i}" Type="{kind}" Target="{to}"/>' for i, (kind, to) in enumerate(targets))
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def w(tag: str, inner: str) -> str:
    """A part of a Word file: ``w("styles", …)``."""
    return f'<w:{tag} xmlns:w="{W}">{inner}</w:{tag}>'


def p(text: str, properties: str = "", run: str = "") -> str:
    """A Word paragraph. ``properties``: inside ``w:pPr``; ``run``: inside ``w:rPr``."""
    words = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def pdf(lines: list[str], *, pages: str = "", trailer: str = "") -> bytes:
    """A PDF of one page with these lines of ASCII text. ``pages``: another page tree; ``trailer``: more entries."""
    shown = "\n".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F1 11 Tf 14 TL 72 760 Td\n{shown}\nET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        pages or "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = "%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return (out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}" + end).encode("latin-1")


def ole(streams: Mapping[str, bytes]) -> bytes:
    """An OLE compound file ([MS-CFB]) with these streams, each filled up to 4096 bytes and more."""
    sectors: list[bytes] = [b"", b""]  # the table of sectors, the directory
    chain = [0xFFFFFFFD, 0xFFFFFFFE]
    entries = [_entry("Root Entry", kind=5, first=0xFFFFFFFE, size=0, child=1)]
    for number, (name, data) in enumerate(streams.items(), start=2):
        size = max(len(data), 4096)
        padded = data.ljust(-(-size // _SECTOR) * _SECTOR, b"\0")
        first = len(sectors)
        count = len(padded) // _SECTOR
        sectors += [padded[i * _SECTOR : (i + 1) * _SECTOR] for i in range(count)]
        chain += [*range(first + 1, first + count), 0xFFFFFFFE]
        entries.append(_entry(name, kind=2, first=first, size=size, right=number if number <= len(streams) else None))
    sectors[0] = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    sectors[1] = b"".join(entries).ljust(_SECTOR, b"\0")
    header = struct.pack(
        "<8s16s6H10I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, 0,
        0, 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0,
    )  # fmt: skip
    return header + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108) + b"".join(sectors)


def _entry(name: str, *, kind: int, first: int, size: int, child: int | None = None, right: int | None = None) -> bytes:
    encoded = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    links = (none, none if right is None else right, none if child is None else child)
    head = struct.pack("<64sHBB3I", encoded, len(encoded), kind, 1, *links)
    return head + bytes(16 + 4 + 8 + 8) + struct.pack("<IQ", first, size)


def doc(text: str, *, flags: int = 0x1000) -> bytes:
    """A Word 97 file with this text. ``flags``: the 16 bits at offset 10 of its main stream."""
    words = text.replace("\n", "\r").encode("utf-16-le")
    head = bytearray(2048)
    struct.pack_into("<6H", head, 0, 0xA5EC, 0xC1, 0, 0x0409, 0, flags)
    struct.pack_into("<2I", head, 0x18, len(head), len(head) + len(words))
    struct.pack_into("<I", head, 0x4C, len(text))
    return ole({"WordDocument": bytes(head) + words})
