"""Measures how many rows of the coded database tie to the items of the reports that were read.

    python quality/measure_tying.py [--data ../shared/data]

Every report of the data and the whole file of coded rows are put into an archive, as a person would do it. Rows of
reviews whose report is there are counted; for those that do not tie the reasons are printed, review by review. 1 if a
share is below its floor, 2 if the data is not there.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from onrecord import tasks
from onrecord.tasks import CodedReview

LATER = range(13, 21)  # sessions in which reports list recommendations under numbers throughout
FLOORS = {"sessions 13 to 20": 0.99, "all sessions": 0.93}


def main() -> int:
    """Put on record, tie, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    data = parser.parse_args().data / "upr"
    if not (data / "recommendations.csv").exists():
        print(f"No coded database in {data}; nothing measured.")
        return 2
    with (
        tempfile.TemporaryDirectory() as folder,
        tasks.open_archive(Path(folder) / "all.onrecord", passphrase="", create=True) as archive,
    ):
        added = tasks.add_documents(archive, [data / "reports"])
        tasks.import_coded(archive, data / "recommendations.csv")
        reviews = [review for review in tasks.coded_reviews(archive) if review.report]
    print(f"{len(reviews)} reviews with a report on record; {len(added.failed)} files could not be read")
    shares = (
        tell("sessions 13 to 20", [review for review in reviews if review.session in LATER]),
        tell("all sessions", reviews),
    )
    return 0 if all(shares) else 1


def tell(name: str, reviews: Sequence[CodedReview]) -> bool:
    """Print the share of tied rows and why others do not tie; whether the floor is reached."""
    rows, tied = sum(review.rows for review in reviews), sum(review.tied for review in reviews)
    share = tied / rows
    print(f"{name}: {tied} of {rows} rows tie ({share:.2%}; floor {FLOORS[name]:.0%})")
    for review in reviews:
        left = Counter({outcome: count for outcome, count in review.outcomes.items() if outcome != "tied"})
        if left:
            reasons = ", ".join(f"{count} {outcome}" for outcome, count in left.most_common())
            print(f"  {review.report:24} {review.tied} of {review.rows}: {reasons}")
    return share >= FLOORS[name]


if __name__ == "__main__":
    sys.exit(main())
