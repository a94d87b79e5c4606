"""The same commands on a PostgreSQL database."""

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import PAPERS, Call

REPORT = PAPERS / "A-HRC-52-97.pdf"


def test_from_new_to_backup_and_restore(
    call: Call, new_database: Callable[[], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, other = new_database(), new_database()
    copy = tmp_path / "copy.onrecord"
    assert call("new", url).code == 0
    assert "1 document added." in call("add", url, REPORT).out
    assert call("reviews", url, "--json").lines[0]["items"] == 41
    listed = call("recommendations", url, "--json").out

    monkeypatch.setenv("ONRECORD_PASSPHRASE", "between the lines")
    (copied,) = call("backup", url, copy, "--json").lines
    assert (copied["documents"], copied["encrypted"]) == (1, True)
    assert call("restore", copy, other).code == 0
    assert call("recommendations", other, "--json").out == listed != ""
    monkeypatch.delenv("ONRECORD_PASSPHRASE")
    assert call("documents", copy).code == 3


def test_the_copy_of_a_database_may_take_its_passphrase_from_a_file(
    call: Call, new_database: Callable[[], str], tmp_path: Path
) -> None:
    url = new_database()
    secret = tmp_path / "secret"
    secret.write_text("between the lines\n", encoding="utf-8")
    call("new", url)
    (copied,) = call("backup", url, tmp_path / "copy.onrecord", "--passphrase-file", secret, "--json").lines
    assert copied["encrypted"] is True


def test_a_database_has_no_passphrase(call: Call, new_database: Callable[[], str]) -> None:
    url = new_database()
    call("new", url)
    said = call("passphrase", url, "--remove")
    assert (said.code, said.out) == (3, "")
    assert "  Try: " in said.err
