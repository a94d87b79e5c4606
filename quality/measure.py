"""Measures extraction against real reports with answers made by hand, and compares with the floors of the project.

    python quality/measure.py [--data ../shared/data] [--accept]

Scores come from the scoring script that lies beside the data, so that nobody marks their own homework. Prints what a
change gained and lost since the last accepted run, by example; ``--accept`` makes this run the one to compare with.
The baseline holds fingerprints only, no sentence of a document.
"""

import argparse
import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import onrecord
from onrecord.model import Findings, Place

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
BASELINE = HERE / "baseline.json"
REVIEWS = {
    "A-HRC-28-15.pdf": (["A-HRC-28-15.pdf", "A-HRC-28-15-Add.1.pdf", "A-HRC-28-2.pdf"], "thematic-list-cycle2.jsonl"),
    "A-HRC-43-15.pdf": (["A-HRC-43-15.pdf", "A-HRC-43-15-Add.1.pdf"], "thematic-list-cycle3.jsonl"),
}


def main() -> int:
    """Measure, print, compare; 1 if a floor is not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--accept", action="store_true", help="make this run the baseline")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"quality: no data at {options.data}; nothing measured.")
        return 2
    OUT.mkdir(exist_ok=True)
    floors = json.loads((HERE / "floors.json").read_text())
    failed = [
        *_pairs(options.data, floors["pairs"], accept=options.accept),
        *_strict(options.data, floors["strict"]),
        *_kazakhstan(options.data),
        *_places(options.data, floors["places_found"]),
    ]
    for line in failed:
        print("BELOW THE FLOOR:", line)
    print("quality:", "every floor is reached" if not failed else f"{len(failed)} floors are not reached")
    return 1 if failed else 0


def pairs_of(path: Path) -> dict[str, Any]:
    """One report as the scoring script wants it, one entry per text and its States."""
    return {
        "file": path.name,
        "recommendations": [
            {"number": item.number, "text": item.text, "states": list(item.states), "position": item.position.value}
            for item in onrecord.read(path).by_ask().recommendations
        ],
    }


def _pairs(data: Path, floors: dict[str, dict[str, float]], *, accept: bool) -> Iterable[str]:
    reports = sorted((data / "upr" / "reports").glob("*.pdf"))
    target = OUT / "pairs.jsonl"
    with ProcessPoolExecutor() as pool, target.open("w", encoding="utf-8") as handle:
        for prediction in pool.map(pairs_of, reports):
            handle.write(json.dumps(prediction, ensure_ascii=False) + "\n")
    scored = _score(data, "pairs", target, "--data", str(data / "upr"), "--misses", "100000")
    print(f"\nPairs of (recommendation, State) in {len(reports)} Working Group reports")
    print(f"{'sessions':>9} {'recall':>8} {'precision':>10} {'F1':>8} {'position':>9} {'rows':>6} {'pairs':>6}")
    for group, s in scored["scores"].items():
        position = "-" if s["position"] is None else f"{s['position']:.4f}"
        print(
            f"{group:>9} {s['recall']:8.4f} {s['precision']:10.4f} {s['f1']:8.4f} {position:>9}"
            f" {s.get('rows', 0):6} {s.get('pairs', 0):6}"
        )
    _gains_and_losses(scored["examples"], accept=accept)
    return [
        f"{group} {name}: {scored['scores'][group][name]} < {floor}"
        for group, wanted in floors.items()
        if group in scored["scores"]
        for name, floor in wanted.items()
        if scored["scores"][group][name] < floor
    ]


def _gains_and_losses(examples: list[list[Any]], *, accept: bool) -> None:
    now = {_fingerprint(e): e for e in examples}
    before = set(json.loads(BASELINE.read_text())) if BASELINE.exists() else None
    if before is not None:
        gained, lost = sorted(before - now.keys()), sorted(now.keys() - before)
        print(f"since the accepted run: {len(gained)} mistakes gone, {len(lost)} new")
        for key in lost[:40]:
            print("  new:", *now[key])
        for key in gained[:40]:
            print("  gone:", key)
    if accept or before is None:
        BASELINE.write_text(json.dumps(sorted(now), indent=0) + "\n")


def _fingerprint(example: list[Any]) -> str:
    kind, name, state, words, _score = example
    number = words.split(" ", 1)[0] if kind == "extra" else ""
    digest = hashlib.sha256(words.encode()).hexdigest()[:10]
    return " ".join(part for part in (kind, name, state, number, digest) if part)


def _strict(data: Path, floors: dict[str, int]) -> Iterable[str]:
    total = dict.fromkeys(floors, 0)
    gold = 0
    for name, (papers, answers) in REVIEWS.items():
        items = onrecord.join(onrecord.read(data / "slovenia" / paper) for paper in papers)[0].recommendations
        target = OUT / f"strict-{name}.jsonl"
        rows = [
            {"number": i.number, "text": i.text, "states": list(i.states), "position": i.position.value} for i in items
        ]
        target.write_text(json.dumps({"file": name, "recommendations": rows}, ensure_ascii=False) + "\n")
        scored = _score(data, "strict", target, "--gold", str(data / "slovenia" / answers), "--file", name)
        gold += scored["scores"]["gold"]
        for key in total:
            total[key] += scored["scores"].get(key, 0)
        total["letters"] += _same_letters(rows, data / "slovenia" / answers)
        for example in scored["examples"]:
            print("  strict:", name, *example)
    print(f"\nSlovenia, cycles 2 and 3, item by item: {total} of {gold}")
    return [f"strict {key}: {total[key]} < {floor}" for key, floor in floors.items() if total[key] < floor]


def _same_letters(rows: list[dict[str, Any]], answers: Path) -> int:
    """Items whose text has the same letters and digits in the same order.

    The scoring script parts words where either side has a blank; the list runs three pairs of words together that the
    report parts.
    """
    read = {row["number"]: _letters(row["text"]) for row in rows}
    gold = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines() if line.strip()]
    return sum(read.get(row["number"]) == _letters(row["text"]) for row in gold)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _kazakhstan(data: Path) -> Iterable[str]:
    papers = [data / "upr" / "reports" / "kazakhstan2014.pdf", data / "slovenia" / "A-HRC-28-2.pdf"]
    report = onrecord.read(papers[0])
    joined = onrecord.join([report, onrecord.read(papers[1])])[0].recommendations
    first = onrecord.read(data / "upr" / "reports" / "kazakhstan2010.pdf")
    sections = [sum(i.section == s for i in report.recommendations) for s in ("124", "125", "126")]
    changed = {i.number: i for i in joined}.get("126.27")
    answers = [s.value.value for s in changed.history] if changed else []
    got = {
        "2014 items by section": sections,
        "2014 after plenary": [sum(i.position.value == p for i in joined) for p in ("supported", "noted")],
        "126.27": [answers[0], answers[-1]] if answers else [],
        "2010 items": [sum(i.position.value == p for i in first.recommendations) for p in ("supported", "pending")],
    }
    want = {
        "2014 items by section": [47, 96, 51],
        "2014 after plenary": [144, 50],
        "126.27": ["noted", "supported"],
        "2010 items": [102, 26],
    }
    print("\nKazakhstan:", got)
    return [f"Kazakhstan, {key}: {got[key]}, not {want[key]}" for key in want if got[key] != want[key]]


def places_of(path: Path) -> tuple[str, int, int]:
    """How many findings of a paper there are, and how many are found again to the letter."""
    record = onrecord.read(path)
    wanted = list(quotations(record.findings))
    return path.name, len(wanted), sum(record.document.text[p.start : p.end] == words for words, p in wanted)


def quotations(findings: Findings) -> Iterable[tuple[str, Place]]:
    """Everything that findings quote, each with the place where it must stand."""
    for item in findings.recommendations:
        yield item.item, item.item_place
        if item.chapeau_place and item.history:
            yield item.history[0].words, item.history[0].place
    for statement in findings.positions:
        yield statement.words, statement.place
        if statement.comment and statement.comment_place:
            yield statement.comment, statement.comment_place
    for tally in findings.tallies:
        yield tally.words, tally.place
    for said in findings.dialogue:
        yield said.text, said.place
    for question in findings.questions:
        yield question.text, question.place
    for answer in findings.answers:
        yield answer.words, answer.place
        yield answer.text, answer.text_place


def _places(data: Path, floor: float) -> Iterable[str]:
    papers = [*sorted((data / "upr" / "reports").glob("*.pdf")), *sorted((data / "slovenia").glob("A-HRC*.pdf"))]
    papers += sorted((data / "slovenia").glob("*.docx"))
    with ProcessPoolExecutor() as pool:
        counted = list(pool.map(places_of, papers))
    wanted, found = sum(c[1] for c in counted), sum(c[2] for c in counted)
    print(f"\nFindings found again at their place, to the letter: {found} of {wanted} in {len(papers)} papers")
    return [f"places: {name} {got} of {want}" for name, want, got in counted if want and got / want < floor]


def _score(data: Path, mode: str, predictions: Path, *options: str) -> dict[str, Any]:
    script = data.parent / "tools" / "score_recommendations.py"
    command = [sys.executable, str(script), mode, str(predictions), "--json", *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


if __name__ == "__main__":
    sys.exit(main())
