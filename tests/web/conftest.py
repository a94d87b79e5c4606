"""The papers of Arvenia and Lower Selm on record, and a browser without a window that has come in."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from onrecord.store.archive import Archive
from onrecord.tasks import add_documents, open_archive
from onrecord.web import served
from onrecord.web.adding import jobs

EXAMPLES = Path(__file__).parents[2] / "examples"
PORT = 8419
HOST = f"127.0.0.1:{PORT}"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ONRECORD_PASSPHRASE", "ONRECORD_PASSPHRASE_FILE", "ONRECORD_WORKERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def whole_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Only to be copied, see ``archive``."""
    path = tmp_path_factory.mktemp("whole") / "example.onrecord"
    with open_archive(path, passphrase="", create=True) as archive:
        report = add_documents(archive, [EXAMPLES / "arvenia" / "papers", EXAMPLES / "lower-selm" / "papers"])
    assert not report.failed
    return path


@pytest.fixture
def archive(whole_archive: Path, tmp_path: Path) -> Iterator[Archive]:
    """A copy of the example for one test, served."""
    copy = shutil.copy(whole_archive, tmp_path / "example.onrecord")
    with open_archive(copy, passphrase="") as opened:
        served.start(opened, PORT)
        yield opened
        jobs.stop_all()
        served.stop()


@pytest.fixture
def outside(archive: Archive) -> Client:
    """A browser that has not come in."""
    return Client(HTTP_HOST=HOST)


@pytest.fixture
def client(outside: Client) -> Client:
    """A browser that came in by the link."""
    assert outside.get(served.current().link.partition(HOST)[2]).status_code == 200
    return outside
