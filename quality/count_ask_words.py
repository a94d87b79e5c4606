"""Counts in how many coded recommendations each word and concept stands: makes vocabulary/data/ask_counts.csv anew.

    python quality/count_ask_words.py --data ../shared/data

To be run after the groups of words in ask_concepts.csv have changed.
"""

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from onrecord.matching.statements import stem
from onrecord.vocabulary import ask_words
from onrecord.vocabulary.tables import DATA

FEWEST = 3  # recommendations: rarer words count as never seen


def main() -> None:
    """Count and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    path = parser.parse_args().data / "upr" / "recommendations.csv"
    with path.open(encoding="utf-8", newline="") as handle:
        texts = [row["text"] for row in csv.DictReader(handle)]
    counts: Counter[str] = Counter()
    for text in texts:
        words = ask_words.words_of(text)
        counts.update({"=" + span.key for span in ask_words.concepts_in(words)} | {stem(word) for word in words})
    kept = sorted((term, n) for term, n in counts.items() if n >= FEWEST or term[0] == "=")
    with (DATA / "ask_counts.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerows([("term", "recommendations"), ("*", len(texts)), *kept])
    sys.stdout.write(f"{len(kept)} words and concepts of {len(texts)} recommendations\n")


if __name__ == "__main__":
    main()
