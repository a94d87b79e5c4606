from pathlib import Path

import pytest

from .conftest import Call

EVERYWHERE = {"number", "text", "states", "position", "place", "history", "asks", "chapeau", "document", "item"}


def numbers(call: Call, archive: Path, *arguments: str) -> list[str]:
    said = call("recommendations", archive, "--json", "--document", "A/HRC/52/97", *arguments)
    assert said.code == 0, said.err
    return [line["number"] for line in said.lines]


def test_all_with_the_keys_of_everywhere(call: Call, archive: Path) -> None:
    lines = call("recommendations", archive, "--json", "--document", "A/HRC/52/97").lines
    assert len(lines) == 41
    assert all(set(line) >= EVERYWHERE for line in lines)
    assert lines[0]["id"] == "A/HRC/52/97#48.1"
    assert lines[0]["place"]["document"] == "A/HRC/52/97"


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--number", "52.3"], ["52.3"]),
        (["--number", "53"], ["53.1", "53.2", "53.3"]),
        (["--by", "Uruguay"], ["48.1", "49.5", "51.9"]),
        (["--by", "URY", "--position", "noted"], ["51.9"]),
        (["--by", "ury", "--number", "49"], ["49.5"]),
        (["--position", "left open"], []),
        (["--words", "POLICE questioning"], ["52.3"]),
        (["--state", "Lower Selm"], []),
        (["--cycle", "3"], []),
        (["--session", "41", "--number", "49.1"], ["49.1"]),
        (["--limit", "2", "--offset", "1"], ["48.2", "48.3"]),
    ],
)
def test_narrowed(call: Call, archive: Path, arguments: list[str], wanted: list[str]) -> None:
    assert numbers(call, archive, *arguments) == wanted


def test_changed_and_unchanged_make_up_all(call: Call, archive: Path) -> None:
    changed = numbers(call, archive, "--changed")
    assert "52.3" in changed
    assert set(changed) & set(numbers(call, archive, "--unchanged")) == set()
    assert len(changed) + len(numbers(call, archive, "--unchanged")) == 41


def test_words_for_people(call: Call, archive: Path) -> None:
    said = call("recommendations", archive, "--document", "A/HRC/52/97", "--number", "52")
    assert "Arvenia, cycle 4, session 41: A/HRC/52/97" in said.out
    (row,) = [line for line in said.out.splitlines() if line.startswith("52.3 ")]
    assert "noted, then" in row
    assert said.out.endswith("4 items, 6 pairs of item and State.\n")


def test_a_part_of_a_list_says_of_how_many(call: Call, archive: Path) -> None:
    said = call("recommendations", archive, "--document", "A/HRC/52/97", "--limit", "2")
    assert "2 items of 41, 3 pairs of item and State." in said.out


def test_none(call: Call, archive: Path) -> None:
    assert call("recommendations", archive, "--state", "KAZ").out == "No recommendation on record is like this.\n"


def test_a_misspelt_state_is_a_usage_error_with_a_suggestion(call: Call, archive: Path) -> None:
    said = call("recommendations", archive, "--by", "Kazahstan")
    assert (said.code, said.out) == (2, "")
    assert "Did you mean Kazakhstan (KAZ)?" in said.err


def test_a_position_that_is_none_is_a_usage_error(call: Call, archive: Path) -> None:
    said = call("recommendations", archive, "--position", "rejected")
    assert said.code == 2
    assert "supported, noted, pending" in said.err
