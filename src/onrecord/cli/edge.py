"""The outermost edge of the command line: every error ends here, as calm words and an exit code."""

import os
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from io import TextIOWrapper

import click

from onrecord.errors import DocumentError, OnrecordError, RunError
from onrecord.settings import DEBUG, value


class Exit(IntEnum):
    """What the exit code says (docs/command-line.md lists them)."""

    DONE = 0
    SOME_FAILED = 1  # some documents could not be used; the others were
    USAGE = 2  # the command line cannot be understood
    RUN_FAILED = 3  # nothing (further) could be done
    UNFORESEEN = 4  # a mistake of Onrecord itself
    STOPPED = 130  # Ctrl-C
    NOBODY_READS = 141  # the reader of our output went away, as `| head` does


@dataclass(slots=True)
class Run:
    """What the edge knows of this run. ``stopped`` is what to say should Ctrl-C come now."""

    debug: bool = False
    stopped: str = "Stopped."


def run(command: click.Command, arguments: Sequence[str]) -> int:
    """Run one command line and say how it ended."""
    state = Run(debug=bool(value(DEBUG)))
    _never_fail_on_a_sign()
    try:
        result = command.main(list(arguments), prog_name="onrecord", standalone_mode=False, obj=state)
        sys.stdout.flush()
        return int(result or 0)
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        say(state.stopped)
        return Exit.STOPPED
    except OnrecordError as error:
        return _told(error, state)
    except BrokenPipeError:
        _close_stdout()
        return Exit.NOBODY_READS
    except Exception as error:  # noqa: BLE001  # the outermost edge
        return _unforeseen(error, state)


def tell(error: OnrecordError, *, where: str = "") -> None:
    """Say on standard error what is wrong, where, and what to try."""
    where = where or error.where
    say(f"{where}: {error.what}" if where and where not in error.what else error.what)
    if error.advice:
        say(f"  Try: {error.advice}")


def say(words: str) -> None:
    """One line on standard error."""
    click.echo(words, err=True)


def _told(error: OnrecordError, state: Run) -> int:
    tell(error)
    if state.debug:
        traceback.print_exception(error)
    return Exit.SOME_FAILED if isinstance(error, DocumentError) else Exit.RUN_FAILED


def _unforeseen(error: Exception, state: Run) -> int:
    if state.debug:
        traceback.print_exception(error)
    tell(
        RunError(
            f"Onrecord met something it does not know how to handle: {type(error).__name__}: {error}",
            advice="Run it again with `onrecord --debug …` and report what it prints. What is in the archive is whole.",
        )
    )
    return Exit.UNFORESEEN


def _never_fail_on_a_sign() -> None:
    # File names may hold bytes that are no UTF-8, and a terminal may know fewer signs than a document.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _close_stdout() -> None:
    # Python would complain once more when it flushes standard output at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
