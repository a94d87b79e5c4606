"""Dates, ordinals, bodies and treaties: a test is a text and what it means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary.bodies import find_body, find_treaty
from onrecord.vocabulary.dates import to_edtf
from onrecord.vocabulary.ordinals import ordinal


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 10 December 2014", "2014-12-10"),
        ("5 July2013", "2013-07-05"),
        ("June 2014", "2014-06"),
        ("27 October to 7 November 2014", "2014-10-27/2014-11-07"),
        ("Geneva, 8-19 February 2010", "2010-02-08/2010-02-19"),
        ("24 February–20 March 2020", "2020-02-24/2020-03-20"),
        ("30 December 2014 to 5 January 2015", "2014-12-30/2015-01-05"),
        ("28 May\n2008", "2008-05-28"),
        ("31 November 2014", ""),
        ("19 to 8 February 2010", ""),
        ("5-16 May", ""),
        ("no date", ""),
    ],
)
def test_dates(text: str, edtf: str) -> None:
    assert to_edtf(text) == edtf


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("first", 1),
        ("Thirty-fourth", 34),
        ("twenty–fourth", 24),
        ("20th", 20),
        ("fortieth", 40),
        ("2nd", 2),
        ("many", None),
    ],
)
def test_ordinals(text: str, number: int | None) -> None:
    assert ordinal(text) == number


def test_bodies_and_treaties() -> None:
    assert find_body("Human Rights Committee") == "CCPR"
    assert find_body("Комитет по правам человека") == "CCPR"
    assert find_treaty("OP-CAT") == "OPCAT"
    assert find_treaty("Convention on the Rights of the Child") == "CRC"
    assert find_body("Committee of Nowhere") is None
    assert find_treaty("Treaty of Nowhere") is None


@given(st.text())
def test_no_text_makes_dates_and_ordinals_fall(text: str) -> None:
    to_edtf(text)
    ordinal(text)
