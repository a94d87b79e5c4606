"""What a chapeau says: (sentence, value, claim)."""

import pytest

from onrecord.extraction.chapeau import read_chapeau
from onrecord.model import Position


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The recommendations listed below enjoy the support of Arvenia:", Position.SUPPORTED),
        ("The recommendations below have been examined by Arvenia and enjoy its support:", Position.SUPPORTED),
        (
            "The following recommendations will be examined by Arvenia, which will respond in due course:",
            Position.PENDING,
        ),
        ("In the course of the discussion, the following recommendations were made to Arvenia:", Position.PENDING),
        ("The recommendations below did not enjoy the support of Arvenia:", Position.NOTED),
        ("The following recommendations do not have the support of Arvenia:", Position.NOTED),
        ("Arvenia considers that the recommendations below cannot be accepted:", Position.NOTED),
        ("The recommendations listed below have been noted by Arvenia:", Position.NOTED),
        ("Arvenia considers that recommendations below are already implemented:", Position.SUPPORTED),
    ],
)
def test_value(sentence: str, value: Position) -> None:
    reading = read_chapeau(sentence)
    assert reading is not None
    assert reading.value is value


def test_a_claim_of_implementation_is_kept_in_its_words() -> None:
    reading = read_chapeau(
        "The following enjoy the support of Arvenia, which considers that they are in the process of implementation:"
    )
    assert reading is not None
    assert reading.claims_implemented == "in the process of implementation"


def test_a_sentence_without_a_position_has_none() -> None:
    assert read_chapeau("Arvenia thanked the secretariat.") is None
