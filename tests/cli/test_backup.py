from pathlib import Path

import pytest

from .conftest import Call


def test_the_copy_is_an_archive_with_the_same_content(call: Call, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.onrecord"
    said = call("backup", archive, target)
    assert (said.code, said.out) == (0, f"{target} holds 7 documents, not encrypted.\n")
    listed = call("recommendations", archive, "--json").out
    assert call("recommendations", target, "--json").out == listed != ""


def test_json(call: Call, archive: Path, tmp_path: Path) -> None:
    (line,) = call("backup", archive, tmp_path / "copy.onrecord", "--json").lines
    assert (line["documents"], line["encrypted"]) == (7, False)
    assert line["target"] == str(tmp_path / "copy.onrecord")


def test_the_copy_has_the_passphrase_of_the_archive(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_PASSPHRASE", "between the lines")
    call("new", tmp_path / "a.onrecord")
    assert call("backup", tmp_path / "a.onrecord", tmp_path / "b.onrecord", "--json").lines[0]["encrypted"] is True
    monkeypatch.delenv("ONRECORD_PASSPHRASE")
    assert call("documents", tmp_path / "b.onrecord").code == 3


def test_nothing_is_overwritten(call: Call, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.onrecord").write_bytes(b"mine")
    said = call("backup", archive, tmp_path / "copy.onrecord")
    assert (said.code, said.out) == (3, "")
    assert (tmp_path / "copy.onrecord").read_bytes() == b"mine"
