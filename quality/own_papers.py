"""Builds the test set of papers of our own and its gold, and proves that the gold is sound.

    python quality/own_papers.py [--out quality/out/own] [--scorer ../shared/tools/score_papers.py]

Writes into the folder: ``papers/`` (what a reader gets: text, web page, Word, PDF, scan), ``texts/`` (under the same
names the text against which findings are scored, UTF-8) and ``gold.json`` in the form of the seeds' gold. Then a
prediction made of the gold must score 1 in everything and an empty one nothing. Exit status 1 if any word of the
annotation was not found or any check fails. To score software whose ``PRED.jsonl`` holds one line a paper, as
`onrecord read --json` prints it:

    score_papers.py PRED.jsonl --cross CROSS.jsonl --gold quality/out/own/gold.json --seeds quality/out/own/texts
"""

import argparse
import importlib.util
import json
import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from papers.across import names, promises, relations
from papers.check import check
from papers.gold import HERE, Annotated, load
from papers.locate import Paper
from papers.make import make

from onrecord.reading import read

NUMBERS = [f"{n:02}" for n in range(1, 23)]
LATER = [
    "23",
    "24",
]  # kept aside: no floor speaks of them, so that they show what rules do with papers not made for them

Record = dict[str, Any]


def main() -> int:
    """Build, check, prove; 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=HERE.parent / "out" / "own")
    parser.add_argument("--scorer", type=Path, default=Path("../shared/tools/score_papers.py"))
    parser.add_argument("--later", action="store_true", help="with the papers that are kept aside")
    options = parser.parse_args()
    problems: list[str] = []
    numbers = [*NUMBERS, *LATER] if options.later else NUMBERS
    texts = build_papers(options.out, numbers)
    gold = build_gold(texts, numbers, problems)
    (options.out / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), encoding="utf-8")
    plain = {name: paper.text for name, paper in texts.items()}
    check(gold, plain, problems.append)
    if not problems and options.scorer.is_file():
        problems += prove(gold, plain, _module(options.scorer))
    elif not problems:
        print(f"own papers: no scoring script at {options.scorer}, so the gold was not scored against itself")
    for problem in problems:
        print("PROBLEM", problem)
    for line in counts(gold):
        print(line)
    print(f"own papers: {len(problems)} problems; built in {options.out}")
    return 1 if problems else 0


def build_papers(out: Path, numbers: Sequence[str]) -> dict[str, Paper]:
    """Make every paper, read it, and write both; file name -> its text."""
    for folder in ("papers", "texts"):
        shutil.rmtree(out / folder, ignore_errors=True)
        (out / folder).mkdir(parents=True)
    texts = {}
    for number in numbers:
        name = load(f"annotations/{number}.yaml")["paper"]["file"]
        content = make(next((HERE / "sources").glob(f"{number}_*")), name)
        (out / "papers" / name).write_bytes(content)
        texts[name] = _as_read(out / "papers" / name, content)
        (out / "texts" / name).write_bytes(texts[name].text.encode())
    return texts


def _as_read(path: Path, content: bytes) -> Paper:
    """A text file is scored as it is, everything else as the reader found it."""
    if path.suffix == ".txt":
        return Paper(content.decode("utf-8"))
    document = read(path)
    return Paper(document.found, recognised=document.metadata.recognised)


def build_gold(texts: dict[str, Paper], numbers: Sequence[str], problems: list[str]) -> Record:
    """The gold as the scoring script wants it; what could not be found goes into ``problems``."""
    by_number = {name[:2]: paper for name, paper in texts.items()}
    papers = {number: Annotated(number, by_number[number], complain=problems.append) for number in numbers}
    gold: Record = {
        "about": {"what": "Gold annotation of ten invented papers in ten house styles", "version": 1},
        **load("vocabulary.yaml"),
        "documents": [paper.document() for paper in papers.values()],
    }
    for key in ("sections", "notes"):
        gold[key] = [record for paper in papers.values() for record in getattr(paper, key)()]
    gold["units"] = [record for paper in papers.values() for record in paper.unit_records()]
    for key in ("claims", "proposals", "quotations"):
        gold[key] = [record for paper in papers.values() for record in getattr(paper, key)]
    gold |= {"commitments": [], "assessments": []}
    for key, record in promises(papers):
        gold[key].append(record)
    gold |= names(papers, problems.append)
    known = {record["id"]: record for key in ("claims", "proposals", "notes") for record in gold[key]}
    return gold | relations(papers, known, problems.append)


def prove(gold: Record, texts: dict[str, str], scorer: ModuleType) -> list[str]:
    """What is wrong if a prediction made of the gold does not score 1 everywhere, or an empty one scores anything."""
    papers, cross = scorer.gold_as_predictions(gold)
    wrong = []
    for figure, values in _scores(gold, texts, scorer, list(papers.values()), cross).items():
        if set(values.values()) - ({0} if "errors" in values else {1}):
            wrong.append(f"a prediction made of the gold: {figure} {values}")
    for figure, values in _scores(gold, texts, scorer, [], []).items():
        if any(values.values()):
            wrong.append(f"an empty prediction: {figure} {values}")
    return wrong


def _scores(gold: Record, texts: dict[str, str], scorer: ModuleType, papers: list[Any], cross: list[Any]) -> Record:
    lines = [[json.dumps(row) for row in rows] for rows in (papers, cross)]
    predictions = scorer.read_predictions("papers", lines[0], texts)
    result = scorer.score(gold, texts, predictions, scorer.read_cross("cross", lines[1], texts))[0]["all"]
    shares = ("f1", "recall", "precision", "rate", "errors")
    return {figure: {key: values[key] for key in shares if key in values} for figure, values in result.items()}


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def counts(gold: Record) -> list[str]:
    """How much there is to find: by kind, and claims by paper."""
    kinds = ("units", "claims", "notes", "laws", "persons", "organisations", "events", "quotations")
    own = [p for p in gold["proposals"] if p["voice"] == "own" and not p.get("optional")]
    due = [claim for claim in gold["claims"] if claim["core"] and not claim.get("optional")]
    total = {kind: len(gold[kind]) for kind in kinds} | {
        "claims to be found": len(due),
        "claims not plainly the publisher's": sum(c["attribution"]["source"] != "publisher" for c in gold["claims"]),
        "own proposals": len(own),
        "asks in them": sum(len(p["asks"]) for p in own),
        "reported calls": sum(p["voice"] == "reported" for p in gold["proposals"]),
    }
    for kind in ("conflicts", "copies", "links"):
        traps = sum(bool(r.get("trap")) or (kind == "links" and "not" in r) for r in gold[kind])
        total |= {f"{kind} to be found": len(gold[kind]) - traps, f"traps in {kind}": traps}
    by_paper = Counter(claim["doc"][:2] for claim in due)
    return [", ".join(f"{key} {n}" for key, n in some.items()) for some in (total, dict(sorted(by_paper.items())))]


if __name__ == "__main__":
    sys.exit(main())
