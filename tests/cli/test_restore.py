from pathlib import Path

import pytest

from .conftest import Call
from .terminal import at_terminal


def test_what_was_backed_up_is_there_again(call: Call, archive: Path, tmp_path: Path) -> None:
    call("backup", archive, tmp_path / "copy.onrecord")
    said = call("restore", tmp_path / "copy.onrecord", tmp_path / "again.onrecord")
    assert (said.code, said.out) == (0, f"{tmp_path / 'again.onrecord'} holds 7 documents, not encrypted.\n")
    listed = call("recommendations", archive, "--json").out
    assert call("recommendations", tmp_path / "again.onrecord", "--json").out == listed


def test_nothing_is_overwritten(call: Call, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "again.onrecord").write_bytes(b"mine")
    said = call("restore", archive, tmp_path / "again.onrecord")
    assert (said.code, (tmp_path / "again.onrecord").read_bytes()) == (3, b"mine")


def test_the_passphrase_of_the_backup_is_asked_for_at_a_terminal(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_PASSPHRASE", "between the lines")
    call("new", tmp_path / "a.onrecord")
    monkeypatch.delenv("ONRECORD_PASSPHRASE")
    arguments = ["restore", tmp_path / "a.onrecord", tmp_path / "b.onrecord"]
    assert call(*arguments).code == 3
    code, shown = at_terminal(arguments, answers=[("Passphrase of", "between the lines\n")])
    assert code == 0, shown
    assert "encrypted" in shown
