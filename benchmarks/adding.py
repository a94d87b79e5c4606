"""Adding reports to a new archive beside reading them, in one run, as ratios; and memory over many files.

    python benchmarks/adding.py [--data ../shared/data] [--copies 10]

Goals: adding all reports costs at most 2.5 × reading and extracting them in one process; adding them again adds
nothing and costs at most 0.1 × of that; memory stays flat when each report is added ten times under other bytes.
"""

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

import onrecord
from onrecord.tasks import AddEvent, add_documents, open_archive

ADD, AGAIN, GROWTH_MB = 2.5, 0.1, 60
PASSPHRASE = "a passphrase for measuring"


def seconds_to_read(reports: list[Path]) -> float:
    """Reading and extracting all, one after the other, in this process."""
    onrecord.read(reports[0]).findings  # noqa: B018  loads vocabulary and libraries once
    start = time.perf_counter()
    for report in reports:
        onrecord.read(report).findings  # noqa: B018  worked out when asked for
    return time.perf_counter() - start


def seconds_to_add(reports: list[Path], passphrase: str) -> tuple[float, float]:
    """Adding all to a new archive, and adding all again."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_archive(f"{folder}/archive", passphrase=passphrase, create=True) as archive,
    ):
        start = time.perf_counter()
        done = add_documents(archive, reports)
        middle = time.perf_counter()
        again = add_documents(archive, reports)
        end = time.perf_counter()
    assert len(done.added) == len(again.unchanged) == len(reports), "a report was not added, or twice"
    assert not again.added, "adding again added something"
    return middle - start, end - middle


@dataclass(slots=True)
class Memory:
    """Resident memory of this process and the processes that read, in MB, after each file."""

    after: list[float] = field(default_factory=list)

    def note(self, _: AddEvent) -> None:
        """Take one sample."""
        own = psutil.Process()
        sizes = []
        for process in (own, *own.children(recursive=True)):
            try:
                sizes.append(process.memory_info().rss)
            except psutil.NoSuchProcess:
                continue
        self.after.append(sum(sizes) / 1e6)

    def peak(self, start: float, end: float) -> float:
        """The highest sample between two shares of the run."""
        count = len(self.after)
        return max(self.after[int(count * start) : max(int(count * end), 1)])


def memory_over(reports: list[Path], copies: int) -> Memory:
    """Add each report so many times under other bytes: what stands behind a PDF's end is not read."""
    memory = Memory()
    with tempfile.TemporaryDirectory() as folder:
        papers = Path(folder, "papers")
        papers.mkdir()
        for copy in range(copies):
            for report in reports:
                (papers / f"{copy:02}-{report.name}").write_bytes(report.read_bytes() + b"\n%% %d\n" % copy)
        with open_archive(f"{folder}/archive", create=True, passphrase="") as archive:
            done = add_documents(archive, [papers], progress=memory.note)
        assert len(done.added) == copies * len(reports), "a copy was not added"
    return memory


def main() -> int:
    """Measure and print; 1 if a goal is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--copies", type=int, default=10, help="0 leaves memory out")
    options = parser.parse_args()
    reports = sorted((options.data / "upr" / "reports").glob("*.pdf"))
    if not reports:
        print(f"benchmark: no reports below {options.data}; nothing measured.")
        return 2
    reached = True
    reading = seconds_to_read(reports)
    print(f"{len(reports)} reports, {os.cpu_count()} cores: reading and extracting {reading:.2f} s in one process")
    for name, passphrase in (("plain", ""), ("encrypted", PASSPHRASE)):
        add, again = seconds_to_add(reports, passphrase)
        print(f"{name}: adding {add:.2f} s = {add / reading:.2f} × reading (goal {ADD})", end="; ")
        print(f"adding again {again:.2f} s = {again / add:.3f} × adding (goal {AGAIN})")
        reached &= add / reading <= ADD and again / add <= AGAIN
    if options.copies:
        memory = memory_over(reports, options.copies)
        early, late = memory.peak(0, 0.25), memory.peak(0.75, 1)
        print(f"{len(memory.after)} files: at most {early:.0f} MB in the first quarter, {late:.0f} MB in the last")
        print(f"(goal: at most {GROWTH_MB} MB added)")
        reached &= late - early <= GROWTH_MB
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
