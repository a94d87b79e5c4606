"""Addenda in the forms that States give them: (lines, number → value)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.written import ADDENDUM, found_again, written
from onrecord.extraction.addendum import read_addendum
from onrecord.model import Findings, Position, Stage


def read(*lines: str) -> Findings:
    document = written(*lines)
    findings = read_addendum(document, ADDENDUM)
    found_again(document, findings)
    return findings


def values(findings: Findings) -> dict[str, str]:
    return {s.number: s.value.value for s in findings.positions}


S, N, P = "supported", "noted", "pending"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            (
                "106.1. Ratify the Convention (France)",
                "Accepted. A bill is ready.",
                "106.2. Join the Court (Chile);",
                "Not accepted.",
            ),
            {"106.1": S, "106.2": N},
            id="the recommendation written out, the answer below",
        ),
        pytest.param(
            (
                "106.3 Accede to the Optional Protocol (Chile) Supported",
                "106.4 Support families (China) Accepted in part",
            ),
            {"106.3": S, "106.4": N},
            id="the answer behind the State",
        ),
        pytest.param(
            (
                "# A. Recommendations that enjoy the support of Arvenia",
                "104.1 Ratify the Convention (France);",
                "# B. Recommendations noted",
                "104.3 Repeal article 212 (Norway);",
                "The article does not restrict anybody.",
            ),
            {"104.1": S, "104.3": N},
            id="headings",
        ),
        pytest.param(
            (
                "1. The following recommendations enjoy the support of Arvenia:",
                "104.1, 104.5-104.7.",
                "2. The following are noted: 104.3.",
            ),
            {"104.1": S, "104.5": S, "104.6": S, "104.7": S, "104.3": N},
            id="a sentence above the list, or on its line",
        ),
        pytest.param(
            (
                "Recommendation No. 18 – accepted.",
                "Recommendations Nos. 20, 21 and 22: accepted",
                "Recommendation 23: Arvenia partially accepts it.",
            ),
            {"18": S, "20": S, "21": S, "22": S, "23": N},
            id="words and dashes",
        ),
        pytest.param(
            (
                "115.1: Accepted",
                "115.3-115.5: Arvenia accepts these recommendations.",
                "115.6 and 115.7: Arvenia cannot accept them.",
            ),
            {"115.1": S, "115.3": S, "115.4": S, "115.5": S, "115.6": N, "115.7": N},
            id="number, colon, answer",
        ),
        pytest.param(
            (
                "Recommendation 51.1: Ratify it (France).",
                "Response: Arvenia accepts it.",
                "Recommendation 51.2: Close it (Chile).",
                "Response: Noted.",
            ),
            {"51.1": S, "51.2": N},
            id="labelled responses",
        ),
        pytest.param(
            (
                "| Recommendation | Position | Comments",
                "| 98.1 Ratify the Convention (France) | Accepted | A bill is ready.",
                "| 98.2 Support the families (China) | Noted |",
                "| 98.4, 98.5 | Not accepted | The law supports another view.",
            ),
            {"98.1": S, "98.2": N, "98.4": N, "98.5": N},
            id="table",
        ),
        pytest.param(
            (
                "5. We support recommendations 176.1 and 176.4-6.",
                "6. We support in part recommendation 176.3.",
                "7. Recommendation 176.7 does not enjoy our support.",
            ),
            {"176.1": S, "176.4": S, "176.5": S, "176.6": S, "176.3": N, "176.7": N},
            id="we",
        ),
        pytest.param(
            ("51.3 Rejected", "51.4 Partially accepted", "51.5 Accepted in principle", "51.6 Under consideration"),
            {"51.3": N, "51.4": N, "51.5": N, "51.6": P},
            id="one word each",
        ),
        pytest.param(
            (
                "1. Arvenia cannot make a definitive statement.",
                "2. Arvenia accepts the recommendation.",
                "3. Arvenia accepts this recommendation.",
                "4., 5., Arvenia accepts these recommendations. 6.",
            ),
            {"1": N, "2": S, "3": S, "4": S, "5": S, "6": S},
            id="paragraph numbers are the numbers of recommendations; a column's tail inside the reply",
        ),
        pytest.param(
            ("1. Arvenia considers recommendations 51.7 and 51.8 as already implemented.",),
            {"51.7": S, "51.8": S},
            id="claims alone",
        ),
    ],
)
def test_forms(lines: tuple[str, ...], expected: dict[str, str]) -> None:
    assert values(read(*lines)) == expected


def test_plain_numbers_follow_the_paragraph_that_the_paper_names() -> None:
    found = read(
        "1. Arvenia accepts recommendations 1–2, 14– 15.",
        "^1 The numbers of recommendations follow the list in paragraph 115 of the report of the Working Group.",
    )
    assert list(values(found)) == ["115.1", "115.2", "115.14", "115.15"]


def test_target_stage_date_and_place() -> None:
    (said,) = read("7. Arvenia notes recommendation 51.1.").positions
    assert (said.target, said.stage, said.date) == ("A/HRC/52/97", Stage.ADDENDUM, "2023-02-27")
    assert (said.place.symbol, said.place.paragraph) == ("A/HRC/52/97/Add.1", "7")


def test_comments_stand_beside_the_answer_of_the_list() -> None:
    found = read(
        "3. Arvenia accepts recommendations 51.1 and 51.2. It considers them to be in the process of implementation.",
        "Rec. 51.1 Of 40 schools, 30 have a ramp.",
        "The others will have one in 2024.",
        "Rec. 51.2 See recommendation 51.1.",
    )
    one, two = found.positions
    assert one.comment == "Of 40 schools, 30 have a ramp.\nThe others will have one in 2024."
    assert two.comment == "See recommendation 51.1."
    assert one.claims_implemented == "in the process of implementation"


def test_parts_accepted_and_refused_are_noted_and_partly() -> None:
    (said,) = read(
        "51.9: Arvenia accepts the recommendation on the form.",
        "It cannot accept the recommendation on the term.",
    ).positions
    assert (said.value, said.partly) == (Position.NOTED, True)
    assert said.words.startswith("Arvenia accepts") and said.words.endswith("on the term.")


def test_an_answer_that_says_neither_is_noted_with_a_doubt() -> None:
    found = read("51.9: Arvenia agrees with the importance of the matter.")
    assert (values(found), len(found.doubts)) == ({"51.9": N}, 1)


def test_two_answers_to_one_recommendation_are_both_kept_with_a_doubt() -> None:
    found = read("1. Arvenia accepts recommendations 51.1 and 51.2.", "2. Arvenia notes recommendation 51.2.")
    assert [s.value.value for s in found.positions if s.number == "51.2"] == [S, N]
    assert "51.2" in found.doubts[0].what


def test_a_range_that_falls_is_a_doubt_and_nothing_else() -> None:
    found = read("1. Recommendations 51.118-20 are accepted.")
    assert not found.positions
    assert "51.118-20" in found.doubts[0].what


def test_counts_of_the_state() -> None:
    (tally,) = read("2. Out of the 41 recommendations received, Arvenia supports 31 and notes 10.").tallies
    assert (tally.received, tally.supported, tally.noted, tally.target) == (41, 31, 10, "A/HRC/52/97")


_LINES = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                "# Noted recommendations",
                "51.1 Accepted",
                "Rec. 3",
                "1., 2.,",
                "| 5.1 | Noted",
                "7. Accepts recommendations 5.1-",
                "Arvenia accepts:",
                "^1 x",
            ]
        ),
    ).map(lambda line: line.replace("\n", " ").replace("\r", " ")),
    max_size=8,
)


@settings(max_examples=60)
@given(_LINES)
def test_no_lines_break_it(lines: list[str]) -> None:
    read(*lines)
