"""Files that a browser sends, put into a folder of their own under the names they have."""

import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from onrecord.web import served

_IN_MEMORY = Path("/dev/shm")
_LONGEST = 150  # signs of a name; file systems take 255 bytes


def receive(files: "Iterable[UploadedFile[Any]]") -> Path:
    """Keep the files until they are read.

    Of an encrypted archive's papers nothing shall be left on the disk: they are kept in memory where the machine
    offers a folder there.
    """
    keep_off_disk = served.archive().encrypted and _IN_MEMORY.is_dir()
    folder = Path(tempfile.mkdtemp(prefix="onrecord-", dir=_IN_MEMORY if keep_off_disk else None))
    for file in files:
        with _free(folder, _name(file.name or "")).open("xb") as target:
            for chunk in file.chunks():
                target.write(chunk)
    return folder


def _name(given: str) -> str:
    """The last part of the name, without anything that leads elsewhere or is no text."""
    last = PurePosixPath(given.replace("\\", "/")).name.lstrip(".")
    return "".join(sign for sign in last if sign.isprintable())[-_LONGEST:] or "paper"


def _free(folder: Path, name: str) -> Path:
    """A path of that name that is not taken: two folders can hold files of one name."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        below = folder / str(number)
        below.mkdir(exist_ok=True)
        path = below / name
    return path
