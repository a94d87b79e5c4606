"""The bundled papers, read once, beside the answers that were set down by hand."""

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.extraction import extract
from onrecord.model import Document, Findings
from onrecord.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORT, ADDENDUM, COUNCIL = "A-HRC-52-97.pdf", "A-HRC-52-97-Add.1.pdf", "A-HRC-52-2.pdf"


@cache
def expected(example: str) -> dict[str, Any]:
    answers: dict[str, Any] = json.loads((EXAMPLES / example / "expected.json").read_text(encoding="utf-8"))
    return answers


@cache
def document(example: str, name: str) -> Document:
    return read(EXAMPLES / example / "papers" / name)


@cache
def findings(example: str, name: str) -> Findings:
    return extract(document(example, name))


@cache
def build_script() -> ModuleType:
    """``examples/build.py`` as a module; it belongs to no package."""
    spec = importlib.util.spec_from_file_location("examples_build", EXAMPLES / "build.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up by name
    spec.loader.exec_module(module)
    return module


def source(name: str, example: str = "arvenia") -> str:
    return (EXAMPLES / example / "sources" / name).read_text(encoding="utf-8")
