"""Weaker uptake: what States said in the dialogue and what committees ask, beside recommendations, never among them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.model.judgement import VERDICT
from onrecord.model.link import LinkKind
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import PaperUptake
from onrecord.tasks.followed_up import taken_up

EXAMPLES = Path(__file__).parents[2] / "examples"
PAPER = "\n\n".join(
    (
        "Selm Watch",
        "Arvenia: what the review should ask",
        "(Geneva, 3 May 2022) – In April 2021, at least 14 workers died in the fire at the mill of Selmgrad, Arvenia, "
        "Selm Watch said. The Government of Arvenia has opened no inquiry.",
        "Recommendations to the Government of Arvenia",
        "- The State should shorten the time that asylum seekers wait for an interview.",
        "- The State should plant trees along the Selm.",
    )
)
OBSERVATIONS = """United Nations

CCPR/C/XAV/CO/3

Distr.: General

28 March 2024

Human Rights Committee

Concluding observations on the third periodic report of Arvenia

A. Introduction

1. The Committee considered the third periodic report of Arvenia.

C. Principal matters of concern and recommendations

Asylum

3. The Committee is concerned that asylum seekers wait for years.

4. The State party should shorten the time for which asylum seekers wait to be heard.
"""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("raised")
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    (folder / "observations.txt").write_text(OBSERVATIONS, encoding="utf-8")
    papers = [folder / "paper.txt", folder / "observations.txt", EXAMPLES / "arvenia" / "papers" / "A-HRC-52-97.pdf"]
    with tasks.open_archive(folder / "raised.onrecord", passphrase="", create=True) as archive:
        assert not tasks.add_documents(archive, papers, workers=1).failed
        yield archive


def uptake(archive: Archive) -> PaperUptake:
    return tasks.uptake_of(archive, next(r.sha256 for r in tasks.list_documents(archive) if r.name == "paper.txt"))


def test_what_a_state_said_in_the_room_is_told_with_its_paragraph_and_reasons(filled: Archive) -> None:
    asylum, trees = uptake(filled).rows
    said = {one.kind: one for one in asylum.raised}
    assert said["dialogue"].states == ("PHL",)
    assert said["dialogue"].place.paragraph == "37"
    assert "asylum" in said["dialogue"].text
    assert said["dialogue"].reasons
    assert 0.3 <= said["dialogue"].score <= 1
    assert (said["committee"].states, said["committee"].place.paragraph) == ((), "4")
    assert (trees.raised, trees.only_raised) == ((), False)


def test_it_is_never_among_recommendations(filled: Archive) -> None:
    found = uptake(filled)
    keys = {one.key for row in found.rows for one in row.raised}
    assert not keys & {link.other.key for row in found.rows for link in row.links}
    assert all(row.decision is not LinkKind.NONE or not row.only_raised or row.raised for row in found.rows)
    assert "raised" not in {one.relation for one in tasks.list_links(filled, "XAV")}


def test_what_a_person_refuses_counts_no_longer(filled: Archive) -> None:
    before = uptake(filled)
    one = next(one for one in before.rows[0].raised if one.kind == "dialogue")
    judged = tasks.judge(filled, one.target, VERDICT, "wrong", reason="Only reception.", who="Ada")
    assert str(judged.seen).startswith("same subject")
    after = uptake(filled)
    assert next(row for row in after.rows[0].raised if row.key == one.key).verdict == "wrong"
    spoke = {row.state: row.raised for row in after.states}
    assert spoke.get("PHL", 0) == 0
    tasks.withdraw(filled, judged.id, who="Ada")
    assert uptake(filled) == before


def test_papers_tell_it_as_raised_and_as_suggested(filled: Archive) -> None:
    rows = tables.Proposal.objects.using(filled.alias).filter(document__name="paper.txt", voice="publisher")
    proposals = list(rows.select_related("document").order_by("order"))
    for row in proposals:
        tables.TextLink.objects.using(filled.alias).filter(relation="uptake", one=row.key).delete()
    told = [said for said, _ in taken_up(filled, proposals)[proposals[0].key]]
    assert told[0] == "none found in A/HRC/52/97"
    assert any(said.startswith("raised in the dialogue by Philippines, para. 37 (suggested, 0.") for said in told)
    assert any(said.startswith("raised by a committee, para. 4 (suggested, 0.") for said in told)
    russian = [said for said, _ in taken_up(filled, proposals, language="ru")[proposals[0].key]]
    assert any("затронуто в диалоге" in said for said in russian)
    assert [said for said, _ in taken_up(filled, proposals)[proposals[1].key]] == ["none found in A/HRC/52/97"]
