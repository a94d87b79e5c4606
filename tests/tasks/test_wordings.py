"""Help with the wording of recommendations, from their own words and from the record."""

from pathlib import Path

import pytest

from onrecord.model import Position
from onrecord.store.archive import Archive
from onrecord.tasks import help_sentence, help_wording, import_coded, new_paper

from .written import example, whole_example  # noqa: F401  fixtures

HEAD = "To,From,Text,Response,Action,Issue,Session"
ROWS = (
    "Lower Selm,Mexico,Investigate every report of torture in prisons,Accepted,5,Detention,12",
    "Lower Selm,France,Investigate every report of torture in prisons,Accepted,5,Detention,12",
    "Selm,France,Investigate all reports of torture in the prisons of the north,Noted,5,Detention,12",
    "Lower Selm,France,Improve conditions in prisons,Accepted,4,Detention,12",
    "Lower Selm,France,Repeal the law on defamation,Accepted,5,Freedom of opinion,12",
)
ASK = "Take all necessary measures against torture in prisons, as appropriate"


@pytest.fixture
def coded(example: Archive, tmp_path: Path) -> Archive:  # noqa: F811
    source = tmp_path / "coded.csv"
    source.write_text("\n".join((HEAD, *ROWS)), encoding="utf-8")
    import_coded(example, source)
    return example


def test_its_own_words(example: Archive) -> None:  # noqa: F811
    found = help_sentence(example, f"  {ASK}\n")
    assert found.text == ASK
    assert found.wording.action is not None
    assert (found.wording.action.verb, found.wording.action.category) == ("take", 4)
    assert [(one.words, one.kind) for one in found.wording.vague] == [
        ("Take all necessary measures", "act"),
        ("as appropriate", "way out"),
    ]
    assert found.wording.missing == ("addressee", "law", "date")
    assert found.made_before == ()  # no State is chosen


def test_narrower_ones_that_were_accepted_and_only_those(coded: Archive) -> None:
    found = help_sentence(coded, ASK).narrower
    told = {one.text: (one.narrower, one.position, one.states) for one in found}
    assert told["Investigate every report of torture in prisons"] == (("act",), Position.SUPPORTED, ("MEX", "FRA"))
    assert told["Improve conditions in prisons"][0] == ("part",)
    assert not [text for text in told if "north" in text or "defamation" in text]


def test_made_before_with_its_answer_also_in_imported_rows(coded: Archive) -> None:
    (one,) = help_sentence(coded, "Record every questioning by the police on video.", state="XAV").made_before
    assert (one.id, one.number, one.position, one.cycle) == (
        "A/HRC/52/97#52.3",
        "52.3",
        Position.SUPPORTED,
        4,
    )
    found = help_sentence(coded, "Repeal the law on defamation", state="XLS")
    (same,) = (one for one in found.made_before if one.score > 0.9)
    assert (same.id, same.states, same.position) == ("", ("FRA",), Position.SUPPORTED)
    assert found.accepted == tuple(one for one in found.made_before if one.position is Position.SUPPORTED)


def test_where_the_verb_tells_nothing_the_model_suggests(example: Archive) -> None:  # noqa: F811
    found = help_sentence(example, "Alleviate the hardship of prisoners by new laws on visits")
    assert found.wording.action is None
    assert found.suggested is not None
    assert found.suggested.name in "12345"
    assert found.because


@pytest.mark.parametrize("text", ["", "?", "Что делать", "x" * 9000, "the of and"])
def test_texts_that_ask_nothing(example: Archive, text: str) -> None:  # noqa: F811
    found = help_sentence(example, text, state="XAV")
    assert found.made_before == found.narrower == ()


def test_the_words_of_a_paper_alone(example: Archive) -> None:  # noqa: F811
    text = "## Recommendations to the Government\n\n- Record every questioning by the police on video.\n- Ensure it.\n"
    paper = new_paper(example, "Mine", text, state="XAV", who="Ann")
    alone = help_wording(example, paper.id, from_record=False)
    assert [(one.line, one.made_before) for one in alone] == [(3, ()), (4, ())]
    assert [vague.words for vague in alone[1].wording.vague] == ["Ensure"]
    assert [row.number for row in help_wording(example, paper.id)[0].made_before] == ["52.3"]
