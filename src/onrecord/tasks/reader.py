"""The process that reads files for ``add_documents``: ``python -m onrecord.tasks.reader``.

A file that brings down its reader (a crash in a parser's C code, all memory eaten) takes nothing else with it, and
all cores read at once. Jobs come in on standard input, answers go out on standard output, both pickled; the end of
the input ends the process, so that none outlives the program that started it. Loads no database.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from onrecord.errors import DamagedFile, DocumentError
from onrecord.store.prepared import PreparedFile, prepare

Answer = PreparedFile | DocumentError
Read = Callable[[bytes, str], PreparedFile]


def read_file(content: bytes, name: str) -> PreparedFile:
    """Read one file, extract what it says and pack both for the archive.

    Raises:
        DocumentError: the file cannot be used.
    """
    from onrecord import extraction, reading

    document = reading.read(content, name=name)
    if "\0" in document.found:
        raise DamagedFile("The text holds characters that no text has.", advice="Save the document anew.", where=name)
    return prepare(document, extraction.extract(document), content, name)


def answer(read: Read, content: bytes, name: str) -> Answer:
    """What became of one file, as a value."""
    try:
        return read(content, name)
    except DocumentError as error:
        return error
    except UnicodeEncodeError:
        return DamagedFile("The text holds characters that no text has.", advice="Save the document anew.", where=name)
    except Exception as error:  # noqa: BLE001  the outermost edge of this process: one bad file never stops the others
        return DocumentError(
            f"Reading failed in a way nobody foresaw ({type(error).__name__}: {error}).",
            advice="Please report this as an error of Onrecord, if you can with the file.",
            where=name,
        )


def serve(jobs: BinaryIO, answers: BinaryIO, read: Read = read_file) -> None:
    """Answer jobs ``(content, name)`` until there are no more."""
    while True:
        try:
            content, name = pickle.load(jobs)
        except (EOFError, pickle.UnpicklingError):
            return  # whoever asked is gone, perhaps in the middle of a word
        pickle.dump(answer(read, content, name), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


def main(read: Read = read_file) -> None:
    """Serve on standard input and output."""
    # Ctrl-C is for the program that started us: it ends our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints must not end up between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        serve(sys.stdin.buffer, answers, read)
    except BrokenPipeError:
        os._exit(0)  # nobody listens any more; closing the pipe would fail again


if __name__ == "__main__":
    main()
