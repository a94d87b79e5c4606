"""Web furniture in papers saved or copied from web pages."""

import pytest

from onrecord.extraction.papers.layout import layout_of
from onrecord.extraction.papers.units import Role
from onrecord.model import AsideKind, Identity
from onrecord.reading import read
from onrecord.vocabulary.furniture import WHERE, furniture_of
from onrecord.vocabulary.tables import read_table

TEXT = "(Selm) – The police of Arvenia beat forty people on 3 May, Selm Watch said. Nobody was charged for it so far."


def furniture(*lines: str) -> list[str]:
    document = read("\n\n".join(lines).encode(), name="paper.txt")
    layout = layout_of(document, Identity())
    asides = [aside for aside in layout.asides if aside.kind is AsideKind.FURNITURE]
    assert all(aside.reason for aside in asides)
    return [document.text[aside.place.start : aside.place.end] for aside in asides]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to main content",
        "Region / Country",
        "Share this via Facebook",
        "Also available in",
        "Archived content",
        "English Русский Français",
        "Home > News > Arvenia",
        "Your tax deductible gift can help us protect lawyers everywhere.",
        "We use cookies to make this site work better for you.",
        "Sign up for our weekly letter and hear from us.",
        "© 2021 Selm Watch",
        "05/25/2021 | Press release | Archived content",
        "Читайте также",
        "Поделиться в Facebook",
        "Partager sur Twitter",
        "5 min read",
        "https://www.selm.example/arvenia",
        "Introduction ................ 3",
    ],
)
def test_a_line_of_furniture_is_found_above_and_below_the_text(line: str) -> None:
    assert furniture(line, TEXT) == [line]
    assert furniture(TEXT, line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        TEXT,
        "The region is poor and its roads are bad.",
        "Volunteers who donate blood were questioned by the police.",
        "The authorities blocked Facebook and Twitter for a week.",
        "Arvenia: Free the lawyers",
        "Lawyers were fined, editors were jailed, and the newsletter of the Bar was banned.",
        "For more information, please contact: lorn@selm.example",
    ],
)
def test_what_the_paper_says_is_no_furniture(line: str) -> None:
    assert furniture(line, TEXT) == []


def test_the_name_of_the_site_above_the_title_is_furniture_and_the_title_is_not() -> None:
    lines = [
        "SW - Selm Watch",
        "07/25/2021 | Press release",
        "Arvenia: Editors held without trial",
        "Also available in",
        TEXT,
    ]
    assert furniture(*lines) == [lines[0], lines[1], lines[3]]


def test_lines_below_a_label_belong_to_it() -> None:
    assert furniture(TEXT, "Region / Country", "Arvenia", "Topic", "Free Speech") == [
        "Region / Country",
        "Arvenia",
        "Topic",
        "Free Speech",
    ]


def test_everything_behind_related_content_is_furniture() -> None:
    rest = [
        "Related Content",
        "May 1, 2021",
        "Arvenia: A new law bans rallies in every town of the country, lawyers say.",
    ]
    assert furniture(TEXT, TEXT.replace("forty", "fifty"), *rest) == rest


def test_a_hidden_address_inside_a_sentence_is_furniture_and_its_sentence_is_not() -> None:
    assert furniture(TEXT, "For more about it please contact Selm Watch's Ada Lorn, on [email protected]") == [
        "[email protected]"
    ]


def test_furniture_stays_reachable_as_a_unit() -> None:
    document = read(f"Skip to main content\n\n{TEXT}".encode(), name="paper.txt")
    units = layout_of(document, Identity()).units
    assert [unit.role for unit in units] == [Role.FURNITURE, Role.SENTENCE, Role.SENTENCE]


def test_a_count_behind_a_label_does_no_harm() -> None:
    found = furniture_of("Share (12)")
    assert found is not None
    assert found.kind == "share button"


def test_the_table_names_known_uses_only() -> None:
    rows = read_table("furniture.csv")
    assert {row["where"] for row in rows} <= WHERE
    assert all(row["phrases"] and row["kind"] for row in rows)


PAGE = f"""<html><body>
<nav><a href="/">About us</a> <a href="/work">Our work</a></nav>
<main><h1>Behind the wall</h1><p>{TEXT} The State of Arvenia has not answered.<a href="#n1">[1]</a></p>
<p>{TEXT} They asked the court to look at the case again, and the court has not said when it will.</p>
<p id="n1">[1] Selm Watch, Yearbook, https://selm.example/yearbook</p></main>
<footer><p>You may also like</p><p>Ramps are not enough</p></footer></body></html>"""


def test_what_the_reader_of_web_pages_left_out_is_told_as_furniture() -> None:
    document = read(PAGE.encode(), name="page.html")
    asides = layout_of(document, Identity()).asides
    found = [document.found[slice(*aside.found)] for aside in asides if aside.found]
    assert " ".join(" ".join(found).split()) == "About us Our work You may also like Ramps are not enough"
    assert all(aside.place.start == aside.place.end and aside.reason for aside in asides if aside.found)


@pytest.mark.parametrize(
    "line",
    [
        "Published on 4 March 2022 · Selm Inclusion · 5 minutes to read",
        "3 May 2021 | Selm Watch | Reading time: 4 min",
        "Region / Country Lower Selm",
        "Your gift keeps our monitors on the road. Give now.",
        "Help us open prisons. Donate today.",
    ],
)
def test_lines_of_date_site_and_reading_time_and_asks_for_gifts(line: str) -> None:
    assert line in furniture("Beaten for a song", line, TEXT)


def test_a_line_with_a_date_that_tells_something_is_no_furniture() -> None:
    assert furniture("Beaten for a song", TEXT, "On 4 March 2022 – two men died in the Selm camp.") == []
