"""Adding: what becomes of good, known, bad and hostile files, on every kind of archive."""

import itertools
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from onrecord.errors import ArchiveError, DamagedFile, NotFound
from onrecord.model import Kind, Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import (
    AddEvent,
    RecommendationFilter,
    add_documents,
    adding,
    list_documents,
    list_recommendations,
    list_reviews,
    show_recommendation,
)
from onrecord.tasks.adding import put_on_record
from onrecord.tasks.reading_pool import ReadingPool
from onrecord.tasks.versions import EXTRACTION
from store.papers import ITEMS, REPORT, answers, report

Make = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Makes a folder of files (name → words) that the fake reader understands."""
    command = (sys.executable, str(Path(__file__).with_name("fake_reader.py")))
    monkeypatch.setattr(adding, "ReadingPool", partial(ReadingPool, command=command))
    numbers = itertools.count()

    def make(**files: str) -> Path:
        made = tmp_path / f"papers{next(numbers)}"
        made.mkdir()
        for name, words in files.items():
            (made / f"{name}.txt").write_text(words, encoding="utf-8")
        return made

    return make


def contents(archive: Archive) -> list[tuple[object, ...]]:
    """All that depends on what was added and in no way on when."""
    rows = tables.Recommendation.objects.using(archive.alias).order_by("document__sha256", "order")
    histories = [(r.id, r.position, r.changed, r.history) for r in list_recommendations(archive)]
    columns = ("document__sha256", "document__leads", "key", "text", "position", "changed", "states", "place")
    said = tables.PositionStatement.objects.using(archive.alias).order_by("document__sha256", "order")
    ties = said.values_list("document__sha256", "tied", "number", "value")
    return [*histories, *rows.values_list(*columns), *ties, *list_reviews_without_time(archive)]


def list_reviews_without_time(archive: Archive) -> list[tuple[object, ...]]:
    return [
        (r.state, r.cycle, r.report, r.items, r.supported, r.noted, r.changed, [d.sha256 for d in r.documents])
        for r in list_reviews(archive)
    ]


def test_adding_and_adding_again(archive: Archive, folder: Make) -> None:
    papers = folder(a="report", b="addendum")
    first = add_documents(archive, [papers])
    assert {(d.kind, d.recommendations, d.positions) for d in first.added} == {
        (Kind.WORKING_GROUP_REPORT, 4, 4),
        (Kind.ADDENDUM, 0, 2),
    }
    before = contents(archive)
    again = add_documents(archive, [papers, papers / "a.txt"])
    assert (len(again.added), len(again.unchanged), again.failed) == (0, 3, ())
    assert contents(archive) == before != []


def test_known_files_are_not_read_again(archive: Archive, folder: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    papers = folder(a="report")
    add_documents(archive, [papers])
    monkeypatch.setattr(adding, "ReadingPool", partial(ReadingPool, command=("/nowhere/no-program",)))
    assert add_documents(archive, [papers]).unchanged == (str(papers / "a.txt"),)


def test_one_bad_file_never_stops_the_others(archive: Archive, folder: Make) -> None:
    papers = folder(a="report", b="crash", c="damaged", d="bug here", e="addendum", f="print")
    (papers / "empty.txt").touch()
    done = add_documents(archive, [papers], workers=2)
    assert {Path(d.name).name for d in done.added} == {"a.txt", "e.txt", "f.txt"}
    errors = {Path(f.name).name: f.error for f in done.failed}
    assert set(errors) == {"b.txt", "c.txt", "d.txt", "empty.txt"}
    assert "broke down twice (exit code -9)" in errors["b.txt"].what
    assert isinstance(errors["c.txt"], DamagedFile)
    assert "KeyError" in errors["d.txt"].what
    assert all(error.advice for error in errors.values())
    assert list_documents(archive).total == 3


def test_a_reader_that_dies_once_loses_nothing(archive: Archive, folder: Make, tmp_path: Path) -> None:
    done = add_documents(archive, [folder(a=f"crash-once {tmp_path / 'died'}", b="addendum")], workers=1)
    assert (len(done.added), done.failed) == (2, ())
    assert (tmp_path / "died").exists()


def test_reading_that_takes_too_long_is_given_up(
    archive: Archive, folder: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_FILE_SECONDS", "2")
    done = add_documents(archive, [folder(a="hang", b="report")], workers=1)
    assert len(done.added) == 1
    assert "longer than 2 seconds" in done.failed[0].error.what


def test_the_same_content_twice_in_one_run_goes_in_once(archive: Archive, folder: Make) -> None:
    done = add_documents(archive, [folder(a="report", b="report", c="damaged", d="damaged")])
    assert (len(done.added), len(done.unchanged), len(done.failed)) == (1, 1, 2)


def test_zip_archives_are_unpacked(archive: Archive, folder: Make, tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.zip"
    with zipfile.ZipFile(bundle, "w") as target:
        target.writestr("inside/a.txt", "report")
        target.writestr("../outside.txt", "report 2")
    done = add_documents(archive, [bundle])
    folder()
    assert [f.name for f in done.failed] == [f"{bundle}/../outside.txt"]


def test_progress_tells_every_file(archive: Archive, folder: Make) -> None:
    events: list[AddEvent] = []
    add_documents(archive, [folder(a="report", b="damaged", c="report")], progress=events.append)
    assert [(e.done, e.total) for e in events] == [(1, 3), (2, 3), (3, 3)]
    assert sorted(e.outcome for e in events) == ["added", "failed", "unchanged"]
    assert [e.error is not None for e in events].count(True) == 1


def test_a_path_that_is_not_there_stops_before_anything_is_added(archive: Archive, folder: Make) -> None:
    with pytest.raises(NotFound, match=r"nowhere\.pdf"):
        add_documents(archive, [folder(a="report"), "nowhere.pdf"])
    assert list_documents(archive).total == 0


@pytest.mark.parametrize("order", list(itertools.permutations(range(4)))[::3])  # two that begin with each paper
def test_any_order_of_adding_gives_the_same(archive: Archive, order: tuple[int, ...]) -> None:
    papers = [
        report(ITEMS),
        report(ITEMS, copy="\n"),
        answers({"75.1": Position.NOTED, "75.2": Position.NOTED}, target=""),
        answers({"75.1": Position.SUPPORTED}, kind=Kind.COUNCIL_REPORT, tallies=(4, 1, 3)),
    ]
    for number in order:
        put_on_record(archive, papers[number].prepared())
    shown = {r.number: (r.position, r.changed, len(r.history)) for r in list_recommendations(archive)}
    assert shown == {
        "75.1": (Position.SUPPORTED, True, 3),
        "75.2": (Position.NOTED, False, 2),
        "75.3": (Position.PENDING, False, 1),
        "76.1": (Position.PENDING, False, 1),
    }
    (review,) = list_reviews(archive)
    assert (review.items, review.pairs, review.supported, review.noted, review.pending) == (4, 6, 1, 1, 2)
    assert [d.kind for d in review.documents] == [Kind.WORKING_GROUP_REPORT, Kind.ADDENDUM, Kind.COUNCIL_REPORT]


def test_a_newer_extraction_replaces_findings_and_keeps_ids(
    archive: Archive, folder: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers = folder(a="report", b="addendum")
    add_documents(archive, [papers])
    before = [r.id for r in list_recommendations(archive)]
    files = tables.Document.objects.using(archive.alias).order_by("sha256")
    keys = list(files.values_list("pk", "added"))
    monkeypatch.setattr(adding, "EXTRACTION", EXTRACTION + 1)
    done = add_documents(archive, [papers])
    assert (len(done.replaced), len(done.added)) == (2, 0)
    assert [r.id for r in list_recommendations(archive)] == before
    assert list(files.values_list("pk", "added")) == keys
    assert add_documents(archive, [papers]).unchanged
    assert tables.RecommendationState.objects.using(archive.alias).count() == 6


def test_a_new_reading_without_an_answer_takes_it_back(archive: Archive) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    addendum = answers({"75.1": Position.SUPPORTED})
    put_on_record(archive, addendum.prepared())
    assert list_recommendations(archive, RecommendationFilter(position=Position.SUPPORTED)).total == 1
    mistaken = addendum.__class__(addendum.document, answers({}).findings, addendum.content)
    put_on_record(archive, mistaken.prepared())
    assert list_recommendations(archive, RecommendationFilter(position=Position.PENDING)).total == 4


def test_a_document_that_cannot_be_written_leaves_nothing(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ArchiveError("The disk is full.")

    monkeypatch.setattr(adding, "derive", fail)
    with pytest.raises(ArchiveError):
        put_on_record(archive, report(ITEMS).prepared())
    for table in tables.ALL:
        assert not table._default_manager.using(archive.alias).exists(), table


def test_show_tells_the_history_with_its_quotes(archive: Archive) -> None:
    put_on_record(archive, report(ITEMS, Position.NOTED).prepared("report.pdf"))
    put_on_record(archive, answers({"75.1": Position.SUPPORTED}).prepared("addendum.pdf"))
    shown = show_recommendation(archive, f" {REPORT.lower()} ", "75.1.")
    assert [(e.quote.name, e.statement.value) for e in shown.history] == [
        ("report.pdf", Position.NOTED),
        ("addendum.pdf", Position.SUPPORTED),
    ]
    assert shown.recommendation.changed
    assert shown.quote.text == "Ratify the Convention on Harbours (FRA, BRA);"
    assert shown.history[1].comment
    assert shown.history[1].comment.place.sha256 != shown.quote.place.sha256
    assert [d.name for d in shown.papers] == ["report.pdf", "addendum.pdf"]
    with pytest.raises(NotFound, match=r"75\.1 to 76\.1"):
        show_recommendation(archive, REPORT, "80.1")
    with pytest.raises(NotFound, match="onrecord reviews"):
        show_recommendation(archive, "A/HRC/1/1", "80.1")
