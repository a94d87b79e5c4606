"""Scales of implementation."""

from onrecord.model import NO_INFORMATION
from onrecord.vocabulary import scales


def test_every_scale_knows_that_nothing_is_known_and_no_number_for_it() -> None:
    assert {"implementation", "upr-info", "human-rights-committee"} <= set(scales.scales())
    for scale in scales.scales():
        nothing = scales.level(scale, NO_INFORMATION)
        assert nothing is not None
        assert nothing.value is None


def test_levels_are_found_by_scale_and_key() -> None:
    half = scales.level("upr-info", "0.5")
    assert half is not None
    assert half.value == 0.5
    assert scales.level("upr-info", "partially") is None
    assert scales.level("no such scale", "A") is None
    assert [level.key for level in scales.scales()["human-rights-committee"]] == ["A", "B", "C", "D", "E", "none"]


def test_what_was_compared_with_a_document_says_with_which_and_when() -> None:
    rows = [level for levels in scales.scales().values() for level in levels]
    compared = {(row.scale, row.key) for row in rows if row.verified_on}
    grades = {("human-rights-committee", key) for key in "ABCDE"}
    assert compared == grades | {("upr-info", key) for key in ("1", "0.5", "0")}
    assert all(row.source != "Onrecord" for row in rows if row.verified_on)
