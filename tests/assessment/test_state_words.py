"""What a State claims, by its words."""

import pytest

from onrecord.assessment import progress_in
from onrecord.model import Progress


@pytest.mark.parametrize(
    ("words", "comment", "says"),
    [
        ("already been implemented", "", Progress.DONE),
        ("always acted accordingly", "Arvenia notes that it has always acted accordingly.", Progress.DONE),
        ("in the process of being implemented", "", Progress.UNDER_WAY),
        ("being implemented", "It is being implemented by the Ministry of Ports.", Progress.UNDER_WAY),
        ("implementation of this recommendation have already started", "", Progress.UNDER_WAY),
        ("partially implemented", "", Progress.PARTLY),
        ("implemented", "It has been implemented to a great extent. A law on ports follows.", Progress.PARTLY),
        ("implemented", "It has been implemented. The law on ports follows to a great extent.", Progress.DONE),
        ("already implemented", "Arvenia has largely already implemented it.", Progress.PARTLY),
    ],
)
def test_the_words_of_a_state(words: str, comment: str, says: Progress) -> None:
    assert progress_in(words, comment) is says
