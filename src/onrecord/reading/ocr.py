"""Recognises the text of scanned pages with the program tesseract."""

from __future__ import annotations

import hashlib
import math
import os
import re
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytesseract

from onrecord.errors import DamagedFile, NoTextLayer, TooLarge, ToolMissing
from onrecord.model import Box, Document, Line, Metadata, Page
from onrecord.reading.compose import Composer
from onrecord.reading.language import language_of
from onrecord.reading.limits import Limits
from onrecord.reading.typed_numbers import typed_bullet, typed_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

_DPI = 300  # what tesseract was trained on
_POINTS = 72
_MOST_PIXELS = 25_000_000  # a page of 34 x 34 cm; larger ones are rendered coarser
_SURE = 30  # words below this confidence (of 100) are specks and drawings
_TIMEOUT = 60  # seconds a page; 1 to 2 are usual
_BULLET_AS_LETTER = re.compile(r"[e¢©«°]\s+(?=[^\W\d_a-z])")  # how tesseract reads "•" before a capital
# Languages tried together, by the script seen on the first page: each costs time, so only those of the United Nations
# and Kazakh.
_BY_SCRIPT = {
    "Latin": ("eng", "fra", "spa"),
    "Cyrillic": ("rus", "kaz"),
    "Arabic": ("ara",),
    "Han": ("chi_sim",),
    "HanS": ("chi_sim",),
}


@dataclass(slots=True)
class _Printed:
    """One recognised line: its words and the box around them in pixels from the upper left corner."""

    paragraph: tuple[int, int]  # tesseract's block and paragraph
    words: list[str] = field(default_factory=list)
    left: int = 1 << 30
    top: int = 1 << 30
    right: int = 0
    bottom: int = 0

    def add(self, word: str, box: tuple[int, int, int, int]) -> None:
        """Append a word with its left, top, width and height."""
        left, top, width, height = box
        self.words.append(word)
        self.left, self.top = min(self.left, left), min(self.top, top)
        self.right, self.bottom = max(self.right, left + width), max(self.bottom, top + height)


@dataclass(slots=True)
class _Recognised:
    """Text, pages and lines of a whole document, growing."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    pages: list[Page] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    paragraphs: list[tuple[int, list[tuple[int, int]]]] = field(default_factory=list)  # page, stretches

    def add(self, text: str) -> tuple[int, int]:
        """Append ``text``; gives its stretch."""
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length


def recognise(data: bytes, name: str, limits: Limits, languages: tuple[str, ...] = ()) -> Document:
    """Read a PDF whose pages are pictures.

    Args:
        data: the file's bytes.
        name: for messages only.
        limits: bounds the number of pages.
        languages: tesseract's names of languages; by default those of the script seen on the first page.

    Returns:
        The document; ``metadata.recognised`` is True, boxes enclose the recognised lines.

    Raises:
        ToolMissing: tesseract, or its data for the language, is not installed.
        TooLarge: more pages than ``limits.recognised_pages``.
        NoTextLayer: nothing was recognised.
        DamagedFile: a page cannot be rendered or tesseract fails on it.
    """
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # more threads make tesseract four times slower
    try:
        with closing(pypdfium2.PdfDocument(data)) as file:
            _check_pages(len(file), limits, name)
            return _composed(_pages(file, languages, name), data, name)
    except pypdfium2.PdfiumError as error:
        raise DamagedFile("A page cannot be rendered.", advice="Print the PDF to a new one.", where=name) from error
    except (pytesseract.TesseractError, RuntimeError) as error:  # RuntimeError: its time is up
        raise DamagedFile(f"tesseract fails on a page ({error}).", advice="Scan it again.", where=name) from error


def _pages(file: pypdfium2.PdfDocument, languages: tuple[str, ...], name: str) -> _Recognised:
    result = _Recognised()
    for index in range(len(file)):
        picture, scale = _rendered(file[index])
        if index == 0:
            installed = _installed(name)
            languages = languages or _languages_of(picture, installed)
            _check_installed(languages, installed, name)
        _add_page(result, picture, scale, file[index].get_size(), "+".join(languages))
    return result


def _installed(name: str) -> frozenset[str]:
    try:
        return frozenset(pytesseract.get_languages())
    except pytesseract.TesseractNotFoundError as error:
        raise ToolMissing(
            "The pages are pictures; their text is recognised with the program tesseract, which is not installed.",
            advice='Install it (Debian: "apt install tesseract-ocr"), or add a PDF with text.',
            where=name,
        ) from error


def _check_installed(languages: tuple[str, ...], installed: frozenset[str], name: str) -> None:
    missing = [language for language in languages if language not in installed]
    if missing:
        packages = " ".join(f"tesseract-ocr-{language.replace('_', '-')}" for language in missing)
        raise ToolMissing(
            f"The pages are pictures, and tesseract has no data to recognise their script ({', '.join(missing)}).",
            advice=f'Install it (Debian: "apt install {packages}").',
            where=name,
        )


def _check_pages(count: int, limits: Limits, name: str) -> None:
    if count > limits.recognised_pages:
        raise TooLarge(
            f"The PDF has {count} pages of pictures; at most {limits.recognised_pages} are recognised.",
            advice="Split it, or raise the limit recognised_pages: a page takes about two seconds.",
            where=name,
        )


def _rendered(page: pypdfium2.PdfPage) -> tuple[Image, float]:
    """The page as a picture, and pixels per point."""
    width, height = page.get_size()
    scale = min(_DPI / _POINTS, math.sqrt(_MOST_PIXELS / max(width * height, 1)))
    return page.render(scale=scale, grayscale=True).to_pil(), scale


def _languages_of(picture: Image, installed: frozenset[str]) -> tuple[str, ...]:
    """Languages to try: those of the picture's script that are installed, or all of it if none is."""
    wanted = _BY_SCRIPT.get(_script_of(picture) if "osd" in installed else "Latin", ("eng",))
    return tuple(language for language in wanted if language in installed) or wanted[:1]


