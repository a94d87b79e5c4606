"""Tables at terminals of several widths, colours, and pipes."""

from pathlib import Path

import pytest

from .conftest import PAPERS, Call
from .terminal import ESCAPES, at_terminal

REPORT = PAPERS / "A-HRC-52-97.pdf"


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_tables_fit(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PAPERS)
    code, shown = at_terminal(["read", REPORT.name], width=width)
    assert code == 0
    lines = ESCAPES.sub("", shown).splitlines()
    assert max(map(len, lines)) <= width
    assert any(line.startswith("52.3") for line in lines)


def test_wide_terminals_get_a_table_and_narrow_ones_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PAPERS)
    wide, narrow = (ESCAPES.sub("", at_terminal(["read", REPORT.name], width=width)[1]) for width in (80, 50))
    assert "─────" in wide
    assert "─────" not in narrow
    assert "48.8\n  by Philippines; position supported; page 6\n  Shorten the time that asylum seekers" in narrow


def test_colours_at_a_terminal_only_and_not_with_no_color(call: Call) -> None:
    assert "\x1b[36m" in at_terminal(["read", REPORT], environment={"NO_COLOR": ""})[1]
    assert "\x1b[36m" not in at_terminal(["read", REPORT], environment={"NO_COLOR": "1"})[1]
    assert "\x1b" not in call("read", REPORT).out


def test_control_signs_of_a_document_do_not_reach_the_terminal(call: Call, tmp_path: Path) -> None:
    name = tmp_path / "evil\x1b]0;owned\x07.pdf"
    name.write_bytes(REPORT.read_bytes())
    said = call("read", name)
    assert said.code == 0
    assert "\x1b" not in said.out
    assert "\x07" not in said.out
    assert "\x1b" not in call("read", tmp_path / "none\x1b[2J.pdf").err


@pytest.mark.parametrize("verb", ["documents", "reviews", "recommendations", "check"])
@pytest.mark.parametrize("width", [40, 80, 160])
def test_every_list_fits(archive: Path, verb: str, width: int) -> None:
    code, shown = at_terminal([verb, archive], width=width)
    assert code == 0, shown
    assert max(len(line) for line in ESCAPES.sub("", shown).splitlines()) <= width
