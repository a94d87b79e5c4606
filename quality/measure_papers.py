"""Measures what is read from NGO papers against hand-made answers, and compares with the floors of the project.

    python quality/measure_papers.py [--data ../shared] [--misses N] [--own] [--later]

Reads the seeds (with ``--own``: the papers of our own, which ``own_papers.py`` builds), writes what was found in
the form of ``onrecord read --json`` and lets the scoring script that lies beside the data judge it. 1 if a figure is
below its floor. Of our own papers, 23 and 24 are kept aside: ``--later`` measures them too, without floors.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import onrecord
from onrecord.matching.papers import compare_papers
from onrecord.model import Comparison, Document
from onrecord.writing import paper_form

HERE = Path(__file__).resolve().parent
OUT = HERE / "out"
OWN = OUT / "own"
_IDENTITY = {"publishers": 20, "date": 20}  # floors


def main() -> int:
    """Read, write, let it be scored."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared"))
    parser.add_argument("--own", action="store_true", help="the papers of our own")
    parser.add_argument("--later", action="store_true", help="our own with those kept aside; no floors")
    parser.add_argument("--misses", type=int, default=0, help="show so many misses of each figure")
    options = parser.parse_args()
    script = options.data / "tools" / "score_papers.py"
    if not script.is_file():
        print(f"quality-papers: no scoring script at {script}; nothing measured.")
        return 2
    options.own = options.own or options.later
    papers = own_papers(later=options.later) if options.own else sorted((options.data / "seeds").glob("*.txt"))
    predictions, cross = write_findings(papers, OUT)
    command = [sys.executable, str(script), str(predictions), "--cross", str(cross), "--misses", str(options.misses)]
    if options.own:
        command += ["--gold", str(OWN / "gold.json"), "--seeds", str(OWN / "texts")]
    floors = HERE / ("floors-own-papers.json" if options.own else "floors-papers.json")
    if not options.later:
        command += ["--floors", str(floors)]
    below = subprocess.run(command, check=False).returncode
    return max(below, told_of_themselves(papers) if options.own else 0)


def told_of_themselves(papers: list[Path]) -> int:
    """Print how many papers' publishers and dates were read, which the scoring script does not judge; 1 if too few."""
    gold = json.loads((OWN / "gold.json").read_text(encoding="utf-8"))
    names = {one["id"]: one["name"] for one in gold["organisations"]}
    documents = {one["doc"]: one for one in gold["documents"]}
    right: Counter[str] = Counter()
    for path in papers:
        identity, annotated = onrecord.read(path).identity, documents[path.name]
        right["publishers"] += {names[one["ref"]] for one in annotated["publishers"]} == set(identity.publishers)
        right["date"] += annotated["date"]["value"] == identity.date
    print(", ".join(f"{what}: {right[what]} of {len(papers)} papers" for what in _IDENTITY))
    return int(any(right[what] < floor for what, floor in _IDENTITY.items()))


def own_papers(*, later: bool = False) -> list[Path]:
    """The papers of our own, built anew with their annotation."""
    aside = ["--later"] if later else []
    subprocess.run([sys.executable, str(HERE / "own_papers.py"), *aside], check=True, stdout=subprocess.DEVNULL)
    return sorted((OWN / "papers").iterdir())


def write_findings(papers: list[Path], folder: Path) -> tuple[Path, Path]:
    """Read the papers; write two files of JSON lines: what each says, and what holds between them."""
    folder.mkdir(exist_ok=True)
    records = [onrecord.read(path) for path in papers]
    predictions, cross = folder / "papers.jsonl", folder / "papers-cross.jsonl"
    forms = ({"file": path.name, **paper_form(r.document, r.findings)} for path, r in zip(papers, records, strict=True))
    predictions.write_text("".join(json.dumps(form) + "\n" for form in forms))
    documents = {r.document.sha256: (path.name, r.document) for path, r in zip(papers, records, strict=True)}
    found = compare_papers([r.findings for r in records])
    cross.write_text("".join(json.dumps(_form(comparison, documents)) + "\n" for comparison in found))
    return predictions, cross


def _form(comparison: Comparison, documents: dict[str, tuple[str, Document]]) -> dict[str, object]:
    members: list[dict[str, object]] = []
    for member in comparison.members:
        name, document = documents[member.sha256]
        row: dict[str, object] = {"file": name}
        if member.place:
            stretches = document.to_found(member.place.start, member.place.end)
            row.update(start=stretches[0][0], end=stretches[-1][1])
        members.append(row)
    return {"kind": comparison.kind, "verdict": comparison.verdict, "members": members}


if __name__ == "__main__":
    sys.exit(main())
