"""Errors end as calm words and an exit code."""

import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import LockedFile, WrongPassphrase

from .conftest import PAPERS, Call


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Exception:
    error = ZeroDivisionError("of nothing")

    def read(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(onrecord, "read", read)
    return error


@pytest.mark.usefixtures("fails")
def test_what_nobody_foresaw_is_told_calmly(call: Call) -> None:
    said = call("read", "report.pdf")
    assert (said.code, said.out) == (4, "")
    assert "ZeroDivisionError: of nothing" in said.err
    assert "Try:" in said.err
    assert "Traceback" not in said.err


@pytest.mark.usefixtures("fails")
def test_debug_shows_the_lines_of_code(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Traceback" in call("--debug", "read", "report.pdf").err
    monkeypatch.setenv("ONRECORD_DEBUG", "1")
    assert "Traceback" in call("read", "report.pdf").err


def test_a_run_that_cannot_be_done_says_what_where_and_what_to_try(call: Call, tmp_path: Path) -> None:
    said = call("documents", tmp_path / "none.onrecord")
    assert (said.code, said.out) == (3, "")
    assert "none.onrecord" in said.err
    assert "  Try: " in said.err


def test_ctrl_c_ends_with_130(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(onrecord, "read", read)
    said = call("read", "report.pdf")
    assert (said.code, said.out, said.err.strip()) == (130, "", "Stopped.")


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (LockedFile("The file is locked.", advice="Unlock it.", where="a.pdf"), "a.pdf: The file is locked.\n"),
        (WrongPassphrase("x.onrecord does not open.", where="x.onrecord"), "x.onrecord does not open.\n"),
    ],
)
def test_the_place_is_named_once(call: Call, error: Exception, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(onrecord, "read", read)
    assert call("read", "a.pdf").err.startswith(told)


def test_a_reader_that_goes_away_is_no_error() -> None:
    line = f"{sys.executable} -m onrecord.cli read --json {PAPERS}/*.pdf | head -c 10"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    assert (len(done.stdout), done.stderr) == (10, "")
