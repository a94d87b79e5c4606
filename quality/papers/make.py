"""Makes the ten papers from readable sources: text and web pages as they are, Word, print and scan from markup."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import docx
import typst
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from PIL import Image, ImageFilter

FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
DOTS_PER_INCH = 200
SLANT = 0.4  # degrees: a page is never laid on the glass quite straight
BLUR = 0.7  # pixels

_MARK = re.compile(r"\[\^(\d+)\]")
_NOTE = re.compile(r"\[\^(\d+)\]: (.*)")


def make(source: Path, name: str) -> bytes:
    """One paper as its publisher would send it round; ``name`` is the paper's file name, ``source`` its source file."""
    if source.suffix == ".md":
        return _word(source.read_text(encoding="utf-8"))
    if source.suffix == ".typ":
        return _scanned(source) if _is_scan(source) else _printed(source)
    if Path(name).suffix != source.suffix:
        raise ValueError(f"{name} cannot be made from {source.name}")
    return source.read_bytes()


def _is_scan(source: Path) -> bool:
    return source.read_text(encoding="utf-8").startswith("// scan")


def _printed(source: Path) -> bytes:
    content = typst.compile(source, ignore_system_fonts=True, format="pdf", pdf_tags=False)
    assert isinstance(content, bytes)
    return content


def _scanned(source: Path) -> bytes:
    """A PDF of grey, slightly slanted and blurred page images, without any text."""
    made = typst.compile(source, ignore_system_fonts=True, format="png", ppi=DOTS_PER_INCH)
    pages = [_through_the_scanner(page) for page in (made if isinstance(made, list) else [made])]
    target = io.BytesIO()
    pages[0].save(target, "PDF", resolution=DOTS_PER_INCH, save_all=True, append_images=pages[1:])
    return target.getvalue()


def _through_the_scanner(page: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(page)).convert("L")
    return image.rotate(SLANT, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(BLUR))


def _word(markup: str) -> bytes:
    """``# title``, ``## heading``, ``1. item``, ``| cell | cell |``, ``[^1]`` and ``[^1]: note`` become a Word file."""
    document = docx.Document()
    notes = {}
    for block in markup.strip().split("\n\n"):
        if note := _NOTE.fullmatch(block):
            notes[int(note[1])] = note[2]
        elif block.startswith("|"):
            _table(document, block.splitlines())
        else:
            style, words = _style(block)
            _marked(document.add_paragraph(style=style), words)
    if notes:
        _footnotes(document, notes)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _style(block: str) -> tuple[str, str]:
    for sign, style in (("## ", "Heading 1"), ("# ", "Title"), ("1. ", "List Number")):
        if block.startswith(sign):
            return style, block.removeprefix(sign)
    return "Normal", block


def _table(document: Document, lines: list[str]) -> None:
    rows = [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def _marked(paragraph: Paragraph, words: str) -> None:
    """Put the words in, and a real footnote reference where a mark stands."""
    for words_or_number, is_mark in _pieces(words):
        run = paragraph.add_run("" if is_mark else words_or_number)
        if is_mark:
            run.font.superscript = True
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), words_or_number)
            run._r.append(reference)


def _pieces(words: str) -> Iterator[tuple[str, bool]]:
    for i, piece in enumerate(_MARK.split(words)):
        if piece:
            yield piece, i % 2 == 1


def _footnotes(document: Document, notes: dict[int, str]) -> None:
    space = nsdecls("w")
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    feet = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
        for number, words in notes.items()
    )
    content = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {space}>{separator}{feet}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES, content.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
