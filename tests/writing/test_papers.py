"""Written papers as DOCX, PDF, HTML and Markdown: the same notes in each, nothing remote, nothing that runs."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest
from lxml import etree

from onrecord.errors import RunError
from onrecord.extraction.papers.word_count import count_words
from onrecord.reading import read
from onrecord.vocabulary.paper_words import LANGUAGES
from onrecord.writing.assembled import UnreadablePaper, assemble
from onrecord.writing.papers import PAPER_FORMATS
from writing.written import TEXT, cited, paper

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NOTES = [
    "Bridge, Lawyers at risk_in Arvenia, October 2030, p. 3.",
    "A/HRC/90/7, para. 75.3 (Austria, Mexico), p. 7.",
    "Bridge (note 1 above), para. 12, p. 4 (words of JS2); A/HRC/90/7, para. 75.3, p. 7.",
    "A/HRC/90/7, para. 75.3, p. 7.",
]


def footnotes(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        tree = etree.fromstring(file.read("word/footnotes.xml"))
    notes = [note for note in tree.iter(f"{W}footnote") if note.get(f"{W}type") is None]
    return ["".join(t.text or "" for t in note.iter(f"{W}t")).strip() for note in notes]


def test_word_has_real_footnotes_in_the_house_style() -> None:
    content = PAPER_FORMATS["docx"](paper())
    assert footnotes(content) == NOTES
    document = docx.Document(io.BytesIO(content))
    assert len(document.element.body.findall(f".//{W}footnoteReference")) == len(NOTES)
    assert document.core_properties.title == "Lawyers at risk in Arvenia"
    assert [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 2"] == ["Risks", "Response"]
    assert len(document.tables) == 1


def test_the_pdf_is_tagged_and_says_title_and_language() -> None:
    with pikepdf.open(io.BytesIO(PAPER_FORMATS["pdf"](paper("kk")))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "kk"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo["/Title"]) == "Lawyers at risk in Arvenia"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        kinds = set(_kinds(pdf.Root.StructTreeRoot))
        assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Note", "/Lbl"} <= kinds


def _kinds(node: object) -> list[str]:
    found, waiting = [], [node]
    while waiting:
        at = waiting.pop()
        if isinstance(at, pikepdf.Array):
            waiting += list(at)
        elif isinstance(at, pikepdf.Dictionary):
            found.append(str(at.get("/S", "")))
            waiting.append(at.get("/K"))
    return found


def test_html_is_one_file_that_loads_and_runs_nothing() -> None:
    page = PAPER_FORMATS["html"](paper()).decode()
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|\ssrc=|\sstyle=|\son\w+=", page)
    tree = etree.HTML(page)
    told = [" ".join("".join(li.itertext()).split()).removesuffix("↩︎").strip() for li in tree.findall(".//section//li")]
    assert told == NOTES
    ids = {node.get("id") for node in tree.iter() if node.get("id")}
    assert all(a.get("href")[1:] in ids for a in tree.iter("a"))


def test_markdown_has_plain_notes() -> None:
    text = PAPER_FORMATS["md"](paper()).decode()
    assert "[^2]: A/HRC/90/7, para. 75.3 (Austria, Mexico), p. 7." in text
    assert text.count("[^") == 2 * len(NOTES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["docx", "pdf", "html", "md"])
def test_every_language_goes_into_every_format(language: str, form: str) -> None:
    content = PAPER_FORMATS[form](paper(language))
    assert len(content) > 500
    if form == "html" and language == "ar":
        assert b'lang="ar" dir="rtl"' in content


def test_the_same_paper_gives_the_same_bytes() -> None:
    for write in PAPER_FORMATS.values():
        assert write(paper()) == write(paper())


def test_a_note_that_leads_nowhere_is_refused_with_its_line() -> None:
    text = TEXT.replace("@claim:c2", "@claim:gone")
    for write in PAPER_FORMATS.values():
        with pytest.raises(UnreadablePaper, match=r"line 9.*claim:gone"):
            write(paper(text=text))


@pytest.mark.parametrize(
    "words",
    [
        "![x](/etc/hostname)",
        '<script>alert("x")</script>',
        "[x](javascript:alert(1))",
        "[x](file:///etc/hostname)",
        '```{=typst}\n#read("/etc/hostname")\n```',
        '#read("/etc/hostname") $x$ #include "x"',
        "`x`{=html}",
        "---\ntitle: other\n---",
        "\\input{/etc/hostname}",
    ],
)
def test_words_of_a_paper_command_nothing(words: str) -> None:
    made = paper(text=f"## One\n\n{words}\n\nEnd.[@claim:c1]\n")
    page = PAPER_FORMATS["html"](made).decode()
    assert not re.search(r"<script|<img|javascript:|href=\"file", page)
    with zipfile.ZipFile(io.BytesIO(PAPER_FORMATS["docx"](made))) as file:
        assert not [name for name in file.namelist() if "media" in name]
    assert PAPER_FORMATS["pdf"](made).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "words"), [("> " * 500 + "x", "hundreds deep"), ("人", "could not be displayed"), ("a\0b", "disallowed")]
)
def test_what_cannot_be_typeset_is_told(text: str, words: str) -> None:
    with pytest.raises(RunError, match=words) as caught:
        PAPER_FORMATS["pdf"](paper(text=text))
    assert caught.value.advice


def test_words_that_are_quoted_stay_to_the_letter() -> None:
    hard = 'a_b *c* [d](e) <f> #g $h$ `i` \\j "k" -- ... | l ^m^ ~n~ @o'
    known = cited()
    known["claim:c1"] = replace(known["claim:c1"], text=hard)
    table = (replace(known["recommendation:A/HRC/90/7#75.3"], text=hard),)
    made = replace(paper(text="[@table: recommendations]"), cited=known, tables=(table,))
    document = docx.Document(io.BytesIO(PAPER_FORMATS["docx"](made)))
    assert document.tables[0].rows[1].cells[1].text == hard


@pytest.mark.parametrize("language", ["en", "fr"])
def test_words_are_counted_as_the_reader_counts_them(language: str) -> None:
    said = "\n« Deux mots ».[@claim:c1]\n"
    made = paper(language, text=TEXT + said + "\n- a list\n- of *two* items\n\n## Annex\n\nNot counted at all.\n")
    assert count_words(read(PAPER_FORMATS["docx"](made), name="p.docx")) == assemble(made).words


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed (Debian: libreoffice-writer)")
@pytest.mark.parametrize("language", ["en", "kk", "ar"])
def test_libreoffice_shows_the_same_notes(language: str, tmp_path: Path) -> None:
    content = PAPER_FORMATS["docx"](paper(language))
    (tmp_path / "p.docx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    line = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "fodt",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "p.docx"),
    ]
    subprocess.run(line, check=True, capture_output=True, timeout=120)
    tree = etree.parse(tmp_path / "p.fodt")
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    told = [" ".join("".join(body.itertext()).split()) for body in tree.iter(f"{text}note-body")]
    assert told == [" ".join(note.split()) for note in footnotes(content)]
    assert len(told) == len(NOTES)


def test_what_became_of_it_is_told_voice_by_voice_or_said_to_be_missing() -> None:
    known = cited()
    item = known["recommendation:A/HRC/90/7#75.3"]
    text = "[@table: recommendations assessed=yes]"
    missing = replace(paper(text=text), tables=((item,),))
    assert "no assessment yet" in PAPER_FORMATS["md"](missing).decode()
    voices = (("Not implemented, says Bridge, 2031", (known["claim:c1"],)), ("Done, says Arvenia", ()))
    told = PAPER_FORMATS["md"](replace(missing, tables=((replace(item, followed=voices),),))).decode()
    assert "Not implemented, says Bridge, 2031[^2]; Done, says Arvenia |" in told
    assert "no assessment yet" not in told
