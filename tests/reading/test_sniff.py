"""What a file is comes from its content, never from its name."""

import zipfile
from pathlib import Path

import pytest

from onrecord.errors import DocumentError, TooLarge, UnknownFormat
from onrecord.reading import Limits, read
from onrecord.reading.sniff import Format, format_of
from reading.made import doc, docx, p, pdf, zipped

_SENTENCE = "The delegation of Arvenia took the floor."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (pdf([_SENTENCE]), Format.PDF),
        (b"\r\nsome rubbish of a mail server\r\n" + pdf([_SENTENCE]), Format.PDF),
        (docx(p(_SENTENCE)), Format.DOCX),
        (doc(_SENTENCE), Format.DOC),
        (b"<!DOCTYPE html><title>x</title><p>y", Format.HTML),
        ("<html><body>Арвения</body></html>".encode("utf-16"), Format.HTML),
        (
            b'<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
            Format.HTML,
        ),
        (b"<div><p>Saved without a head</p></div>", Format.HTML),
        (_SENTENCE.encode(), Format.TEXT),
        (b"<Arvenia> asked whether a < b in paragraph 3.", Format.TEXT),
        (_SENTENCE.encode("utf-16-le"), Format.TEXT),
        ("Делегация Арвении взяла слово.".encode("cp1251"), Format.TEXT),
        (zipped({"a.txt": _SENTENCE}), Format.ZIP),
        (zipped({"a.pdf": b"%PDF-1.7 inside"}, method=zipfile.ZIP_STORED), Format.ZIP),
    ],
)
def test_content_decides(data: bytes, expected: Format) -> None:
    assert format_of(data) is expected


def test_bytes_that_only_look_like_utf16_are_refused() -> None:
    with pytest.raises(UnknownFormat):
        format_of(b"\x00\x01\x02\x03" * 50)


def test_a_docx_named_doc_and_the_other_way_round(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(docx(p(_SENTENCE)))
    (tmp_path / "b.pdf").write_text(_SENTENCE)
    assert read(tmp_path / "a.doc").metadata.format == "docx"
    assert read(str(tmp_path / "b.pdf")).metadata.format == "text"
    assert read(tmp_path / "b.pdf").metadata.name == "b.pdf"


def test_the_message_says_what_the_file_looks_like() -> None:
    with pytest.raises(UnknownFormat, match="Excel"):
        read(zipped({"xl/workbook.xml": "<x/>"}), name="list.docx")
    with pytest.raises(UnknownFormat, match="Portable Network Graphics"):
        read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(99))


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.pdf", "nul\0byte"):
        with pytest.raises(DocumentError) as caught:
            read(path)
        assert caught.value.advice


def test_each_limit_names_itself(tmp_path: Path) -> None:
    text = tmp_path / "long.txt"
    text.write_text(_SENTENCE * 100)
    cases = [
        (Limits(file_bytes=100), text, "file_bytes"),
        (Limits(characters=100), text, "characters"),
        (Limits(tags=3), b"<html><body><p>a</p></body></html>", "tags"),
        (Limits(part_bytes=100), docx(p(_SENTENCE)), "part_bytes"),
        (Limits(unpacked_bytes=300), docx(p(_SENTENCE)), "unpacked_bytes"),
        (Limits(zip_members=2), docx(p(_SENTENCE)), "zip_members"),
    ]
    for limits, source, word in cases:
        with pytest.raises(TooLarge, match=word):
            read(source, limits=limits, name="x")
