from pathlib import Path

from .conftest import Call


def test_numbers_stated_beside_numbers_read(call: Call, archive: Path) -> None:
    (line,) = call("check", archive, "--state", "Arvenia", "--json").lines
    assert line["review"]["report"] == "A/HRC/52/97"
    assert line["items"] == {"received": 41, "supported": 30, "noted": 11, "pending": 0}
    assert line["pairs"]["received"] == 61
    stated = {
        (s["tally"]["speaker"], s["tally"]["received"], s["tally"]["supported"], s["tally"]["noted"])
        for s in line["stated"]
    }
    assert ("President of the Council", 41, 30, 11) in stated
    assert ("State under review", 41, 31, 10) in stated
    assert line["agrees"] is False


def test_each_difference_is_named(call: Call, archive: Path) -> None:
    (line,) = call("check", archive, "--state", "Arvenia", "--json").lines
    found = {(d["speaker"], d["counted"], d["stated"], d["items"]) for d in line["differences"]}
    assert ("State under review", "supported", 31, 30) in found
    assert ("State under review", "noted", 10, 11) in found
    assert not [d for d in line["differences"] if d["speaker"] == "President of the Council"]


def test_words_for_people(call: Call, archive: Path) -> None:
    said = call("check", archive)
    assert said.code == 0
    assert "Arvenia, cycle 4, session 41: A/HRC/52/97" in said.out
    (read,) = [line for line in said.out.splitlines() if line.startswith("read, as items")]
    assert read.split()[3:7] == ["41", "30", "11", "0"]
    assert "  -1  State under review: 31 supported" in said.out
    assert "  +1  State under review: 10 noted" in said.out
    assert "    The count was made before 52.3 changed in plenary." in said.out
    assert said.out.endswith("1 review: the numbers stated and read agree in 0, differ in 1; none is stated in 0.\n")


def test_none(call: Call, archive: Path) -> None:
    said = call("check", archive, "--state", "KAZ")
    assert (said.code, said.out) == (0, "No review with a Working Group report is on record.\n")
