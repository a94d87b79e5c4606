from pathlib import Path

from .conftest import Call


def test_counts_by_current_position(call: Call, archive: Path) -> None:
    said = call("reviews", archive, "--state", "Arvenia", "--json")
    assert said.code == 0
    (review,) = (line for line in said.lines if line["report"])
    assert (review["state"], review["cycle"], review["report"]) == ("XAV", 4, "A/HRC/52/97")
    assert (review["items"], review["pairs"]) == (41, 61)
    assert (review["supported"], review["noted"], review["pending"]) == (30, 11, 0)
    assert "A/HRC/52/97/Add.1" in {document["document"] for document in review["documents"]}


def test_words_for_people(call: Call, archive: Path) -> None:
    out = call("reviews", archive).out
    (row,) = [line for line in out.splitlines() if "A/HRC/52/97" in line]
    assert row.split()[:3] == ["Arvenia", "4", "A/HRC/52/97"]
    assert row.split()[4:9] == ["41", "61", "30", "11", "0"]
    assert "counted in items" in out


def test_none(call: Call, archive: Path) -> None:
    said = call("reviews", archive, "--state", "KAZ")
    assert (said.code, said.out) == (0, "No review is on record.\n")
