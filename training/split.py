"""Which States are learned from, which tune, which are kept for the last look: by a fixed seed, State by State.

Texts repeat across States, so a text that stands in the training part is taken out of the other two.
"""

import csv
import random
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

SEED = 20_261_129
TEST_SHARE, VALIDATION_SHARE = 0.2, 0.1


@dataclass(frozen=True)
class Row:
    """One coded row: what was recommended to which State, its action (1 to 5) and its issues."""

    state: str
    text: str
    action: int
    issues: tuple[str, ...]


@dataclass(frozen=True)
class Split:
    """The three parts, and the States of each."""

    train: list[Row]
    validation: list[Row]
    test: list[Row]
    states: dict[str, list[str]]


def read_rows(data: Path) -> list[Row]:
    """The rows of the coded database below `data`."""
    with (data / "upr" / "recommendations.csv").open(encoding="utf-8", newline="") as file:
        return [
            Row(row["sur_iso3"], row["text"], int(row["action"]), tuple(row["issues"].split("|")))
            for row in csv.DictReader(file)
        ]


def normalised(text: str) -> str:
    """The text by which two rows are the same: letters and digits alone, folded."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


def split(rows: list[Row]) -> Split:
    """Deals the States out: a fifth for the test, a tenth for tuning, the rest to learn from."""
    states = sorted({row.state for row in rows})
    random.Random(SEED).shuffle(states)
    tested = round(len(states) * TEST_SHARE)
    tuned = tested + round(len(states) * VALIDATION_SHARE)
    parts = {"test": states[:tested], "validation": states[tested:tuned], "train": states[tuned:]}
    by_state = defaultdict(list)
    for row in rows:
        by_state[row.state].append(row)
    dealt = {part: [row for state in sorted(names) for row in by_state[state]] for part, names in parts.items()}
    learned = {normalised(row.text) for row in dealt["train"]}
    kept = {
        part: [row for row in dealt[part] if normalised(row.text) not in learned] for part in ("validation", "test")
    }
    return Split(dealt["train"], kept["validation"], kept["test"], {k: sorted(v) for k, v in parts.items()})


def together(rows: list[Row], issues: list[str]) -> tuple[list[str], list[list[float]], list[list[float]]]:
    """Each text once: with the share of its rows that carry each issue, and each action."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[normalised(row.text)].append(row)
    texts, issue_shares, action_shares = [], [], []
    for group in groups.values():
        texts.append(group[0].text)
        issue_shares.append([sum(issue in row.issues for row in group) / len(group) for issue in issues])
        action_shares.append([sum(row.action == action for row in group) / len(group) for action in range(1, 6)])
    return texts, issue_shares, action_shares
