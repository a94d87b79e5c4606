"""Reads many files at once, each in a process that may die without harm to the others."""

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
            reader.kill()
        self._threads.shutdown(cancel_futures=True)
        for reader in self._readers:
            reader.reap()

    def _one(self, job: Job) -> Answer:
        reader = self._idle.get()
        try:
            return reader.read(job)
        finally:
            self._idle.put(reader)


def _ready(pending: dict[Future[Answer], Job]) -> Iterator[tuple[Job, Answer]]:
    for future in wait(pending, return_when=FIRST_COMPLETED).done:
        yield pending.pop(future), future.result()


class _Reader:
    """One reading process, started when it is first needed and again when it died."""

    def __init__(self, command: Sequence[str], seconds: int) -> None:
        self._command = command
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0
        self._closed = False

    def read(self, job: Job) -> Answer:
        """What became of the file; waits for it."""
        code = 0
        for _ in range(2):  # a process can die of what the file before left behind: once more, with a new one
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
            if self._closed:
                break
        return DocumentError(
            f"The process that read this file broke down twice (exit code {code}).",
            advice="The file is damaged or hostile, or memory ran out; open it in another program and save it anew.",
            where=job.name,
        )

    def kill(self) -> None:
        """End the process now, whatever it does; whoever waits for its answer is told."""
        self._closed = True
        if self._process:
            self._process.kill()

    def reap(self) -> None:
        """Clear away what is left of the process."""
        if self._process:
            self._stop()

    def _ask(self, job: Job) -> Answer:
        process = self._started()
        expired = threading.Event()
        alarm = threading.Timer(self._seconds, _give_up, (process, expired)) if self._seconds else None
        if alarm:
            alarm.daemon = True
            alarm.start()
        try:
            assert process.stdin and process.stdout
            pickle.dump((job.content, job.name), process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            return _checked(pickle.load(process.stdout))
        except (EOFError, OSError, pickle.UnpicklingError):
            if expired.is_set():
                self._stop()
                raise TimeoutError from None
            raise
        finally:
            if alarm:
                alarm.cancel()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process and self._files >= _FILES_PER_PROCESS:
            self._stop()
        if self._process is None:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_environment()
            )
            self._files = 0
        self._files += 1
        return self._process

    def _stop(self) -> int:
        process, self._process = self._process, None
        assert process
        for pipe in (process.stdin, process.stdout):
            _close(pipe)
        try:
            return process.wait(timeout=2)  # without input it ends by itself
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


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
