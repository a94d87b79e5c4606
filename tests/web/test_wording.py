"""The page that helps with the wording of a recommendation, and the ways to it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.web import served
from tasks.written import whole_example  # noqa: F401  fixture

from .conftest import PORT

MOST = 15
ASK = "Ensure that every questioning by the police is recorded on video"


@pytest.fixture
def archive(whole_example: Path, tmp_path: Path) -> Iterator[Archive]:  # noqa: F811
    with tasks.open_archive(Path(shutil.copy(whole_example, tmp_path / "copy.onrecord")), passphrase="") as opened:
        served.start(opened, PORT)
        yield opened
        served.stop()


def test_a_recommendation_typed_in(client: Client, archive: Archive) -> None:
    assert "Its own words" not in client.get("/wording/").content.decode()
    with tasks.seen_by(once=True), CaptureQueriesContext(connections[archive.alias]) as captured:
        page = client.post("/wording/", {"text": ASK, "state": "XAV"}).content.decode()
    assert len(captured) <= MOST
    assert "4: act in general" in page
    assert "“Ensure”" in page
    assert "No date: by when?" in page
    assert 'href="/recommendations/A/HRC/52/97/52.3/"' in page
    assert f">{ASK}</textarea>" in page
    assert 'value="XAV" selected' in page


def test_nothing_is_kept_and_nothing_typed_is_run(client: Client, archive: Archive) -> None:
    page = client.post("/wording/", {"text": "<script>alert(1)</script>\x00 Ensure", "state": "<b>"}).content.decode()
    assert "<script>alert" not in page
    assert tasks.list_written(archive) == ()


def test_an_empty_form_says_what_to_do(client: Client) -> None:
    answer = client.post("/wording/", {"text": "  "})
    assert answer.status_code == 400
    assert "Write the recommendation first." in answer.content.decode()


def test_from_the_editor_of_a_paper(client: Client, archive: Archive) -> None:
    text = f"## Recommendations\n\n- {ASK}\n"
    paper = tasks.new_paper(archive, "Mine", text, state="XAV", who="Ann")
    assert f'href="/written/{paper.id}/wording"' in client.get(f"/written/{paper.id}/").content.decode()
    page = client.get(f"/written/{paper.id}/wording").content.decode()
    assert "“Ensure”" in page
    assert f'name="text" value="{ASK}"' in page
    bare = tasks.new_paper(archive, "Bare", "Nothing.", who="Ann")
    assert "Under no heading" not in page
    assert "Under no heading" in client.get(f"/written/{bare.id}/wording").content.decode()
    assert client.get("/written/no-such-paper/wording").status_code == 404


def test_from_the_proposals_of_papers(client: Client, archive: Archive) -> None:
    page = client.get("/proposals/?state=XAV").content.decode()
    assert page.count('action="/wording/"') == page.count("data-row")
    assert page.count('name="state" value="XAV"') == page.count("data-row")
