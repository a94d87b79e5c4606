"""A test is a symbol as printed and its parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary.symbols import Symbol, find_all, parse


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("A/HRC/28/10", Symbol("A/HRC/28/10", "HRC", session=28, number="10")),
        ("A/HRC/28/10*", Symbol("A/HRC/28/10", "HRC", session=28, number="10")),
        ("A/HRC/28/10/Add.1", Symbol("A/HRC/28/10/Add.1", "HRC", session=28, number="10", suffixes=("Add.1",))),
        ("A/HRC/28/10/ Add. 1", Symbol("A/HRC/28/10/Add.1", "HRC", session=28, number="10", suffixes=("Add.1",))),
        ("A/HRC/28/10/ADD.1", Symbol("A/HRC/28/10/Add.1", "HRC", session=28, number="10", suffixes=("Add.1",))),
        ("A/HRC/WG.6/41/XAV/1", Symbol("A/HRC/WG.6/41/XAV/1", "UPR", "WG.6", 41, "XAV", "1")),
        (
            "A/HRC/\nWG.6/41/XAV/2/Corr.1",
            Symbol("A/HRC/WG.6/41/XAV/2/Corr.1", "UPR", "WG.6", 41, "XAV", "2", None, ("Corr.1",)),
        ),
        ("A/HRC/WG.6/7/L.9", Symbol("A/HRC/WG.6/7/L.9", "UPR", "L", 7, "", "9")),
        ("A/HRC/DEC/28/111", Symbol("A/HRC/DEC/28/111", "HRC", "DEC", 28, "", "111")),
        ("A/HRC/RES/16/21", Symbol("A/HRC/RES/16/21", "HRC", "RES", 16, "", "21")),
        ("A/HRC/30/L.5", Symbol("A/HRC/30/L.5", "HRC", "L", 30, "", "5")),
        ("A/HRC/28/NGO/7", Symbol("A/HRC/28/NGO/7", "HRC", "NGO", 28, "", "7")),
        ("A/HRC/WGAD/2014/5", Symbol("A/HRC/WGAD/2014/5", "HRC", "WGAD", None, "", "5", 2014)),
        ("CCPR/C/XAV/CO/2", Symbol("CCPR/C/XAV/CO/2", "CCPR", "CO", None, "XAV", "2")),
        ("CCPR/C/XAV/Q/2/Add.1", Symbol("CCPR/C/XAV/Q/2/Add.1", "CCPR", "Q", None, "XAV", "2", None, ("Add.1",))),
        ("CCPR/C/127/D/2920/2016", Symbol("CCPR/C/127/D/2920/2016", "CCPR", "D", 127, "", "2920", 2016)),
        ("CCPR/C/GC/34", Symbol("CCPR/C/GC/34", "CCPR", "GC", None, "", "34")),
        ("CCPR/C/SR.3000", Symbol("CCPR/C/SR.3000", "CCPR", "SR", None, "", "3000")),
        ("E/C.12/XAV/CO/1", Symbol("E/C.12/XAV/CO/1", "CESCR", "CO", None, "XAV", "1")),
        ("CEDAW/C/XAV/CO/3-4", Symbol("CEDAW/C/XAV/CO/3-4", "CEDAW", "CO", None, "XAV", "3-4")),
        ("CEDAW/C/XAV/CO/3–4", Symbol("CEDAW/C/XAV/CO/3-4", "CEDAW", "CO", None, "XAV", "3-4")),
        ("CRC/C/OPAC/XAV/CO/1", Symbol("CRC/C/OPAC/XAV/CO/1", "CRC", "CO", None, "XAV", "1")),
        ("HRI/CORE/XAV/2012", Symbol("HRI/CORE/XAV/2012", "HRI", "CORE", None, "XAV", "2012")),
        ("A/RES/60/251", Symbol("A/RES/60/251", "GA", "RES", 60, "", "251")),
        ("UA XAV 2/2012", Symbol("UA XAV 2/2012", "SP", "UA", None, "XAV", "2", 2012)),
    ],
)
def test_a_symbol_is_taken_apart(printed: str, expected: Symbol) -> None:
    assert parse(printed) == expected


@pytest.mark.parametrize(
    "text", ["", "A/HRC", "A/B", "A/2", "and/or", "Kazakhstan", "28/10", "A/HRC/28/10 and more", "A" * 999]
)
def test_what_is_no_symbol(text: str) -> None:
    assert parse(text) is None


def test_base_and_addendum() -> None:
    symbol = parse("A/HRC/28/10/Add.1/Corr.2")
    assert symbol is not None
    assert symbol.base == "A/HRC/28/10"
    assert symbol.is_addendum


def test_all_symbols_of_a_text_with_their_spans() -> None:
    text = "see A/HRC/28/10/Add.1, A/HRC/14/10 and A/HRC/WG.6/20/\nXAV/1 (E/C.12/XAV/CO/1), either/or UA XAV 2/2012."
    assert [(text[start:end], symbol.text) for start, end, symbol in find_all(text)] == [
        ("A/HRC/28/10/Add.1", "A/HRC/28/10/Add.1"),
        ("A/HRC/14/10", "A/HRC/14/10"),
        ("A/HRC/WG.6/20/\nXAV/1", "A/HRC/WG.6/20/XAV/1"),
        ("E/C.12/XAV/CO/1", "E/C.12/XAV/CO/1"),
        ("UA XAV 2/2012", "UA XAV 2/2012"),
    ]


_PIECES = st.sampled_from(
    ["A", "HRC", "/", " ", "\n", "WG.6", "28", "XAV", "Add.", "1", "-", "E", "C.12", "CCPR", "C", "UA", "S-", "L."]
)


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=30).map("".join)))
def test_no_text_makes_it_fall_and_what_is_found_is_a_symbol(text: str) -> None:
    for start, end, symbol in find_all(text):
        assert parse(text[start:end]) == symbol
        assert parse(symbol.text) == symbol
    parse(text)
