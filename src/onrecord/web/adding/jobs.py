"""Adding that goes on when the page is closed: one thread, one run after another, each all or nothing per paper."""

import itertools
import logging
import shutil
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock
from time import monotonic

from django.db import connections

from onrecord import tasks
from onrecord.errors import OnrecordError, RunError
from onrecord.tasks import AddEvent, AddReport
from onrecord.web import served

_KEPT = 20  # runs that can still be looked at


class _Stopped(Exception):
    """The reader has stopped the run."""


@dataclass(slots=True)
class Job:
    """One run: files that were sent, and what became of them so far."""

    number: int
    folder: Path
    total: int
    events: list[AddEvent] = field(default_factory=list)
    report: AddReport | None = None
    error: OnrecordError | None = None
    stopped: Event = field(default_factory=Event)
    done: bool = False
    began: float = 0.0

    @property
    def waiting(self) -> bool:
        """Whether an earlier run goes first."""
        return not self.began and not self.done

    @property
    def seconds_left(self) -> int | None:
        """About how long it still takes; None while nothing can be said."""
        if self.done or len(self.events) < 2 or not self.began:
            return None
        return round((monotonic() - self.began) / len(self.events) * max(self.total - len(self.events), 0))

    @property
    def failed(self) -> int:
        """How many files could not be added."""
        return sum(event.error is not None for event in self.events)


_numbers = itertools.count(1)
_jobs: deque[Job] = deque(maxlen=_KEPT)
_lock = Lock()
_runner: list[ThreadPoolExecutor] = []


def start(folder: Path, total: int) -> Job:
    """Add everything in a folder, which is taken away afterwards."""
    with _lock:
        job = Job(next(_numbers), folder, total)
        _jobs.append(job)
        if not _runner:
            _runner.append(ThreadPoolExecutor(1, thread_name_prefix="onrecord-adding"))
        _runner[0].submit(_run, job)
    return job


def find(number: int) -> Job | None:
    """The run with that number; None if it is too long ago."""
    return next((job for job in _jobs if job.number == number), None)


def recent() -> tuple[Job, ...]:
    """Runs since the start, the last first."""
    return tuple(reversed(_jobs))


def stop_all() -> None:
    """Stop what goes on; what is on record stays."""
    for job in _jobs:
        job.stopped.set()
    with _lock:
        for runner in _runner:
            runner.shutdown(wait=True, cancel_futures=True)
        _runner.clear()
        for job in _jobs:
            shutil.rmtree(job.folder, ignore_errors=True)
        _jobs.clear()


def _run(job: Job) -> None:
    def noted(event: AddEvent) -> None:
        job.events.append(event)
        job.total = max(event.total, len(job.events))
        if job.stopped.is_set():
            raise _Stopped

    try:
        if job.stopped.is_set():
            return
        job.began = monotonic()
        job.report = tasks.add_documents(served.archive(), sorted(job.folder.iterdir()), progress=noted)
    except _Stopped:
        pass
    except OnrecordError as error:
        job.error = error
    except Exception:  # the outermost edge of this thread
        logging.getLogger(__name__).exception("adding broke off")
        job.error = RunError(
            "Onrecord met something it does not know how to handle.",
            advice="Every paper that is listed as added is whole. The terminal shows what happened.",
        )
    finally:
        shutil.rmtree(job.folder, ignore_errors=True)
        job.done = True
        connections.close_all()
