"""What papers say, from an archive and from papers that are read on the spot."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.cli import onrecord_command, run
from tasks.test_said import FIRST, SECOND

from .conftest import PAPERS, Call
from .terminal import ESCAPES, at_terminal

VERBS = ("claims", "proposals", "conflicts", "sources", "events", "people", "organisations", "laws")
VISIT = (
    "In March 2018 the Special Rapporteur on torture visited Arvenia. He saw four prisons and a police station there."
)


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND), ("visit.txt", f"{SECOND}\n\n{VISIT}\n")):
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the first two, only to be copied."""
    folder = tmp_path_factory.mktemp("said")
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (folder / name).write_text(text, encoding="utf-8")
    archive = folder / "said.onrecord"
    assert run(onrecord_command, ["new", str(archive), "--no-passphrase"]) == 0
    assert run(onrecord_command, ["add", str(archive), str(folder / "first.txt"), str(folder / "second.txt")]) == 0
    return archive


@pytest.fixture
def filed(papers: Path, whole: Path) -> Path:
    """An archive of the first two."""
    return Path(shutil.copy(whole, papers / "said.onrecord"))


def keys(lines: list[dict[str, object]], *names: str) -> list[tuple[object, ...]]:
    return sorted((tuple(line[name] for name in names) for line in lines), key=str)


@pytest.mark.parametrize("verb", VERBS)
def test_an_archive_and_its_papers_say_the_same(call: Call, filed: Path, verb: str) -> None:
    from_archive, from_files = call(verb, filed, "--json"), call(verb, "first.txt", "second.txt", "--json")
    assert (from_archive.code, from_files.code) == (0, 0)
    same = {"conflicts": ("id", "kind", "verdict", "state")}.get(verb) or tuple(
        name
        for name in ("id", "key", "name", "text", "source", "notes", "date", "asks", "at_risk", "conflicts", "copies")
        if from_files.lines and name in from_files.lines[0]
    )
    assert keys(from_archive.lines, *same) == keys(from_files.lines, *same)
    assert set().union(*map(set, from_archive.lines)) <= set().union(*map(set, from_files.lines))
    assert from_files.lines or verb == "events"


@pytest.mark.parametrize("verb", [verb for verb in VERBS if verb != "events"])
def test_tables_count_their_lines(call: Call, filed: Path, verb: str) -> None:
    out = call(verb, filed, "--limit", "1").out
    assert out == call(verb, filed, "--limit", "1").out
    assert max(map(len, out.splitlines())) <= 100
    assert "1" in out.splitlines()[-1] or "Also found" in out


def test_what_is_quoted_stands_in_the_file_where_it_says(call: Call, papers: Path) -> None:
    for row in call("claims", "first.txt", "--json").lines:
        assert (papers / row["file"]).read_text(encoding="utf-8")[row["start"] : row["end"]] == row["text"]
    (person,) = call("people", "first.txt", "--json").lines
    text = (papers / "first.txt").read_text(encoding="utf-8")
    assert {text[m["start"] : m["end"]] for m in person["mentions"]} == {"Nadia Orletova"}


@pytest.mark.parametrize(
    ("asked", "texts"),
    [
        (("--words", "workers DIED"), ["In April 2019, at least 14", "9 workers died"]),
        (("--figures",), ["In April 2019, at least 14", "9 workers died"]),
        (("--from", "hospital doctors"), ["9 workers died"]),
        (("--voice", "other"), ["9 workers died"]),
        (("--date", "2019-05"), ["Nadia Orletova", "The lawyer Nadya"]),
        (("--in", "conflict"), ["In April 2019, at least 14", "9 workers died"]),
        (("--paper", "first.txt"), ["In April 2019, at least 14", "Nadia Orletova"]),
        (("--right", "LABOUR", "--paper", "first.txt"), ["In April 2019, at least 14", "Nadia Orletova"]),
        (("--kind", "procedure"), []),
        (("--state", "Kazakhstan"), []),
    ],
)
def test_claims_are_narrowed_alike(call: Call, filed: Path, asked: tuple[str, ...], texts: list[str]) -> None:
    for sources in ((filed,), ("first.txt", "second.txt")):
        found = [line["text"] for line in call("claims", *sources, *asked, "--json").lines]
        assert len(found) == len(texts)
        assert all(any(text.startswith(begin) for text in found) for begin in texts)


def test_nothing_found_says_so_and_who_there_is(call: Call, filed: Path) -> None:
    said = call("claims", filed, "--from", "nobody")
    assert (said.code, said.out.splitlines()[0]) == (0, "No claim is like this.")
    assert "hospital doctors (1)" in said.out
    assert call("events", "first.txt", "--kind", "visit").out == "No event is like this.\n"


@pytest.mark.parametrize(
    ("verb", "asked", "named"),
    [
        ("claims", ("--kind", "gossip"), "situation"),
        ("claims", ("--right", "sleep"), "assembly"),
        ("claims", ("--paper", "third.txt"), "No paper is called 'third.txt'"),
        ("events", ("--kind", "party"), "protest"),
        ("people", ("--show", "person:nadia-orletova"), "in an archive"),
    ],
)
def test_what_there_is_none_of_is_a_usage_error(
    call: Call, papers: Path, verb: str, asked: list[str], named: str
) -> None:
    said = call(verb, "first.txt", *asked)
    assert (said.code, said.out) == (2, "")
    assert named in said.err


