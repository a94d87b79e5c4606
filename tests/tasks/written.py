"""The bundled example with the papers of its NGOs, once for all tests of written papers."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.store.archive import Archive
from onrecord.tasks import add_documents, open_archive

EXAMPLES = Path(__file__).parents[2] / "examples"
PAPERS = [EXAMPLES / "arvenia" / "papers", EXAMPLES / "arvenia-ngos" / "papers"]


@pytest.fixture(scope="session")
def whole_example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "xav.onrecord"
    with open_archive(path, passphrase="", create=True) as archive:
        assert not add_documents(archive, PAPERS).failed
    return path


@pytest.fixture
def example(whole_example: Path, tmp_path: Path) -> Iterator[Archive]:
    with open_archive(Path(shutil.copy(whole_example, tmp_path / "copy.onrecord")), passphrase="") as archive:
        yield archive
