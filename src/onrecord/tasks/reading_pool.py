"""Reads many files at once, each in a process that may die without harm to the others.

A reading process takes a second to get ready. One that has nothing left to do is kept for a while, so that the next
file dropped into the workbench does not wait for it again.
"""

import atexit
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from queue import LifoQueue
from types import TracebackType
from typing import IO, Self

from onrecord.errors import DocumentError
from onrecord.tasks.reader import Answer

# -P: a folder of downloaded papers must not be searched for modules.
COMMAND = (sys.executable, "-P", "-m", "onrecord.tasks.reader")
# Parsers in C lose a little memory with every file: a new process after so many.
_FILES_PER_PROCESS = 250
# How long a process is kept that has nothing to do.
_IDLE_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Job:
    """One file to be read."""

    name: str
    sha256: str
    content: bytes


class ReadingPool:
    """So many reading processes; use as a context manager.

    Args:
        workers: how many files are read at once.
        seconds: after which the reading of one file is given up, 0 for never.
        command: what starts a reading process.
    """

    def __init__(self, workers: int, *, seconds: int = 0, command: Sequence[str] = COMMAND) -> None:
        self._workers = workers
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="onrecord-reader")
        self._readers = [_Reader(command, seconds) for _ in range(workers)]
        # Last in, first out: where there are few files, few processes are started.
        self._idle: LifoQueue[_Reader] = LifoQueue()
        for reader in self._readers:
            self._idle.put(reader)

    def read(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Answer]]:
        """Read the files; answers come as they get ready. Only a few files are in memory at any time."""
        pending: dict[Future[Answer], Job] = {}
        for job in jobs:
            pending[self._threads.submit(self._one, job)] = job
            if len(pending) >= 2 * self._workers:
                yield from _ready(pending)
        while pending:
            yield from _ready(pending)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for reader in self._readers:
            reader.close()
        self._threads.shutdown(cancel_futures=True)
        for reader in self._readers:
            reader.let_go()

    def _one(self, job: Job) -> Answer:
        reader = self._idle.get()
        try:
            return reader.read(job)
        finally:
            self._idle.put(reader)


def _ready(pending: dict[Future[Answer], Job]) -> Iterator[tuple[Job, Answer]]:
    for future in wait(pending, return_when=FIRST_COMPLETED).done:
        yield pending.pop(future), future.result()


@dataclass(slots=True)
class _Process:
    """A reading process, what it was started with, and how many files it has read."""

    process: subprocess.Popen[bytes]
    command: Sequence[str]
    environment: dict[str, str]
    files: int = 0

    def stop(self) -> int:
        """End it; gives its exit code."""
        for pipe in (self.process.stdin, self.process.stdout):
            _close(pipe)
        try:
            return self.process.wait(timeout=2)  # without input it ends by itself
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


class _Spare:
    """Processes that have nothing to do; each ends when nobody takes it for ``_IDLE_SECONDS``."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: list[tuple[_Process, threading.Timer]] = []

    def take(self, command: Sequence[str]) -> _Process:
        """One that was started with this command in this environment, else a new one."""
        environment = _environment()
        with self._lock:
            for place, (found, timer) in enumerate(self._kept):
                same = found.command == command and found.environment == environment
                if same and found.process.poll() is None:
                    timer.cancel()
                    del self._kept[place]
                    return found
        pipe = subprocess.PIPE
        return _Process(subprocess.Popen(command, stdin=pipe, stdout=pipe, env=environment), command, environment)

    def keep(self, process: _Process) -> None:
        """Keep one for who comes next; no more than the machine has cores."""
        timer = threading.Timer(_IDLE_SECONDS, self._end, (process,))
        timer.daemon = True
        with self._lock:
            full = len(self._kept) >= (os.cpu_count() or 1)
            if not full:
                self._kept.append((process, timer))
                timer.start()
        if full:
            process.stop()

    def end(self) -> None:
        """End all of them."""
        with self._lock:
            kept, self._kept = self._kept, []
        for process, timer in kept:
            timer.cancel()
            process.stop()

    def _end(self, process: _Process) -> None:
        with self._lock:
            ours = [one for one in self._kept if one[0] is process]
            self._kept = [one for one in self._kept if one[0] is not process]
        if ours:  # nobody took it in the meantime
            process.stop()


_spare = _Spare()
atexit.register(_spare.end)


class _Reader:
    """One reading process, started when it is first needed and again when it died."""

    def __init__(self, command: Sequence[str], seconds: int) -> None:
        self._command = command
        self._seconds = seconds
        self._process: _Process | None = None
        self._asked = False
        self._closed = False

    def read(self, job: Job) -> Answer:
        """What became of the file; waits for it."""
        code = 0
        for _ in range(2):  # a process can die of what the file before left behind: once more, with a new one
            if self._closed:
                break
            try:
                return self._ask(job)
            except TimeoutError:
                return DocumentError(
                    f"Reading took longer than {self._seconds} seconds and was given up.",
                    advice="Raise ONRECORD_FILE_SECONDS if the file is worth it.",
                    where=job.name,
                )
            except (EOFError, BrokenPipeError, ConnectionResetError, pickle.UnpicklingError):
                code = self._stop()
        return DocumentError(
            f"The process that read this file broke down twice (exit code {code}).",
            advice="The file is damaged or hostile, or memory ran out; open it in another program and save it anew.",
            where=job.name,
        )

    def close(self) -> None:
        """Take no more files; a process that is reading ends now, and whoever waits for its answer is told."""
        self._closed = True
        if self._process and self._asked:
            self._process.process.kill()

    def let_go(self) -> None:
        """Give the process back if it is idle and sound, else clear away what is left of it."""
        if self._process is None:
            return
        if self._asked or self._process.process.poll() is not None:
            self._stop()
        else:
            _spare.keep(self._process)
            self._process = None

    def _ask(self, job: Job) -> Answer:
        own = self._started()
        process = own.process
        expired = threading.Event()
        alarm = threading.Timer(self._seconds, _give_up, (process, expired)) if self._seconds else None
        if alarm:
            alarm.daemon = True
            alarm.start()
        try:
            assert process.stdin and process.stdout
            self._asked = True
            pickle.dump((job.content, job.name), process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            answer = _checked(pickle.load(process.stdout))
            self._asked = False  # only now: a process that was left in the middle of a word is of no more use
            return answer
        except (EOFError, OSError, pickle.UnpicklingError):
            if expired.is_set():
                self._stop()
                raise TimeoutError from None
            raise
        finally:
            if alarm:
                alarm.cancel()

    def _started(self) -> _Process:
        if self._process and self._process.files >= _FILES_PER_PROCESS:
            self._stop()
        if self._process is None:
            self._process = _spare.take(self._command)
        self._process.files += 1
        return self._process

    def _stop(self) -> int:
        process, self._process = self._process, None
        self._asked = False
        assert process
        return process.stop()


def _checked(value: object) -> Answer:
    assert isinstance(value, Answer)
    return value


def _give_up(process: subprocess.Popen[bytes], expired: threading.Event) -> None:
    expired.set()
    process.kill()


def _close(pipe: IO[bytes] | None) -> None:
    try:
        if pipe:
            pipe.close()
    except BrokenPipeError:
        pass  # what was left to send is of no use to a dead process


def _environment() -> dict[str, str]:
    # The child finds this very package, also where it is run from a source tree.
    here = str(Path(__file__).resolve().parents[2])
    path = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{here}{os.pathsep}{path}" if path else here}
