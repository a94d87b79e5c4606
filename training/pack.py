"""Writes the model file: rounded weights, the graph, the vocabulary, and a page that says what it is."""

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from graph import build
from numpy.typing import NDArray
from trunk import Labeller, Layer

from onrecord.labelling.model_file import FORMAT, folded
from onrecord.labelling.network import WINDOW

Arrays = dict[str, NDArray[Any]]


def arrays_of(pupil: Labeller, vocabulary: list[str]) -> tuple[Arrays, list[str]]:
    """All arrays of the model, and the names of those that the graph wants."""
    trunk = pupil.trunk
    graph, names = build(len(trunk.layers))
    arrays: Arrays = {
        "pieces": np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8),
        "graph": np.frombuffer(graph, dtype=np.uint8),
        "place": _half(trunk.place.weight[: WINDOW + 2]),
        "norm.g": _half(trunk.norm.weight),
        "norm.b": _half(trunk.norm.bias),
    }
    _fold(arrays, "word", trunk.word)
    for number, layer in enumerate(trunk.layers):
        assert isinstance(layer, Layer)
        for part in ("qkv", "out", "up", "down"):
            dense = getattr(layer, part)
            _fold(arrays, f"{number}.{part}.w", dense)
            arrays[f"{number}.{part}.b"] = _half(dense.bias)
        for part in ("norm1", "norm2"):
            arrays[f"{number}.{part}.g"] = _half(getattr(layer, part).weight)
            arrays[f"{number}.{part}.b"] = _half(getattr(layer, part).bias)
    for part in ("issues", "action"):
        arrays[f"{part}.w"] = _half(getattr(pupil, part).weight)
        arrays[f"{part}.b"] = _half(getattr(pupil, part).bias)
    return arrays, names


def write(path: Path, about: dict[str, Any], arrays: Arrays) -> None:
    """The file. The same arrays give the same bytes: entries carry no time."""
    page = json.dumps({"format": FORMAT, **about, "arrays": sorted(arrays)}, indent=1, ensure_ascii=False).encode()
    everything = {"about": np.frombuffer(page, dtype=np.uint8), **arrays}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bundle:
        for name, array in everything.items():
            content = io.BytesIO()
            np.save(content, array, allow_pickle=False)
            bundle.writestr(
                zipfile.ZipInfo(f"{name}.npy", (2026, 1, 1, 0, 0, 0)), content.getvalue(), zipfile.ZIP_DEFLATED
            )


def sealed(path: Path) -> str:
    """Writes the fingerprint of a model file beside it; what was written, in words."""
    content = path.read_bytes()
    fingerprint = hashlib.sha256(content).hexdigest()
    Path(f"{path}.sha256").write_text(f"{fingerprint}  {path.name}\n", encoding="ascii")
    return f"{path}: {len(content):,} bytes, sha256 {fingerprint}"


def _half(tensor: Any) -> NDArray[np.float16]:  # noqa: ANN401  # a tensor, whose type torch does not tell
    return np.asarray(tensor.detach().numpy(), dtype=np.float16)


def _fold(arrays: Arrays, name: str, part: Any) -> None:  # noqa: ANN401  # a module with rounded weights
    # From the weights as they were before rounding: rounding twice is not the same.
    arrays[f"{name}.4"], arrays[f"{name}.s"] = folded(part.parametrizations.weight.original.detach().numpy())
