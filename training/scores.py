"""The figures by which models are compared."""

import numpy as np
from numpy.typing import NDArray

Flags = NDArray[np.bool_]


def f1(gold: Flags, said: Flags) -> tuple[float, float]:
    """Micro- and macro-F1 over columns of yes and no. A column that nobody used counts 0, as in scikit-learn."""
    hits, golds, saids = (gold & said).sum(0), gold.sum(0), said.sum(0)
    micro = 2 * hits.sum() / max(1, golds.sum() + saids.sum())
    each = 2 * hits / np.maximum(1, golds + saids)
    return float(micro), float(each.mean())


def one_of(numbers: NDArray[np.int64], kinds: int) -> Flags:
    """Columns of yes and no from one number a row, the first being 0."""
    return np.eye(kinds, dtype=bool)[numbers]


def calibration_error(chances: NDArray[np.float64], right: Flags, bins: int = 15) -> float:
    """Expected calibration error: in bins of equal width, how far probabilities are from the share that is right."""
    at = np.minimum((chances * bins).astype(int), bins - 1)
    off = 0.0
    for number in range(bins):
        inside = at == number
        if inside.any():
            off += abs(chances[inside].mean() - right[inside].mean()) * inside.mean()
    return float(off)
