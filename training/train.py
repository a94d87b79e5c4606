"""Trains the model that comes with Onrecord, from the coded database and the base model.

    python training/train.py --data ../shared/data --out src/onrecord/labelling/models/labels.npz

What is done stays under ``build/training``: a run that was stopped goes on where it was. About half an hour on two
quiet cores with bfloat16. Prints the figures on the States that tune; the test States are measured by
``quality/measure_labels.py`` alone.
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np
import torch
from fit import fitted, gold_of, sure_from
from material import Material, gather
from pack import Arrays, arrays_of, sealed, write
from pupil import raise_pupil
from scores import f1, one_of
from teacher import teach
from trunk import WIDTH
from words import learned

from onrecord.labelling.model_file import ModelFile
from onrecord.labelling.pieces import Pieces
from onrecord.labelling.scoring import Scorer
from onrecord.labelling.trunk import AT_ONCE

NAME, VERSION = "onrecord-labels", "1"
KEPT = Path("build/training")


def main() -> None:
    """All stages, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=KEPT / "labels.npz")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    KEPT.mkdir(parents=True, exist_ok=True)
    print("gathering", flush=True)
    material = gather(given.data)
    parts = material.split
    print(f"{len(material.texts)} texts to learn from, {len(parts.validation)} rows to tune on, {len(parts.test)} kept")
    teacher = teach(material, KEPT / "teacher.pt")
    pupil, vocabulary = raise_pupil(material, teacher, KEPT / "pupil.pt")
    arrays, names = arrays_of(pupil, vocabulary)
    shares = torch.cat([material.issue_shares, material.action_shares], 1).numpy()
    arrays |= learned(Pieces(vocabulary), material.texts, shares)
    about = _about(material, names)
    arrays, about["sure"] = _tuned(arrays, about, material)
    write(given.out, about, arrays)
    print(sealed(given.out))


def _about(material: Material, names: list[str]) -> dict[str, Any]:
    return {
        "name": NAME,
        "version": VERSION,
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "width": WIDTH,
        "issues": material.issues,
        "weights": names,
        "states": material.split.states,
    }


def _tuned(arrays: Arrays, about: dict[str, Any], material: Material) -> tuple[Arrays, float]:
    rows = material.split.validation
    issues, action = logits_of(ModelFile(about, arrays, ""), [row.text for row in rows])
    gold = gold_of(rows, material.issues)
    numbers = fitted(issues, action, gold)
    chances = 1 / (1 + np.exp(-(issues * numbers["issues.stretch"] + numbers["issues.shift"])))
    by_action = (action * numbers["action.stretch"] + numbers["action.shift"]).argmax(1)
    micro, macro = f1(gold.issues, chances >= numbers["issues.cut"])
    _, action_macro = f1(one_of(gold.action, 5), one_of(by_action, 5))
    print(f"tuning States: issues {micro:.4f} micro, {macro:.4f} macro", end="; ")
    print(f"action {(by_action == gold.action).mean():.4f} right, {action_macro:.4f} macro", flush=True)
    return {**arrays, **numbers}, sure_from(chances, gold.issues)


def logits_of(model: ModelFile, texts: list[str]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The logits of issues and action for each text, as the packed model gives them to users."""
    scorer, found = Scorer(model), []
    for first in range(0, len(texts), AT_ONCE):
        found += [scorer.logits(seen.windows[0]) for seen in scorer.trunk.seen(texts[first : first + AT_ONCE])]
    return np.stack([one.issues for one in found]), np.stack([one.action for one in found])


if __name__ == "__main__":
    main()
