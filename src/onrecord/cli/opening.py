"""Opening archives from the command line: where the passphrase comes from, and when it is asked for."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord import settings
from onrecord.cli.edge import say
from onrecord.errors import SettingError, WrongPassphrase

if TYPE_CHECKING:
    from onrecord.tasks import Archive

Result = TypeVar("Result")
_TRIES = 3


@contextmanager
def opened(location: str, passphrase_file: str | None) -> "Iterator[Archive]":
    """An open archive; its passphrase is asked for if it needs one that was not given, and somebody is there to ask."""
    from onrecord import tasks

    with with_passphrase(
        lambda passphrase: tasks.open_archive(location, passphrase=passphrase), location, passphrase_file
    ) as archive:
        yield archive


def with_passphrase(do: Callable[[str | None], Result], location: str, passphrase_file: str | None) -> Result:
    """Do something that may need the passphrase of ``location``; None leaves it to the settings.

    Raises:
        WrongPassphrase: the one that was given does not fit, or none was given and nobody can be asked.
    """
    given = passphrase_from(passphrase_file)
    try:
        return do(given)
    except WrongPassphrase:
        if given is not None or settings.passphrase() or not somebody_there():
            raise
    for left in reversed(range(_TRIES)):
        try:
            return do(getpass(f"Passphrase of {location}: "))
        except WrongPassphrase:
            if not left:
                raise
            say("That is not it.")
    raise AssertionError("the last try returns or raises")


def passphrase_from(path: str | None) -> str | None:
    """The first line of that file; None if no file is named.

    Raises:
        SettingError: the file cannot be read.
    """
    if path is None:
        return None
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(f"The passphrase file {path} cannot be read ({error}).", advice="Name another.") from error
    return lines[0] if lines else ""


def new_passphrase(location: str) -> str:
    """Ask twice for a new passphrase; empty means none."""
    while True:
        first = getpass(f"New passphrase of {location} (empty for none): ")
        if not first or getpass("The same again: ") == first:
            return first
        say("The two are not the same. Once more from the start.")


def may_ask() -> bool:
    """Whether to ask for a new passphrase: somebody is there, and no setting has said one, be it an empty one."""
    said = settings.PASSPHRASE.name in os.environ or settings.PASSPHRASE_FILE.name in os.environ
    return somebody_there() and not said


def somebody_there() -> bool:
    """Whether a person sits at a terminal who can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def is_database(location: str) -> bool:
    """Whether the location is the URL of a database, which has no passphrase of ours."""
    return "://" in location
