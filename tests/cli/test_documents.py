from pathlib import Path

from .conftest import Call


def test_all_papers_with_their_kind(call: Call, archive: Path) -> None:
    said = call("documents", archive, "--json")
    assert said.code == 0
    told = {line["document"] or line["name"]: line for line in said.lines}
    assert len(told) == 7
    assert told["A/HRC/52/97/Add.1"]["kind"] == "addendum"
    assert told["A/HRC/52/97"]["recommendations"] == 41
    assert told["A/HRC/52/97"]["reasons"]["kind"]
    assert told["A/HRC/52/97"]["date"] == "2023-01-06"


def test_narrowed(call: Call, archive: Path) -> None:
    def symbols(*arguments: str) -> list[str]:
        return [line["document"] for line in call("documents", archive, "--json", *arguments).lines]

    assert symbols("--kind", "Addendum") == ["A/HRC/52/97/Add.1"]
    assert "A/HRC/52/97" in symbols("--state", "arvenia", "--cycle", "4")
    assert symbols("--state", "Kazakhstan") == []


def test_words_for_people(call: Call, archive: Path) -> None:
    said = call("documents", archive)
    assert "7 documents." in said.out
    assert "6 January 2023" in said.out
    assert call("documents", archive, "--state", "KAZ").out == "No document in the archive is like this.\n"


def test_an_empty_archive_says_so(call: Call, tmp_path: Path) -> None:
    call("new", tmp_path / "a.onrecord")
    assert call("documents", tmp_path / "a.onrecord").out == "The archive holds no document.\n"


def test_a_kind_that_is_none_is_a_usage_error_that_names_all(call: Call, archive: Path) -> None:
    said = call("documents", archive, "--kind", "novel")
    assert (said.code, said.out) == (2, "")
    assert "Working Group report" in said.err
