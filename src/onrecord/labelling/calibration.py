"""From logits to probabilities that mean what they say, fitted on States that were not learned from."""

import numpy as np

from onrecord.labelling.model_file import Floats, ModelFile


class Calibration:
    """The fitted numbers of one model: a stretch and a shift for each label."""

    def __init__(self, model: ModelFile) -> None:
        self.issue_names: list[str] = model.about["issues"]
        self.sure: float = model.about["sure"]
        self.cut = model.array("issues.cut")
        self._stretch, self._shift = model.array("issues.stretch"), model.array("issues.shift")
        self._action_stretch, self._action_shift = model.array("action.stretch"), model.array("action.shift")

    def issues(self, logits: Floats) -> Floats:
        """The probability of each issue."""
        return np.asarray(1 / (1 + np.exp(-(logits * self._stretch + self._shift))), dtype=np.float32)

    def action(self, logits: Floats) -> Floats:
        """The probability of each action; together 1."""
        shifted = logits * self._action_stretch + self._action_shift
        raised = np.exp(shifted - shifted.max())
        return np.asarray(raised / raised.sum(), dtype=np.float32)
