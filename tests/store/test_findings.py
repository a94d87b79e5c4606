"""What goes into the archive comes out again, to the letter, on every kind of archive."""

from onrecord.model import Position
from onrecord.store import documents, findings, tables
from onrecord.store.archive import Archive
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, REPORT, answers, report


def test_findings_come_back_equal(archive: Archive) -> None:
    for paper in (report(ITEMS), answers({"75.1": Position.SUPPORTED}, tallies=(4, 1, 3))):
        put_on_record(archive, paper.prepared())
        row = tables.Document.objects.using(archive.alias).get(sha256=paper.document.sha256)
        assert findings.load(row) == paper.findings


def test_document_and_bytes_come_back_equal(archive: Archive) -> None:
    paper = report(ITEMS)
    put_on_record(archive, paper.prepared())
    row = tables.Document.objects.using(archive.alias).get()
    assert documents.load(row) == paper.document
    assert documents.content_of(row) == paper.content


def test_every_finding_is_found_again_at_its_place(archive: Archive) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    row = tables.Document.objects.using(archive.alias).get()
    document, found = documents.load(row), findings.load(row)
    for r in found.recommendations:
        assert document.text[r.place.start : r.place.end] == r.text
        assert document.boxes(r.place.start, r.place.end) == r.place.boxes != ()
    assert len(found.recommendations) == len(ITEMS)


def test_a_state_named_twice_counts_once_as_a_pair(archive: Archive) -> None:
    put_on_record(archive, report({"76.1": ITEMS["76.1"]}).prepared())
    row = tables.Recommendation.objects.using(archive.alias).get()
    assert row.states == ["KAZ", "KAZ", "JPN"]
    assert sorted(row.pairs.values_list("state", flat=True)) == ["JPN", "KAZ"]


def test_ids_are_made_of_content(archive: Archive) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    keys = tables.Recommendation.objects.using(archive.alias).order_by("order").values_list("key", flat=True)
    assert list(keys) == [f"{REPORT}#{number}" for number in ITEMS]
