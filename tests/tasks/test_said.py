"""What papers say, listed and narrowed; conflicts worked out; names joined by a person, with undo."""

from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.model import NamedKind
from onrecord.store.archive import Archive

FIRST = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: Fire at the Selmgrad mill",
        "(Geneva) – In April 2019, at least 14 workers died in the fire at the textile mill of Selmgrad, Selm Watch "
        "said.¹ Nadia Orletova, a labour lawyer, was arrested on 3 May 2019 under Article 77 of the Arvenian Penal "
        "Code.",
        "The authorities of Arvenia should release Nadia Orletova and reopen the inquiry into the fire.",
        "¹ https://example.org/report/2019",
    )
)
SECOND = "\n\n".join(
    (
        "Arvenia Labour Network: statement on the fire at the Selmgrad mill",
        "According to hospital doctors, 9 workers died in the fire at the textile mill of Selmgrad in April 2019.¹ "
        "The lawyer Nadya Orletova has been held since 3 May 2019. Her family has not been allowed to visit her.",
        "The State labour inspectorate of Arvenia had closed its office there in 2017. No inspector has come since.",
        "¹ http://www.example.org/report/2019/",
    )
)


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    papers = tmp_path / "papers"
    papers.mkdir()
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (papers / name).write_text(text, encoding="utf-8")
    report = tasks.add_documents(archive, [papers], workers=1)
    assert not report.failed
    return archive


def test_claims_are_listed_narrowed_and_shown(filled: Archive) -> None:
    every = tasks.list_claims(filled)
    assert every.total == len(every.rows) > 4
    deaths = tasks.list_claims(filled, tasks.ClaimFilter(words="workers died", figures=True))
    assert {row.claim.figures[0].value for row in deaths} == {14, 9}
    assert tasks.list_claims(filled, tasks.ClaimFilter(words="no such words")).total == 0
    assert sum(tasks.claim_facets(filled)["kind"].values()) == every.total
    kinds = tasks.claim_facets(filled)["kind"]
    narrowed = tasks.claim_facets(filled, tasks.ClaimFilter(kind=next(iter(kinds))))
    assert narrowed["kind"] == kinds  # another kind can be taken instead
    assert sum(narrowed["voice"].values()) == next(iter(kinds.values()))
    detail = tasks.show_claim(filled, deaths.rows[0].claim.id)
    assert deaths.rows[0].claim.text in detail.sentence
    assert [note.number for note in detail.notes] == ["1"]


def test_a_conflict_comes_up_by_itself_with_both_passages(filled: Archive) -> None:
    conflicts = tasks.list_comparisons(filled)
    assert [one.verdict for one in conflicts] == ["disagree"]
    sides = conflicts.rows[0].sides
    assert len({side.paper.sha256 for side in sides}) == 2
    assert tasks.show_comparison(filled, conflicts.rows[0].id) == conflicts.rows[0]
    assert tasks.list_claims(filled, tasks.ClaimFilter(compared="conflict")).total == 2


def test_one_source_of_two_papers(filled: Archive) -> None:
    (source,) = tasks.list_sources(filled)
    assert source.source == "example.org/report/2019"
    assert len(source.papers) == 2


def test_proposals_own_and_reported(filled: Archive) -> None:
    (proposal,) = tasks.list_proposals(filled, own=True)
    assert len(proposal.proposal.asks) == 2
    assert tasks.list_proposals(filled, own=False).total == 0


def test_names_are_joined_by_a_person_only_and_parted_again(filled: Archive) -> None:
    people = tasks.list_named(filled, tasks.NamedFilter(NamedKind.PERSON, words="orletova"))
    assert {row.name for row in people} == {"Nadia Orletova", "Nadya Orletova"}
    keys = [row.key for row in people]
    assert [row.key for row in tasks.show_named(filled, keys[0]).perhaps] == [keys[1]]
    decision = tasks.join_names(filled, keys[0], keys[1], reason="the same arrest", who="Ana")
    (joined,) = tasks.list_named(filled, tasks.NamedFilter(NamedKind.PERSON, words="orletova"))
    assert (joined.papers, joined.joined) == (2, 2)
    assert len(tasks.show_named(filled, keys[1]).mentions) >= 3
    with pytest.raises(tasks.NotAllowed):
        tasks.join_names(filled, keys[1], keys[0], reason="", who="Ben")
    tasks.withdraw(filled, decision.id, who="Ana")
    assert tasks.list_named(filled, tasks.NamedFilter(NamedKind.PERSON, words="orletova")).total == 2
    tasks.keep_apart(filled, keys[1], keys[0], reason="two sisters", who="Ana")
    assert not tasks.show_named(filled, keys[0]).perhaps


def test_a_join_survives_a_new_reading_and_another_archive(filled: Archive) -> None:
    keys = [row.key for row in tasks.list_named(filled, tasks.NamedFilter(NamedKind.PERSON, words="orletova"))]
    tasks.join_names(filled, *keys, reason="", who="Ana")
    for paper in {row.paper.sha256 for row in tasks.list_claims(filled)}:
        tasks.read_again(filled, paper)
    assert tasks.list_named(filled, tasks.NamedFilter(NamedKind.PERSON, words="orletova")).total == 1


def test_what_is_not_there_says_so(filled: Archive) -> None:
    for ask in (tasks.show_claim, tasks.show_comparison, tasks.show_named):
        with pytest.raises(NotFound):
            ask(filled, "nothing")
