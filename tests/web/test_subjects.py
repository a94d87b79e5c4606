"""Subjects in the workbench: what one takes in, what a change adds and takes out, and saving it."""

from collections.abc import Sequence
from types import SimpleNamespace

import numpy as np
import pytest
from django.test import Client

from onrecord import labelling, tasks
from onrecord.model.label import Labeller
from onrecord.store.archive import Archive

PAGE = "/subjects/human-rights-defenders-wide/"


class Model:
    """Every text means the same."""

    model = SimpleNamespace(labeller=Labeller("made-up", "1", "m" * 64), fingerprint="m" * 64)

    def meaning(self, texts: Sequence[str]) -> np.ndarray:
        return np.tile(np.eye(1, 8, dtype=np.float32), (len(texts), 1))


@pytest.fixture(autouse=True)
def _model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(labelling, "reader", lambda path=None: Model())


def test_the_list_and_one_subject_with_its_note(client: Client, archive: Archive) -> None:
    assert PAGE in client.get("/subjects/").content.decode()
    shown = client.get(PAGE).content.decode()
    assert "Takes in more than the label of the same name" in shown


def test_what_a_change_brings_in_and_takes_out(client: Client, archive: Archive) -> None:
    shown = client.get(f"{PAGE}?tried=yes&words=police&near=0.9&meaning=").content.decode()
    assert "enters" in shown
    assert "<ins>" in shown
    assert "Save the definition" in shown
    assert tasks.find_subject(archive, "human-rights-defenders-wide").version == 0


def test_saving_needs_a_name_and_makes_a_version(client: Client, archive: Archive) -> None:
    sent = {"tried": "yes", "words": "police", "near": "0.9", "meaning": "", "based_on": "0", "reason": "to see"}
    assert client.post(f"{PAGE}save", sent).status_code == 400
    assert client.post(f"{PAGE}save", {**sent, "name": "Aigerim S."}).status_code == 302
    saved = tasks.find_subject(archive, "human-rights-defenders-wide")
    assert (saved.version, saved.words, saved.who) == (1, "police", "Aigerim S.")
    assert "to see" in client.get(PAGE).content.decode()
    again = client.post(f"{PAGE}save", {**sent, "words": "court", "name": "Jonas M."})
    assert again.status_code == 400
    assert "Somebody changed this subject meanwhile" in again.content.decode()


def test_words_that_are_not_understood_are_told(client: Client, archive: Archive) -> None:
    answer = client.get(f"{PAGE}?tried=yes&words=%22torn&near=0.9&meaning=")
    assert answer.status_code == 400
    assert "quotation mark" in answer.content.decode()


def test_by_meaning_once_there_are_vectors(client: Client, archive: Archive) -> None:
    tasks.keep_meanings(archive)
    shown = client.get(f"{PAGE}?tried=yes&words=&near=0.5&meaning=Anything").content.decode()
    assert "near in meaning, 1.00" in shown


def test_a_subject_that_is_not_there(client: Client, archive: Archive) -> None:
    assert client.get("/subjects/nothing/").status_code == 404
