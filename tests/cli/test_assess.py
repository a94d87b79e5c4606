"""Assessments on the command line."""

from pathlib import Path

import pytest

from .conftest import Call

ITEM = "A/HRC/52/97#52.3"
SAID = (
    "--by",
    "NGO: Selm Watch",
    "--who",
    "Ilva",
    "--evidence",
    "A/HRC/52/2, para. 34",
    "--evidence",
    "Our visit, 2025",
)


def test_voices_with_their_evidence(call: Call, archive: Path) -> None:
    out = call(
        "assess", archive, ITEM, "--level", "partially", "--date", "2025-03", "--reason", "Two of five.", *SAID
    ).out
    assert "NGO, Selm Watch, March 2025: partially implemented" in out
    assert "A/HRC/52/2, para. 34, p. 4" in out
    assert "source: Our visit, 2025" in out
    assert "Nobody has assessed" not in out
    (line,) = call("assess", archive, ITEM, "--json").lines
    (voice,) = line["voices"]
    assert (voice["assessor"], voice["last"]["level"]) == ("NGO", "partially")
    assert [one["kind"] for one in voice["last"]["evidence"]] == ["passage", "outside"]
    assert line["index"] is None


def test_the_index_only_where_asked_for_and_with_its_weakness(call: Call, archive: Path) -> None:
    call("assess", archive, ITEM, "--level", "0.5", "--scale", "upr-info", *SAID)
    assert "plain average" not in call("assess", archive, ITEM).out
    assert "plain average" in call("assess", archive, ITEM, "--index").out


def test_withdrawn_and_carried_along(call: Call, archive: Path, tmp_path: Path) -> None:
    (line,) = call("assess", archive, ITEM, "--level", "not", *SAID, "--json").lines
    key = line["history"][0]["id"]
    assert "1 assessment withdrawn" in call("assess", archive, ITEM, "--withdraw", key, "--who", "Odd").out
    assert call("assess", archive, "--export", tmp_path / "voices.jsonl").out.endswith("voices.jsonl: 1 assessment.\n")
    other = tmp_path / "other.onrecord"
    call("new", other, "--no-passphrase")
    out = call("assess", other, "--import", tmp_path / "voices.jsonl").out
    assert "1 assessment added" in out
    assert f"{ITEM} is not in this archive (yet)" in out


@pytest.mark.parametrize(
    ("more", "code", "word"),
    [
        (("--level", "not", "--by", "ourselves", "--who", "Ilva"), 3, "Without evidence"),
        (("--level", "not", "--who", "Ilva"), 2, "who assesses"),
        (("--level", "not", *SAID[:2]), 3, "needs a name"),
        (("--level", "halfway", *SAID), 3, "no level"),
        (("--by", "ourselves"), 2, "--level"),
    ],
)
def test_what_is_missing_is_told(call: Call, archive: Path, more: tuple[str, ...], code: int, word: str) -> None:
    said = call("assess", archive, ITEM, *more)
    assert (said.code, said.out) == (code, "")
    assert word in said.err


def test_what_is_not_there_is_told(call: Call, archive: Path) -> None:
    assert call("assess", archive, "A/HRC/52/97#99.9").code == 3
    assert call("assess", archive).code == 2
