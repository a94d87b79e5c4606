"""Finds the files that are meant by paths: files, folders with all below them, and ZIP archives."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from onrecord.errors import NotFound
from onrecord.reading.bundle import Member, unpack


def require(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """The paths.

    Raises:
        NotFound: one of them does not exist.
    """
    found = tuple(Path(path) for path in paths)
    for path in found:
        if not path.exists():
            raise NotFound(f"There is no file or folder {path}.", advice="Check the path; nothing was added.")
    return found


def files_in(paths: Sequence[Path]) -> Iterator[Member]:
    """Every file, one after the other, named by its path ("papers/bundle.zip/inside/a.pdf")."""
    for path in paths:
        for member in unpack(path):
            alone = member.name == path.name and path.is_file()
            name = str(path) if alone else f"{path}/{member.name}"
            # A file name may be bytes that are no text: shown, not lost.
            yield replace(member, name=name.encode("utf-8", "backslashreplace").decode())


def expected(paths: Sequence[Path]) -> int:
    """About how many files that will be, without opening more than tables of contents."""
    return sum(_expected(path) for path in paths)


def _expected(path: Path) -> int:
    if path.is_dir():
        return sum(1 for inner in path.rglob("*") if inner.is_file() and not inner.name.startswith("."))
    try:
        with zipfile.ZipFile(path) as bundle:
            names = [info.filename for info in bundle.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        return 1
    return 1 if "[Content_Types].xml" in names else len(names)
