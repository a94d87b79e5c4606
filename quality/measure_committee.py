"""Measures whose statements the paragraphs of stakeholders' summaries and compilations are, against a reading by hand.

    python quality/measure_committee.py [--data ../shared/data/slovenia] [--floor 0.98]

``summaries_gold.json`` was made by reading the papers, before the rules were run on them: paragraph -> those who say it
and those whom the notes name behind "see also"; in compilations the bodies that say it and the documents cited. A
paragraph is right if all of that is. 1 if a share is below the floor.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import onrecord
from onrecord.model import Claim, Findings

HERE = Path(__file__).resolve().parent
Sources = dict[str, set[str]]


def main() -> int:
    """Read, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/slovenia"))
    parser.add_argument("--floor", type=float, default=0.98)
    options = parser.parse_args()
    gold = json.loads((HERE / "summaries_gold.json").read_text())
    shares = [measure(options.data, kind, papers) for kind, papers in gold.items()]
    return 0 if min(shares) >= options.floor else 1


def measure(folder: Path, kind: str, papers: dict[str, dict[str, dict[str, list[str]]]]) -> float:
    """The share of paragraphs of one kind of paper that are right in all; misses are printed."""
    right = total = 0
    for symbol, paragraphs in papers.items():
        path = folder / f"{symbol.replace('/', '-')}.pdf"
        if not path.exists():
            print(f"{symbol} is not in {folder}; left out.")
            continue
        findings = onrecord.read(path).findings
        for number, expected in paragraphs.items():
            found = sources_of(findings, number)
            wrong = {
                name: (sorted(set(all_)), sorted(found[name]))
                for name, all_ in expected.items()
                if set(all_) != found[name]
            }
            total += 1
            right += not wrong
            for name, (want, got) in wrong.items():
                print(f"  {symbol} para. {number}, {name}: by hand {want}, found {got}")
    share = right / total if total else 0.0
    print(f"{kind}: {right} of {total} paragraphs right ({share:.1%})")
    return share


def sources_of(findings: Findings, number: str) -> Sources:
    """Who says what one paragraph tells, and what its notes cite."""
    claims = [claim for claim in findings.claims if claim.place.paragraph == number]
    notes = {note for claim in claims for note in claim.notes}
    cited = [one for one in findings.citations if one.note in notes]
    says = {key for claim in claims for key in _says(claim)}
    also = {key for claim in claims for key in claim.stakeholders} - says
    documents = {one.document for one in cited if not one.also} - {""}
    if findings.contributors:
        return {"says": says, "also": also}
    return {"bodies": says, "documents": documents, "also": {one.document for one in cited} - documents - {""}}


def _says(claim: Claim) -> Iterator[str]:
    also = dict(claim.reasons).get("see also", "").split(", ")
    return (key for key in claim.stakeholders if key not in also)


if __name__ == "__main__":
    sys.exit(main())
