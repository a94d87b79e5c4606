"""Reading saved web pages. The pages, and the States in them, are invented."""

import socket

import pytest

from onrecord.model import Document, ParagraphKind
from onrecord.reading import read
from reading.invariants import check

_FIRST = "The Government of Arvenia should release the three lawyers who were arrested in <b>March</b>"
_PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Arvenia: Lawyers at risk | Selm Watch</title>
<meta name="author" content="Selm Watch"><meta property="article:published_time" content="2019-03-04T10:00:00Z">
<style>p {{ color: red }}</style><script src="https://x.invalid/x.js">var words = "<p>script</p>";</script></head>
<body class="has-menu"><a href="#main" class="skip-link">Skip to the content</a>
<header><a href="/">Selm Watch</a>
<nav><ul><li><a href="/a">Home</a></li><li><a href="/b">States</a></li></ul></nav></header>
<main id="main"><article><h1>Arvenia: Lawyers at risk before the review</h1>
<div class="share"><a href="x">Share this</a></div>
<p>{_FIRST},<sup><a href="#fn1" id="r1">1</a></sup> the organization said.
<img src="http://example.invalid/p.png"></p>
<p>In its last review Arvenia accepted fourteen recommendations on lawyers.<a href="#_ftn2" name="_ftnref2">[2]</a> It
has carried out two of them.</p>
<h2>What happened in spring</h2>
<ol start="3" type="a"><li>The bar lost its licence.</li><li><p>Two offices were searched.</p>
<p>Nobody was told why.</p>
<ul><li>One in Upper Selm</li></ul></li></ol>
<table><tr><th>Year</th><th>Arrests</th></tr><tr><td rowspan=2>2018</td><td>12 persons</td></tr>
<tr><td>14 persons</td></tr>
</table>
<p>(a) Repeal article 12;<br>(b) Amend it,<br>at once.
<br><br>A paragraph behind two breaks, which is one of its own.</p>
<p style="display:none">Hidden words</p>
<ol class="footnotes"><li id="fn1"><p>Interview with a member of the bar. <a href="#r1">↩</a></p></li></ol>
<p><a href="#_ftnref2" name="_ftn2">[2]</a> A paper of the Council, para. 12.</p></article>
<aside><h3>Related</h3><p>Read our report on the prisons of Lower Selm and what came of it.</p></aside></main>
<div class="newsletter-box"><p>Subscribe to our letter and never miss a thing again, dear reader.</p></div>
<footer><p>All rights reserved</p></footer></body></html>"""


@pytest.fixture(scope="module")
def page() -> Document:
    document = read(_PAGE.encode())
    check(document)
    return document


def _body(document: Document) -> list[tuple[str, int, str]]:
    return [(p.number, p.level, p.text) for p in document.paragraphs if p.kind is ParagraphKind.BODY]


def test_the_text_is_the_article(page: Document) -> None:
    for furniture in ("Skip", "Home", "Share", "Related", "Subscribe", "rights reserved", "script", "color", "Hidden"):
        assert furniture not in page.text
    assert page.text.startswith("Arvenia: Lawyers at risk before the review\nThe Government of Arvenia")


def test_what_is_left_out_stays_in_the_text_as_found(page: Document) -> None:
    for furniture in ("Skip to the content", "Home", "Share this", "Subscribe", "All rights reserved"):
        assert furniture in page.found
    assert "var words" not in page.found


def test_numbers_levels_and_breaks(page: Document) -> None:
    assert _body(page)[2:] == [
        ("c", 0, "The bar lost its licence."),
        ("d", 0, "Two offices were searched."),
        ("", 0, "Nobody was told why."),
        ("", 2, "One in Upper Selm"),
        ("(a)", 1, "Repeal article 12;"),
        ("(b)", 1, "Amend it, at once."),
        ("", 0, "A paragraph behind two breaks, which is one of its own."),
    ]


def test_headings_and_cells(page: Document) -> None:
    headings = [(p.level, p.text) for p in page.paragraphs if p.kind is ParagraphKind.HEADING]
    assert headings == [(1, "Arvenia: Lawyers at risk before the review"), (2, "What happened in spring")]
    cells = [(p.row, p.column, p.text) for p in page.paragraphs if p.kind is ParagraphKind.CELL]
    assert cells == [(0, 0, "Year"), (0, 1, "Arrests"), (1, 0, "2018"), (1, 1, "12 persons"), (2, 1, "14 persons")]


def test_notes_are_what_marks_link_to(page: Document) -> None:
    assert [(n.mark, n.text, n.paragraph) for n in page.notes] == [
        ("1", "Interview with a member of the bar.", 1),
        ("2", "A paper of the Council, para. 12.", 2),
    ]
    assert page.paragraphs[1].text.endswith("arrested in March, the organization said.")
    assert page.text[: page.notes[1].mark_at].endswith("fourteen recommendations on lawyers.")


def test_metadata(page: Document) -> None:
    said = page.metadata
    assert (said.format, said.title, said.author, said.created) == (
        "html", "Arvenia: Lawyers at risk | Selm Watch", "Selm Watch", "2019-03-04",
    )  # fmt: skip
    assert page.language == "en"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was fetched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    base = '<base href="https://example.invalid/"><link rel="stylesheet" href="a.css"><iframe src="b.html"></iframe>'
    document = read(_PAGE.replace("<main", base + "<main").replace("https:", "http:").encode())
    assert document.text


@pytest.mark.parametrize(
    ("encoding", "stated"), [("cp1251", "windows-1251"), ("utf-8", "iso-8859-1"), ("utf-16", "utf-8")]
)
def test_encodings(encoding: str, stated: str) -> None:
    words = "Делегация Арвении ответила на вопросы, которые были заданы ей до сессии."
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={stated}">'
    page = f"<html><head>{meta}</head><p>{words}</p></html>"
    document = read(page.encode(encoding))
    check(document)
    assert document.text == words


def test_a_page_of_an_older_kind_laid_out_with_tables() -> None:
    row = "<p>The delegation of Arvenia took the floor and answered the questions that had been put to it.</p>"
    page = f"<table><tr><td><table><tr><td><a href=/>Home</a></td></tr></table></td><td>{row * 4}</td></tr></table>"
    document = read(f"<html><body>{page}</body></html>".encode())
    check(document)
    assert document.text.count("took the floor") == 4
    assert all(p.kind is ParagraphKind.BODY for p in document.paragraphs)


def test_a_long_page_is_read_without_guessing() -> None:
    rows = "".join(f"<p>Question {i} of the delegation of Arvenia.</p>" for i in range(31_000))
    document = read(f"<html><body><nav>Menu</nav>{rows}</body></html>".encode())
    assert len(document.paragraphs) == 31_000
    assert "Menu" not in document.text