def _script_of(picture: Image) -> str:
    try:
        seen = pytesseract.image_to_osd(picture, output_type=pytesseract.Output.DICT, timeout=_TIMEOUT)
    except pytesseract.TesseractError:  # too few letters to tell
        return "Latin"
    return str(seen["script"])


def _add_page(result: _Recognised, picture: Image, scale: float, size: tuple[float, float], languages: str) -> None:
    words = pytesseract.image_to_data(picture, lang=languages, output_type=pytesseract.Output.DICT, timeout=_TIMEOUT)
    number = len(result.pages) + 1
    first = result.length
    paragraph = (-1, -1)
    for line in _lines(words):
        if line.paragraph != paragraph:
            paragraph = line.paragraph
            result.paragraphs.append((number, []))
        start, end = result.add(" ".join(line.words) + "\n")
        box = Box(
            number,
            round(line.left / scale, 1),
            round(size[1] - line.bottom / scale, 1),
            round(line.right / scale, 1),
            round(size[1] - line.top / scale, 1),
        )
        result.lines.append(Line(start, end - 1, box))
        result.paragraphs[-1][1].append((start, end - 1))
    result.add("\f")
    result.pages.append(Page(number, first, result.length, *size))


def _lines(words: dict[str, list[Any]]) -> Iterator[_Printed]:
    """The lines that tesseract saw, without specks."""
    line, current = None, None
    for i, word in enumerate(words["text"]):
        if not word.strip() or float(words["conf"][i]) < _SURE:
            continue
        key = (words["block_num"][i], words["par_num"][i], words["line_num"][i])
        if line is None or key != current:
            if line:
                yield line
            line, current = _Printed(key[:2]), key
        line.add(word.strip(), (words["left"][i], words["top"][i], words["width"][i], words["height"][i]))
    if line:
        yield line


def _composed(result: _Recognised, data: bytes, name: str) -> Document:
    found = "".join(result.parts)
    if not found.strip():
        raise NoTextLayer(
            "The pages are pictures and no letters are recognised on them.", advice="Scan it again.", where=name
        )
    composer = Composer(found)
    for page, stretches in result.paragraphs:
        _add_paragraph(composer, page, stretches)
    return composer.finish(
        sha256=hashlib.sha256(data).hexdigest(),
        metadata=Metadata("pdf", name, recognised=True),
        language=language_of(found),
        pages=result.pages,
        lines=result.lines,
        warnings=("The text was recognised from pictures of pages: single letters can be wrong.",),
    )


def _bullet(text: str) -> int:
    seen_as_letter = _BULLET_AS_LETTER.match(text)
    return seen_as_letter.end() if seen_as_letter else typed_bullet(text)


def _add_paragraph(composer: Composer, page: int, stretches: list[tuple[int, int]]) -> None:
    start, end = stretches[0]
    first = composer.found[start:end] + (" " if len(stretches) > 1 else "")
    numbered = typed_number(first)
    length = numbered.length if numbered else _bullet(first)
    level = numbered.level if numbered else int(length > 0)
    number = numbered.number if numbered else ""
    composer.paragraph([(start + length, end), *stretches[1:]], number=number, level=level, page=page)
