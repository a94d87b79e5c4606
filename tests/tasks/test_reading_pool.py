"""Reading processes are used again while they are sound."""

import os
import sys
from collections.abc import Iterator

import pytest

from onrecord.errors import DocumentError
from onrecord.store.prepared import PreparedFile
from onrecord.tasks import reading_pool
from onrecord.tasks.reading_pool import Job, ReadingPool

TEXT = b"The delegation of Arvenia said that the prisons would be opened."
# Answers with its process number; "die" ends it, "wait" never answers.
ECHO = """
import os, sys, pickle, time
from onrecord.errors import DocumentError
while True:
    try:
        content, name = pickle.load(sys.stdin.buffer)
    except EOFError:
        break
    if name == "die":
        os._exit(3)
    if name == "wait":
        time.sleep(60)
    pickle.dump(DocumentError(str(os.getpid())), sys.stdout.buffer)
    sys.stdout.buffer.flush()
"""
COMMAND = (sys.executable, "-c", ECHO)


@pytest.fixture(autouse=True)
def none_kept() -> Iterator[None]:
    reading_pool._spare.end()
    yield
    reading_pool._spare.end()


def asked(name: str = "file", *, command: tuple[str, ...] = COMMAND, seconds: int = 0) -> str:
    """The number of the process that answered, or what was said instead."""
    with ReadingPool(1, seconds=seconds, command=command) as pool:
        ((_, answer),) = pool.read([Job(name, "", TEXT)])
    assert isinstance(answer, DocumentError)
    return answer.what


def test_the_next_pool_takes_the_process_of_the_last() -> None:
    assert asked() == asked()


def test_another_command_or_environment_gets_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    first = asked()
    assert asked(command=(sys.executable, "-c", f"{ECHO}\n")) != first
    monkeypatch.setenv("ONRECORD_FILE_SECONDS", "7")
    assert asked() != first


def test_a_process_that_died_or_was_given_up_is_not_kept() -> None:
    first = asked()
    assert "broke down twice" in asked("die")
    second = asked()
    assert second not in (first, "")
    assert "longer than 1 seconds" in asked("wait", seconds=1)
    assert asked() != second


def test_a_process_that_ended_meanwhile_is_not_taken() -> None:
    first = asked()
    os.kill(int(first), 9)
    os.waitpid(int(first), os.WNOHANG)
    assert asked() != first


def test_nobody_takes_it_and_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_pool, "_IDLE_SECONDS", 0.01)
    first = int(asked())
    for _ in range(500):
        try:
            os.kill(first, 0)
        except ProcessLookupError:
            return
        reading_pool.threading.Event().wait(0.01)
    pytest.fail("the process goes on")


def test_real_files_are_read_by_one_process() -> None:
    for _ in range(2):
        with ReadingPool(1) as pool:
            ((_, answer),) = pool.read([Job("a.txt", "", TEXT)])
        assert isinstance(answer, PreparedFile)
    assert len(reading_pool._spare._kept) == 1
