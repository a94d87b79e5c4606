"""The linear part of the labeller: a weight for each run of pieces and each label."""

from collections.abc import Sequence

import numpy as np

from onrecord.labelling.grams import grams
from onrecord.labelling.model_file import Floats, ModelFile
from onrecord.labelling.pieces import Piece

ACTIONS = 5


class Words:
    """The weights of one model; a model may have none, then every logit is 0."""

    def __init__(self, model: ModelFile) -> None:
        self._there = "words.keys" in model.arrays
        self._labels = len(model.about["issues"]) + ACTIONS
        if self._there:
            self._keys = model.arrays["words.keys"]
            self._telling = model.array("words.telling")
            self._weights = model.arrays["words.w8"]
            self._scales, self._bias = model.array("words.scales"), model.array("words.b")

    def logits(self, pieces: Sequence[Piece]) -> Floats:
        """The logits of all issues, then of the five actions."""
        if not self._there:
            return np.zeros(self._labels, dtype=np.float32)
        runs = grams([piece.id for piece in pieces])
        at = np.minimum(np.searchsorted(self._keys, runs), len(self._keys) - 1)
        known = at[self._keys[at] == runs]
        telling = self._telling[known]
        telling = telling / max(float(np.linalg.norm(telling)), 1e-9)
        return np.asarray((telling @ self._weights[known]) * self._scales + self._bias, dtype=np.float32)
