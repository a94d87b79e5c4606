"""Prints the counts stated in two reports of the Human Rights Council beside UPR Info's, as a Markdown table.

Run from the root of the repository, with ``../shared/data`` in place:

    .venv/bin/python tools/tallies_table.py
"""

import csv
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from onrecord.assessment import Reconciliation, join_histories, reconcile
from onrecord.extraction.addendum import read_addendum
from onrecord.extraction.identity import identify
from onrecord.extraction.plenary import read_plenary
from onrecord.extraction.recommendations import read_recommendations
from onrecord.model import Document, Findings, Identity, PositionStatement, Tally
from onrecord.reading import read
from onrecord.vocabulary import sessions, states

DATA = Path(__file__).parents[2] / "shared" / "data"
COUNCIL_REPORTS = ("A-HRC-14-37.pdf", "A-HRC-28-2.pdf")
ROLES = ("received", "supported", "noted")

Key = tuple[int, str]  # UPR session, State


@dataclass(frozen=True, slots=True)
class Coded:
    """UPR Info's rows on one review: one for each recommendation and State that made it."""

    received: int
    supported: int
    noted: int


def main() -> int:
    """Print the table; the exit code is 1 where the data is missing."""
    if not DATA.exists():
        sys.stderr.write(f"{DATA} is not there: nothing to compare with.\n")
        return 1
    coded = coded_reviews(DATA / "upr" / "recommendations.csv")
    reports = {row["symbol"]: DATA / "upr" / "reports" / row["file"] for row in table(DATA / "upr" / "reports.csv")}
    sys.stdout.write(HEAD)
    for name in COUNCIL_REPORTS:
        document, identity = opened(DATA / "slovenia" / name)
        findings = read_plenary(document, identity)
        sys.stdout.write("".join(f"{line}\n" for line in lines(identity, findings, coded, reports)))
    return 0


HEAD = """<!-- Made by tools/tallies_table.py; do not edit. -->

Stated: received / supported / noted, then what was left open, supported in part, or given as unclear, each only where
the speaker says so ("–": not said). UPR Info: rows, one for each recommendation *and* recommending State. Read: from
the Working Group report with all papers at hand, as recommendations (by State). "not here": the report, or the rows of
the State, are not in the data.

| Report | State | Speaker | Para. | Stated | UPR Info | Read | Agreement |
|---|---|---|---|---|---|---|---|
"""


def lines(identity: Identity, findings: Findings, coded: dict[Key, Coded], reports: dict[str, Path]) -> list[str]:
    """One line of the table for each tally."""
    reviews = [
        s.number for s in map(sessions.upr_session, range(1, 60)) if s and s.council_session == identity.council_session
    ]
    found = []
    checks: dict[str, Reconciliation] = {}
    for tally in findings.tallies:
        if tally.target in reports and tally.target not in checks:
            checks[tally.target] = checked(reports[tally.target], findings)
        ours = next((coded[n, tally.state] for n in reviews if (n, tally.state) in coded), None)
        found.append(line(identity.symbol, tally, ours, checks.get(tally.target)))
    return found


def line(symbol: str, tally: Tally, coded: Coded | None, check: Reconciliation | None) -> str:
    """One tally as a line of the table."""
    theirs = f"{coded.received} / {coded.supported} / {coded.noted}" if coded else "not here"
    read_here = "not here"
    if check is not None:
        read_here = " / ".join(f"{getattr(check.items, r)} ({getattr(check.pairs, r)})" for r in ROLES)
    cells = (
        *(symbol, states.name(tally.state), tally.speaker.value, tally.place.paragraph),
        *(stated(tally), theirs, read_here, verdict(tally, coded, check)),
    )
    return f"| {' | '.join(cells)} |"


def stated(tally: Tally) -> str:
    """The numbers of a tally: ``112 / 76 / –, 24 left open``."""
    parts = " / ".join("–" if (n := getattr(tally, role)) is None else str(n) for role in ROLES)
    others = (("pending", "left open"), ("partly", "in part"), ("unclear", "unclear"))
    return "".join([parts, *(f", {n} {words}" for role, words in others if (n := getattr(tally, role)) is not None)])


def verdict(tally: Tally, coded: Coded | None, check: Reconciliation | None) -> str:
    """Where the tally agrees with what was read and with UPR Info, and what each difference is."""
    named = (
        [f"{d.counted}: {d.reason or 'not explained'}" for d in check.differences if d.tally == tally] if check else []
    )
    if check is not None and not named:
        named.append("equal to what was read")
    if coded is None:
        return "; ".join([*named, "no rows to compare with"])
    return "; ".join([*named, *filter(None, (difference(tally, coded, role) for role in ROLES))])


def difference(tally: Tally, coded: Coded, role: str) -> str:
    """How one number of a tally stands to UPR Info's, in words; "" if the speaker does not state it."""
    said, rows = getattr(tally, role), getattr(coded, role)
    if said is None:
        return ""
    if said == rows:
        return f"{role} = UPR Info"
    more = f"{abs(rows - said)} {'more' if rows > said else 'fewer'} at UPR Info"
    return f"{role}: {more}{_why(tally, coded, role)}"


def _why(tally: Tally, coded: Coded, role: str) -> str:
    apart = sum(n for n in (tally.partly, tally.unclear) if n)
    if role != "received" and tally.pending:
        return f", whose rows hold the answers to the {tally.pending} that were open as well"
    if role == "noted" and apart:
        return f", which notes the {apart} that the speaker counts apart"
    if role == "supported" and "partial" in tally.words.lower() and tally.partly is None:
        return ", which does not count as supported what is accepted in part"
    if getattr(coded, role) > getattr(tally, role) and coded.received > (tally.received or 0):
        return ", which counts by State"
    return ", not explained"


def checked(report: Path, plenary: Findings) -> Reconciliation:
    """What was read of one review: its report, the addendum where the data has it, and the plenary."""
    document, identity = opened(report)
    found = read_recommendations(document, identity)
    said: list[PositionStatement] = [p for p in plenary.positions if p.target == identity.symbol]
    addendum = DATA / "slovenia" / f"{identity.symbol.replace('/', '-')}-Add.1.pdf"
    if addendum.exists():
        said.extend(read_addendum(*opened(addendum)).positions)
    return reconcile(join_histories(found.recommendations, said), plenary.tallies)


def opened(path: Path) -> tuple[Document, Identity]:
    """A document and what it is."""
    document = read(path)
    return document, identify(document)


def coded_reviews(path: Path) -> dict[Key, Coded]:
    """UPR Info's rows, counted by session and State."""
    counts: Counter[tuple[int, str, str]] = Counter()
    for row in table(path):
        counts[int(row["session"]), row["sur_iso3"], row["response"]] += 1
    keys = {(session, state) for session, state, _ in counts}
    return {
        key: Coded(counts[*key, "supported"] + counts[*key, "noted"], counts[*key, "supported"], counts[*key, "noted"])
        for key in keys
    }


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


if __name__ == "__main__":
    sys.exit(main())
