"""Twenty damaged or hostile files beside ten good ones: the good ones go in, each bad one has its own clear error."""

import subprocess
import sys
from pathlib import Path

from onrecord.store.archive import Archive
from onrecord.tasks import add_documents, list_documents, open_archive
from reading.hostile import bad_files, good_files

# A ZIP of files is no document, but a fine thing to add.
BAD = [bad for bad in bad_files() if bad.name != "plain.zip"]


def folder_of(parent: Path) -> Path:
    folder = parent / "papers"
    folder.mkdir()
    for name, data in good_files(10):
        (folder / name).write_bytes(data)
    for bad in BAD:
        (folder / bad.name).write_bytes(bad.data)
    return folder


def test_good_files_go_in_and_bad_ones_are_told(archive: Archive, tmp_path: Path) -> None:
    done = add_documents(archive, [folder_of(tmp_path)])
    assert {Path(d.name).name for d in done.added} == {name for name, _ in good_files(10)}
    assert list_documents(archive).total == 10
    told = [Path(f.name).relative_to(tmp_path / "papers").parts[0] for f in done.failed]
    assert sorted(told) == sorted(bad.name for bad in BAD)
    assert len(told) >= 20
    assert all(failed.error.what and failed.error.advice for failed in done.failed)


def test_the_exit_code_says_so(tmp_path: Path) -> None:
    open_archive(tmp_path / "archive", create=True).close()
    command = (sys.executable, "-m", "onrecord.cli", "add", str(tmp_path / "archive"), str(folder_of(tmp_path)))
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode not in (0, 2)
    assert "10 documents added" in done.stdout
    assert "Traceback" not in done.stderr
