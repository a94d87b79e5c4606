"""Kills the program while it adds reports, again and again, and looks at what it left behind.

    python benchmarks/faults.py [--data ../shared/data | --papers FOLDER] [--kills 10] [--seed 1]

After each kill -9 the archive must open and hold whole documents only; the same command, run again, must complete it
to the content that an undisturbed run gives. Half of the archives are encrypted.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from onrecord.store import documents, findings, tables
from onrecord.store.archive import Archive
from onrecord.tasks import list_recommendations, list_reviews, open_archive

PASSPHRASE = "words that nobody guesses"


def content_of(archive: Archive) -> dict[str, str]:
    """What the archive holds, as one digest a document, made of everything but the time of adding.

    Raises:
        AssertionError: a document is not whole: its bytes, its reading or a part of its findings is missing.
    """
    digests = {}
    for row in tables.Document.objects.using(archive.alias).order_by("sha256"):
        read, found = documents.load(row), findings.load(row)
        assert sha256(documents.content_of(row)).hexdigest() == row.sha256 == read.sha256, "bytes or reading differ"
        whole = repr((read, found, Path(row.name).name, row.leads, row.extraction))
        digests[row.sha256] = sha256(whole.encode()).hexdigest()
    return digests


def derived_of(archive: Archive) -> str:
    """A digest of all that is worked out over several papers."""
    items = [(r.id, r.position, r.changed, r.history) for r in list_recommendations(archive)]
    reviews = [(r.state, r.cycle, r.report, r.items, r.pairs, r.supported, r.noted) for r in list_reviews(archive)]
    return sha256(repr((items, reviews)).encode()).hexdigest()


def add(archive: Path, papers: Path, passphrase: str) -> "subprocess.Popen[bytes]":
    """Start ``onrecord add``."""
    command = (sys.executable, "-m", "onrecord.cli", "add", str(archive), str(papers))
    environment = {**os.environ, "ONRECORD_PASSPHRASE": passphrase}
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment)


def undisturbed(folder: Path, papers: Path) -> tuple[float, Mapping[str, str], str]:
    """Seconds, documents and derived values of a run that nobody disturbs."""
    path = folder / "undisturbed"
    open_archive(path, passphrase="", create=True).close()
    start = time.monotonic()
    code = add(path, papers, "").wait()
    seconds = time.monotonic() - start
    assert code == 0, f"onrecord add ended with {code}"
    with open_archive(path, passphrase="") as archive:
        return seconds, content_of(archive), derived_of(archive)


def killed(folder: Path, papers: Path, passphrase: str, after: float) -> tuple[Path, int]:
    """An archive whose adding was killed after so many seconds, and how the program ended."""
    path = folder / f"killed-{time.monotonic_ns()}"
    open_archive(path, passphrase=passphrase, create=True).close()
    process = add(path, papers, passphrase)
    try:
        return path, process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        return path, process.wait()


def kill_and_go_on(
    folder: Path, papers: Path, passphrase: str, *, after: float, expected: tuple[Mapping[str, str], str]
) -> tuple[int, int]:
    """Kill one run, look, run again, look again.

    Returns:
        How the first run ended (-9 if it was killed) and how many documents it left.

    Raises:
        AssertionError: the archive is not what it must be.
    """
    path, code = killed(folder, papers, passphrase, after)
    with open_archive(path, passphrase=passphrase) as archive:
        left = content_of(archive)
    for digest in left:
        assert digest in expected[0], "a document that nobody added"
    assert add(path, papers, passphrase).wait() == 0, "the second run failed"
    with open_archive(path, passphrase=passphrase) as archive:
        assert content_of(archive) == expected[0], "the second run did not complete the archive"
        assert derived_of(archive) == expected[1], "positions or reviews differ from an undisturbed run"
    return code, len(left)


def main() -> int:
    """Kill and look; 1 if anything is not as it must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--papers", type=Path, help="a folder of other papers")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    papers = options.papers or options.data / "upr" / "reports"
    if not papers.is_dir():
        print(f"faults: there is no folder {papers}; nothing tried.")
        return 2
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds, *expected = undisturbed(folder, papers)
        print(f"{len(expected[0])} documents in {seconds:.1f} s undisturbed; seed {options.seed}")
        hits = 0
        while hits < options.kills:
            after = chance.uniform(0, seconds)
            secret = PASSPHRASE if hits % 2 else ""
            try:
                code, left = kill_and_go_on(folder, papers, secret, after=after, expected=(expected[0], expected[1]))
            except AssertionError as error:
                print(f"killed after {after:.2f} s: {error}")
                return 1
            hits += code == -signal.SIGKILL
            print(f"killed after {after:.2f} s ({code}): {left} whole documents, completed by the second run")
    return 0


if __name__ == "__main__":
    sys.exit(main())
