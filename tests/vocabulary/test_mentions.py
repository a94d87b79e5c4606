"""A test is a sentence and the States it names, in order, with the words that name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary import states
from onrecord.vocabulary.mentions import find_in, match_at


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran (Islamic Republic of) thanked Iraq.", [("Iran (Islamic Republic of)", "IRN"), ("Iraq", "IRQ")]),
        ("Papua New Guinea, Guinea", [("Papua New Guinea", "PNG"), ("Guinea", "GIN")]),
        ("Guinea-\nBissau and\nNiger", [("Guinea-\nBissau", "GNB"), ("Niger", "NER")]),
        ("the Nigerian Niger Delta of Nigeria", [("Nigeria", "NGA")]),
        ("Ireland spoke of Northern Ireland", [("Ireland", "IRL")]),
        ("Congo, Republic of Korea", [("Congo", "COG"), ("Republic of Korea", "KOR")]),
        (
            "Bolivia (Plurinational State\nof) and Bolivia (twice)",
            [("Bolivia (Plurinational State\nof)", "BOL"), ("Bolivia", "BOL")],
        ),
        ("COTE D’IVOIRE; Côte d´Ivoire", [("COTE D’IVOIRE", "CIV"), ("Côte d´Ivoire", "CIV")]),
        ("the former Yugoslav Republic of Macedonia", [("former Yugoslav Republic of Macedonia", "MKD")]),
        ("Trinidad & Tobago's chad, turkey and jordan", [("Trinidad & Tobago", "TTO")]),
        ("the Dominican Republic and Dominica", [("Dominican Republic", "DOM"), ("Dominica", "DMA")]),
        ("Arvenia's neighbour Lower Selm", [("Arvenia", "XAV"), ("Lower Selm", "XLS")]),
        ("the Democratic Republic of the Congo", [("Democratic Republic of the Congo", "COD")]),
        ("", []),
    ],
)
def test_states_in_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[start:end], iso3) for start, end, iso3 in find_in(text)] == expected


def test_every_english_name_is_found_whole() -> None:
    for spelt, iso3 in states.all_names("en").items():
        bare = spelt.removeprefix("The ").removeprefix("the ")
        assert [(a, b, c) for a, b, c in find_in(f"In {bare}.")] == [(3, 3 + len(bare), iso3)], spelt


def test_a_name_at_a_place() -> None:
    text = "Questions to the United States of America and Cuba"
    assert match_at(text, text.index("United")) == (text.index(" and"), "USA")
    assert match_at(text, 0) is None


@given(st.text())
def test_no_text_makes_it_fall(text: str) -> None:
    for start, end, iso3 in find_in(text):
        assert states.find(text[start:end]) == iso3
