"""Runs of pieces as numbers: what the linear part of the labeller looks at.

Single pieces, two and three in a row, two with one between, and where the first pieces stand: the first words of a
recommendation say what kind of action it asks for. A run is known by a number of 32 bits that is made of its pieces.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

_BEFORE, _AFTER = 1_000_003, 1_000_033  # stand for the beginning and the end of the text
_FIRST = 6  # pieces whose place counts
_STIR = 0x9E3779B1
_MASK = 0xFFFFFFFF


def grams(pieces: Sequence[int]) -> NDArray[np.uint32]:
    """The runs of a text, each once, in the order of their numbers."""
    framed = [_BEFORE, *pieces, _AFTER]
    found = {_number(1, piece) for piece in framed}
    found.update(_number(2, *pair) for pair in pairwise(framed))
    found.update(_number(3, *three) for three in zip(framed, framed[1:], framed[2:], strict=False))
    found.update(_number(4, *pair) for pair in zip(framed, framed[2:], strict=False))
    found.update(_number(5, place, piece) for place, piece in enumerate(framed[1 : _FIRST + 1]))
    return np.array(sorted(found), dtype=np.uint32)


def _number(kind: int, *parts: int) -> int:
    stirred = kind
    for part in parts:
        stirred = ((stirred ^ (part + 1)) * _STIR) & _MASK
        stirred ^= stirred >> 15
    return stirred
