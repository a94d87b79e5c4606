"""Runs what the docs show: every command of docs/command-line.md and every example of docs/python.md."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAPERS = ROOT / "examples" / "arvenia" / "papers"
FIRE = ROOT / "examples" / "selmgrad-fire"
ELLIPSIS = "…"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The papers of examples/arvenia and examples/selmgrad-fire, with no settings of whoever runs the tests."""
    shutil.copytree(PAPERS, tmp_path / "papers")
    shutil.copytree(FIRE, tmp_path, dirs_exist_ok=True)
    for name in [name for name in os.environ if name.startswith("ONRECORD_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown_commands(page: str) -> list[tuple[str, str]]:
    """Each command line in a ``console`` block, with what is shown below it."""
    found: list[tuple[str, str]] = []
    for block in re.findall(r"^```console\n(.*?)^```", page, re.M | re.S):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


def fits(shown: str, printed: str) -> bool:
    """Whether the output is as shown; ``…`` stands for anything, alone on a line for any number of lines."""
    pattern = "".join(
        "(?:.*\n)*?" if line == ELLIPSIS else re.escape(line).replace(ELLIPSIS, ".*") + "\n"
        for line in shown.rstrip("\n").split("\n")
    )
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None


def test_command_line(folder: Path) -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    commands = shown_commands(page)
    assert len(commands) > 15
    code = 0
    for command, shown in commands:
        if command == "echo $?":
            assert shown == f"{code}\n"
            continue
        done = subprocess.run(
            ["bash", "-c", command.replace("onrecord ", f"{sys.executable} -m onrecord.cli ", 1)],
            capture_output=True,
            text=True,
            cwd=folder,
            stdin=subprocess.DEVNULL,
        )
        code = done.returncode
        assert fits(shown, done.stdout), f"$ {command}\n{done.stdout}{done.stderr}"
        assert code in (0, 1), command


def test_every_verb_is_shown() -> None:
    from onrecord.cli import VERBS

    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    verbs = {command.split()[1] for command, _ in shown_commands(page) if command.startswith("onrecord ")}
    # `serve` goes on until somebody stops it; its own tests run it.
    assert verbs == set(VERBS) - {"serve"}
    assert "`serve`" in page


@pytest.mark.usefixtures("folder")
def test_python() -> None:
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(page, {}, "python.md", "docs/python.md", 0)
    assert len(examples.examples) > 20
    failed = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(examples)
    assert failed.failed == 0


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n", "a\nb\n", False),
        ("a\n…\n", "a\nb\nc\n", True),
        ("…\nc\n", "a\nb\nc\n", True),
        ("a\n…\nc\n", "a\nc\n", True),
        ("a\n…\nc\n", "a\nb\nd\n", False),
        ("a, …\n", "a, b\n", True),
        ("a, …\n", "b\n", False),
        ("1 + (2)\n", "1 + (2)\n", True),
    ],
)
def test_what_is_shown_fits_what_is_printed(shown: str, printed: str, same: bool) -> None:
    assert fits(shown, printed) is same
