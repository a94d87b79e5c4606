"""What a sentence answers: (sentence, value, rule)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extraction.answered_lists import answered_lists
from onrecord.extraction.answers import claims_implemented, decide, stances


@pytest.mark.parametrize(
    ("sentence", "value", "rule"),
    [
        ("Arvenia accepts the recommendation and notes that a bill is ready.", "supported", "accepts"),
        ("Supported", "supported", "accepts"),
        ("These recommendations enjoy the support of Arvenia.", "supported", "accepts"),
        ("The delegation expressed its support for recommendation 22.", "supported", "accepts"),
        ("Arvenia cannot accept the recommendation on family courts.", "noted", "refuses"),
        ("The recommendations did not enjoy the State’s support.", "noted", "refuses"),
        ("Arvenia was not in a position to accept them.", "noted", "refuses"),
        ("Recommendation 31 was not appropriate.", "noted", "refuses"),
        ("Rejected", "noted", "refuses"),
        ("Noted.", "noted", "takes note"),
        ("For the time being, the Government notes recommendations 4 and 5.", "noted", "takes note"),
        ("Recommendations that Arvenia notes", "noted", "takes note"),
        ("B. Recommendations noted", "noted", "takes note"),
        ("Arvenia takes note of the recommendation.", "noted", "takes note"),
        ("Accepted in part.", "noted", "in part"),
        ("Partially accepted", "noted", "in part"),
        ("Arvenia had accepted the first part, but found it difficult to accept the second part.", "noted", "in part"),
        ("Arvenia accepts the recommendation in principle.", "noted", "in principle"),
        ("Arvenia cannot, at this point, make a definitive statement.", "noted", "no definite answer"),
        ("Arvenia accepts the law but cannot accept the court.", "noted", "one part accepted"),
        ("The recommendation, which had not initially been supported, had now been accepted.", "supported", "accepts"),
        ("Under consideration", "pending", "answer to come"),
    ],
)
def test_answers(sentence: str, value: str, rule: str) -> None:
    said = decide(stances(sentence))
    assert said is not None
    assert (said.value.value, said.rule.startswith(rule)) == (value, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Arvenia notes that this is set out in the law.",
        "The State provides support to families.",
        "Arvenia agrees with the importance of the programme.",
        "Accept the procedure for individual complaints",
        "A new law was passed in 2019.",
    ],
)
def test_what_answers_nothing(sentence: str) -> None:
    assert stances(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Arvenia accepts it and has already implemented it.", "already implemented"),
        ("They are considered to be in the process of implementation.", "in the process of implementation"),
        ("We consider that this recommendation is implemented.", "implemented"),
        ("The plan will be put before Parliament.", ""),
    ],
)
def test_claims(sentence: str, claim: str) -> None:
    assert claims_implemented(sentence) == claim


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Arvenia accepts recommendations 1, 2 and notes recommendations 3 to 5.",
            {"1": "supported", "2": "supported", "3": "noted", "4": "noted", "5": "noted"},
        ),
        ("Recommendation 1 was accepted and recommendation 2 was noted.", {"1": "supported", "2": "noted"}),
        (
            "Arvenia had reconsidered its position on recommendation 126.27. That recommendation was now accepted.",
            {"126.27": "supported"},
        ),
        (
            "A total of 3 recommendations were accepted. They included recommendations 7 and 9.",
            {"7": "supported", "9": "supported"},
        ),
        (
            "Although Arvenia accepted most of them, it expressed reservations with regard to recommendations 36–38.",
            {"36": "noted", "37": "noted", "38": "noted"},
        ),
        (
            "Arvenia accepts the following: recommendations 1, 3. The rest are noted: 2, 4.",
            {"1": "supported", "3": "supported", "2": "noted", "4": "noted"},
        ),
        ("Arvenia supports the spirit of recommendation 51.9, but cannot support its wording.", {"51.9": "noted"}),
        ("For the reasons given under 51.3, recommendation 51.10 cannot be accepted.", {"51.10": "noted"}),
    ],
)
def test_lists_with_their_answers(text: str, expected: dict[str, str]) -> None:
    found = {
        number: one.stance.value.value
        for one in answered_lists(text, 0, len(text))
        for number in one.numbers.numbers
        if one.stance is not None
    }
    assert found == expected


def test_an_answer_to_one_of_several_is_unclear() -> None:
    text = "With regard to recommendations 1 to 4, Arvenia accepted the recommendation regarding the first convention."
    (one,) = answered_lists(text, 0, len(text))
    assert one.unclear


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    answered_lists(text, 0, len(text))
    claims_implemented(text)
