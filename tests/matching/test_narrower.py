"""In what one ask is narrower than another."""

import pytest

from onrecord.matching.narrower import narrower


@pytest.mark.parametrize(
    ("wide", "narrow", "ways"),
    [
        ("Take measures against torture in prisons", "Investigate all reports of torture in prisons", ("act",)),
        ("Combat torture and improve conditions in prisons", "Improve conditions in prisons", ("part",)),
        ("Abolish the death penalty", "Abolish the death penalty in article 45 of the Criminal Code", ("law",)),
        # Something else, the same, the contrary, a wider one.
        ("Combat torture", "Repeal the law on defamation", ()),
        ("Abolish the death penalty", "Abolish the death penalty", ()),
        ("Abolish the death penalty", "Continue to apply the death penalty under the Criminal Code", ()),
        ("Improve conditions in prisons", "Combat torture and improve conditions in prisons", ()),
        ("Do it", "Do that", ()),
    ],
)
def test_in_what_an_ask_is_narrower(wide: str, narrow: str, ways: tuple[str, ...]) -> None:
    assert narrower(wide, narrow) == ways
