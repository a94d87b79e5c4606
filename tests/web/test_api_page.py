"""Runs what docs/api.md shows."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from onrecord.web.api.endpoints import api

from .live import serving

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```http\nGET (.+?)\n```\n\n```json\n(.*?)```", PAGE, re.S)
LEFT_OUT = "…"


def fits(shown: Any, given: Any) -> bool:
    """Whether an answer is as shown; ``…`` stands for anything, as a key for any other keys."""
    if shown == LEFT_OUT:
        return True
    if isinstance(shown, dict):
        keys = set(shown) - {LEFT_OUT}
        same = keys <= set(given) if LEFT_OUT in shown else keys == set(given)
        return same and all(fits(shown[key], given[key]) for key in keys)
    if isinstance(shown, list):
        return len(shown) == len(given) and all(map(fits, shown, given))
    return bool(shown == given)


@pytest.mark.parametrize(("path", "shown"), EXAMPLES)
def test_every_example(client: Client, path: str, shown: str) -> None:
    given = client.get(path).json()
    assert fits(json.loads(shown), given), given


def test_the_program(whole_archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    with serving(whole_archive) as link:
        exec(re.sub(r'"http://127.*?"', repr(link), program), {})  # our own page
    assert capsys.readouterr().out == "41 48.1 supported\n"


def test_every_address_is_named() -> None:
    assert len(EXAMPLES) >= 4
    for path in api.get_openapi_schema()["paths"]:
        assert f"`{path}`" in PAGE


@pytest.mark.parametrize(
    ("shown", "given", "same"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, False),
        ({"a": 1, "…": "…"}, {"a": 1, "b": 2}, True),
        ([1], [2], False),
        ("…", 5, True),
    ],
)
def test_what_is_shown_fits_what_is_given(shown: Any, given: Any, same: bool) -> None:
    assert fits(shown, given) is same
