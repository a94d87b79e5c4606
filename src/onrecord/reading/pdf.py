"""Reads PDF files with pdfium: text, geometry, running heads, notes and paragraphs."""

import hashlib
import re

import pypdfium2
import pypdfium2.raw as pdfium

from onrecord.errors import DamagedFile, LockedFile, TooLarge
from onrecord.model import Box, Document, Line, Metadata, Page
from onrecord.reading.compose import Composer
from onrecord.reading.language import language_of
from onrecord.reading.limits import Limits, check_characters
from onrecord.reading.pdf_layout import lay_out
from onrecord.reading.pdf_lines import PageText, PrintedLine

_CATALOGUE = re.compile(rb"(\d+)\s+(\d+)\s+obj\s*<<[^>]{0,2000}?/Type\s*/Catalog\b")
_END = b"%%EOF%mended\n"
_LETTERS_OF_A_TEXT = 20  # fewer letters on all pages together: the pages are pictures


def read_pdf(data: bytes, name: str, limits: Limits) -> Document:
    """Read a PDF.

    Args:
        data: the file's bytes.
        name: for messages only.
        limits: bounds on pages.

    Returns:
        The document; boxes are in points from the lower left corner of each page.

    Raises:
        LockedFile: it needs a password.
        DamagedFile: pdfium cannot open it, or it has no pages.
        TooLarge: it has more pages than the limit.
        NoTextLayer: its pages are pictures and no text recognition is installed.
    """
    file = _open(data, name)
    try:
        count = len(file)
        if count == 0:
            raise DamagedFile("The PDF has no pages.", where=name, advice="Ask for the file again.")
        if count > limits.pages:
            raise TooLarge(
                f"The PDF has {count} pages; at most {limits.pages} are read.",
                where=name,
                advice="Split it, or raise the limit on pages.",
            )
        found, pages, printed = _pages(file, name, limits)
        metadata = _metadata(file, name)
    finally:
        file.close()
    if sum(map(str.isalnum, found)) < _LETTERS_OF_A_TEXT:
        return _recognise(data, name, limits)
    return _compose(data, found, pages, printed, metadata)


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise LockedFile(
                "The PDF is locked with a password.",
                where=name,
                advice="Save a copy without the password and add that.",
            ) from error
        mended = _with_trailer(data)
        if mended is not None:
            return _open(mended, name)
        raise DamagedFile(
            "The PDF cannot be opened: it is truncated or malformed.",
            where=name,
            advice="Download or copy it again.",
        ) from error


def _with_trailer(data: bytes) -> bytes | None:
    """The file with a trailer behind it that names its catalogue, if it has a catalogue and lost its trailer."""
    catalogues = _CATALOGUE.findall(data)
    if not catalogues or data.endswith(_END):
        return None
    number, generation = catalogues[-1]
    return data + b"\ntrailer\n<</Root %s %s R>>\nstartxref\n0\n" % (number, generation) + _END


def _pages(file: pypdfium2.PdfDocument, name: str, limits: Limits) -> tuple[str, list[Page], list[PrintedLine]]:
    texts: list[str] = []
    pages: list[Page] = []
    printed: list[PrintedLine] = []
    offset = 0
    for index in range(len(file)):
        raw_page = pdfium.FPDF_LoadPage(file.raw, index)
        if not raw_page:
            continue
        textpage = pdfium.FPDFText_LoadPage(raw_page)
        text = PageText(textpage, index + 1, offset)
        printed.extend(text.lines())
        width, height = pdfium.FPDF_GetPageWidthF(raw_page), pdfium.FPDF_GetPageHeightF(raw_page)
        pages.append(Page(index + 1, offset, offset + len(text.text), width, height))
        texts.append(text.text)
        offset += len(text.text) + 1
        check_characters(offset, limits, name)
        pdfium.FPDFText_ClosePage(textpage)
        pdfium.FPDF_ClosePage(raw_page)
    if not pages:
        raise DamagedFile("No page of the PDF can be opened.", where=name, advice="Download or copy it again.")
    return "\f".join(texts), pages, printed


def _metadata(file: pypdfium2.PdfDocument, name: str) -> Metadata:
    stated = file.get_metadata_dict(skip_empty=True)
    return Metadata(
        format="pdf",
        name=name,
        title=stated.get("Title", ""),
        author=stated.get("Author", ""),
        producer=stated.get("Producer", ""),
        created=_edtf(stated.get("CreationDate", "")),
    )


def _edtf(stated: str) -> str:
    """``D:20141210153000+01'00'`` → ``2014-12-10``; "" for anything else."""
    digits = stated.removeprefix("D:")[:8]
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}" if len(digits) == 8 and digits.isdigit() else ""


def _recognise(data: bytes, name: str, limits: Limits) -> Document:
    from onrecord.reading.ocr import recognise  # only for pictures: it loads an imaging library

    return recognise(data, name, limits)


def _compose(data: bytes, found: str, pages: list[Page], printed: list[PrintedLine], metadata: Metadata) -> Document:
    composer = Composer(found)
    kept = lay_out(printed, pages, composer)
    lines = [Line(line.start, line.end, Box(line.page, *_rounded(line))) for line in kept]
    lines.sort(key=lambda line: line.start)
    return composer.finish(
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=metadata,
        language=language_of(found),
        pages=pages,
        lines=lines,
    )


def _rounded(line: PrintedLine) -> tuple[float, float, float, float]:
    # A loose box reaches about a fifth of its height below the base line.
    bottom = line.base - 0.22 * line.size
    left, right = sorted((line.left, line.right))  # a mangled file may give them the wrong way round
    return round(left, 1), round(bottom, 1), round(right, 1), round(bottom + line.size, 1)
