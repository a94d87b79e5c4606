"""Texts that ask as rows of numbers, so that many are compared at once: by their words, and by meaning where known."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.matching.asks import Asked
from onrecord.matching.statements import stem
from onrecord.vocabulary import ask_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

# Texts in, a row of numbers (of length 1) for each out.
Meaning = Callable[[Sequence[str]], "NDArray[np.float32]"]

_PAIR_OF_WORDS = 5.0  # the weight of two words that stand side by side
_ROWS = 512  # worked out at once: keeps memory small


def rows_alike(old: Sequence[Asked], new: Sequence[Asked]) -> Iterator["NDArray[np.float32]"]:
    """For each of ``old``, in order, how much of its words each of ``new`` shares: cosine, 0 to 1."""
    import numpy as np

    index: dict[str, int] = {}
    new_rows = _matrix([_words(one) for one in new], index).T.tocsr()
    old_rows = _matrix([_words(one) for one in old], index, width=new_rows.shape[0])
    for start in range(0, len(old), _ROWS):
        block = (old_rows[start : start + _ROWS] @ new_rows).toarray().astype(np.float32)
        yield from block


def rows_meant(old: Sequence[Asked], new: Sequence[Asked], meaning: Meaning) -> Iterator["NDArray[np.float32]"]:
    """For each of ``old`` how near each of ``new`` is in meaning, in standard deviations above what is usual for it."""
    new_rows = meaning([one.text for one in new])
    old_rows = meaning([one.text for one in old])
    for start in range(0, len(old), _ROWS):
        block = old_rows[start : start + _ROWS] @ new_rows.T
        spread = block.std(axis=1, keepdims=True)
        spread[spread == 0] = 1.0
        yield from (block - block.mean(axis=1, keepdims=True)) / spread


def _words(one: Asked) -> dict[str, float]:
    """Stems and concepts with their weights, and pairs of stems that stand side by side."""
    stems = [stem(word) for word in ask_words.words_of(one.text) if word not in ask_words.stop_words()]
    found = {f"{a} {b}": _PAIR_OF_WORDS for a, b in pairwise(stems)}
    found |= {key: ask_words.weight(key) for key in stems}
    return found | one.whole.terms


def _matrix(rows: Sequence[dict[str, float]], index: dict[str, int], *, width: int = 0) -> "csr_matrix":
    """Rows of length 1. Terms get the next free column; with ``width`` those without a column only count as length."""
    import numpy as np
    from scipy.sparse import csr_matrix

    values: list[float] = []
    columns: list[int] = []
    ends = [0]
    for row in rows:
        length = sum(value * value for value in row.values()) ** 0.5 or 1.0
        for term, value in row.items():
            column = index.get(term) if width else index.setdefault(term, len(index))
            if column is not None:
                columns.append(column)
                values.append(value / length)
        ends.append(len(values))
    shape = (len(rows), width or max(len(index), 1))
    return csr_matrix(
        (np.array(values, dtype=np.float32), np.array(columns, dtype=np.int32), np.array(ends)), shape=shape
    )
