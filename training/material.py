"""All that is learned from, gathered once: texts with their labels, and passages of reports without."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import torch
from split import Split, read_rows, split, together
from torch import Tensor

from onrecord.labelling.pieces import END, START, UNKNOWN, Pieces

MARKS = (UNKNOWN, START, END)
# Passages of reports teach the meaning of whole paragraphs; very short ones are headings, long ones fill no batch.
PASSAGE_WORDS = range(6, 91)


@dataclass(frozen=True)
class Material:
    """What is learned from. ``issues`` are the names, in the order of the columns."""

    split: Split
    issues: list[str]
    texts: list[str]
    issue_shares: Tensor
    action_shares: Tensor
    passages: list[str]


def gather(data: Path) -> Material:
    """Reads the coded database, and the reports on the States that are learned from."""
    parts = split(read_rows(data))
    issues = sorted({issue for row in parts.train for issue in row.issues})
    texts, issue_shares, action_shares = together(parts.train, issues)
    passages = _passages(data / "upr", set(parts.states["train"]))
    return Material(parts, issues, texts, torch.tensor(issue_shares), torch.tensor(action_shares), passages)


def _passages(upr: Path, states: set[str]) -> list[str]:
    import csv

    import onrecord

    with (upr / "reports.csv").open(encoding="utf-8", newline="") as file:
        files = [row["file"] for row in csv.DictReader(file) if row["sur_iso3"] in states]
    found = (p.text for name in sorted(files) for p in onrecord.read(upr / "reports" / name).paragraphs)
    return [text for text in found if len(text.split()) in PASSAGE_WORDS]


def small_vocabulary(full: list[str], material: Material) -> list[int]:
    """The numbers of the base model's pieces that are kept: the marks first, then the used ones and single letters."""
    pieces = Pieces(full)
    used = {piece.id for text in material.texts for piece in pieces.cut(text, 500)}
    often = Counter(piece.id for text in material.passages for piece in pieces.cut(text, 500))
    letters = {n for n, word in enumerate(full) if len(word.removeprefix("##")) == 1 and ord(word[-1]) < 0x250}
    marks = [full.index(mark) for mark in MARKS]
    kept = used | {number for number, count in often.items() if count >= 3} | letters
    return marks + sorted(kept - set(marks))
