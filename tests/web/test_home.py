"""The first page: what waits, what was added last, what was imported; and each of them when there is nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.web import served

from .conftest import HOST, PORT


@pytest.fixture
def nothing(tmp_path: Path) -> Iterator[Client]:
    """A browser before an archive that holds nothing."""
    with tasks.open_archive(tmp_path / "empty.onrecord", passphrase="", create=True) as opened:
        served.start(opened, PORT)
        client = Client(HTTP_HOST=HOST)
        client.get(served.current().link.partition(HOST)[2])
        yield client
        served.stop()


def test_what_is_there(client: Client, archive: Archive, tmp_path: Path) -> None:
    (tmp_path / "export.csv").write_text("To,From,Text,Response,Session\nArvenia,France,Plant trees,Noted,3\n")
    tasks.import_coded(archive, tmp_path / "export.csv")
    page = client.get("/").content.decode()
    waiting = sum(tasks.count_questions(archive).values())
    assert waiting > 0
    assert f'Waits for you <span class="n num">{waiting}</span>' in page
    assert 'Imported rows</a> <span class="n num">1</span>' in page
    assert '<a class="plain" href="/coded/?outcome=no_report">' in page
    for part in ("Drop papers here", "Added last", "Time line of reviews", "pairs"):
        assert part in page
    items = tasks.list_recommendations(archive).total
    assert f">{items} recommendations</a>" in page


def test_nothing_is_said_calmly(nothing: Client) -> None:
    page = nothing.get("/").content.decode()
    for sentence in (
        "Nothing yet.",
        "What the reader is unsure of will stand here.",
        "Nothing was added yet.",
        "Import it",
    ):
        assert sentence in page
    for path in ("/coded/", "/coded/reviews", "/recommendations/?group_by=by", "/reviews/", "/reviews/over-time"):
        assert nothing.get(path).status_code == 200
