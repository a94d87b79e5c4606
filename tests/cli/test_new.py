from pathlib import Path

import pytest

from .conftest import Call
from .terminal import at_terminal


def test_without_a_terminal_nothing_is_asked_and_nothing_encrypted(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.onrecord"
    said = call("new", path)
    assert (said.code, said.err) == (0, "")
    assert "not encrypted" in said.out
    assert path.is_file()


def test_json(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.onrecord"
    assert call("new", path, "--json").lines == [{"archive": str(path), "encrypted": False}]


def test_the_passphrase_may_come_from_a_file(call: Call, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("between the lines\nsecond line\n", encoding="utf-8")
    said = call("new", tmp_path / "a.onrecord", "--passphrase-file", secret, "--json")
    assert said.lines[0]["encrypted"] is True
    assert call("documents", tmp_path / "a.onrecord").code == 3
    assert call("documents", tmp_path / "a.onrecord", "--passphrase-file", secret).code == 0


def test_the_passphrase_may_come_from_the_environment(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_PASSPHRASE", "between the lines")
    assert call("new", tmp_path / "a.onrecord", "--json").lines[0]["encrypted"] is True
    assert call("documents", tmp_path / "a.onrecord").code == 0
    monkeypatch.setenv("ONRECORD_PASSPHRASE", "something else")
    wrong = call("documents", tmp_path / "a.onrecord")
    assert wrong.code == 3
    assert "  Try: " in wrong.err


def test_what_is_there_is_never_replaced(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.onrecord"
    path.write_bytes(b"mine")
    said = call("new", path)
    assert (said.code, said.out) == (3, "")
    assert "a.onrecord" in said.err
    assert path.read_bytes() == b"mine"


def test_a_passphrase_file_that_is_no_text_is_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"\xff\xfe\xff")
    said = call("new", tmp_path / "a.onrecord", "--passphrase-file", tmp_path / "secret")
    assert said.code == 3
    assert "cannot be read" in said.err
    assert not (tmp_path / "a.onrecord").exists()


def test_at_a_terminal_the_passphrase_is_asked_twice_and_not_shown(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "a.onrecord"
    code, shown = at_terminal(
        ["new", path],
        answers=[
            ("empty for none", "between\n"),
            ("same again", "betwixt\n"),
            ("empty for none", "between\n"),
            ("same again", "between\n"),
        ],
    )
    assert code == 0, shown
    assert "not the same" in shown
    assert "betw" not in shown
    assert "encrypted" in shown
    assert call("documents", path).code == 3


def test_at_a_terminal_an_empty_passphrase_means_none(call: Call, tmp_path: Path) -> None:
    code, _ = at_terminal(["new", tmp_path / "a.onrecord"], answers=[("empty for none", "\n")])
    assert code == 0
    assert call("documents", tmp_path / "a.onrecord").code == 0


def test_at_a_terminal_nothing_is_asked_where_the_environment_says_it(tmp_path: Path) -> None:
    code, shown = at_terminal(["new", tmp_path / "a.onrecord"], environment={"ONRECORD_PASSPHRASE": "between"})
    assert (code, "Passphrase" in shown) == (0, False)
    code, shown = at_terminal(["new", tmp_path / "b.onrecord", "--no-passphrase"])
    assert (code, "Passphrase" in shown) == (0, False)
