"""The list of defenders at risk, and what is new in it since a day."""

from datetime import UTC, datetime

import pytest

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.tasks import cases

PASS = "four brown otters"


@pytest.fixture
def rights(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> tasks.CaseRights:
    """Two cases, written on days that are told."""
    rights = tasks.set_case_lock(archive, PASS, who="Ilva")

    def on(day: str) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
                return datetime.fromisoformat(f"{day}T10:00:00").replace(tzinfo=UTC)

        monkeypatch.setattr("onrecord.store.cases.datetime", Clock)

    on("2019-05-04")
    first = tasks.open_case(archive, "Nadia Orletova", reason="A lawyer of the mill's workers.", rights=rights)
    tasks.add_to_case(archive, first.id, "fact", "Arrested", date="2019-05-03", source="Selm Watch", rights=rights)
    tasks.add_to_case(archive, first.id, "note", "Sleeps at Harbour Street 12", rights=rights)
    tasks.add_to_case(archive, first.id, "contact", "0790 11", source="her sister", rights=rights)
    on("2019-06-01")
    second = tasks.open_case(archive, "Tomas Veld", rights=rights)
    tasks.add_to_case(archive, second.id, "fact", "Beaten", rights=rights)
    on("2020-02-02")
    last = tasks.add_to_case(archive, first.id, "last known", "Held in Selmgrad", date="2020-01", rights=rights)
    tasks.add_to_case(archive, first.id, "question", "Release not found", rights=rights)
    tasks.undo_in_case(archive, first.id, 3, rights=rights)  # the private note
    tasks.add_to_case(archive, first.id, "publication", "without name", reason="Her wish.", rights=rights)
    assert last.entries[-1].when.startswith("2020-02-02")
    return rights


def test_who_since_when_why_last_known_sources_and_what_may_be_told(archive: Archive, rights: tasks.CaseRights) -> None:
    found = tasks.list_defenders(archive, rights=rights)
    nadia, tomas = found.lines
    assert (nadia.name, nadia.since, nadia.why) == ("Nadia Orletova", "2019-05-03", "A lawyer of the mill's workers.")
    assert nadia.last_known == tasks.CaseTold("Held in Selmgrad", "2020-01", "")
    assert (nadia.questions, nadia.sources) == (("Release not found",), ("Selm Watch",))
    assert (nadia.publication, nadia.publication_reason) == (tasks.Publication.UNNAMED, "Her wish.")
    assert (tomas.since, tomas.why, tomas.last_known, tomas.changes) == ("", "Beaten", None, ())
    assert "Harbour Street" not in repr(found)
    assert "0790" not in repr(found)


def test_the_updated_list_tells_what_is_new(archive: Archive, rights: tasks.CaseRights) -> None:
    found = tasks.list_defenders(archive, since="2020", rights=rights)
    (nadia,) = found.lines
    assert (found.unchanged, nadia.is_new) == (1, False)
    assert [entry.field.value for entry in nadia.changes] == ["last known", "question", "publication"]
    later = tasks.list_defenders(archive, since="2019-06", rights=rights)
    assert [(line.name, line.is_new) for line in later.lines] == [("Nadia Orletova", False), ("Tomas Veld", True)]
    assert tasks.list_defenders(archive, since="2021", rights=rights).lines == ()


def test_only_for_keepers(archive: Archive, rights: tasks.CaseRights) -> None:
    with pytest.raises(tasks.NotAllowed):
        tasks.list_defenders(archive)
    with pytest.raises(tasks.NotAllowed), tasks.seen_by(tasks.Audience.OTHERS, rights=rights):
        tasks.list_defenders(archive)
    with pytest.raises(tasks.NotAllowed, match="no date"):
        tasks.list_defenders(archive, since="last week", rights=rights)
    assert cases.case_lock(archive).locked
