"""Rights by the words of a claim."""

import pytest

from onrecord.vocabulary import rights

CASES = [
    ("Officers used electric shocks and beat the inmates", "torture"),
    ("The tribunal refused them access to a lawyer and convicted them in one hour", "fair trial"),
    ("Two monks were held in a psychiatric ward against their will", "psychiatric detention"),
    ("Soldiers opened fire on the crowd and killed nine people", "excessive force"),
    ("No officer has been brought to justice; nobody investigated the case", "impunity"),
    ("Members faced reprisals for cooperating with the UN", "reprisals"),
    ("The regulator blocked websites and three newspapers", "media/internet"),
    ("The foreign agents law forces NGOs to close", "civil society/foreign agents"),
    ("Arvenia accepted the recommendations of the UPR", "UN cooperation/implementation"),
    ("Officers wiretap phones and keep personal data", "privacy/surveillance"),
    ("Trade unions may not call a strike; miners lose their wages", "labour"),
    ("Opposition candidates were kept off the ballot in the election", "political participation"),
    ("Mosques and churches must register every prayer house of religious groups", "religion"),
    ("Rallies and demonstrations need a permit, and marches are banned", "assembly"),
    ("The weather was fine", "other"),
]


@pytest.mark.parametrize(("words", "key"), CASES)
def test_main_right(words: str, key: str) -> None:
    assert rights.chosen(rights.weigh(words))[0] == key


def test_every_key_has_a_note() -> None:
    keys = rights.keys()
    assert len(keys) == 19
    assert all(rights.note(key) for key in keys)


def test_reasons_are_words_of_the_text() -> None:
    assert rights.words_for("torture", "They were tortured with electric shocks.") == ("tortured", "electric shocks")


def test_weight_counts_a_phrase_once() -> None:
    assert rights.weigh("torture, torture and torture") == rights.weigh("torture")
