"""Judgements: applied, withdrawn, in conflict, and after a new reading, on every kind of archive."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connections

from onrecord.errors import NotFound
from onrecord.model import Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import (
    Conflict,
    NotAllowed,
    RecommendationFilter,
    RecommendationRow,
    backup,
    export_judgements,
    import_judgements,
    judge,
    judgements_of,
    list_recommendations,
    open_archive,
    show_recommendation,
    withdraw,
)
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, REPORT, Paper, answers, report

TARGET = f"{REPORT}#75.1"
BETTER = "Ratify the Convention on Harbours and Lighthouses"
VALUES = {"text": BETTER, "number": "75.11", "states": ("FRA", "XLS"), "position": "noted", "end": "Harbours"}


@pytest.fixture
def filled(archive: Archive) -> Archive:
    put_on_record(archive, report(ITEMS).prepared())
    put_on_record(archive, answers({"75.1": Position.SUPPORTED, "75.2": Position.NOTED}).prepared())
    return archive


def row(archive: Archive, target: str = TARGET) -> RecommendationRow:
    return next(r for r in list_recommendations(archive) if r.id == target)


def shown(archive: Archive, field: str) -> object:
    one = row(archive)
    return one.item.removesuffix(";") if field == "end" else getattr(one, field)


def new_reading(archive: Archive, paper: Paper, old: Paper) -> None:
    """The same file, read by a version that finds something else."""
    document = replace(paper.document, sha256=old.document.sha256)
    put_on_record(archive, replace(paper, document=document).prepared())


@pytest.mark.parametrize("field", VALUES)
def test_a_correction_is_shown_and_withdrawn(filled: Archive, field: str) -> None:
    before = row(filled)
    decided = judge(filled, TARGET, field, VALUES[field], reason="It says so.", who="Ada")
    after = row(filled)
    expected = "Ratify the Convention on Harbours" if field == "end" else VALUES[field]
    assert (shown(filled, field), after.judged, after.id) == (expected, "corrected", TARGET)
    (correction,) = after.corrections
    assert (correction.field, correction.judgement, correction.differs) == (field, decided.id, False)
    assert correction.reading == (decided.seen) != correction.value
    undone = withdraw(filled, decided.id, who="Ben")
    assert (undone.withdrawn_by, undone.stands, row(filled)) == ("Ben", False, before)
    assert judgements_of(filled, TARGET) == (undone,)


def test_filters_see_corrected_values(filled: Archive) -> None:
    judge(filled, TARGET, "states", ["xls"], reason="", who="Ada")
    judge(filled, TARGET, "text", BETTER, reason="", who="Ada")
    judge(filled, TARGET, "position", Position.NOTED, reason="", who="Ada")
    judge(filled, TARGET, "number", "75.9", reason="", who="Ada")
    for wanted in (
        RecommendationFilter(by="XLS"),
        RecommendationFilter(words="lighthouses"),
        RecommendationFilter(position=Position.NOTED, words="harbours"),
        RecommendationFilter(number="75.9"),
        RecommendationFilter(judged=True),
    ):
        assert [r.id for r in list_recommendations(filled, wanted)] == [TARGET]
    assert [r.id for r in list_recommendations(filled, RecommendationFilter(by="BRA"))] == []
    assert show_recommendation(filled, REPORT, "75.9").recommendation.states == ("XLS",)


def test_a_corrected_number_draws_the_answers_to_it(filled: Archive) -> None:
    assert row(filled).position is Position.SUPPORTED
    judge(filled, TARGET, "number", "75.9", reason="", who="Ada")
    assert row(filled).position is Position.PENDING
    judge(filled, f"{REPORT}#75.3", "number", "75.1", reason="", who="Ada")
    assert row(filled, f"{REPORT}#75.3").position is Position.SUPPORTED


def test_the_item_ends_later(filled: Archive) -> None:
    document = report(ITEMS).document
    decided = judge(filled, TARGET, "end", document.text.index(" (DEU)"), reason="", who="Ada")
    assert row(filled).item == decided.value
    assert row(filled).text.endswith("Let the press of Lower Selm work in peace")
    place = row(filled).place
    assert len(place.boxes) == 2
    assert document.text[place.start : place.end].endswith("in peace")
    for impossible in (3, "words of nobody", 10**9, "", None):
        with pytest.raises(NotAllowed):
            judge(filled, TARGET, "end", impossible, reason="", who="Ada", based_on=decided.id)


def test_the_second_sees_what_the_first_decided(filled: Archive) -> None:
    first = judge(filled, TARGET, "states", ["DEU"], reason="", who="Ada")
    with pytest.raises(Conflict) as caught:
        judge(filled, TARGET, "states", ["JPN"], reason="", who="Ben")
    assert caught.value.theirs == first
    assert pickle.loads(pickle.dumps(caught.value)).theirs == first
    assert row(filled).states == ("DEU",)
    second = judge(filled, TARGET, "states", ["JPN"], reason="", who="Ben", based_on=first.id)
    judge(filled, TARGET, "number", "75.7", reason="", who="Ben")  # another field is no conflict
    assert row(filled).states == ("JPN",)
    withdraw(filled, second.id, who="Ben")
    assert row(filled).states == ("DEU",)
    withdraw(filled, first.id, who="Ada")
    with pytest.raises(NotAllowed):
        withdraw(filled, first.id, who="Ada")
    assert judge(filled, TARGET, "states", ["KAZ"], reason="", who="Ada").based_on == ""


@pytest.mark.parametrize(
    ("target", "field", "value", "error"),
    [
        (TARGET, "states", ["ZZZ"], NotAllowed),
        (TARGET, "position", "rejected", NotAllowed),
        (TARGET, "verdict", "perhaps", NotAllowed),
        (TARGET, "text", " ", NotAllowed),
        (TARGET, "text", "x" * 30_000, NotAllowed),
        (TARGET, "colour", "red", NotAllowed),
        (f"{REPORT}#99", "text", "a", NotFound),
        ("doubt:none", "verdict", "right", NotFound),
    ],
)
def test_what_cannot_be_decided(
    filled: Archive, target: str, field: str, value: object, error: type[Exception]
) -> None:
    with pytest.raises(error):
        judge(filled, target, field, value, reason="", who="Ada")
    assert not tables.Judgement.objects.using(filled.alias).exists()


def test_nobody_decides_nothing(filled: Archive) -> None:
    with pytest.raises(NotAllowed):
        judge(filled, TARGET, "text", "a", reason="", who=" ")
    with pytest.raises(NotFound):
        withdraw(filled, "0" * 32, who="Ada")


@pytest.mark.parametrize("field", VALUES)
def test_a_new_reading_keeps_the_correction(filled: Archive, field: str) -> None:
    judge(filled, TARGET, field, VALUES[field], reason="", who="Ada")
    before = row(filled)
    new_reading(filled, report(ITEMS), report(ITEMS))
    assert row(filled) == before
    found = tables.Document.objects.using(filled.alias).get(symbol=REPORT)
    number = tables.Recommendation.objects.using(filled.alias).filter(document=found, key=TARGET)
    assert number.count() == 1


def test_a_new_reading_that_differs_is_told(filled: Archive) -> None:
    judge(filled, TARGET, "text", BETTER, reason="", who="Ada")
    judge(filled, TARGET, "states", ["XLS"], reason="", who="Ada")
    items = {**ITEMS, "75.1": ("Ratify the Convention on Ports", ("FRA", "BRA"))}
    new_reading(filled, report(items), report(ITEMS))
    after = row(filled)
    assert {c.field: (c.reading, c.differs) for c in after.corrections} == {
        "text": ("Ratify the Convention on Ports", True),
        "states": (("FRA", "BRA"), False),
    }
    assert after.text == BETTER


def test_a_new_answer_that_differs_is_told(archive: Archive) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    judge(archive, TARGET, "position", "noted", reason="", who="Ada")
    put_on_record(archive, answers({"75.1": Position.SUPPORTED}).prepared())
    (correction,) = row(archive).corrections
    assert (correction.reading, correction.differs, row(archive).position) == ("supported", True, Position.NOTED)


def test_a_decision_waits_for_an_item_that_is_gone(filled: Archive) -> None:
    judge(filled, TARGET, "text", BETTER, reason="", who="Ada")
    new_reading(filled, report({"75.2": ITEMS["75.2"]}), report(ITEMS))
    assert TARGET not in [r.id for r in list_recommendations(filled)]
    new_reading(filled, report(ITEMS), report(ITEMS))
    assert row(filled).text == BETTER


def decide_everything(archive: Archive) -> None:
    for field, value in VALUES.items():
        judge(archive, TARGET, field, value, reason="because", who="Ada")
    judge(archive, TARGET, "verdict", "right", reason="", who="Ada")
    gone = judge(archive, f"{REPORT}#75.2", "verdict", "wrong", reason="", who="Ben")
    withdraw(archive, gone.id, who="Ada")


def test_backup_keeps_decisions(filled: Archive, tmp_path: Path, passphrase: str) -> None:
    decide_everything(filled)
    backup(filled, tmp_path / "copy", passphrase=None)
    with open_archive(tmp_path / "copy", passphrase=passphrase) as copy:
        assert judgements_of(copy, TARGET) == judgements_of(filled, TARGET)
        assert list_recommendations(copy) == list_recommendations(filled)


def test_decisions_go_to_another_archive(filled: Archive, tmp_path: Path) -> None:
    decide_everything(filled)
    assert export_judgements(filled, tmp_path / "decisions.jsonl") == 7
    with open_archive(tmp_path / "other", passphrase="", create=True) as other:
        first = import_judgements(other, tmp_path / "decisions.jsonl")
        assert (first.added, first.known, first.waiting) == (7, 0, (TARGET, f"{REPORT}#75.2"))
        put_on_record(other, report(ITEMS).prepared())
        put_on_record(other, answers({"75.1": Position.SUPPORTED, "75.2": Position.NOTED}).prepared())
        assert list_recommendations(other) == list_recommendations(filled)
        again = import_judgements(other, tmp_path / "decisions.jsonl")
        assert (again.added, again.known, again.conflicts, again.waiting) == (0, 7, (), ())
        assert judgements_of(other, TARGET) == judgements_of(filled, TARGET)


def test_import_reports_conflicts_and_keeps_both(filled: Archive, tmp_path: Path) -> None:
    theirs = judge(filled, TARGET, "states", ["DEU"], reason="", who="Ada")
    export_judgements(filled, tmp_path / "a.jsonl")
    withdraw(filled, theirs.id, who="Ada")
    export_judgements(filled, tmp_path / "b.jsonl")
    with open_archive(tmp_path / "other", passphrase="", create=True) as other:
        put_on_record(other, report(ITEMS).prepared())
        ours = judge(other, TARGET, "states", ["JPN"], reason="", who="Ben")
        done = import_judgements(other, tmp_path / "a.jsonl")
        assert [(c.ours, c.theirs) for c in done.conflicts] == [(ours, theirs)]
        assert row(other).states == ("JPN",)  # decided later
        assert import_judgements(other, tmp_path / "b.jsonl").withdrawn == 1
        assert judgements_of(other, TARGET)[0].withdrawn_by == "Ada"


@pytest.mark.parametrize("line", ["", "{}", "[1]", '{"id": 3}', "\xff", "[" * 100_000])
def test_a_file_that_is_no_export_is_refused_whole(filled: Archive, tmp_path: Path, line: str) -> None:
    judge(filled, TARGET, "text", BETTER, reason="", who="Ada")
    export_judgements(filled, tmp_path / "good.jsonl")
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes((tmp_path / "good.jsonl").read_bytes() + line.encode("latin-1") + b"\n")
    with open_archive(tmp_path / "other", passphrase="", create=True) as other:
        with pytest.raises(NotAllowed, match=r"bad\.jsonl, line 2"):
            import_judgements(other, bad)
        assert not tables.Judgement.objects.using(other.alias).exists()


def test_two_at_the_same_moment(filled: Archive) -> None:
    start = Barrier(2)

    def decide(who: str) -> object:
        start.wait()
        try:
            return judge(filled, TARGET, "states", ["DEU" if who == "Ada" else "JPN"], reason="", who=who)
        except Conflict as conflict:
            return conflict.theirs
        finally:
            connections[filled.alias].close()

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(decide, ("Ada", "Ben"))
    assert one == other == judgements_of(filled, TARGET)[0]  # the second was told of the first
    assert len(judgements_of(filled, TARGET)) == 1
