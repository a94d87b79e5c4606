"""Vectors of meaning: texts that say the same in other words are near each other."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from onrecord.labelling.model_file import MEANING, Floats, ModelFile, open_model
from onrecord.labelling.trunk import AT_ONCE, Seen, Trunk


class Reader:
    """One opened model of meaning. It loads the network when the first text comes.

    Args:
        path: the model file; None for the one that comes with Onrecord.
        threads: processor cores to use; 0 means all.

    Raises:
        ModelError: the file is missing, damaged or no model.
    """

    def __init__(self, path: Path | None = None, *, threads: int = 0) -> None:
        self.model: ModelFile = open_model(path, MEANING)
        self._trunk = Trunk(self.model, threads)

    def meaning(self, texts: Sequence[str]) -> Floats:
        """A unit vector for each text, a row each; a row of zeros where a text holds no words."""
        rows = np.zeros((len(texts), self.model.about["width"]), dtype=np.float32)
        for first in range(0, len(texts), AT_ONCE):
            for row, seen in enumerate(self._trunk.seen(texts[first : first + AT_ONCE]), first):
                rows[row] = _vector(seen, rows.shape[1])
        return rows


def _vector(seen: Seen, width: int) -> Floats:
    """The mean over all pieces, as the base model was taught to be read."""
    total = np.zeros(width, dtype=np.float32)
    for window in seen.windows:
        total += window.states.sum(0)
    return np.asarray(total / max(float(np.linalg.norm(total)), 1e-9), dtype=np.float32)
