"""Search by meaning over all recommendations of the coded database, beside the search by words, in one run.

    python benchmarks/meaning.py [--data ../shared/data] [--keep FILE] [--questions 60]

Goals: the 95th percentile of the search by meaning at most 3 times that of the search by words; at most 25 MB of
vectors; one more report costs in proportion to the report. The same questions for both: the two longest words of a
recommendation, its first eight words, or all of it. The archive is made in a temporary folder, or kept.
"""

import argparse
import csv
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from django.db.models import Sum
from django.db.models.functions import Length

from onrecord import tasks
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.adding import put_on_record
from store.papers import report

RATIO, MEGABYTES = 3.0, 25.0


def main() -> int:
    """Make, ask, count; 1 if a goal is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--questions", type=int, default=60)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        location = given.keep or Path(folder) / "all.onrecord"
        made = not location.exists()
        with tasks.open_archive(location, passphrase="", create=made) as archive:
            if made:
                fill(archive, given.data / "upr" / "recommendations.csv")
            return 0 if told(archive, given.questions) else 1


def fill(archive: Archive, coded: Path) -> None:
    """Put every review of the database on record, as a report of its own, and make the vectors."""
    reviews: defaultdict[tuple[str, str], dict[str, tuple[str, tuple[str, ...]]]] = defaultdict(dict)
    with coded.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            items = reviews[row["sur_iso3"], row["cycle"]]
            items[f"7.{len(items) + 1}"] = (" ".join(row["text"].split()), (row["rec_iso3"] or "FRA",))
    began = time.monotonic()
    for number, ((state, cycle), items) in enumerate(sorted(reviews.items()), 1):
        paper = report(items)
        identity = replace(paper.findings.identity, symbol=f"A/HRC/900/{number}", state=state, cycle=int(cycle))
        findings = replace(paper.findings, identity=identity)
        put_on_record(archive, replace(paper, findings=findings).prepared())
    print(f"{sum(map(len, reviews.values()))} recommendations put on record in {time.monotonic() - began:.0f} s")
    began = time.process_time()
    tasks.keep_meanings(archive)
    print(f"vectors made in {time.process_time() - began:.0f} s of one core")


def told(archive: Archive, questions: int) -> bool:
    """Print the figures; whether all goals are reached."""
    table = tables.Recommendation.objects.using(archive.alias)
    texts = list(table.order_by("pk").values_list("text", flat=True))
    asked = texts[:: max(1, len(texts) // questions)][:questions]
    asked = [cut(text.replace('"', ""), number) for number, text in enumerate(asked)]
    tasks.search_meaning(archive, "warm up")
    by_words, by_meaning = [], []
    for text in asked:  # in turn, so that other work falls on both alike
        by_words.append(seconds(lambda text=text: tasks.search(archive, text)))
        by_meaning.append(seconds(lambda text=text: tasks.search_meaning(archive, text)))
    first, second = p95(by_words), p95(by_meaning)
    megabytes = tables.Meaning.objects.using(archive.alias).aggregate(all=Sum(Length("vectors")))["all"] / 1e6
    print(f"{len(texts)} recommendations, {len(asked)} questions")
    print(f"p95 by words {first * 1e3:.1f} ms, by meaning {second * 1e3:.1f} ms: {second / first:.2f} (goal {RATIO:g})")
    for number, kind in enumerate(("two words", "eight words", "a whole recommendation")):
        pair = p95(by_words[number::3]), p95(by_meaning[number::3])
        print(f"  {kind}: {pair[0] * 1e3:.1f} and {pair[1] * 1e3:.1f} ms, {pair[1] / pair[0]:.2f}")
    print(f"vectors {megabytes:.1f} MB (goal {MEGABYTES:g})")
    again = seconds(lambda: tasks.keep_meanings(archive))
    print(f"nothing new: {again * 1e3:.0f} ms")
    return second <= RATIO * first and megabytes <= MEGABYTES


def cut(text: str, number: int) -> str:
    """A question of two words, of eight, or as long as a recommendation, in turn."""
    words = text.split()
    return " ".join((sorted(words, key=len)[-2:], words[:8], words)[number % 3])


def seconds(do: Callable[[], object]) -> float:
    """How long something takes."""
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def p95(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
