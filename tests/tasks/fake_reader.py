"""Reads files that say what shall become of them, in a process like the real one."""

import os
import signal
import sys
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from onrecord.errors import DamagedFile
from onrecord.model import Position
from onrecord.store.prepared import PreparedFile
from onrecord.tasks.reader import main
from store import papers

PAPERS = {
    "report": lambda: papers.report(papers.ITEMS),
    "noted": lambda: papers.report(papers.ITEMS, Position.NOTED),
    "addendum": lambda: papers.answers({"75.1": Position.SUPPORTED, "75.2": Position.NOTED}),
}


def fake(content: bytes, name: str) -> PreparedFile:
    word, _, rest = content.decode().partition(" ")
    if word == "crash":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "crash-once" and not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "hang":
        time.sleep(60)
    if word == "bug":
        raise KeyError(rest)
    if word == "damaged":
        raise DamagedFile("The end is missing.", advice="Fetch it again.", where=name)
    if word == "print":
        print("a library that talks")
    paper = PAPERS.get(word, PAPERS["report"])()
    document = replace(paper.document, sha256=sha256(content).hexdigest())
    return replace(paper, document=document, content=content).prepared(name)


if __name__ == "__main__":
    main(fake)
