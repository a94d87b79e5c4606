"""Runs command lines inside this process; the papers of Arvenia and an archive of them."""

import io
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import onrecord_command, run
from store.archives import (  # noqa: F401  fixtures
    new_database,
    postgres,
)

PAPERS = Path(__file__).parents[2] / "examples" / "arvenia" / "papers"


@dataclass(frozen=True, slots=True)
class Said:
    """How a command line ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Said]


@pytest.fixture(autouse=True)
def quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ONRECORD_PASSPHRASE", "ONRECORD_PASSPHRASE_FILE", "ONRECORD_DEBUG", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    def called(*arguments: str | Path, stdin: bytes = b"") -> Said:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        code = run(onrecord_command, [str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return called


@pytest.fixture(scope="session")
def whole_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of all papers of Arvenia: only to read from, see ``archive``."""
    path = tmp_path_factory.mktemp("arvenia") / "xav.onrecord"
    assert run(onrecord_command, ["new", str(path), "--no-passphrase"]) == 0
    assert run(onrecord_command, ["add", str(path), str(PAPERS)]) == 0
    return path


@pytest.fixture
def archive(whole_archive: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of it for one test."""
    yield Path(shutil.copy(whole_archive, tmp_path / "xav.onrecord"))
