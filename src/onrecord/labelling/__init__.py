"""What a text is about: suggested labels with scores and the words that carried them, and vectors of its meaning.

The model is a data file; it is loaded when the first text comes, and kept.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.model.label import Labels

if TYPE_CHECKING:
    from onrecord.labelling.model_file import Floats
    from onrecord.labelling.suggesting import Labeller
    from onrecord.labelling.vectors import Reader


def label(
    texts: Iterable[str], *, model: Path | None = None, threshold: float | None = None, words: bool = True
) -> list[Labels]:
    """Suggest an action and issues for each text.

    Args:
        texts: recommendations or other asks, in English.
        model: a model file; None for the one that comes with Onrecord.
        threshold: probability from which a label is sure; None for the one that the model was measured with.
        words: also tell which words carried each label.

    Raises:
        ModelError: the model file is missing, damaged or no model.
    """
    return list(labeller(model).label(list(texts), threshold=threshold, words=words))


def meaning(texts: Sequence[str], *, model: Path | None = None) -> "Floats":
    """A unit vector for each text, as a row of 32-bit numbers: the nearer two are, the more alike the texts.

    A text without words has a row of zeros.

    Raises:
        ModelError: the model file is missing, damaged or no model.
    """
    return reader(model).meaning(texts)


@lru_cache(maxsize=2)
def labeller(model: Path | None = None) -> "Labeller":
    """The opened model, kept for the next texts.

    Raises:
        ModelError: the model file is missing, damaged or no model.
    """
    from onrecord.labelling.suggesting import Labeller

    return Labeller(model)


@lru_cache(maxsize=2)
def reader(model: Path | None = None) -> "Reader":
    """The opened model of meaning, kept for the next texts.

    Raises:
        ModelError: the model file is missing, damaged or no model.
    """
    from onrecord.labelling.vectors import Reader

    return Reader(model)
