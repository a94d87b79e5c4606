"""Measures suggested labels against UPR Info's coding, on States that the model never learned from.

    python quality/measure_labels.py [--data ../shared/data] [--model FILE] [--part test] [--write FILE]

The States of the test part are dealt out by a fixed seed (training/split.py); rows whose text stands in the training
part are left out. Prints each figure beside its floor (quality/floors-labels.json); 1 if one is below it, 2 if the data
is not there. With --write the table of all labels goes to a file.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "training"))

from scores import calibration_error, f1, one_of  # noqa: E402
from split import Row, read_rows, split  # noqa: E402

import onrecord  # noqa: E402
from onrecord.labelling import labeller  # noqa: E402
from onrecord.labelling.model_file import LABELS  # noqa: E402
from onrecord.model.label import ACTION, ISSUE, Labels  # noqa: E402

FLOORS = HERE / "floors-labels.json"
SUREST = 0.75
Chances = NDArray[np.float64]
Flags = NDArray[np.bool_]
Figures = dict[str, float]


def main() -> int:
    """Label, count, compare with the floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path)
    parser.add_argument("--part", choices=("test", "validation"), default="test")
    parser.add_argument("--write", type=Path, help="write the table of all labels to this file")
    given = parser.parse_args()
    if not (given.data / "upr" / "recommendations.csv").exists():
        print(f"No coded database in {given.data}; nothing measured.")
        return 2
    rows: list[Row] = getattr(split(read_rows(given.data)), given.part)
    print(f"{len(rows)} rows of {len({row.state for row in rows})} States ({given.part})")
    found = onrecord.label([row.text for row in rows], model=given.model, words=False)
    figures, table = _figures(rows, found)
    figures |= _disk_and_speed(rows, given.model) | words_that_carry(rows, given.model)
    if given.write:
        given.write.write_text(table, encoding="utf-8")
    return _compared(figures, json.loads(FLOORS.read_text(encoding="utf-8")))


def _figures(rows: Sequence[Row], found: Sequence[Labels]) -> tuple[Figures, str]:
    names = [name for scheme, name, _ in found[0].scores if scheme == ISSUE]
    chances = np.array([[score for scheme, _, score in one.scores if scheme == ISSUE] for one in found])
    actions = np.array([[score for scheme, _, score in one.scores if scheme == ACTION] for one in found])
    said = np.array([[name in {issue.name for issue in one.issues} for name in names] for one in found])
    gold = np.array([[name in row.issues for name in names] for row in rows])
    action_gold = np.array([row.action - 1 for row in rows])
    micro, macro = f1(gold, said)
    action_said = actions.argmax(1)
    figures = {
        "issues, micro-F1": micro,
        "issues, macro-F1": macro,
        "action, accuracy": float((action_said == action_gold).mean()),
        "action, macro-F1": f1(one_of(action_gold, 5), one_of(action_said, 5))[1],
        "all issues of a text right": float((gold == said).all(1).mean()),
        "calibration error, issues, all decisions": calibration_error(chances.ravel(), gold.ravel()),
        "calibration error, issues, suggested": calibration_error(chances[said], gold[said]),
        "calibration error, action": calibration_error(actions.max(1), action_said == action_gold),
        **_surest(chances, gold, said, (actions.max(1), action_said == action_gold)),
    }
    return figures, _table(names, gold, said, (action_gold, action_said))


def _surest(chances: Chances, gold: Flags, said: Flags, action: tuple[Chances, Flags]) -> Figures:
    """Three ways to take the surest three quarters, and one of the sure labels as the product files them."""
    certain = np.maximum(chances, 1 - chances)
    decided = certain >= np.quantile(certain, 1 - SUREST)
    by_text = np.log(certain).sum(1)
    texts = by_text >= np.quantile(by_text, 1 - SUREST)
    ranked = np.sort(chances[said])[::-1]
    from_here = ranked[int(len(ranked) * SUREST) - 1]
    by_action = action[0] >= np.quantile(action[0], 1 - SUREST)
    return {
        "surest 75 % of all decisions, micro-F1": f1((gold & decided), (said & decided))[0],
        "surest 75 % of texts, issues, micro-F1": f1(gold[texts], said[texts])[0],
        "surest 75 % of suggested issues, right": float(gold[chances >= from_here].mean()),
        "surest 75 % of actions, right": float(action[1][by_action].mean()),
    }


