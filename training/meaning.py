"""Packs the base model for meaning: nothing is learned, its weights are rounded to 32 levels and its vocabulary is cut.

python training/meaning.py --out src/onrecord/labelling/models/meaning.npz
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from base import LAYERS, base_vocabulary, base_weights
from graph import build
from material import gather, small_vocabulary
from pack import Arrays, sealed, write
from trunk import WIDTH, from_base

from onrecord.labelling.model_file import levelled
from onrecord.labelling.network import WINDOW

NAME, VERSION = "onrecord-meaning", "1"


def main() -> None:
    """Cut, round, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=Path("build/training/meaning.npz"))
    given = parser.parse_args()
    full = base_vocabulary()
    numbers = small_vocabulary(full, gather(given.data))
    arrays, names = meaning_arrays(numbers, [full[number] for number in numbers])
    about = {
        "name": NAME,
        "version": VERSION,
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "width": WIDTH,
        "weights": names,
    }
    write(given.out, about, arrays)
    print(sealed(given.out))


def meaning_arrays(numbers: list[int], vocabulary: list[str]) -> tuple[Arrays, list[str]]:
    """All arrays of the model, and the names of those that the graph wants."""
    trunk = from_base(base_weights(), torch.tensor(numbers), list(range(LAYERS)), 1).trunk
    graph, names = build(LAYERS)
    weights = {name: weight.detach().numpy() for name, weight in trunk.named_parameters()}
    arrays: Arrays = {
        "pieces": np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8),
        "graph": np.frombuffer(graph, dtype=np.uint8),
        "place": weights.pop("place.weight")[: WINDOW + 2].astype(np.float16),
    }
    for name, weight in weights.items():
        short = _short(name)
        if weight.ndim == 2:
            arrays[f"{short}.5"], arrays[f"{short}.s"] = levelled(weight)
        else:
            arrays[short] = weight.astype(np.float16)
    return arrays, names


def _short(name: str) -> str:
    """As the graph calls it: "layers.0.qkv.weight" is "0.qkv.w", the weight of a norm is its "g"."""
    if name == "word.weight":
        return "word"
    stem, _, kind = name.removeprefix("layers.").rpartition(".")
    return f"{stem}.{'b' if kind == 'bias' else 'g' if 'norm' in stem else 'w'}"


if __name__ == "__main__":
    main()
