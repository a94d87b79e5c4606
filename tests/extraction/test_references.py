"""Paragraphs that a sentence refers to: (sentence, references)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction.references import references


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        ("Those noted in the report in paragraphs 23 (b) and 32 (d) did not enjoy support.", ["23 (b)", "32 (d)"]),
        (
            "Those in paragraphs 27 (b), (c), 31 and 43 (a) above were not accepted.",
            ["27 (b)", "27 (c)", "31", "43 (a)"],
        ),
        ("Those contained in paragraphs 33 (a, b) are rejected.", ["33 (a)", "33 (b)"]),
        ("The recommendation in paragraph 68 (d) (i) above", ["68 (d)"]),
        ("The recommendations below did not enjoy support, for the reasons in paragraph 46 above.", []),
        ("Arvenia thanked all States.", []),
        ("In accordance with paragraph 15 of the annex", []),
    ],
)
def test_references(sentence: str, numbers: list[str]) -> None:
    assert [r.number for r in references(sentence)] == numbers


@given(st.text(max_size=200))
def test_no_text_breaks_it(sentence: str) -> None:
    references("above in paragraphs 1 " + sentence)
