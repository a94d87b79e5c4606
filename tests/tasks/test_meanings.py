"""Search by meaning: joined with the search by words, incremental, and silent about withheld names."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from onrecord import labelling
from onrecord.model.label import Labeller
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import backup, keep_meanings, open_archive, search_meaning
from onrecord.tasks.adding import put_on_record
from onrecord.tasks.meanings import joined
from store.papers import REPORT, report

ITEMS = {
    "75.1": ("Abolish capital punishment", ("FRA",)),
    "75.2": ("Build roads to the villages", ("DEU",)),
    "75.3": ("Repair the roads of the harbours", ("NOR",)),
}


class Model:
    """Meaning by the first letter: texts that begin alike are alike."""

    model = SimpleNamespace(labeller=Labeller("made-up", "1", "m" * 64), fingerprint="m" * 64)
    asked = 0

    def meaning(self, texts: Sequence[str]) -> np.ndarray:
        self.asked += len(texts)
        return np.stack([np.eye(26, dtype=np.float32)[(ord(text[0].lower()) - 97) % 26] for text in texts])


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Model:
    made = Model()
    monkeypatch.setattr(labelling, "reader", lambda path=None: made)
    return made


@pytest.fixture
def filled(archive: Archive, model: Model) -> Archive:
    put_on_record(archive, report(ITEMS).prepared())
    keep_meanings(archive)
    return archive


def _ids(archive: Archive, query: str) -> list[str]:
    return [hit.number for hit in search_meaning(archive, query).hits if hit.kind == "recommendation"]


def test_what_means_the_same_is_found_without_its_words(filled: Archive) -> None:
    (hit,) = search_meaning(filled, "all executions").hits
    assert (hit.id, hit.near, hit.marks) == (f"{REPORT}#75.1", 1.0, ())


def test_hits_of_both_come_first_and_keep_their_marks(filled: Archive) -> None:
    found = search_meaning(filled, "roads")
    assert [hit.number for hit in found.hits if hit.kind == "recommendation"] == ["75.3", "75.2"]
    assert all(hit.near is None and hit.marks for hit in found.hits if hit.kind == "recommendation")


def test_only_new_papers_get_vectors(filled: Archive, model: Model) -> None:
    before = model.asked
    assert keep_meanings(filled) == 0
    assert model.asked == before
    more = {"75.1": ("Close the old prisons", ("FRA",))}
    put_on_record(filled, report(more, copy="another").prepared())
    assert keep_meanings(filled) == 1
    assert model.asked == before + 1


def test_a_vector_takes_a_byte_a_number(filled: Archive) -> None:
    (row,) = tables.Meaning.objects.using(filled.alias)
    assert len(bytes(row.vectors)) == len(ITEMS) * 26


def test_without_vectors_the_words_are_searched(archive: Archive, model: Model) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    assert _ids(archive, "roads") == ["75.2", "75.3"]
    assert search_meaning(archive, "  ").hits == ()


def test_a_torn_query_is_searched_by_meaning_all_the_same(filled: Archive) -> None:
    assert _ids(filled, 'all "executions') == ["75.1"]


def test_vectors_are_in_a_backup(filled: Archive, tmp_path: Path, passphrase: str) -> None:
    backup(filled, tmp_path / "copy.onrecord")
    with open_archive(tmp_path / "copy.onrecord", passphrase=passphrase) as copy:
        assert _ids(copy, "all executions") == ["75.1"]


def test_ranks_are_joined() -> None:
    assert joined([1, 2], [2, 3]) == [2, 1, 3]
