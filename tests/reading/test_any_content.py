"""Whatever stands in a file: either it is read and everything holds, or it ends in an error made for it."""

from contextlib import suppress
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import DocumentError
from onrecord.reading import read
from onrecord.reading.typed_numbers import typed_bullet, typed_number
from reading.invariants import check
from reading.made import docx, p, w

_OPENINGS = [
    "1. ",
    "2.1 ",
    "126.44. ",
    "(a) ",
    "3) ",
    "[1] ",
    "[1]",
    "¹",
    "- ",
    "• ",
    "# ",
    "| ",
    "|",
    "====",
    "http://x ",
]
_BLANKS = ["\n", "\n\n", "\r\n", "  ", "\t", "\u200b", "\x85", "\f"]
_WORDS = ["Arvenia", "the State", ". ", "; ", "co-", "\ufffe", "é", "ұ", "中", "א"]
_PIECES = st.sampled_from([*_OPENINGS, *_BLANKS, *_WORDS])
_TEXTS = st.lists(_PIECES | st.text(max_size=4), max_size=40).map("".join)
_LISTS = ["<li>", "<ol type=i start=3>", "</ol>", "<ul>", "</ul>", "<table>", "<tr>", "<td rowspan=2>", "</table>"]
_LINKS = ["<a href='#n'>1</a>", "<p id=n>1 note", "&amp;", "&#0;", "Arvenia took the floor. "]
_OTHERS = [
    "<p>",
    "</p>",
    "<br>",
    "<h2>",
    "</h2>",
    "<nav>",
    "</nav>",
    "<div hidden>",
    "</div>",
    "<!--",
    "-->",
    "<script>",
]
_TAGS = st.sampled_from([*_LISTS, *_LINKS, *_OTHERS, "</script>", "<pre>"])


@given(_TEXTS)
@settings(max_examples=150)
def test_any_text(text: str) -> None:
    with suppress(DocumentError):
        check(read(text.encode("utf-8", errors="replace")))


@given(st.lists(_TAGS, max_size=40).map("".join))
@settings(max_examples=100)
def test_any_page(markup: str) -> None:
    with suppress(DocumentError):
        check(read(f"<html><body>{markup}</body></html>".encode()))


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
)
@settings(max_examples=60)
def test_any_words_in_a_word_file(texts: list[str]) -> None:
    note = '<w:p><w:r><w:t>x</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    notes = w("footnotes", f'<w:footnote w:id="1">{p("Note")}</w:footnote>')
    document = read(docx("".join(p(escape(text)) for text in texts) + note, footnotes=notes))
    check(document)
    assert document.text.endswith("x\nNote")


@given(_TEXTS, st.sampled_from(["", "2", "126"]))
def test_a_number_never_takes_the_whole_paragraph(text: str, before: str) -> None:
    text = text.strip()
    numbered = typed_number(text, before)
    if numbered:
        assert numbered.number in text[: numbered.length].replace(" ", "")
        assert text[numbered.length :].strip()
    assert typed_bullet(text) < max(len(text), 1)


@given(st.binary(max_size=300))
@settings(max_examples=200)
def test_any_bytes(data: bytes) -> None:
    with suppress(DocumentError):
        check(read(data))
