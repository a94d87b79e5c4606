import json
from pathlib import Path

from .conftest import Call

ASKED = [
    {"id": "a", "text": "Abolish the death penalty"},
    {"id": 2, "text": "Continue to protect human rights defenders of Arvenia"},
]


def _lines(*objects: object) -> bytes:
    return b"".join(json.dumps(one).encode() + b"\n" for one in objects)


def test_one_object_a_line_in_their_order(call: Call) -> None:
    said = call("label", "--json", stdin=_lines(*ASKED))
    assert (said.code, said.err) == (0, "")
    first, second = said.lines
    assert (first["id"], first["action"], first["issues"]) == ("a", 5, ["Death penalty"])
    assert first["scores"]["Death penalty"] > 0.9
    assert len(first["scores"]) == 59
    assert second["id"] == 2
    assert "Human rights defenders" in second["issues"]
    assert second["action"] == 2


def test_from_a_file(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "recs.jsonl"
    path.write_bytes(_lines(*ASKED))
    assert [line["id"] for line in call("label", "--json", path).lines] == ["a", 2]


def test_bad_lines_are_told_and_the_others_go_on(call: Call) -> None:
    bad = [b"{broken\n", b"[1]\n", b'{"id": 1}\n', b'{"text": "x"}\n', b'{"id": 1, "text": 5}\n', b"\xff\xfe\n"]
    said = call("label", "--json", stdin=_lines(ASKED[0]) + b"".join(bad) + b"\n" + _lines(ASKED[1]))
    assert said.code == 1
    assert [line["line"] for line in said.lines if "error" in line] == [2, 3, 4, 5, 6, 7]
    assert [line["id"] for line in said.lines if "action" in line] == ["a", 2]
    assert "Line 2 is no JSON" in said.err
    assert 'Line 4 has no "text" that is a string' in said.err
    assert 'Line 5 has no "id"' in said.err
    assert "Line 7 is not UTF-8" in said.err
    assert said.err.count("  Try: ") == 6


def test_for_people(call: Call) -> None:
    said = call("label", stdin=_lines(*ASKED))
    assert said.code == 0
    assert "Death penalty" in said.out
    assert "because of" in said.out
    assert all(len(line) <= 100 for line in said.out.splitlines())


def test_nothing_in_nothing_out(call: Call) -> None:
    said = call("label", "--json", stdin=b"")
    assert (said.code, said.out) == (0, "")


def test_the_threshold_moves_what_is_sure(call: Call) -> None:
    (strict,) = call("label", "--json", "--threshold", "1", stdin=_lines(ASKED[0])).lines
    (loose,) = call("label", "--json", "--threshold", "0", stdin=_lines(ASKED[0])).lines
    assert strict["sure"] == []
    assert loose["sure"] == ["5", "Death penalty"]
    assert call("label", "--threshold", "2").code == 2


def test_another_language_is_doubted(call: Call) -> None:
    (line,) = call("label", "--json", stdin=_lines({"id": 1, "text": "Abolir la pena de muerte"})).lines
    assert line["doubt"] == "not English"
    assert line["sure"] == []


def test_a_model_that_is_none(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "model.npz"
    path.write_bytes(b"nothing")
    said = call("label", "--json", "--model", path, stdin=_lines(*ASKED))
    assert said.code == 3
    assert "damaged" in said.err
    assert said.out == ""


def test_a_missing_file(call: Call) -> None:
    said = call("label", "none.jsonl")
    assert said.code == 3
    assert "none.jsonl" in said.err


def test_themes_persons_and_goals_follow_by_rule(call: Call) -> None:
    asked = {"id": 1, "text": "Protect women of minorities in Lower Selm from domestic violence"}
    (line,) = call("label", "--json", "--themes", stdin=_lines(asked)).lines
    assert {"Domestic violence", "Violence against women"} <= set(line["themes"])
    assert "women" in line["persons"]
    assert "5 - GENDER EQUALITY" in line["goals"]


def test_the_threshold_is_chosen_for_an_archive_under_a_name(call: Call, archive: Path) -> None:
    said = call("label", archive, "--threshold", "0.99", "--who", "Ada")
    assert said.code == 0
    assert "From 0.99 on labels are sure" in said.out
    again = call("label", archive, "--threshold", "0", "--who", "Ada")
    assert again.code == 0
    assert "0 recommendations in 0 papers labelled" in again.out
    assert "0 wait" in again.out
    assert call("label", "--who", "Ada", stdin=b"").code == 2
