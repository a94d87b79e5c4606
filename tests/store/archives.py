"""Fixtures: every test that asks for ``archive`` runs on a plain file, an encrypted file and PostgreSQL."""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.store.archive import Archive
from onrecord.tasks import open_archive

PASSPHRASE = "seven grey herons"
KINDS = ("plain", "encrypted", "postgres")


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("ONRECORD_PASSPHRASE", "ONRECORD_PASSPHRASE_FILE", "ONRECORD_WORKERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def location(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new archive can be made."""
    if kind == "postgres":
        return str(request.getfixturevalue("new_database")())
    return str(tmp_path / "archive.onrecord")


@pytest.fixture
def passphrase(kind: str) -> str:
    return PASSPHRASE if kind == "encrypted" else ""


@pytest.fixture
def archive(location: str, passphrase: str) -> Iterator[Archive]:
    with open_archive(location, passphrase=passphrase, create=True) as opened:
        yield opened


@pytest.fixture
def new_database(postgres: Path) -> Callable[[], str]:
    """Gives the URL of an empty database."""

    def make() -> str:
        name = f"t{uuid.uuid4().hex}"
        server = f"host={postgres}&user=onrecord"
        _run(_tool("createdb"), "-h", str(postgres), "-U", "onrecord", name)
        return f"postgresql:///{name}?{server}"

    return make


@pytest.fixture(scope="session")
def postgres() -> Iterator[Path]:
    """A private PostgreSQL server that listens on a socket in a folder of its own; gives that folder."""
    if not _tool("initdb"):
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed, and CI must test it (Debian: postgresql)")
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    # Not pytest's own folder: a socket's path must be short, and the server's user must get in.
    folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-", dir="/tmp"))
    as_user = _as_server_user(folder)
    data = folder / "data"
    _run(*as_user, _tool("initdb"), "-D", str(data), "-U", "onrecord", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off"
    control = (*as_user, _tool("pg_ctl"), "-D", str(data), "-l", str(folder / "log"), "-w")
    _run(*control, "-o", options, "start")
    try:
        yield folder
    finally:
        _run(*control, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _tool(name: str) -> str:
    """Debian keeps PostgreSQL's programs out of the path."""
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    return shutil.which(name, path=os.pathsep.join([*map(str, places), os.environ.get("PATH", "")])) or ""


def _as_server_user(folder: Path) -> tuple[str, ...]:
    """PostgreSQL refuses to run as root: give the folder to another user and run as that one."""
    if os.geteuid() != 0:
        return ()
    user = "postgres"
    shutil.chown(folder, user)
    folder.chmod(0o755)
    return ("runuser", "-u", user, "--")


def _run(*command: str) -> None:
    # From a folder that the server's user may enter.
    done = subprocess.run(command, cwd="/tmp", capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
