"""What is raised in a dialogue or by a committee: concern counts, praise does not, and another matter does not."""

import pytest

from onrecord.matching.raised import concerns_in, find_raised
from onrecord.model.link import AskText, Passage

SAID = {
    "a": "Selm commended the shelters, but regretted that insult remained a crime. Selm made recommendations.",
    "b": "Lower Selm praised the abolition of the death penalty.",
    "c": "Upper Selm asked when the census of people without citizenship would be finished.",
    "d": "Freedonia was concerned about people who were questioned by the police without any record of it.",
}


def raised(ask: str) -> list[str]:
    (found,) = find_raised([AskText("p", ask)], [Passage(key, text, "dialogue") for key, text in SAID.items()])
    return [one.passage for one in found]


@pytest.mark.parametrize(
    ("ask", "passages"),
    [
        ("Remove defamation and insult from the Criminal Code.", ["a"]),
        ("Complete the census of stateless persons.", ["c"]),
        ("Record all police interrogations on video.", ["d"]),
        ("Abolish the death penalty.", []),
        ("Plant trees along the river.", []),
        ("People without citizenship should plant trees.", []),
    ],
)
def test_what_is_raised(ask: str, passages: list[str]) -> None:
    assert raised(ask) == passages


def test_it_is_told_with_score_and_reasons() -> None:
    (found,) = find_raised([AskText("p", "Stop punishing insult.")], [Passage("a", SAID["a"], "dialogue")])
    (one,) = found
    assert 0.3 <= one.score <= 1
    assert "subject" in {reason.what for reason in one.reasons}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Selm welcomed the new law. Selm made recommendations.", ()),
        ("Selm made two recommendations.", ()),
        ("It welcomed the law, although it was late.", ("It welcomed the law, although it was late.",)),
        ("Selm asked why. It thanked all.", ("Selm asked why.",)),
        ("", ()),
    ],
)
def test_sentences_that_may_raise_something(text: str, sentences: tuple[str, ...]) -> None:
    assert concerns_in(text) == sentences


def test_nothing_asked_and_nothing_said() -> None:
    assert find_raised([], [Passage("a", "x", "dialogue")]) == ()
    assert find_raised([AskText("p", "Ratify the Convention.")], []) == ((),)
