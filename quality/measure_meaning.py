"""Measures how well meaning vectors rank, and what the crosswalk to themes, persons and goals finds.

    python quality/measure_meaning.py [--data ../shared/data] [--model FILE]

Repeats: for recommendations to Kazakhstan of 2010, all of 2014 are ranked by meaning; hand-made answers say which ask
the same (2 points) or are on the same subject (1 point). Crosswalk: OHCHR's list of Slovenia's third cycle; the table
was made with the list of the second. 2 if the data is not there.
"""

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

import onrecord
from onrecord.labelling.crossed import crossed
from onrecord.model.label import GOAL, PERSONS, THEME
from onrecord.record import meaning
from onrecord.vocabulary.crosswalk import crossings

FIELDS = ((THEME, "themes"), (PERSONS, "groups"), (GOAL, "sdgs"))


def main() -> int:
    """Rank and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path)
    given = parser.parse_args()
    if not (given.data / "kazakhstan" / "repeats.json").exists():
        print(f"No hand-made answers in {given.data}; nothing measured.")
        return 2
    first, gained = repeats(given.data / "kazakhstan", given.model)
    print(f"repeats by meaning alone: MRR {first:.3f}, nDCG@10 {gained:.3f}")
    for cycle in (2, 3):
        crosswalk(given.data / "slovenia" / f"thematic-list-cycle{cycle}.jsonl", cycle, given.model)
    return 0


def repeats(folder: Path, model: Path | None) -> tuple[float, float]:
    """Mean reciprocal rank and nDCG@10 over the queries that have an answer."""
    items = json.loads((folder / "repeats.json").read_text(encoding="utf-8"))["items"]
    with (folder / "items-2014.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    asked = [item for item in items if item["same"] or item["subject"]]
    near = meaning([item["q"] for item in asked], model=model) @ meaning(texts, model=model).T
    firsts, gains = [], []
    for item, row in zip(asked, near, strict=True):
        points = {**dict.fromkeys(item["subject"], 1), **dict.fromkeys(item["same"], 2)}
        got = [points.get(texts[at], 0) for at in np.argsort(-row)]
        firsts.append(1 / (1 + next(rank for rank, point in enumerate(got) if point)))
        gains.append(_dcg(got[:10]) / _dcg(sorted(points.values(), reverse=True)[:10]))
    return float(np.mean(firsts)), float(np.mean(gains))


def _dcg(points: Sequence[int]) -> float:
    return sum(point / float(np.log2(rank + 2)) for rank, point in enumerate(points))


def crosswalk(path: Path, cycle: int, model: Path | None) -> None:
    """Print precision, recall and F1 of each field of one list."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = onrecord.label([row["text"] for row in rows], model=model, words=False)
    for scheme, field in FIELDS:
        counts: Counter[str] = Counter()
        known = {
            name.lower(): one.name
            for one in crossings()
            if one.scheme == scheme
            for name in _names(one.name, one.earlier_names)
        }
        for row, labels in zip(rows, found, strict=True):
            want = {known.get(name.lower(), name) for name in row[field]}
            said = {label.name for label in crossed(row["text"], labels) if label.scheme == scheme}
            counts += Counter(right=len(want & said), said=len(said), want=len(want))
        if counts["want"]:
            right, said_, want_ = (counts[key] for key in ("right", "said", "want"))
            print(
                f"crosswalk, cycle {cycle}, {field}: precision {right / said_:.3f}, recall {right / want_:.3f}, "
                f"F1 {2 * right / (said_ + want_):.3f} ({want_} labels of {len(rows)} items)"
            )


def _names(name: str, earlier: tuple[str, ...]) -> tuple[str, ...]:
    return (name, *earlier)


if __name__ == "__main__":
    sys.exit(main())
