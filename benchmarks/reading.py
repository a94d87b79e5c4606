"""Reading and extracting beside pdfium's bare text extraction, in one run, as ratios.

    python benchmarks/reading.py [--data ../shared/data]

Goal: median ratio of at most 4, and less than 200 MB of memory at the peak of reading one report after another.
"""

import argparse
import resource
import statistics
import sys
import time
from pathlib import Path

import pypdfium2

import onrecord


def bare(content: bytes) -> None:
    """What pdfium alone needs to give the text of every page."""
    file = pypdfium2.PdfDocument(content)
    for index in range(len(file)):
        file[index].get_textpage().get_text_range()
    file.close()


def seconds(content: bytes, runs: int) -> tuple[float, float]:
    """The best of several runs, taken in turn: bare text, and all that Onrecord does."""
    plain, full = [], []
    for _ in range(runs):
        start = time.perf_counter()
        bare(content)
        middle = time.perf_counter()
        record = onrecord.read(content)
        record.findings  # noqa: B018 - worked out when asked for
        plain.append(middle - start)
        full.append(time.perf_counter() - middle)
    return min(plain), min(full)


def main() -> int:
    """Measure and print; 1 if a goal is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    reports = sorted((options.data / "upr" / "reports").glob("*.pdf"))
    if not reports:
        print(f"benchmark: no reports below {options.data}; nothing measured.")
        return 2
    seconds(reports[0].read_bytes(), 1)  # loads vocabulary and libraries once
    measured = []
    for report in reports:
        plain, full = seconds(report.read_bytes(), options.runs)
        measured.append((full / plain, report.name))
    measured.sort()
    median = statistics.median(ratio for ratio, _ in measured)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(measured)} reports: reading and extracting costs {median:.2f} × the bare text (median)")
    print(f"least {measured[0][0]:.2f} ({measured[0][1]}), most {measured[-1][0]:.2f} ({measured[-1][1]})")
    print(f"peak memory {peak:.0f} MB")
    return 0 if median <= 4 and peak < 200 else 1


if __name__ == "__main__":
    sys.exit(main())
