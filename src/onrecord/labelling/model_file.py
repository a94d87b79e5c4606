"""Opens a model file, checks it and unfolds its rounded weights.

A model is one ``.npz`` file: arrays of numbers, and a page of JSON that says what they are. Nothing in it is run.
"""

import hashlib
import io
import json
import zipfile
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from onrecord.errors import ModelError
from onrecord.model.label import Labeller

FORMAT = "onrecord-model-1"
LABELS, MEANING = "labels.npz", "meaning.npz"
# How many numbers share one scale where weights are kept in four bits.
GROUP = 64
LARGEST = 200_000_000  # bytes that a model may unpack to
TRY_AGAIN = "Take the model that comes with Onrecord (leave the option away), or a file made by `make train`."

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class ModelFile:
    """An opened model: what it says about itself, and its arrays."""

    about: dict[str, Any]
    arrays: dict[str, NDArray[Any]]
    fingerprint: str

    @cached_property
    def labeller(self) -> Labeller:
        """Who it is."""
        return Labeller(self.about["name"], self.about["version"], self.fingerprint)

    @cached_property
    def vocabulary(self) -> list[str]:
        """The word pieces, in the order of their numbers."""
        return bytes(self.arrays["pieces"]).decode("utf-8").split("\n")

    def array(self, name: str) -> Floats:
        """An array as numbers of 32 bits, unfolded if it was kept in four, or in 32 levels."""
        if name + ".4" in self.arrays:
            return unfolded(self.arrays[name + ".4"], self.arrays[name + ".s"])
        if name + ".5" in self.arrays:
            levels = np.asarray(self.arrays[name + ".5"], dtype=np.float32)
            return _scaled(levels, self.arrays[name + ".s"])
        return np.ascontiguousarray(self.arrays[name], dtype=np.float32)


def folded(weights: Floats) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
    """A matrix in four bits a number: two numbers a byte, and a scale for each ``GROUP`` of a row."""
    groups = weights.reshape(weights.shape[0], -1, GROUP)
    scales = (np.abs(groups).max(2) / 7.5).clip(1e-7).astype(np.float16)
    levels = np.round(groups / scales[:, :, None].astype(np.float32)).clip(-8, 7).astype(np.int8) + 8
    flat = levels.reshape(weights.shape).astype(np.uint8)
    return flat[:, ::2] | (flat[:, 1::2] << 4), scales


def levelled(weights: Floats) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """A matrix in 32 levels, a byte each (zip takes about five bits of it), and a scale for each ``GROUP`` of a row."""
    groups = weights.reshape(weights.shape[0], -1, GROUP)
    scales = (np.abs(groups).max(2) / 15.5).clip(1e-7).astype(np.float16)
    levels = np.round(groups / scales[:, :, None].astype(np.float32)).clip(-16, 15)
    return levels.reshape(weights.shape).astype(np.int8), scales


def unfolded(packed: NDArray[np.uint8], scales: NDArray[np.float16]) -> Floats:
    """The matrix that :func:`folded` made smaller."""
    levels = np.empty((packed.shape[0], packed.shape[1] * 2), dtype=np.float32)
    levels[:, ::2] = packed & 15
    levels[:, 1::2] = packed >> 4
    levels -= 8
    return _scaled(levels, scales)


def _scaled(levels: Floats, scales: NDArray[np.float16]) -> Floats:
    groups = levels.reshape(levels.shape[0], -1, GROUP)
    groups *= scales[:, :, None].astype(np.float32)
    return levels


def open_model(path: Path | None = None, bundled: str = LABELS) -> ModelFile:
    """Opens the model at `path`, or that of this name which comes with Onrecord.

    Raises:
        ModelError: there is no such file, it is damaged, or it is no model of this kind.
    """
    if path is not None:
        return _opened(_content(path), str(path))
    folder = resources.files("onrecord.labelling") / "models"
    content = (folder / bundled).read_bytes()
    expected = (folder / f"{bundled}.sha256").read_text(encoding="ascii").split()[0]
    if hashlib.sha256(content).hexdigest() != expected:
        raise ModelError("The model that came with Onrecord has been changed.", advice="Install Onrecord anew.")
    return _opened(content, bundled)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(
            f"The model file cannot be read ({error.strerror}).", where=str(path), advice=TRY_AGAIN
        ) from error


def _opened(content: bytes, where: str) -> ModelFile:
    foreign = ModelError("This is no model file of Onrecord.", where=where, advice=TRY_AGAIN)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            if sum(entry.file_size for entry in bundle.infolist()) > LARGEST:
                raise ModelError("The model file unpacks to too much.", where=where, advice=TRY_AGAIN)
        with np.load(io.BytesIO(content), allow_pickle=False) as bundle:
            arrays = {name: bundle[name] for name in bundle.files}
        about = json.loads(bytes(arrays.pop("about")))
    except KeyError as error:
        raise foreign from error
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, TypeError) as error:
        raise ModelError("The model file is damaged.", where=where, advice=TRY_AGAIN) from error
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise foreign
    missing = sorted(set(about.get("arrays", [])) - set(arrays))
    if missing:
        raise ModelError(f"The model file lacks {', '.join(missing[:3])}.", where=where, advice=TRY_AGAIN)
    return ModelFile(about, arrays, hashlib.sha256(content).hexdigest())
