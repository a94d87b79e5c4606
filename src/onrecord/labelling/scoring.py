"""What the network and the linear part of a model say together of a text."""

from functools import cached_property

from onrecord.labelling.heads import Heads, Logits
from onrecord.labelling.model_file import ModelFile
from onrecord.labelling.trunk import Trunk, Window
from onrecord.labelling.words import Words

# What the linear part counts beside the network; of 0, 0.5, 1, 1.5, 2 and 3 the best on the States that tune.
WORDS_WEIGHT = 2.0


class Scorer:
    """The parts of one model that give logits; each is made ready when it is first needed."""

    def __init__(self, model: ModelFile, threads: int = 0) -> None:
        self._model = model
        self.trunk = Trunk(model, threads)

    @cached_property
    def heads(self) -> Heads:
        """The linear steps after the network."""
        return Heads(self._model)

    @cached_property
    def _words(self) -> Words:
        return Words(self._model)

    def logits(self, window: Window) -> Logits:
        """The logits of one window of a text."""
        by_network, by_words = self.heads.logits(window.states), self._words.logits(window.pieces)
        issues = len(by_network.issues)
        return Logits(
            by_network.issues + WORDS_WEIGHT * by_words[:issues],
            by_network.action + WORDS_WEIGHT * by_words[issues:],
        )
