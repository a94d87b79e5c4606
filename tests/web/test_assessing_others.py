"""Assessing what is no recommendation of a review: committees' recommendations, promises, claims, proposals."""

from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.store.archive import Archive

MOST = 15
COMMITTEE = "CCPR/C/XAV/CO/3#4"
OBSERVATIONS = """CCPR/C/XAV/CO/3

Human Rights Committee

Concluding observations on the third periodic report of Arvenia

A. Introduction

1. The Committee considered the third periodic report of Arvenia.

C. Principal matters of concern and recommendations

Prisons

3. The Committee is concerned that 12 prisons are overcrowded (art. 10).

4. The State party should close two prisons and publish their records.
"""
STATEMENT = """Selm Watch

Arvenia: promises of January

(Geneva, 4 May 2025) – In January 2025 Arvenia promised to close two prisons, Selm Watch said.

The Government of Arvenia should open the records of its prisons.
"""


@pytest.fixture
def told(archive: Archive, tmp_path: Path) -> Archive:
    """The example with an NGO's statement and a committee's observations."""
    for name, text in {"observations.txt": OBSERVATIONS, "statement.txt": STATEMENT}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert not tasks.add_documents(archive, [tmp_path / "observations.txt", tmp_path / "statement.txt"]).failed
    return archive


def given(**more: object) -> dict[str, object]:
    base = {"level": "human-rights-committee B", "assessor": "UN body", "assessor_name": "The Committee"}
    return {**base, "name": "Ada", "outside": "Letter of 2026", "reasons": "One is closed.", "date": "2026-03", **more}


def test_what_can_be_assessed_is_listed_with_its_voices(client: Client, told: Archive) -> None:
    with tasks.seen_by(once=True), CaptureQueriesContext(connections[told.alias]) as captured:
        page = client.get("/progress/XAV/promises").content.decode()
    assert len(captured) <= MOST
    assert "close two prisons and publish" in page
    assert "promised to close two prisons" in page
    assert page.count("nobody has assessed it") == page.count("data-row") == 2
    assert client.get("/progress/XAV/promises?kind=committee").content.decode().count("data-row") == 1
    assert client.get("/progress/XAV/promises?kind=promise").content.decode().count("data-row") == 1
    assert "is on record" in client.get("/progress/FRA/promises").content.decode()
    assert 'href="/progress/XAV/promises"' in client.get("/progress/XAV/").content.decode()


def test_a_committees_recommendation_is_assessed_and_withdrawn(client: Client, told: Archive) -> None:
    path = "/following/of/CCPR/C/XAV/CO/3%234/"
    assert f'href="{path}"' in client.get("/progress/XAV/promises").content.decode()
    answer = client.post(path, given())
    assert (answer.status_code, answer["Location"]) == (302, f"{path}#voices")
    page = client.get(path).content.decode()
    assert "B: partially satisfactory" in page
    assert "<h1>What became of it</h1>" in page
    assert "The Committee</bdi>: B: partially" in client.get("/progress/XAV/promises").content.decode()
    (voice,) = tasks.assessments_of(told, COMMITTEE).voices
    gone = client.post("/following/withdraw", {"assessment": voice.last.id})
    assert gone["Location"] == f"{path}#voices"
    assert tasks.assessments_of(told, COMMITTEE).voices == ()


def test_a_promise_and_a_proposal_are_assessed_by_their_ids(client: Client, told: Archive) -> None:
    claim = next(row.claim for row in tasks.list_claims(told) if row.claim.kind.value == "commitment")
    assert f'href="/following/of/{claim.id}/"' in client.get(f"/claims/{claim.id}/").content.decode()
    proposal = tasks.list_proposals(told).rows[0].proposal
    assert f'href="/following/of/{proposal.id}/"' in client.get("/proposals/").content.decode()
    for target in (claim.id, proposal.id):
        assert client.post(f"/following/of/{target}/", given(level="implementation not")).status_code == 302
        assert tasks.assessments_of(told, target).voices[0].last.level == "not"


def test_without_evidence_it_is_refused_with_advice(client: Client, told: Archive) -> None:
    answer = client.post("/following/of/CCPR/C/XAV/CO/3%234/", given(outside=""))
    assert answer.status_code == 400
    assert "Without evidence" in answer.content.decode()
    assert tasks.assessments_of(told, COMMITTEE).voices == ()


@pytest.mark.parametrize("target", ["CCPR/C/XAV/CO/3%2399", "claim-none", "proposal-none", "nothing", "%23"])
def test_what_is_not_there(client: Client, told: Archive, target: str) -> None:
    assert client.get(f"/following/of/{target}/").status_code == 404
