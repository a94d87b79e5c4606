"""Imported rows at a glance: files, choices, and what ties in each review."""

from pathlib import Path

from django.db import connections
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, REPORT, report

ROWS = (
    "To,From,Text,Response,Action,Issue,Session\n"
    "Lower Selm,France,Plant trees,Noted,4,Other,32\n"
    "Arvenia,France,Ratify the Convention on Harbours.,Accepted,5,Harbours,49\n"
    'Arvenia,Germany,Build a bridge to the moon,Noted,4,"Other,Transport",49\n'
    "Atlantis,Nowhere,Train judges,Noted,4,,\n"
)


def test_what_was_imported(archive: Archive, tmp_path: Path) -> None:
    assert tasks.coded_files(archive) == tasks.coded_reviews(archive) == ()
    assert tasks.coded_choices(archive) == tasks.CodedChoices((), (), (), ())
    (tmp_path / "export.csv").write_text(ROWS, encoding="utf-8")
    put_on_record(archive, report(ITEMS).prepared())
    tasks.import_coded(archive, tmp_path / "export.csv")
    (file,) = tasks.coded_files(archive)
    assert (file.name, file.rows) == ("export.csv", 4)
    found = tasks.coded_choices(archive)
    assert (found.states, found.bys, found.sessions) == (("XAV", "XLS"), ("DEU", "FRA"), (32, 49))
    assert found.issues == ("Harbours", "Other", "Transport")
    with CaptureQueriesContext(connections[archive.alias]) as told:
        first, *rest = tasks.coded_reviews(archive)
    assert len(told) == 3  # one of them asks what has to be withheld
    assert (first.state, first.session, first.report, first.rows, first.tied) == ("XAV", 49, REPORT, 2, 1)
    assert first.outcomes == {"tied": 1, "no_text": 1}
    assert [(one.state, one.name, one.session, one.report, one.outcomes) for one in rest] == [
        ("XLS", "Lower Selm", 32, "", {"no_report": 1}),
        ("", "Atlantis", None, "", {"no_report": 1}),
    ]
