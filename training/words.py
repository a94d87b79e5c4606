"""The linear part: a support vector machine for each label, on runs of pieces. It is sure where the network is not."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pack import Arrays
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from onrecord.labelling.grams import grams
from onrecord.labelling.pieces import Pieces

OFTEN = 3  # texts in which a run must stand
KEPT = 32_000  # runs whose weights are largest
PIECES = 250
Floats = NDArray[np.float32]


def learned(pieces: Pieces, texts: Sequence[str], shares: Floats) -> Arrays:
    """The arrays of the linear part: numbers of runs, how telling each is, weights in 8 bits with scales, and a bias.

    ``shares``: a row for each text, a column for each label.
    """
    runs = [grams([piece.id for piece in pieces.cut(text, PIECES)]) for text in texts]
    counts = Counter(int(run) for some in runs for run in some)
    keys = np.array(sorted(run for run, count in counts.items() if count >= OFTEN), dtype=np.uint32)
    telling = np.array([np.log(len(runs) / counts[int(key)]) + 1 for key in keys], dtype=np.float32)
    matrix = _matrix(runs, keys, telling)
    weights, bias = [], []
    for column in shares.T:
        machine = LinearSVC(C=0.7, random_state=1).fit(matrix, column > 0.5)
        weights.append(machine.coef_[0])
        bias.append(machine.intercept_[0])
    whole = np.stack(weights, axis=1).astype(np.float32)
    kept = np.sort(np.argsort(-np.abs(whole).max(1) * telling)[:KEPT])
    scales = np.abs(whole[kept]).max(0) / 127
    return {
        "words.keys": keys[kept],
        "words.telling": telling[kept].astype(np.float16),
        "words.w8": np.round(whole[kept] / scales).astype(np.int8),
        "words.scales": scales.astype(np.float32),
        "words.b": np.array(bias, dtype=np.float32),
    }


def _matrix(runs: Sequence[NDArray[np.uint32]], keys: NDArray[np.uint32], telling: Floats) -> csr_matrix:
    columns, ends, values = [], [0], []
    for some in runs:
        at = np.searchsorted(keys, some)
        there = at[(at < len(keys)) & (keys[np.minimum(at, len(keys) - 1)] == some)]
        row = telling[there]
        columns.append(there)
        values.append(row / max(float(np.linalg.norm(row)), 1e-9))
        ends.append(ends[-1] + len(there))
    return csr_matrix((np.concatenate(values), np.concatenate(columns), ends), shape=(len(runs), len(keys)))
