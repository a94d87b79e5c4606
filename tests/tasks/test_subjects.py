"""Subjects: what a definition takes in by labels, words and meaning; what a change adds and takes out; versions."""

from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from onrecord import labelling
from onrecord.errors import NotFound
from onrecord.model.label import Labeller
from onrecord.model.subject import Subject
from onrecord.store.archive import Archive
from onrecord.tasks import (
    NotAllowed,
    find_subject,
    judge,
    keep_meanings,
    list_subjects,
    save_subject,
    subject_versions,
    view_subject,
)
from onrecord.tasks.adding import put_on_record
from store.papers import REPORT, report

ITEMS = {
    "75.1": ("Protect human rights defenders of Arvenia", ("FRA",)),
    "75.2": ("Release the activists who asked for clean air", ("DEU",)),
    "75.3": ("Let associations register without delay", ("NOR",)),
    "75.4": ("Build roads to the villages of Lower Selm", ("CHN",)),
}
KEY = "human-rights-defenders-wide"


class Model:
    """Meaning by the first letter: texts that begin alike are alike."""

    model = SimpleNamespace(labeller=Labeller("made-up", "1", "m" * 64), fingerprint="m" * 64)

    def meaning(self, texts: Sequence[str]) -> np.ndarray:
        return np.stack([np.eye(26, dtype=np.float32)[(ord(text[0].lower()) - 97) % 26] for text in texts])


@pytest.fixture
def filled(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setattr(labelling, "reader", lambda path=None: Model())
    put_on_record(archive, report(ITEMS).prepared())
    keep_meanings(archive)
    judge(archive, f"{REPORT}#75.1#label:issue:Human rights defenders", "verdict", "right", reason="x", who="Aigerim")
    return archive


def _defined(**parts: object) -> Subject:
    whole: dict[str, object] = {"issues": (), "words": "", "meaning": (), "near": 0.9} | parts
    return Subject(key=KEY, title="Defenders", note="", **whole)  # type: ignore[arg-type]


def _numbers(archive: Archive, subject: Subject) -> dict[str, str]:
    view = view_subject(archive, KEY, changed=subject)
    return {one.recommendation.number: one.change for one in view.members if one.change != "leaves"}


def test_each_way_leads_there(filled: Archive) -> None:
    assert _numbers(filled, _defined(issues=("Human rights defenders",))).keys() == {"75.1"}
    assert _numbers(filled, _defined(words='activist* OR "human rights"')).keys() == {"75.1", "75.2"}
    assert _numbers(filled, _defined(meaning=("Leave them in peace",))).keys() == {"75.3"}
    ways = _defined(issues=("Human rights defenders",), words="activist*", meaning=("Leave them in peace",))
    assert _numbers(filled, ways).keys() == {"75.1", "75.2", "75.3"}


def test_each_member_tells_why(filled: Archive) -> None:
    ways = _defined(issues=("Human rights defenders",), words="defenders", meaning=("Protect them",))
    first = next(one for one in view_subject(filled, KEY, changed=ways).members if one.recommendation.number == "75.1")
    assert (first.labels, first.words, first.near) == (("Human rights defenders",), True, 1.0)


def test_what_enters_and_leaves_is_shown_before_anything_is_saved(filled: Archive) -> None:
    saved = find_subject(filled, KEY)
    save_subject(filled, replace(saved, meaning=()), who="Aigerim", reason="words only", based_on=0)
    before = {one.recommendation.number for one in view_subject(filled, KEY).members}
    assert before == {"75.1", "75.2"}
    view = view_subject(filled, KEY, changed=_defined(words="roads OR defenders"))
    changes = {one.recommendation.number: one.change for one in view.members}
    assert changes == {"75.4": "enters", "75.2": "leaves", "75.1": ""}
    assert (view.enters, view.leaves, view.row.total) == (1, 1, 2)
    assert {one.recommendation.number for one in view_subject(filled, KEY).members} == before


def test_every_change_is_a_version_with_name_and_reason(filled: Archive) -> None:
    saved = find_subject(filled, KEY)
    assert (saved.version, saved.who) == (0, "")
    one = save_subject(filled, replace(saved, words="activist*"), who="Aigerim", reason="fewer", based_on=0)
    two = save_subject(filled, replace(one, near=0.8), who="Jonas", reason="more", based_on=1)
    assert find_subject(filled, KEY) == two
    assert [(v.version, v.who, v.reason) for v in subject_versions(filled, KEY)] == [
        (1, "Aigerim", "fewer"),
        (2, "Jonas", "more"),
    ]
    assert {s.key for s in list_subjects(filled)} >= {KEY}


def test_who_saw_an_older_version_is_told(filled: Archive) -> None:
    saved = find_subject(filled, KEY)
    save_subject(filled, replace(saved, words="activist*"), who="Aigerim", reason="", based_on=0)
    with pytest.raises(NotAllowed, match="meanwhile"):
        save_subject(filled, replace(saved, words="roads"), who="Jonas", reason="", based_on=0)


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"words": '"torn'},
        {"words": "x", "near": 2.0},
        {"issues": ("No such issue",)},
        {"words": "x" * 3000},
        {"meaning": ("x",) * 30},
    ],
)
def test_what_is_no_definition_is_refused(filled: Archive, parts: dict[str, object]) -> None:
    with pytest.raises(NotAllowed):
        save_subject(filled, _defined(**parts), who="Aigerim", reason="", based_on=0)


def test_a_subject_that_is_not_there(filled: Archive) -> None:
    with pytest.raises(NotFound):
        view_subject(filled, "nothing")


def test_a_corrected_text_gets_another_vector(filled: Archive) -> None:
    assert keep_meanings(filled) == 0
    judge(filled, f"{REPORT}#75.4", "text", "Let roads be built", reason="misprint", who="Aigerim")
    assert keep_meanings(filled) == 1
    assert "75.4" in _numbers(filled, _defined(meaning=("Leave them in peace",)))


def test_a_second_reading_keeps_no_vectors_of_the_first(filled: Archive) -> None:
    put_on_record(filled, report(ITEMS).prepared())
    assert _numbers(filled, _defined(meaning=("Leave them in peace",))) == {}
    assert keep_meanings(filled) == 1
    assert _numbers(filled, _defined(meaning=("Leave them in peace",))).keys() == {"75.3"}
