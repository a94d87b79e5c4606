"""Numbers that open a line: (line, paragraph before, number)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.numbering import leading_number


@pytest.mark.parametrize(
    ("line", "paragraph", "number"),
    [
        ("126. The following recommendations", "125", "126"),
        ("125.12 Adopt a law", "125", "125.12"),
        ("125.12. Adopt a law", "125", "125.12"),
        ("126. 7 Adopt a law", "126", "126.7"),
        ("126.  7 Adopt a law", "126", "126.7"),
        ("23. 17 bodies took part", "22", "23"),
        ("1. Adopt a law", "60", "1"),
        ("(a) A national report", "3", "(a)"),
        ("(iv) A fourth thing", "3", "(iv)"),
        ("2014. The delegation said", "12", None),
        ("2.5 million people", "12", None),
        ("12,000 people", "12", None),
        ("Plain words", "", None),
        ("", "", None),
    ],
)
def test_numbers(line: str, paragraph: str, number: str | None) -> None:
    found = leading_number(line, paragraph)
    assert (found.number if found else None) == number


@given(st.text(max_size=40), st.text(alphabet="0123456789", max_size=3))
def test_no_text_breaks_it(line: str, paragraph: str) -> None:
    found = leading_number(line, paragraph)
    assert found is None or 0 < found.length <= len(line)
