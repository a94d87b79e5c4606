"""``onrecord uptake``: proposals beside recommendations, without an archive."""

import json
from pathlib import Path

import pytest

from .conftest import Call

PROPOSALS = [
    {"id": "p1", "text": "The State should abolish the death penalty."},
    {"id": 2, "text": "The State should plant trees along the Selm."},
]
RECOMMENDATIONS = [{"id": f"40.{n}", "text": f"Repair bridge {n}"} for n in range(12)]
RECOMMENDATIONS += [{"id": "41.1", "text": "Abolish capital punishment"}]


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, str]:
    """Paths of the two lists."""
    paths = []
    for name, rows in (("p.jsonl", PROPOSALS), ("r.jsonl", RECOMMENDATIONS)):
        paths.append(tmp_path / name)
        paths[-1].write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(paths[0]), str(paths[1])


def test_one_line_for_each_proposal(call: Call, lists: tuple[str, str]) -> None:
    said = call("uptake", "--proposals", lists[0], "--recommendations", lists[1], "--json", "--words-only")
    assert (said.code, said.err) == (0, "")
    first, second = map(json.loads, said.out.splitlines())
    assert (first["id"], first["decision"]) == ("p1", "same ask")
    assert first["recommendations"][0]["id"] == "41.1"
    assert first["recommendations"][0]["kind"] == "same ask"
    assert first["reasons"][0].keys() == {"what", "words", "against"}
    assert (second["id"], second["decision"]) == (2, "none")
    assert len(second["recommendations"]) == 10
    assert {row["kind"] for row in second["recommendations"]} == {"none"}


def test_a_table_for_people(call: Call, lists: tuple[str, str]) -> None:
    said = call("uptake", "--proposals", lists[0], "--recommendations", lists[1])
    assert "Suggested: same ask, " in said.out
    assert "41.1" in said.out
    assert "none" in said.out


def test_bad_lines_are_told_and_the_others_go_on(call: Call, lists: tuple[str, str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    rows = ["{", "[]", '{"id": "x"}', '{"text": "y"}', "", json.dumps(PROPOSALS[0]), json.dumps(PROPOSALS[0])]
    bad.write_text("\n".join(rows), encoding="utf-8")
    said = call("uptake", "--proposals", str(bad), "--recommendations", lists[1], "--json")
    assert said.code == 1
    assert len(said.out.splitlines()) == 1
    told = said.err.splitlines()
    assert [f"line {n} " in line for n, line in zip((1, 2, 3, 4, 7), told, strict=True)] == [True] * 5
    assert "no JSON" in told[0]
    assert 'no "text"' in told[2]
    assert 'no "id"' in told[3]
    assert "again" in told[4]


def test_a_line_sign_inside_a_text_ends_no_line(call: Call, lists: tuple[str, str], tmp_path: Path) -> None:
    odd = tmp_path / "odd.jsonl"
    odd.write_text(
        json.dumps({"id": "p", "text": "Abolish the\u2028death penalty"}, ensure_ascii=False), encoding="utf-8"
    )
    said = call("uptake", "--proposals", str(odd), "--recommendations", lists[1], "--json")
    assert json.loads(said.out)["decision"] == "same ask"


def test_standard_input(call: Call, lists: tuple[str, str]) -> None:
    content = "".join(json.dumps(row) + "\n" for row in PROPOSALS).encode()
    said = call("uptake", "--proposals", "-", "--recommendations", lists[1], "--json", stdin=content)
    assert said.code == 0
    assert len(said.out.splitlines()) == 2


def test_what_cannot_be_read_is_a_clear_error(call: Call, lists: tuple[str, str], tmp_path: Path) -> None:
    said = call("uptake", "--proposals", str(tmp_path / "gone.jsonl"), "--recommendations", lists[1])
    assert said.code == 3
    assert "gone.jsonl cannot be read" in said.err
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes(b"\xff\xfe")
    assert "not UTF-8" in call("uptake", "--proposals", str(latin), "--recommendations", lists[1]).err
    both = call("uptake", "--proposals", "-", "--recommendations", "-")
    assert both.code == 3
    assert "Name a file" in both.err
