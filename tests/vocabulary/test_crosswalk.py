"""Themes, persons affected and goals that follow from issues and words."""

import pytest

from onrecord.vocabulary.crosswalk import crossings, led_to

TEXTS = (
    "Protect CHILDREN, migrants and human rights defenders from reprisals",
    "Ensure the rights of persons deprived of their liberty",
    "Treat (women) and boys alike in the villages",
    "Keep a register of fishing boats",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("scheme", ["theme", "persons", "goal"])
def test_the_quick_look_loses_nothing(scheme: str, text: str) -> None:
    slow = [one.name for one in crossings() if one.scheme == scheme and one.words and one.words.search(text)]
    assert list(led_to(scheme, text, ())) == slow


def test_words_and_issues_lead_to_persons() -> None:
    assert led_to("persons", TEXTS[0], ()) == ("children", "migrants", "human rights defenders")
    assert led_to("persons", TEXTS[3], {"Freedom of the press"}) == ("media",)
    assert led_to("persons", TEXTS[3], ()) == ()
