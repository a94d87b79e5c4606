import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path

import numpy as np
import pytest

from onrecord import labelling
from onrecord.errors import ModelError
from onrecord.labelling import model_file
from onrecord.labelling.model_file import folded, open_model, unfolded

MODELS = Path(model_file.__file__).parent / "models"


def test_the_bundled_model_is_the_one_that_was_measured() -> None:
    content = (MODELS / model_file.LABELS).read_bytes()
    model = open_model()
    assert model.fingerprint == hashlib.sha256(content).hexdigest()
    assert len(content) <= 10_000_000
    assert len(model.about["issues"]) == 54


def test_four_bits_keep_the_order_of_size() -> None:
    weights = np.random.default_rng(3).normal(size=(5, 128)).astype(np.float32)
    back = unfolded(*folded(weights))
    assert back.shape == weights.shape
    assert np.abs(back - weights).max() < np.abs(weights).max() / 7


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "damaged"),
        (b"not a model", "damaged"),
        (b"PK\x03\x04 broken off", "damaged"),
    ],
)
def test_what_is_no_model_is_refused(tmp_path: Path, content: bytes, word: str) -> None:
    path = tmp_path / "bad.npz"
    path.write_bytes(content)
    with pytest.raises(ModelError, match=word) as refused:
        open_model(path)
    assert refused.value.where == str(path)
    assert refused.value.advice


def test_arrays_of_something_else_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.npz"
    np.savez(path, weights=np.zeros(3))
    with pytest.raises(ModelError, match="no model file"):
        open_model(path)


def test_pickles_are_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "pickle.npz"
    np.savez(path, about=np.array([{"format": "x"}], dtype=object))
    with pytest.raises(ModelError):
        open_model(path)


def test_a_broken_off_copy_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "half.npz"
    whole = (MODELS / model_file.LABELS).read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match="damaged"):
        open_model(path)


def test_a_flipped_bit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "flipped.npz"
    whole = bytearray((MODELS / model_file.LABELS).read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)
    with pytest.raises(ModelError, match="damaged"):
        open_model(path)


def test_a_missing_array_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"lacks 0\.qkv\.w\.4"):
        open_model(_changed(tmp_path, without="0.qkv.w.4"))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        open_model(tmp_path / "none.npz")


def test_a_changed_bundled_model_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "models"
    folder.mkdir()
    shutil.copy(_changed(tmp_path, version="9"), folder / model_file.LABELS)
    shutil.copy(MODELS / f"{model_file.LABELS}.sha256", folder)
    monkeypatch.setattr(model_file.resources, "files", lambda _: tmp_path)
    with pytest.raises(ModelError, match="has been changed"):
        open_model()


def test_a_model_of_ones_own_tells_its_version_and_fingerprint(tmp_path: Path) -> None:
    path = _changed(tmp_path, version="9")
    (labels,) = labelling.label(["Ratify the Rome Statute"], model=path)
    assert labels.labeller.version == "9"
    assert labels.labeller.fingerprint == hashlib.sha256(path.read_bytes()).hexdigest()
    (bundled,) = labelling.label(["Ratify the Rome Statute"])
    assert bundled.scores == labels.scores
    assert bundled.labeller.fingerprint != labels.labeller.fingerprint


def _changed(folder: Path, *, version: str = "", without: str = "") -> Path:
    """A copy of the bundled model with another version, or without an array."""
    path = folder / "changed.npz"
    with (
        zipfile.ZipFile(MODELS / model_file.LABELS) as bundle,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in bundle.namelist():
            content = bundle.read(name)
            if name == "about.npy" and version:
                about = json.loads(bytes(np.load(io.BytesIO(content))))
                made = io.BytesIO()
                np.save(made, np.frombuffer(json.dumps({**about, "version": version}).encode(), dtype=np.uint8))
                content = made.getvalue()
            if name != f"{without}.npy":
                copy.writestr(name, content)
    return path
