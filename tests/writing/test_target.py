import os
import stat
from pathlib import Path

import pytest

from onrecord.errors import RunError
from onrecord.writing import new_file


def test_a_file_appears_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    with new_file(path) as target:
        target.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert [p.name for p in tmp_path.iterdir()] == ["list.csv"]


def test_nothing_appears_when_writing_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), new_file(tmp_path / "list.csv") as target:
        target.write(b"half")
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")
    with pytest.raises(RunError, match="exists already"), new_file(path) as target:
        target.write(b"new")
    assert path.read_bytes() == b"old"
    with new_file(path, overwrite=True) as target:
        target.write(b"new")
    assert path.read_bytes() == b"new"


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="exists already"), new_file(tmp_path, overwrite=True):
        pass


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="cannot be written"), new_file(tmp_path / "no" / "list.csv"):
        pass


def test_the_file_may_be_read_like_any_other(tmp_path: Path) -> None:
    old = os.umask(0o022)
    try:
        with new_file(tmp_path / "list.csv"):
            pass
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "list.csv").stat().st_mode) == 0o644
