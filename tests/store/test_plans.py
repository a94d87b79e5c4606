"""Goals of plans come back from every kind of archive as they were found."""

from pathlib import Path

import onrecord
from onrecord import tasks
from onrecord.store import findings, tables
from onrecord.store.archive import Archive

PLANS = Path(__file__).parents[2] / "examples" / "plans"


def test_goals_come_back_equal(archive: Archive) -> None:
    assert not tasks.add_documents(archive, [PLANS], workers=1).failed
    rows = {row.name.rpartition("/")[2]: row for row in tables.Document.objects.using(archive.alias)}
    for path in PLANS.iterdir():
        found = findings.load(rows[path.name]).goals
        assert found == onrecord.read(path).goals
        assert found
