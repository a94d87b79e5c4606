"""Fits what turns logits into probabilities, on the States that only tune.

The logits come from the packed model as it runs for users, so that all its rounding is in them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from pack import Arrays
from scores import f1, one_of
from split import Row
from torch import Tensor
from torch.nn import functional

# A label's own shift has to be worth it: rare labels have few rows to fit on.
SHIFT_COSTS = 0.02
# Labels with few rows take over part of the mean F1 when their cut is set, as if they had so many more rows.
BORROWED = 30
Numbers = NDArray[np.float32]


@dataclass(frozen=True)
class Gold:
    """What the coders said, as numbers: a row for each text."""

    issues: NDArray[np.bool_]
    action: NDArray[np.int64]  # 0 to 4


def gold_of(rows: Sequence[Row], issues: Sequence[str]) -> Gold:
    """The labels of rows as arrays."""
    return Gold(
        np.array([[issue in row.issues for issue in issues] for row in rows]),
        np.array([row.action - 1 for row in rows]),
    )


def fitted(issues: Numbers, action: Numbers, gold: Gold) -> Arrays:
    """Stretch and shift for issues and action, and the cut of each issue."""
    stretch, shift = _by_issue(torch.tensor(issues), torch.tensor(gold.issues).float())
    chances = 1 / (1 + np.exp(-(issues * stretch + shift)))
    action_stretch, action_shift = _by_action(torch.tensor(action), torch.tensor(gold.action))
    return {
        "issues.stretch": stretch,
        "issues.shift": shift,
        "issues.cut": cuts(chances, gold.issues),
        "action.stretch": action_stretch,
        "action.shift": action_shift,
    }


def cuts(chances: Numbers, gold: NDArray[np.bool_]) -> Numbers:
    """From which probability each issue is suggested: half its best F1, the best cut where probabilities are true."""
    whole = f1(gold, chances >= 0.5)[0]
    said = chances >= 0.5
    hits, both = (gold & said).sum(0), gold.sum(0) + said.sum(0)
    each = (2 * hits + BORROWED * whole) / (both + BORROWED)
    return np.asarray(each / 2, dtype=np.float32)


def _by_issue(logits: Tensor, gold: Tensor) -> tuple[Numbers, Numbers]:
    stretch = torch.ones(1, requires_grad=True)
    shift = torch.zeros(logits.shape[1], requires_grad=True)

    def loss() -> Tensor:
        by_issue = functional.binary_cross_entropy_with_logits(logits * stretch + shift, gold, reduction="sum")
        return by_issue / len(gold) + SHIFT_COSTS * (shift**2).mean()

    _minimise(loss, [stretch, shift])
    width = np.full(logits.shape[1], stretch.item(), dtype=np.float32)
    return width, np.asarray(shift.detach().numpy(), dtype=np.float32)


def _by_action(logits: Tensor, gold: Tensor) -> tuple[Numbers, Numbers]:
    stretch = torch.ones(1, requires_grad=True)
    shift = torch.zeros(5, requires_grad=True)

    def loss() -> Tensor:
        return functional.cross_entropy(logits * stretch + shift, gold) + SHIFT_COSTS * (shift**2).mean()

    _minimise(loss, [stretch, shift])
    return np.full(5, stretch.item(), dtype=np.float32), np.asarray(shift.detach().numpy(), dtype=np.float32)


def _minimise(loss: Callable[[], Tensor], weights: list[Tensor]) -> None:
    steps = torch.optim.LBFGS(weights, max_iter=200, line_search_fn="strong_wolfe")

    def again() -> Tensor:
        steps.zero_grad()
        value = loss()
        value.backward()
        return value

    steps.step(again)


def sure_from(chances: Numbers, gold: NDArray[np.bool_], precision: float = 0.97) -> float:
    """The lowest probability, in steps of a hundredth, from which suggestions are right in `precision` of the cases."""
    for hundredth in range(50, 100):
        said = chances >= hundredth / 100
        if said.any() and gold[said].mean() >= precision:
            return hundredth / 100
    return 0.99


__all__ = ["Gold", "cuts", "fitted", "gold_of", "one_of", "sure_from"]
