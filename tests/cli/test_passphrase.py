from pathlib import Path

import pytest

from .conftest import Call
from .terminal import at_terminal


@pytest.fixture
def plain(call: Call, tmp_path: Path) -> Path:
    path = tmp_path / "a.onrecord"
    assert call("new", path).code == 0
    return path


def secret(tmp_path: Path, words: str) -> Path:
    path = tmp_path / words
    path.write_text(f"{words}\n", encoding="utf-8")
    return path


def opens(call: Call, path: Path, *arguments: str | Path) -> bool:
    return call("documents", path, *arguments).code == 0


def test_set_change_and_take_off(call: Call, plain: Path, tmp_path: Path) -> None:
    first, second = secret(tmp_path, "first"), secret(tmp_path, "second")
    assert call("passphrase", plain, "--new-passphrase-file", first, "--json").lines == [
        {"archive": str(plain), "encrypted": True}
    ]
    assert not opens(call, plain)
    assert opens(call, plain, "--passphrase-file", first)

    said = call("passphrase", plain, "--passphrase-file", first, "--new-passphrase-file", second)
    assert (said.code, said.out) == (0, f"{plain} is encrypted with the new passphrase.\n")
    assert not opens(call, plain, "--passphrase-file", first)
    assert opens(call, plain, "--passphrase-file", second)

    said = call("passphrase", plain, "--passphrase-file", second, "--remove")
    assert (said.code, said.out) == (0, f"{plain} is not encrypted any more.\n")
    assert opens(call, plain)


def test_a_wrong_old_passphrase_changes_nothing(call: Call, plain: Path, tmp_path: Path) -> None:
    first, second = secret(tmp_path, "first"), secret(tmp_path, "second")
    call("passphrase", plain, "--new-passphrase-file", first)
    said = call("passphrase", plain, "--passphrase-file", second, "--remove")
    assert (said.code, said.out) == (3, "")
    assert opens(call, plain, "--passphrase-file", first)


def test_without_a_terminal_it_never_waits(call: Call, plain: Path) -> None:
    said = call("passphrase", plain)
    assert (said.code, said.out) == (2, "")
    assert "--new-passphrase-file" in said.err


def test_two_wishes_at_once_are_a_usage_error(call: Call, plain: Path, tmp_path: Path) -> None:
    assert call("passphrase", plain, "--remove", "--new-passphrase-file", secret(tmp_path, "x")).code == 2


def test_at_a_terminal(call: Call, plain: Path, tmp_path: Path) -> None:
    code, shown = at_terminal(["passphrase", plain], answers=[("New passphrase", "first\n"), ("again", "first\n")])
    assert (code, "first" in shown) == (0, False), shown
    assert opens(call, plain, "--passphrase-file", secret(tmp_path, "first"))
    code, shown = at_terminal(
        ["passphrase", plain, "--remove"],
        answers=[("Passphrase of", "wrong\n"), ("Passphrase of", "first\n")],
    )
    assert code == 0, shown
    assert "That is not it." in shown
    assert opens(call, plain)


def test_at_a_terminal_three_wrong_answers_end_it(call: Call, plain: Path, tmp_path: Path) -> None:
    call("passphrase", plain, "--new-passphrase-file", secret(tmp_path, "first"))
    code, shown = at_terminal(["documents", plain], answers=[("Passphrase of", "wrong\n")] * 3)
    assert code == 3, shown
    assert shown.count("That is not it.") == 2
