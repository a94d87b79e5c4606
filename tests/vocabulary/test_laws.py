"""The name of a law to the key that mentions in papers get."""

import pytest

from onrecord.tasks.registering import id_of
from onrecord.vocabulary import laws


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Labour Code", "labour code"),
        ("the Penal Code", "penal code"),
        ("Constitution", "Constitution"),
        ("Penal Code of 1998", ""),  # says which one: no name of the table
        ("Law on Public Gatherings", ""),
        ("Rome Statute", ""),  # a treaty is no law of a State
    ],
)
def test_only_the_whole_name_of_a_code_has_a_key(name: str, key: str) -> None:
    assert laws.key_of(name) == key


def test_an_id_is_made_of_state_and_name() -> None:
    assert id_of("the Penal Code", "XAV") == "law:XAV:penal-code"
    assert id_of("Law on Public Gatherings", "XLS") == "law:XLS:law-on-public-gatherings"
    assert id_of("Трудовой кодекс", "XLS") == "law:XLS:трудовой-кодекс"
