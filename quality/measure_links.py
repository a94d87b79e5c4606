"""Measures uptake and repeats against judged sets, and compares with the floors of the project.

    python quality/measure_links.py [--data ../shared] [--misses] [--meaning PACKAGE:FUNCTION]

Words and rules alone are always measured; with meaning where the installed Onrecord has a model for it, or where
``--meaning`` names a function that takes texts and gives rows of numbers of length 1. Exit code 1 if a figure is below
its floor (``floors-links.json``), 2 if there are no data.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from math import log2
from pathlib import Path
from typing import Any

import onrecord
from onrecord import labelling
from onrecord.matching.repeats import find_repeats
from onrecord.matching.uptake import find_uptake
from onrecord.model.link import AskText, Link, LinkKind

HERE = Path(__file__).resolve().parent
JUDGED = HERE / "links"
FIRST = 10  # places that are looked at
Meaning = Callable[[Sequence[str]], Any]


@dataclass(frozen=True)
class Query:
    """One text, what follows it, and what persons judged. ``gains``: 2 for the same ask, 1 for the same subject."""

    text: AskText
    gains: Mapping[str, int]

    @property
    def decision(self) -> LinkKind:
        """What is right for the query as a whole."""
        best = max(self.gains.values(), default=0)
        return (LinkKind.NONE, LinkKind.SAME_SUBJECT, LinkKind.SAME_ASK)[best]


@dataclass(frozen=True)
class Judged:
    """A judged set. ``keys``: under which key the gains name a text (texts said twice share one)."""

    name: str
    queries: Sequence[Query]
    texts: Sequence[AskText]
    keys: Mapping[str, str]


def main() -> int:
    """Measure, print, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", action="store_true", help="show wrong decisions")
    parser.add_argument("--meaning", default="", metavar="PACKAGE:FUNCTION")
    options = parser.parse_args()
    if not (options.data / "data" / "kazakhstan" / "uptake.json").is_file():
        print(f"quality-links: no data at {options.data}; nothing measured.")
        return 2
    figures: dict[str, float] = {}
    for way, meaning in _ways(options.meaning):
        for judged in uptake_sets(options.data):
            figures |= _measured(way, judged, _of_uptake(judged, meaning), options.misses)
        for judged in repeats_sets(options.data):
            figures |= _measured(way, judged, _of_repeats(judged, meaning), options.misses)
    return _compared(figures)


def _ways(named: str) -> Iterator[tuple[str, Meaning | None]]:
    yield "words", None
    if named:
        module, _, function = named.partition(":")
        yield "meaning", getattr(import_module(module), function)
    elif found := getattr(labelling, "meaning", None):
        yield "meaning", found


def uptake_sets(data: Path) -> Iterator[Judged]:
    """The briefing paper against the report on Kazakhstan, and the sets of our own."""
    gold = json.loads((data / "data" / "kazakhstan" / "uptake.json").read_text(encoding="utf-8"))["items"]
    paper = onrecord.read(data / "seeds" / "001_09f426e01ea254ad.txt")
    texts = [next(p.text for p in paper.proposals if row["opening"] in p.text) for row in gold]
    items = _rows(data / "data" / "kazakhstan" / "items-2014.csv")
    yield _uptake_set("uptake.kazakhstan", list(zip(texts, gold, strict=True)), items)
    for own in json.loads((JUDGED / "uptake-own.json").read_text(encoding="utf-8"))["sets"]:
        report = onrecord.read(data / "data" / "upr" / "reports" / own["file"])
        items = [AskText(item.number, item.text) for item in report.recommendations]
        pairs = [(row["proposal"], row) for row in own["items"]]
        yield _uptake_set(f"uptake.{Path(own['file']).stem}", pairs, items)


def _uptake_set(name: str, pairs: Sequence[tuple[str, Mapping[str, Any]]], items: Sequence[AskText]) -> Judged:
    queries = [
        Query(AskText(str(n), text), dict.fromkeys(row["broad"], 1) | dict.fromkeys(row["strict"], 2))
        for n, (text, row) in enumerate(pairs, start=1)
    ]
    return Judged(name, queries, items, {item.id: item.id for item in items})