def test_conflicts_side_by_side_and_what_else_there_is(call: Call, papers: Path) -> None:
    out = call("conflicts", "first.txt", "second.txt").out
    assert "disagree: Both count deaths" in out
    assert "“9 workers died" in out
    assert "1 conflict.\nAlso found: 1 link" in out
    links = call("conflicts", "first.txt", "second.txt", "--links").out
    assert "Nadya Orletova" in links
    assert "1 link." in links
    copies = call("conflicts", "second.txt", "visit.txt", "--copies").out
    assert "restated: " in copies
    assert call("conflicts", "first.txt").out == "No conflict was found.\n"


def test_a_scorer_reads_comparisons_of_files(call: Call, papers: Path) -> None:
    lines = call("conflicts", "first.txt", "second.txt", "--json").lines
    assert [line["kind"] for line in lines] == ["conflict", "link"]
    members = {m["file"]: (papers / m["file"]).read_text(encoding="utf-8") for m in lines[0]["members"]}
    quotes = [members[m["file"]][m["start"] : m["end"]] for m in lines[0]["members"]]
    assert quotes == [side["quote"] for side in lines[0]["sides"]]
    assert {"verdict", "reason"} <= set(lines[0])


def test_two_papers_one_source(call: Call, filed: Path) -> None:
    (source,) = call("sources", filed, "--json").lines
    assert (source["source"], source["notes"], len(source["papers"])) == ("example.org/report/2019", 2, 2)
    assert "first.txt" in call("sources", filed).out


def test_each_thing_asked_has_a_line(call: Call, filed: Path) -> None:
    out = call("proposals", filed, "--own").out
    assert "release Nadia Orletova" in out
    assert "reopen the inquiry into the fire" in out
    assert call("proposals", filed, "--reported").out == "No proposal is like this.\n"


def test_events_come_by_date(call: Call, papers: Path) -> None:
    (event,) = call("events", "visit.txt", "--json").lines
    assert (event["date"], event["kind"]) == ("2018-03", "visit")
    assert "March 2018" in call("events", "visit.txt").out


def test_names_are_joined_by_a_person_and_parted_again(call: Call, filed: Path) -> None:
    two = ("person:nadia-orletova", "person:nadya-orletova")
    assert "Nadya Orletova: person:nadya-orletova" in call("people", filed, "--show", two[0]).out
    said = call("people", filed, "--same", *two, "--who", "Ana", "--reason", "the same arrest")
    assert (said.code, said.err) == (0, "")
    assert "are the same, says Ana (the same arrest)" in said.out
    (joined,) = call("people", filed, "--json").lines
    assert (joined["joined"], joined["papers"]) == (2, 2)
    assert "2 names joined" in call("people", filed).out
    (decision,) = call("people", filed, "--show", two[1], "--json").lines[0]["decisions"]
    undone = call("people", filed, "--undo", decision["id"], "--who", "Ben")
    assert "taken back by Ben" in undone.out
    assert len(call("people", filed, "--json").lines) == 2
    assert call("people", filed, "--not-same", *two, "--who", "Ben", "--json").lines[0]["field"] == "not_same"
    assert "Perhaps" not in call("people", filed, "--show", two[0]).out


def test_a_decision_needs_a_name_and_names_that_are_there(call: Call, filed: Path) -> None:
    nobody = call("people", filed, "--same", "person:nadia-orletova", "person:nadya-orletova")
    assert (nobody.code, "--who" in nobody.err) == (2, True)
    unknown = call("laws", filed, "--same", "law:XAV:penal-code", "law:XAV:none", "--who", "Ana")
    assert (unknown.code, "law:XAV:none" in unknown.err) == (3, True)
    assert len(call("people", filed, "--json").lines) == 2


def test_a_paper_that_cannot_be_used_does_not_stop_the_others(call: Call, papers: Path) -> None:
    (papers / "empty.txt").write_bytes(b"")
    said = call("claims", "empty.txt", "first.txt", "--json")
    assert (said.code, len(said.lines)) == (1, 2)
    assert "empty.txt" in said.err
    assert call("claims", "first.txt", "first.txt", "--json").lines == said.lines


def test_standard_input_is_a_paper(call: Call) -> None:
    said = call("claims", "-", stdin=FIRST.encode())
    assert said.out.startswith("-: ")


@pytest.mark.parametrize("name", ["none.onrecord", "none", "none.txt"])
def test_what_is_not_there_is_told(call: Call, papers: Path, name: str) -> None:
    said = call("claims", name)
    assert said.out in ("", "No claim is like this.\n")
    assert (said.code in (1, 3), name in said.err) == (True, True)


def test_an_encrypted_archive_is_known_as_one(call: Call, papers: Path) -> None:
    (papers / "words.txt").write_text("between the lines\n")
    locked = papers / "locked.bin"
    assert call("new", locked, "--passphrase-file", papers / "words.txt").code == 0
    assert call("claims", locked, "--passphrase-file", papers / "words.txt").out == "No claim is like this.\n"
    assert call("claims", locked).code == 3


def test_papers_of_a_review_say_nothing_of_this_kind_and_break_nothing(call: Call) -> None:
    said = call("claims", PAPERS / "A-HRC-52-97.pdf")
    assert (said.code, said.out) == (0, "No claim is like this.\n")


def test_a_narrow_terminal_shows_small_paragraphs(papers: Path) -> None:
    code, shown = at_terminal(["claims", papers / "first.txt", "--figures"], width=50)
    assert code == 0
    assert "who says it publisher; note 1" in " ".join(shown.split())
    assert max(len(row) for row in ESCAPES.sub("", shown).splitlines()) <= 50


def test_files_are_read_without_a_database(papers: Path) -> None:
    program = (
        "import sys; from onrecord.cli import onrecord_command, run;"
        "run(onrecord_command, ['conflicts', 'first.txt', 'second.txt']);"
        "print([m for m in ('django', 'sqlite3', 'sqlcipher3') if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=papers)
    assert done.stderr == "[]\n"
