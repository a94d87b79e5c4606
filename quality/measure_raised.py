"""Measures which proposals count as raised in a dialogue or by a committee, against a judged set of our own.

    python quality/measure_raised.py [--misses]

Exit code 1 if a figure is below its floor.
The set (``links/raised-own.json``) is about the bundled example, so that anybody can run it. A pair is a proposal and a
paragraph or concern; a decision is right where a proposal that was raised is told to be, and one that was not is not.
"""

import argparse
import json
import sys
from pathlib import Path

import onrecord
from onrecord import record
from onrecord.matching.raised import find_raised
from onrecord.model.link import AskText, Passage

ROOT = Path(__file__).resolve().parents[1]
JUDGED = ROOT / "quality" / "links" / "raised-own.json"
# Precision, recall, decisions that are right.
FLOORS = {"words": (0.88, 0.58, 25), "meaning": (0.88, 0.68, 26)}


def main() -> int:
    """Measure with words alone and with meaning, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="tell every pair that is wrong")
    misses = parser.parse_args().misses
    judged = json.loads(JUDGED.read_text(encoding="utf-8"))
    report = onrecord.read(ROOT / judged["report"])
    state = report.identity.state
    passages = [Passage(d.place.paragraph, d.text, "dialogue") for d in report.dialogue if state not in d.states]
    passages += [Passage(one["id"], one["text"], "committee") for one in judged["concerns"]]
    proposals = [AskText(one["id"], one["text"]) for one in judged["queries"]]
    below = False
    for name, meaning in (("words", None), ("meaning", record.meaning)):
        found = find_raised(proposals, passages, meaning=meaning)
        right = said = wanted = decided = 0
        for query, raised in zip(judged["queries"], found, strict=True):
            true, told = {*query["paragraphs"], *query["concerns"]}, {one.passage for one in raised}
            right, said, wanted = right + len(true & told), said + len(told), wanted + len(true)
            decided += bool(true) == bool(told)
            if misses and true != told:
                shown = [(one.passage, one.score, "; ".join(map(str, one.reasons))) for one in raised]
                print(f"  {query['id']} {query['text']}\n    right {sorted(true)}, told {shown}")
        figures = (right / said, right / wanted, decided)
        below |= any(figure < floor for figure, floor in zip(figures, FLOORS[name], strict=True))
        print(
            f"raised, {name}: precision {right / said:.3f}, recall {right / wanted:.3f} "
            f"({right} of {wanted} pairs, {said} told); decision right for {decided} of {len(proposals)} proposals"
        )
    if below:
        print("A figure is below its floor.", file=sys.stderr)
    return int(below)


if __name__ == "__main__":
    sys.exit(main())