def repeats_sets(data: Path) -> Iterator[Judged]:
    """Kazakhstan 2010 and 2014; Slovenia, cycles 2 and 3, judged by us."""
    gold = json.loads((data / "data" / "kazakhstan" / "repeats.json").read_text(encoding="utf-8"))["items"]
    items = _rows(data / "data" / "kazakhstan" / "items-2014.csv")
    queries = [
        Query(
            AskText(str(n), row["q"]),
            dict.fromkeys(map(_folded, row["subject"]), 1) | dict.fromkeys(map(_folded, row["same"]), 2),
        )
        for n, row in enumerate(gold)
    ]
    yield Judged("repeats.kazakhstan", queries, items, {item.id: _folded(item.text) for item in items})
    own = json.loads((JUDGED / "repeats-slovenia.json").read_text(encoding="utf-8"))["items"]
    old, new = (_listed(data / "data" / "slovenia" / f"thematic-list-cycle{n}.jsonl") for n in (2, 3))
    queries = [
        Query(AskText(row["q"], old[row["q"]]), dict.fromkeys(row["subject"], 1) | dict.fromkeys(row["same"], 2))
        for row in own
    ]
    texts = [AskText(number, text) for number, text in new.items()]
    yield Judged("repeats.slovenia", queries, texts, {number: number for number in new})


def _rows(path: Path) -> list[AskText]:
    with path.open(encoding="utf-8", newline="") as handle:
        return [AskText(row["number"], row["text"]) for row in csv.DictReader(handle)]


def _listed(path: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found.setdefault(row["number"], row["text"])
    return found


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text.replace("’", "'")).strip().lower()


def _of_uptake(judged: Judged, meaning: Meaning | None) -> list[tuple[LinkKind, Sequence[Link]]]:
    found = find_uptake([query.text for query in judged.queries], judged.texts, meaning=meaning)
    return [(one.decision, one.recommendations) for one in found]


def _of_repeats(judged: Judged, meaning: Meaning | None) -> list[tuple[LinkKind, Sequence[Link]]]:
    found = find_repeats([query.text for query in judged.queries], judged.texts, meaning=meaning)
    return [(one.decision, one.links) for one in found.followed]


def _measured(
    way: str, judged: Judged, found: Sequence[tuple[LinkKind, Sequence[Link]]], misses: bool
) -> dict[str, float]:
    gained, ranks, hits, strict, right = [], [], 0, 0, 0
    for query, (decision, links) in zip(judged.queries, found, strict=True):
        right += decision is query.decision
        if misses and decision is not query.decision:
            print(f"  {judged.name} {query.text.id}: {decision}, right is {query.decision}: {query.text.text[:90]}")
        order = list(dict.fromkeys(judged.keys[link.id] for link in links))
        if query.gains:
            gained.append(_ndcg(order, query.gains))
            ranks.append(next((1 / place for place, key in enumerate(order, start=1) if key in query.gains), 0.0))
        same = {key for key, gain in query.gains.items() if gain == 2}
        hits += len(same & set(order[:FIRST]))
        strict += len(same)
    figures = {
        "ndcg": sum(gained) / len(gained),
        "mrr": sum(ranks) / len(ranks),
        "recall": hits / strict,
        "decisions": right / len(judged.queries),
    }
    print(
        f"{judged.name:24}{way:9}nDCG@10 {figures['ndcg']:.3f}  MRR {figures['mrr']:.3f}  same ask in the first ten "
        f"{hits}/{strict}  decision right {right}/{len(judged.queries)}"
    )
    return {f"{judged.name}.{way}.{name}": value for name, value in figures.items()}


def _ndcg(order: Sequence[str], gains: Mapping[str, int]) -> float:
    best = sorted(gains.values(), reverse=True)
    return _dcg([gains.get(key, 0) for key in order]) / _dcg(best)


def _dcg(gains: Sequence[int]) -> float:
    return sum(gain / log2(place + 2) for place, gain in enumerate(gains[:FIRST]))


def _compared(figures: Mapping[str, float]) -> int:
    floors: dict[str, float] = json.loads((HERE / "floors-links.json").read_text(encoding="utf-8"))
    below = {name: floor for name, floor in floors.items() if name in figures and figures[name] < floor}
    for name, floor in below.items():
        print(f"below its floor: {name} {figures[name]:.3f} < {floor}")
    missing = sorted(name for name in floors if name not in figures)
    if missing:
        print(f"{len(missing)} floors for meaning were not measured: there is no model for it.")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
