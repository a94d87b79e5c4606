"""Names that may be the same come up until a person joins them or keeps them apart, and come up again after undo."""

from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.store.archive import Archive

FIRST = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: The bar after the strike",
        "(Geneva) – The Minister of Justice, Viktor Selyanov, suspended nine lawyers of Arvenia in April 2022, Selm "
        "Watch said. Viktor Selyanov said that the law allows it.",
        "The authorities of Arvenia should give the nine lawyers their licences back.",
    )
)
SECOND = "\n\n".join(
    (
        "Arvenia Labour Network: statement on lawyers without a licence",
        "The Minister of Justice, Viktor Selianov, told reporters in May 2022 that nobody was punished. Nine lawyers "
        "of Arvenia have had no work since April 2022.",
        "The Government of Arvenia should let them work.",
    )
)


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (papers / name).write_text(text, encoding="utf-8")
    assert not tasks.add_documents(archive, [papers], workers=1).failed
    return archive


def names(archive: Archive, kind: str = "person") -> list[tuple[str, str]]:
    return [(offer.one.name, offer.other.name) for offer in tasks.list_offers(archive, kind=kind)]


def test_two_spellings_wait_with_a_reason(filled: Archive) -> None:
    (offer,) = tasks.list_offers(filled, kind="person")
    assert (offer.one.name, offer.other.name) == ("Viktor Selianov", "Viktor Selyanov")
    assert "two spellings" in offer.reason
    assert tasks.list_offers(filled, kind="person", limit=0).total == 1
    assert names(filled, "organisation") == []


@pytest.mark.parametrize("verb", [tasks.join_names, tasks.keep_apart])
def test_what_is_decided_waits_no_more_until_it_is_undone(filled: Archive, verb: object) -> None:
    (offer,) = tasks.list_offers(filled, kind="person")
    decided = verb(filled, offer.one.key, offer.other.key, reason="One minister.", who="Aigerim S.")  # type: ignore[operator]
    assert names(filled) == []
    for key in (offer.one.key, offer.other.key):
        assert [one.id for one in tasks.name_decisions(filled, [key])] == [decided.id]
    tasks.withdraw(filled, decided.id, who="Aigerim S.")
    assert names(filled) == [("Viktor Selianov", "Viktor Selyanov")]
    assert [one.stands for one in tasks.name_decisions(filled, [offer.one.key])] == [False]


@pytest.mark.parametrize("verb", [tasks.join_names, tasks.keep_apart])
def test_a_decision_on_names_goes_to_another_archive(filled: Archive, tmp_path: Path, verb: object) -> None:
    (offer,) = tasks.list_offers(filled, kind="person")
    decided = verb(filled, offer.one.key, offer.other.key, reason="One minister.", who="Aigerim S.")  # type: ignore[operator]
    tasks.export_judgements(filled, tmp_path / "decisions.jsonl")
    with tasks.open_archive(tmp_path / "other.onrecord", passphrase="", create=True) as other:
        waiting = tasks.import_judgements(other, tmp_path / "decisions.jsonl")
        assert waiting.added == 1
        assert waiting.waiting == (f"name:{offer.one.key}",)
        tasks.add_documents(other, [tmp_path / "papers"], workers=1)
        again = tasks.import_judgements(other, tmp_path / "decisions.jsonl")
        assert (again.added, again.known, again.waiting, again.conflicts) == (0, 1, (), ())
        assert names(other) == []
        assert [one.id for one in tasks.name_decisions(other, [offer.one.key])] == [decided.id]


def test_two_archives_that_decide_otherwise_show_it(filled: Archive, tmp_path: Path) -> None:
    (offer,) = tasks.list_offers(filled, kind="person")
    tasks.join_names(filled, offer.one.key, offer.other.key, reason="", who="Aigerim S.")
    tasks.export_judgements(filled, tmp_path / "decisions.jsonl")
    with tasks.open_archive(tmp_path / "other.onrecord", passphrase="", create=True) as other:
        tasks.add_documents(other, [tmp_path / "papers"], workers=1)
        tasks.keep_apart(other, offer.one.key, offer.other.key, reason="Two men.", who="Jonas M.")
        (conflict,) = tasks.import_judgements(other, tmp_path / "decisions.jsonl").conflicts
        assert (conflict.ours.who, conflict.theirs.who) == ("Jonas M.", "Aigerim S.")
