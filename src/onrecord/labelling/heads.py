"""From the network's vectors to the logit of each label, and what each piece brought to it.

A head is linear on two pooled vectors, so that its logit is a sum over the pieces of the text: what a piece brought is
not estimated but read off. (The vectors have seen their neighbours: a word can bring what it took from them.)
"""

from dataclasses import dataclass

import numpy as np

from onrecord.labelling.model_file import Floats, ModelFile


@dataclass(frozen=True)
class Logits:
    """The logits of one text."""

    issues: Floats
    action: Floats


class Heads:
    """The linear steps after the network."""

    def __init__(self, model: ModelFile) -> None:
        self._issues, self._issues_bias = model.array("issues.w"), model.array("issues.b")
        self._action, self._action_bias = model.array("action.w"), model.array("action.b")

    def logits(self, states: Floats) -> Logits:
        """What one text's vectors say."""
        mean, top = states.mean(0), states.max(0)
        issues = self._issues @ np.concatenate([mean, top]) + self._issues_bias
        action = self._action @ np.concatenate([states[0], mean]) + self._action_bias
        return Logits(issues, action)

    def brought_to_issue(self, states: Floats, issue: int) -> Floats:
        """What each row of ``states`` brought to the logit of an issue."""
        width = states.shape[1]
        by_mean, by_top = self._issues[issue, :width], self._issues[issue, width:]
        brought = states @ by_mean / len(states)
        np.add.at(brought, states.argmax(0), by_top * states.max(0))
        return np.asarray(brought, dtype=np.float32)

    def brought_to_action(self, states: Floats, action: int) -> Floats:
        """What each row of ``states`` brought to the logit of an action; the start stands for the whole."""
        width = states.shape[1]
        brought = states @ self._action[action, width:] / len(states)
        brought[0] += self._action[action, :width] @ states[0]
        return np.asarray(brought, dtype=np.float32)
