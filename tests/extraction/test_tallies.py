"""Counts in one sentence: (sentence, what it states)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.written import REPORT, written
from onrecord.extraction.number_words import counts
from onrecord.extraction.statements import Placing
from onrecord.extraction.tallies import read_report_tallies, stated_tallies
from onrecord.model import Speaker

ROLES = ("received", "supported", "noted", "pending", "partly", "unclear")


def stated(*paragraphs: str) -> list[dict[str, int]]:
    document = written(*paragraphs)
    found = stated_tallies(document.paragraphs, Placing(document, ""), state="XAV", speaker=Speaker.STATE)
    return [{role: getattr(t, role) for role in ROLES if getattr(t, role) is not None} for t in found]


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        (
            "Out of 132 recommendations received, 118 enjoyed the support of Arvenia, additional clarification had "
            "been provided on 3 and 11 had been noted.",
            (132, 118, 11, None, None, 3),
        ),
        ("Based on this, out of 99 recommendations received, 71 enjoy support, and 28 are noted.", (99, 71, 28)),
        ("207 of the 243 recommendations received had enjoyed its support and 36 had been noted.", (243, 207, 36)),
        (
            "Of the 120 recommendations it had received, it had accepted 85, partially accepted 12 and rejected 23.",
            (120, 85, 23, None, 12),
        ),
        (
            "It had received 165 recommendations; 112 were accepted in full, 20 in part and 33 had not been accepted.",
            (165, 112, 33, None, 20),
        ),
        (
            "A total of ninety-one recommendations were made, of which seventy enjoyed support and twenty did not.",
            (91, 70, 20),
        ),
        ("Arvenia accepted all 45 recommendations.", (45, 45)),
        (
            "It received 200 recommendations from 90 States. It supported 150 of them, noted 45 and would examine 5.",
            (200, 150, 45, 5),
        ),
        ("Out of the 54 recommendations, 30 were accepted, 4 were rejected and 20 were left pending.", (54, 30, 4, 20)),
        (
            "Arvenia had accepted 121 recommendations, or 95 per cent. It was not in a position to accept seven "
            "recommendations (1–4, 10, 12 and 19).",
            (None, 121, 7),
        ),
        (
            "Of 179 recommendations, 108 enjoyed support, 71 were noted, and no clear position had been given on 2.",
            (179, 108, 71, None, None, 2),
        ),
        ("Arvenia had noted all of the 167 recommendations.", (167, None, 167)),
        ("Arvenia had supported 159 recommendations and noted one.", (None, 159, 1)),
    ],
)
def test_counts(sentence: str, numbers: tuple[int | None, ...]) -> None:
    assert stated(sentence) == [{role: n for role, n in zip(ROLES, numbers, strict=False) if n is not None}]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the first cycle, Arvenia had implemented 34 of the 56 recommendations that it had supported.",
        "The Committee against Torture had made 12 recommendations, of which Arvenia accepted 10.",
        "Arvenia noted that 40 recommendations concerned women.",
        "One recommendation was not accepted, as it was unclear.",
        "Arvenia accepts recommendations 5, 14 and 22.",
        "Arvenia supported all six recommendations on terrorism.",
    ],
)
def test_what_is_no_count(sentence: str) -> None:
    assert stated(sentence) == []


def test_neighbouring_sentences_complete_each_other() -> None:
    assert stated(
        "1. The report contains 163 recommendations.",
        "2. Arvenia accepts 142 recommendations. It notes 21 recommendations.",
    ) == [{"received": 163, "supported": 142, "noted": 21}]


def test_the_same_role_with_another_number_is_another_tally() -> None:
    assert stated("Of 74 recommendations, Arvenia had accepted 46. Later it accepted 55 recommendations.") == [
        {"received": 74, "supported": 46},
        {"supported": 55},
    ]


def test_a_tally_said_twice_is_listed_once() -> None:
    assert (
        len(stated("Of 226 recommendations, 34 were noted.", "Arvenia will study the 34 recommendations it had noted."))
        == 1
    )


def test_a_report_that_states_its_own_counts() -> None:
    document = written(
        "# II. Conclusions and/or recommendations",
        "48. Of the 41 recommendations received, 31 enjoy the support of Arvenia and 10 are noted:",
        "48.1. Ratify the Convention (France);",
    )
    (tally,) = read_report_tallies(document, REPORT).tallies
    assert (tally.speaker, tally.received, tally.supported, tally.noted) == (Speaker.REPORT, 41, 31, 10)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("twenty-one and 142", [21, 142]),
        ("one hundred and ten", [110]),
        ("two hundred", [200]),
        ("9 June 2010", [9]),
        ("A/HRC/28/10, 95.5, 10:30, 150–152", []),
    ],
)
def test_numbers_in_figures_and_words(text: str, values: list[int]) -> None:
    assert [c.value for c in counts(text)] == values


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    stated("recommendations " + text.replace("\n", " ").replace("\r", " "))
