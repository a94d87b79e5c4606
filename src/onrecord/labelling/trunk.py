"""Texts through a network: cut into pieces and windows, and what the network made of each window."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from onrecord.labelling.model_file import Floats, ModelFile
from onrecord.labelling.network import WINDOW, Network
from onrecord.labelling.pieces import Piece, Pieces

# Texts that are held in memory at once, whatever the caller gives.
AT_ONCE = 512
# A text may have so many windows; what stands behind them (about 1,500 words) is not looked at.
WINDOWS = 16


@dataclass(frozen=True)
class Window:
    """One stretch of a text, and what the network made of it: a row for the start, each piece, the end."""

    pieces: Sequence[Piece]
    states: Floats


@dataclass(frozen=True)
class Seen:
    """One text in windows; none where it has no pieces. ``cut_off``: something behind them was not looked at."""

    windows: tuple[Window, ...]
    cut_off: bool


class Trunk:
    """The network of a model file with its vocabulary; loaded when the first text comes."""

    def __init__(self, model: ModelFile, threads: int) -> None:
        self._model, self._threads = model, threads

    @cached_property
    def pieces(self) -> Pieces:
        """The vocabulary."""
        return Pieces(self._model.vocabulary)

    @cached_property
    def _network(self) -> Network:
        return Network(self._model, self._threads)

    def too_long(self, text: str) -> bool:
        """Whether something of this text would not be looked at."""
        return len(self.pieces.cut(text, WINDOW * WINDOWS + 1)) > WINDOW * WINDOWS

    def seen(self, texts: Sequence[str]) -> list[Seen]:
        """What the network makes of each text, in their order; at most ``AT_ONCE`` texts."""
        cut = [self.pieces.cut(text, WINDOW * WINDOWS + 1) for text in texts]
        stretches = [
            (number, pieces[first : first + WINDOW])
            for number, pieces in enumerate(cut)
            for first in range(0, min(len(pieces), WINDOW * WINDOWS), WINDOW)
        ]
        states = {one.number: one.states for one in self._network.run([pieces for _, pieces in stretches])}
        windows: list[list[Window]] = [[] for _ in cut]
        for at, (number, pieces) in enumerate(stretches):
            windows[number].append(Window(pieces, states[at]))
        return [Seen(tuple(some), len(pieces) > WINDOW * WINDOWS) for some, pieces in zip(windows, cut, strict=True)]
