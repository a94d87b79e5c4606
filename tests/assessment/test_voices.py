"""Voices stand side by side; the index only where it is asked for, with its weakness."""

import dataclasses

import pytest

from onrecord.assessment import WEAKNESS, side_by_side, upr_info_index
from onrecord.model import Assessment, Assessor

ITEM = "A/HRC/52/97#52.3"


def said(assessor: Assessor, name: str, level: str, *, date: str = "2024", scale: str = "implementation") -> Assessment:
    return Assessment(f"{name}{level}{date}", ITEM, level, scale, date, assessor, name, "", (), "Ada", f"{date}-01-02")


def test_voices_stand_in_the_order_of_kinds_each_with_what_it_said_before() -> None:
    old = said(Assessor.NGO, "Selm Watch", "not", date="2022")
    new = said(Assessor.NGO, "selm  watch", "partially", date="2024-03")
    state = said(Assessor.STATE, "Arvenia", "fully")
    ours = said(Assessor.OURSELVES, "Ilva", "not")
    voices = side_by_side([ours, new, old, state])
    assert [(voice.assessor, voice.name, voice.last.level) for voice in voices] == [
        (Assessor.STATE, "Arvenia", "fully"),
        (Assessor.NGO, "selm  watch", "partially"),
        (Assessor.OURSELVES, "Ilva", "not"),
    ]
    assert voices[1].before == (old,)


def test_what_was_withdrawn_is_no_voice() -> None:
    gone = dataclasses.replace(said(Assessor.NGO, "Selm Watch", "not"), withdrawn_by="Ada", withdrawn_when="2024-02-01")
    assert side_by_side([gone]) == ()


@pytest.mark.parametrize(
    ("levels", "value", "reads_as"),
    [
        (("fully", "partially"), 0.75, "1"),  # the weakness: nobody but the State says fully
        (("partially", "not"), 0.25, "0"),
        (("fully", "not"), 0.5, "0.5"),
        (("partially", "contrary"), 0.25, "0"),
    ],
)
def test_upr_infos_index_averages_and_says_so(levels: tuple[str, str], value: float, reads_as: str) -> None:
    voices = side_by_side([said(Assessor.STATE, "Arvenia", levels[0]), said(Assessor.NGO, "Selm Watch", levels[1])])
    index = upr_info_index(voices)
    assert index is not None
    assert (index.value, index.reads_as, index.voices, index.told) == (value, reads_as, 2, WEAKNESS)


def test_who_knows_nothing_or_gives_grades_is_left_out_of_the_index() -> None:
    silent = said(Assessor.NGO, "Selm Watch", "none")
    grade = said(Assessor.UN, "Human Rights Committee", "B", scale="human-rights-committee")
    assert upr_info_index(side_by_side([silent, grade])) is None
    index = upr_info_index(side_by_side([silent, grade, said(Assessor.OURSELVES, "Ilva", "0.5", scale="upr-info")]))
    assert index is not None
    assert (index.value, index.voices, index.left_out) == (0.5, 1, 2)
