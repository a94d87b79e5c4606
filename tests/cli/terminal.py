"""Runs a command line at a terminal of a chosen width, as a person would."""

import fcntl
import os
import pty
import re
import select
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def at_terminal(
    arguments: Sequence[str | Path],
    *,
    width: int = 80,
    answers: Sequence[tuple[str, str]] = (),
    environment: dict[str, str] | None = None,
    seconds: float = 30,
) -> tuple[int, str]:
    """The exit code and all that was shown.

    Args:
        arguments: behind ``onrecord``.
        width: of the terminal, in signs.
        answers: what to wait for on the screen, and what to type then ("\\x03" is Ctrl-C).
        environment: variables beside those of this process; an empty value takes one out.
        seconds: after which the test fails.
    """
    child, screen = pty.fork()
    if child == 0:
        variables = {**os.environ, "TERM": "xterm", **(environment or {})}
        program = [sys.executable, "-m", "onrecord.cli", *map(str, arguments)]
        os.execve(program[0], program, {key: value for key, value in variables.items() if value})
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    shown = _converse(screen, list(answers), time.monotonic() + seconds)
    _, status = os.waitpid(child, 0)
    os.close(screen)
    return os.waitstatus_to_exitcode(status), shown.replace("\r\n", "\n")


def _converse(screen: int, answers: list[tuple[str, str]], until: float) -> str:
    shown, seen = "", 0
    while True:
        left = until - time.monotonic()
        assert left > 0, f"still waiting; shown so far: {shown!r}"
        if not select.select([screen], [], [], left)[0]:
            continue
        try:
            part = os.read(screen, 65536)
        except OSError:  # Linux says so when the program has ended
            part = b""
        if not part:
            assert not answers, f"never asked for {answers}; shown: {shown!r}"
            return shown
        shown += part.decode("utf-8", "replace")
        if answers and answers[0][0] in shown[seen:]:
            seen = len(shown)
            os.write(screen, answers.pop(0)[1].encode())
