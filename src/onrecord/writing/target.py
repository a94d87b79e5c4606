"""A file that appears whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

from onrecord.errors import RunError


@contextmanager
def new_file(path: str | Path, *, overwrite: bool = False) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes its name only when everything is written.

    Args:
        path: where it shall stand.
        overwrite: replace a file that stands there already.

    Raises:
        RunError: something stands there and ``overwrite`` is off, or the folder cannot be written to.
    """
    path = Path(path)
    if path.is_dir() or (path.exists() and not overwrite):
        raise RunError(f"{path} exists already.", advice="Choose another name, or say --overwrite.")
    try:
        part = NamedTemporaryFile("w+b", dir=path.parent, prefix=f".{path.name}.", delete=False)  # noqa: SIM115
    except OSError as error:
        raise RunError(f"{path} cannot be written ({error.strerror}).", advice="Choose another folder.") from error
    try:
        with part:
            yield part.file
            part.flush()
            os.fsync(part.fileno())
        Path(part.name).chmod(0o666 & ~_umask())
        Path(part.name).replace(path)
    except BaseException:
        Path(part.name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    # There is no way to ask for it without setting it.
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