def _table(names: Sequence[str], gold: Flags, said: Flags, action: tuple[NDArray[np.int64], NDArray[np.int64]]) -> str:
    lines = ["| label | rows | suggested | precision | recall | F1 |", "|---|---|---|---|---|---|"]
    actions = [f"action {number}" for number in range(1, 6)]
    for heads, golds, saids in ((actions, one_of(action[0], 5), one_of(action[1], 5)), (names, gold, said)):
        for column, name in enumerate(heads):
            right = int((golds[:, column] & saids[:, column]).sum())
            rows, times = int(golds[:, column].sum()), int(saids[:, column].sum())
            score = 2 * right / max(1, rows + times)
            lines.append(
                f"| {name} | {rows} | {times} | {_share(right, times)} | {_share(right, rows)} | {score:.3f} |"
            )
    return "\n".join(lines) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _disk_and_speed(rows: Sequence[Row], model: Path | None) -> Figures:
    """Megabytes of the file, and texts a second of a new process on one core.

    Counted in the time that the processor gave to it: other work on the machine changes nothing.
    """
    file = model or Path(onrecord.__file__).parent / "labelling" / "models" / LABELS
    program = (
        "import sys, time, json; from pathlib import Path; from onrecord.labelling.suggesting import Labeller;"
        "texts = json.load(sys.stdin); began = time.process_time();"
        f"one = Labeller(Path({str(file)!r}), threads=1); list(one.label(['Ratify the treaty']));"
        "loaded = time.process_time();"
        "list(one.label(texts)); print(loaded - began, len(texts) / (time.process_time() - loaded))"
    )
    texts = json.dumps([row.text for row in rows[:2000]])
    core = min(os.sched_getaffinity(0))
    command = ["taskset", "-c", str(core), sys.executable, "-c", program]
    said = subprocess.run(command, input=texts, capture_output=True, text=True, check=True).stdout.split()
    return {
        "megabytes on disk": file.stat().st_size / 1e6,
        "seconds to load": float(said[0]),
        "texts a second, one core": float(said[1]),
    }


def words_that_carry(rows: Sequence[Row], model: Path | None, texts: int = 400) -> Figures:
    """Whether the words that are named carried the label: its probability once they are taken out of the text.

    Beside it what taking out as many other words does.
    """
    one = labeller(model)
    chosen = [row.text for row in rows[:: max(1, len(rows) // texts)]]
    named, others, before = [], [], []
    chance = np.random.default_rng(1)
    for text, labels in zip(chosen, one.label(chosen), strict=True):
        for issue in labels.issues[:1]:
            words = [word.strip(".,;()") for word in text.split()]
            told = {text[span.start : span.end] for span in issue.words}
            rest = [word for word in words if word and word not in told]
            if told and len(rest) > len(told):
                named.append((issue.name, _without(text, told)))
                others.append((issue.name, _without(text, set(chance.choice(rest, len(told), replace=False)))))
                before.append(issue.probability)
    return {
        "probability of the likeliest issue": float(np.mean(before)),
        "… without the words named": _mean_chance(named, model),
        "… without as many other words": _mean_chance(others, model),
    }


def _without(text: str, words: set[str]) -> str:
    import re

    return re.sub(rf"\b(?:{'|'.join(map(re.escape, words))})\b", "", text)


def _mean_chance(asked: Sequence[tuple[str, str]], model: Path | None) -> float:
    found = onrecord.label([text for _, text in asked], model=model, words=False)
    return float(np.mean([one.score(ISSUE, name) for (name, _), one in zip(asked, found, strict=True)]))


def _compared(figures: Figures, floors: dict[str, dict[str, float]]) -> int:
    failed = 0
    for name, figure in figures.items():
        floor = floors.get(name, {})
        bad = figure < floor.get("min", figure) or figure > floor.get("max", figure)
        failed += bad
        told = ", ".join(f"{key} {value:g}" for key, value in floor.items())
        print(f"  {name:45} {figure:10.4f}  {told}{'  BELOW THE FLOOR' if bad else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    began = time.monotonic()
    code = main()
    print(f"{time.monotonic() - began:.0f} s")
    sys.exit(code)
