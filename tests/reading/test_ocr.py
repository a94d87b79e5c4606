"""Reading scanned PDFs with tesseract. The scans are made here: pages printed, then kept as pictures only."""

import io
import shutil
from pathlib import Path

import pypdfium2
import pytesseract
import pytest

from onrecord.errors import NoTextLayer, TooLarge, ToolMissing
from onrecord.reading import Limits, read
from onrecord.reading.limits import DEFAULT_LIMITS
from onrecord.reading.ocr import recognise
from reading.invariants import check
from reading.made import pdf

needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")
_LINES = [
    "1. The delegation of Arvenia took the floor and answered",
    "the questions that had been put to it before the session.",
    "",
    "2. It said that the law on lawyers would be amended.",
]


def _scan(lines: list[str], pages: int = 1) -> bytes:
    """A PDF whose pages are pictures of these lines."""
    picture = pypdfium2.PdfDocument(pdf(lines))[0].render(scale=200 / 72).to_pil().convert("L")
    target = io.BytesIO()
    picture.save(target, "PDF", resolution=200, save_all=True, append_images=[picture] * (pages - 1))
    return target.getvalue()


@needs_tesseract
def test_words_paragraphs_and_boxes() -> None:
    document = read(_scan(_LINES, pages=2))
    check(document)
    assert document.metadata.recognised
    assert document.language == "en"
    assert [(p.number, p.page) for p in document.paragraphs] == [("1", 1), ("2", 1), ("1", 2), ("2", 2)]
    assert document.paragraphs[0].text == " ".join(_LINES[:2]).removeprefix("1. ")
    [first, second] = document.boxes(document.paragraphs[0].start, document.paragraphs[0].end)
    assert 740 < second.bottom < first.bottom < first.top < 780  # points; the first base line was printed at 760
    assert 70 < second.left < 75
    assert 300 < second.right < 400


@needs_tesseract
def test_empty_pages_say_so() -> None:
    with pytest.raises(NoTextLayer):
        read(_scan([]))


@needs_tesseract
def test_a_missing_language_names_its_package() -> None:
    with pytest.raises(ToolMissing, match="tesseract-ocr-chi-sim-vert"):
        recognise(_scan(_LINES), "", DEFAULT_LIMITS, ("eng", "chi_sim_vert"))


def test_pages_are_bounded() -> None:
    with pytest.raises(TooLarge, match="recognised_pages"):
        read(_scan(_LINES, pages=3), limits=Limits(recognised_pages=2))


def test_without_tesseract_the_message_names_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pytesseract.pytesseract, "tesseract_cmd", str(tmp_path / "tesseract"))
    pytesseract.get_languages.cache_clear() if hasattr(pytesseract.get_languages, "cache_clear") else None
    with pytest.raises(ToolMissing, match="apt install tesseract-ocr"):
        read(_scan(_LINES))
