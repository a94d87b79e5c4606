"""``links``, ``champions`` and ``uptake`` over an archive: Arvenia with the papers of three organisations."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.tasks import add_documents, open_archive

from .conftest import Call

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Path of an archive with the report on Arvenia and what three organisations asked before it."""
    path = tmp_path_factory.mktemp("links") / "a.onrecord"
    with open_archive(path, passphrase="", create=True) as archive:
        report = EXAMPLES / "arvenia" / "papers" / "A-HRC-52-97.pdf"
        assert not add_documents(archive, [report, EXAMPLES / "arvenia-ngos" / "papers"]).failed
    yield str(path)


def test_what_became_of_the_proposals_of_a_paper(call: Call, papers: str) -> None:
    said = call("uptake", papers, "bridge-briefing.pdf")
    assert (said.code, said.err) == (0, "")
    assert "Suggested: same ask" in said.out
    assert "51.11" in said.out
    assert "Czechia" in said.out
    rows = [json.loads(row) for row in call("uptake", papers, "bridge-briefing.pdf", "--json").out.splitlines()]
    assert [row["decision"] for row in rows].count("same ask") == 1
    assert {"id", "text", "report", "links", "chance"} <= rows[0].keys()


def test_both_ways_of_asking_cannot_be_mixed(call: Call, papers: str) -> None:
    assert call("uptake", papers).code == 2
    assert call("uptake", papers, "a.pdf", "--proposals", "p.jsonl").code == 2
    assert call("uptake", "--proposals", "p.jsonl").code == 2


def test_links_and_a_decision_on_one(call: Call, papers: str) -> None:
    rows = [json.loads(row) for row in call("links", papers, "--state", "Arvenia", "--json").out.splitlines()]
    assert rows[0].keys() >= {"target", "relation", "kind", "score", "reasons", "other", "decision"}
    target = rows[0]["target"]
    judged = call("links", papers, "--state", "XAV", "--judge", target, "--verdict", "wrong", "--who", "Ada")
    assert json.loads(judged.out)["value"] == "wrong"
    again = [json.loads(row) for row in call("links", papers, "--state", "XAV", "--json").out.splitlines()]
    assert next(row for row in again if row["target"] == target)["decision"]["who"] == "Ada"
    assert call("links", papers, "--state", "XAV", "--judge", "link:no", "--who", "Ada").code == 3
    assert "between reviews" in call("links", papers, "--state", "XAV").out


def test_champions(call: Call, papers: str) -> None:
    said = call("champions", papers, "defamation", "Arvenia")
    assert "Czechia" in said.out
    assert "2 States." in said.out
    row = json.loads(call("champions", papers, "defamation", "XAV", "--json").out.splitlines()[0])
    assert row["champion"]["here"][0]["id"] == "A/HRC/52/97#51.11"
    assert "No State spoke of it" in call("champions", papers, "glaciers", "XAV").out
