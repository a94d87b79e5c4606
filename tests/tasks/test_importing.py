"""Importing a coded database: kept, tied, tied anew; what is refused; on every kind of archive."""

from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.matching.coded import CodedText, Item, tie_coded
from onrecord.model import Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import CodedFilter, NotCoded, import_coded, judge, list_coded, open_archive
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, REPORT, report

HEAD = "To,From,Text,Response,Action,Issue,Session\n"
ROWS = (
    'Arvenia,France,Ratify the Convention on Harbours.,Accepted,5,"Harbours|Women\'s rights",49\n'
    "Arvenia,Brazil,Ratify the Convention on Harbours.,Accepted,5,Harbours,49\n"
    "Arvenia,Germany,Build a bridge to the moon,Noted,4,Other,Session 49\n"
    "Arvenia,Italy,Train judges,Noted,4,Justice,49\n"
    "Lower Selm,Atlantis,Train judges,Perhaps,9,,32\n"
)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8-sig")
    return path


def test_rows_are_kept_and_tied(archive: Archive, export: Path) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    told: list[tuple[int, int]] = []
    done = import_coded(archive, export, progress=lambda *counts: told.append(counts))
    assert (done.rows, done.added, done.unknown_names) == (5, 5, ("Atlantis",))
    assert done.outcomes == {"tied": 2, "no_report": 1, "no_state": 1, "no_text": 1}
    assert told == [(5, 5)]
    found = list_coded(archive, CodedFilter(tied=f"{REPORT}#75.1")).page.rows
    assert [(row.by, row.source, row.line, row.action) for row in found] == [
        ("FRA", "export.csv", 2, 5),
        ("BRA", "export.csv", 3, 5),
    ]
    assert (found[0].issues, found[0].position, found[0].cycle) == (("Harbours", "Women's rights"), "supported", 4)
    assert found[0].score == 100
    (lost,) = list_coded(archive, CodedFilter(outcome="no_report")).page.rows
    assert (lost.state, lost.by, lost.by_name, lost.position, lost.action) == ("XLS", "", "Atlantis", None, None)
    assert all(row.why for row in list_coded(archive).page)
    again = import_coded(archive, export)
    assert (again.added, again.known, again.outcomes) == (0, 5, done.outcomes)


def test_rows_are_tied_when_their_report_comes(archive: Archive, export: Path) -> None:
    assert import_coded(archive, export).outcomes == {"no_report": 5}
    put_on_record(archive, report(ITEMS).prepared())
    before = tasks.count_coded(archive)
    assert before == {"tied": 2, "no_report": 1, "no_state": 1, "no_text": 1}
    judge(archive, f"{REPORT}#76.1", "states", ["ITA"], reason="", who="Ada")  # a correction ties one more
    assert tasks.count_coded(archive)["tied"] == 3
    put_on_record(archive, report(ITEMS).prepared())
    assert tasks.count_coded(archive)["tied"] == 3
    assert tasks.recommending_state(archive, "FRA").issues == (("Harbours", 1), ("Women's rights", 1))


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (CodedFilter(state="XAV"), 4),
        (CodedFilter(by="ITA", session=49), 1),
        (CodedFilter(issue="Harbours"), 2),
        (CodedFilter(position=Position.NOTED, action=4), 2),
        (CodedFilter(words="JUDGES train"), 2),
    ],
)
def test_filters(archive: Archive, export: Path, wanted: CodedFilter, count: int) -> None:
    import_coded(archive, export)
    found = list_coded(archive, wanted)
    assert found.page.total == sum(found.outcomes.values()) == count
    assert found.outcomes == tasks.count_coded(archive, wanted)
    assert list_coded(archive, wanted, limit=1).page.rows == found.page.rows[:1]
    assert list_coded(archive, wanted, limit=9, offset=1).page.rows == found.page.rows[1:10]


def test_the_cleaned_form_and_other_separators(tmp_path: Path) -> None:
    cleaned = tmp_path / "cleaned.csv"
    cleaned.write_text(
        "row_id;session;cycle;sur_name;sur_iso3;rec_name;rec_iso3;response;response_original;action;issues;text\n"
        "S1;8;1;Somewhere;XAV;Nowhere;FRA;noted;Rejected;5;A, B;Plant trees\n",
        encoding="utf-8",
    )
    with open_archive(tmp_path / "archive", passphrase="", create=True) as archive:
        import_coded(archive, cleaned)
        (row,) = list_coded(archive).page
    assert (row.name, row.state, row.by, row.response, row.position) == ("S1", "XAV", "FRA", "Rejected", "noted")
    assert (row.issues, row.cycle) == (("A", "B"), 1)


@pytest.mark.parametrize(
    "content",
    [b"", b"a,b\n1,2\n", HEAD.encode() + b"Arvenia,France,,Noted,1,,49\n", b"\xff\xfe", HEAD.encode() + b'"\0,",'],
)
def test_what_cannot_be_imported(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file.csv").write_bytes(content)
    with open_archive(tmp_path / "archive", passphrase="", create=True) as archive:
        with pytest.raises(NotCoded):
            import_coded(archive, tmp_path / "file.csv")
        with pytest.raises(NotFound):
            import_coded(archive, tmp_path / "none.csv")
        assert not tables.CodedRow.objects.using(archive.alias).exists()


def test_ties() -> None:
    items = [
        Item("1", ("FRA", "DEU"), (("", "Plant trees along all roads of the coast"),)),
        Item("2", ("FRA",), (("", "Ratify the first treaty, and consider joining the second"), ("FRA", "Ratify it"))),
        Item("3", ("FRA",), (("", "Plant trees along all roads of the coast"),)),
        Item("4", ("JPN",), (("", "Open the archives of the harbour police to the public"),)),
    ]
    rows = [
        ("Plant trees along all roads of the coast", "FRA", "1", "tied"),
        ("Plant trees along all roads of the coast.", "FRA", "3", "tied"),  # an equal row gets the equal item
        ("consider joining the second", "FRA", "2", "tied"),
        ("Open to the public all archives of harbour police", "JPN", "4", "tied"),  # reworded
        ("Plant trees along all roads of the coast", "JPN", "", "no_text"),
        ("Plant trees along all roads of the coast", "", "", "no_state"),
    ]
    ties = tie_coded([CodedText(text, state) for text, state, _, _ in rows], items)
    assert [(tie.item, tie.outcome) for tie in ties] == [(item, outcome) for *_, item, outcome in rows]


def test_an_archive_worked_out_by_an_older_version_is_brought_up_to_date(
    location: str, passphrase: str, archive: Archive
) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    judge(archive, f"{REPORT}#75.1", "text", "Build lighthouses", reason="", who="Ada")
    before = (tasks.list_recommendations(archive), tasks.list_questions(archive), tasks.search(archive, "lighthouse"))
    tables.Document.objects.using(archive.alias).update(derived=0)
    tables.Recommendation.objects.using(archive.alias).update(history=[])
    tables.Question.objects.using(archive.alias).all().delete()
    tables.Passage.objects.using(archive.alias).update(text="")
    archive.close()
    with open_archive(location, passphrase=passphrase) as again:
        after = (tasks.list_recommendations(again), tasks.list_questions(again), tasks.search(again, "lighthouse"))
    assert after == before
    assert before[2].total == 1
