"""``onrecord serve --check``, in a process of its own: the web face configures Django for itself."""

import subprocess
import sys
from pathlib import Path

from .conftest import PAPERS


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "onrecord.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=300)


def test_check_looks_at_the_pages_and_ends(tmp_path: Path) -> None:
    archive = tmp_path / "check.onrecord"
    assert run("new", archive).returncode == 0
    assert run("add", archive, PAPERS / "A-HRC-52-97.pdf").returncode == 0
    done = run("serve", archive, "--check")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "The workbench answers: 60 pages looked at.\n"


def test_only_this_machine_is_served(tmp_path: Path) -> None:
    archive = tmp_path / "here.onrecord"
    assert run("new", archive).returncode == 0
    done = run("serve", archive, "--check", "--host", "0.0.0.0")
    assert done.returncode != 0
    assert "only" in done.stderr
