"""Runs the trained network: word pieces in, one vector for each piece out.

Only onnxruntime and numpy are needed, and they are loaded when the first text comes.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from onnxruntime.capi import onnxruntime_pybind11_state as errors

from onrecord.errors import ModelError
from onrecord.labelling.model_file import Floats, ModelFile
from onrecord.labelling.pieces import Piece

# Pieces that the network sees at once, without the marks of start and end: 99.9 % of all recommendations are shorter.
WINDOW = 126
# Texts of one run of the network. More gain nothing on one core and cost memory.
BATCH = 16
GRAPH = "graph"
# What the library raises where a graph does not fit it or the weights; its classes share no base.
REFUSED = (
    errors.Fail,
    errors.InvalidArgument,
    errors.InvalidGraph,
    errors.InvalidProtobuf,
    errors.NoSuchFile,
    errors.NotImplemented,
    errors.RuntimeException,
)
# Added to what GELU gives, so that it is above nothing; the bias of the step after it is told (training/graph.py).
GELU_LOWEST = 0.17
AFTER_GELU = ".down"
_FARAWAY = -10_000.0  # added where nothing stands, so that attention passes over it


@dataclass(frozen=True)
class Seen:
    """What the network made of one text: a row for the start, one for each piece, one for the end."""

    number: int  # which of the texts
    states: Floats


class Network:
    """The trunk, ready to run.

    Args:
        model: the opened model file.
        threads: processor cores that it may use; 0 means all.

    Raises:
        ModelError: the file holds no network that can be run.
    """

    def __init__(self, model: ModelFile, threads: int = 0) -> None:
        self._words = model.array("word")
        self._places = model.array("place")
        self._start, self._end = (model.vocabulary.index(mark) for mark in ("[CLS]", "[SEP]"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or len(os.sched_getaffinity(0))
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        names: list[str] = model.about["weights"]
        # The session reads these arrays where they lie: they have to live as long as it does.
        self._arrays = [np.ascontiguousarray(_weights(model, name)) for name in names]
        options.add_external_initializers(
            names, [onnxruntime.OrtValue.ortvalue_from_numpy(array) for array in self._arrays]
        )
        try:
            self._session = onnxruntime.InferenceSession(
                bytes(model.arrays[GRAPH]), options, providers=["CPUExecutionProvider"]
            )
        except REFUSED as error:
            what = f"The network in the model file cannot be run ({error})."
            raise ModelError(what, where=model.fingerprint) from error

    def run(self, texts: Sequence[Sequence[Piece]]) -> Iterator[Seen]:
        """What the network makes of each text; shorter texts come first. Texts have at most ``WINDOW`` pieces."""
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        for first in range(0, len(order), BATCH):
            numbers = order[first : first + BATCH]
            ids, faraway = self._padded([texts[number] for number in numbers])
            embedded = self._words[ids] + self._places[: ids.shape[1]]
            (states,) = self._session.run(None, {"embedded": embedded, "faraway": faraway})
            for row, number in enumerate(numbers):
                yield Seen(number, states[row, : len(texts[number]) + 2])

    def _padded(self, texts: Sequence[Sequence[Piece]]) -> tuple[NDArray[np.int64], Floats]:
        length = max(len(text) for text in texts) + 2
        ids = np.zeros((len(texts), length), dtype=np.int64)
        faraway = np.full((len(texts), 1, 1, length), _FARAWAY, dtype=np.float32)
        for row, text in enumerate(texts):
            numbers = [self._start, *(piece.id for piece in text), self._end]
            ids[row, : len(numbers)] = numbers
            faraway[row, :, :, : len(numbers)] = 0
        return ids, faraway


def _weights(model: ModelFile, name: str) -> NDArray[Any]:
    """One array of the graph. Matrices are kept a row for each output; the graph multiplies from the right."""
    stem, _, part = name.rpartition(".")
    if part == "w":
        return np.round(model.array(name) / _scales(model, stem)[:, None]).astype(np.int8).T
    if part == "scales":
        return _scales(model, stem)
    if part == "b" and stem.endswith(AFTER_GELU):
        added = GELU_LOWEST * (_weights(model, f"{stem}.w").sum(0) * _scales(model, stem))
        return np.asarray(model.array(name) - added, dtype=np.float32)
    return model.array(name)


def _scales(model: ModelFile, stem: str) -> Floats:
    """Of a matrix in whole numbers of 8 bits: what one level is worth in each row."""
    return np.asarray(np.abs(model.array(f"{stem}.w")).max(1) / 127, dtype=np.float32)
