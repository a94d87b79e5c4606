import shutil
import zipfile
from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.tasks import AddEvent, AddReport, Outcome

from .conftest import PAPERS, Call
from .terminal import ESCAPES, at_terminal

REPORT = PAPERS / "A-HRC-52-97.pdf"
DECISION = PAPERS / "A-HRC-DEC-52-102.pdf"


@pytest.fixture
def empty(call: Call, tmp_path: Path) -> Path:
    path = tmp_path / "a.onrecord"
    assert call("new", path).code == 0
    return path


def test_a_summary_for_people(call: Call, empty: Path) -> None:
    said = call("add", empty, REPORT, DECISION)
    assert (said.code, said.err) == (0, "")
    assert "2 documents added." in said.out
    (row,) = [line for line in said.out.splitlines() if line.startswith("A/HRC/52/97 ")]
    assert "Working Group report" in row
    assert " 41 " in row


def test_one_json_line_a_file(call: Call, empty: Path) -> None:
    lines = {Path(line["file"]).name: line for line in call("add", empty, "--json", REPORT, DECISION).lines}
    report = lines[REPORT.name]
    assert (report["outcome"], report["document"], report["state"]) == ("added", "A/HRC/52/97", "XAV")
    assert (report["kind"], report["recommendations"]) == ("Working Group report", 41)
    assert lines[DECISION.name]["kind"] == "decision"


def test_adding_again_changes_nothing(call: Call, empty: Path) -> None:
    call("add", empty, REPORT)
    before = call("recommendations", empty, "--json").out
    said = call("add", empty, REPORT, "--json")
    assert (said.code, [line["outcome"] for line in said.lines]) == (0, ["unchanged"])
    assert call("recommendations", empty, "--json").out == before
    assert "0 documents added, 1 known already." in call("add", empty, REPORT).out


def test_folders_and_zip_files(call: Call, empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "papers" / "deep"
    folder.mkdir(parents=True)
    shutil.copy(DECISION, folder)
    with zipfile.ZipFile(tmp_path / "more.zip", "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.write(REPORT, "inside/report.pdf")
    said = call("add", empty, tmp_path / "papers", tmp_path / "more.zip", "--json")
    assert said.code == 0
    assert {line["document"] for line in said.lines} == {"A/HRC/52/97", "A/HRC/DEC/52/102"}
    assert any(line["file"].endswith("more.zip/inside/report.pdf") for line in said.lines)


def test_bad_files_are_named_and_the_others_added(call: Call, empty: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 broken off")
    (tmp_path / "empty.pdf").write_bytes(b"")
    said = call("add", empty, tmp_path / "bad.pdf", REPORT, tmp_path / "empty.pdf")
    assert said.code == 1
    assert "1 document added, 2 not added." in said.out
    assert said.err.count("  Try: ") == 2
    assert "bad.pdf: " in said.err
    assert "empty.pdf: " in said.err


def test_failures_in_json(call: Call, empty: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    said = call("add", empty, tmp_path / "empty.pdf", "--json")
    assert said.code == 1
    (line,) = said.lines
    assert (line["outcome"], line["error"]["kind"]) == ("failed", "EmptyFile")


def test_a_path_that_is_not_there_stops_the_run_before_anything_is_added(call: Call, empty: Path) -> None:
    said = call("add", empty, REPORT, "none.pdf")
    assert (said.code, said.out) == (3, "")
    assert "none.pdf" in said.err
    assert call("documents", empty, "--json").lines == []


def test_ctrl_c_says_how_many_documents_are_whole(call: Call, empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def add_documents(*_: object, progress: object, **__: object) -> AddReport:
        assert callable(progress)
        progress(AddEvent("a.pdf", Outcome.ADDED, 1, 9))
        progress(AddEvent("b.pdf", Outcome.UNCHANGED, 2, 9))
        raise KeyboardInterrupt

    monkeypatch.setattr(tasks, "add_documents", add_documents, raising=False)
    said = call("add", empty, REPORT)
    assert (said.code, said.out) == (130, "")
    assert "Stopped; 2 documents are whole. Run the same command again to go on." in said.err


def test_ctrl_c_at_a_terminal_leaves_whole_documents(call: Call, empty: Path, tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(20):
        (many / f"{number}.pdf").write_bytes(REPORT.read_bytes() + b"\n%" * number)
    code, shown = at_terminal(["add", empty, many], answers=[("/20", "\x03")], seconds=60)
    assert code == 130, shown
    assert "whole. Run the same command again to go on." in shown
    assert "Traceback" not in shown
    before = len(call("documents", empty, "--json").lines)
    assert call("add", empty, many).code == 0
    after = call("documents", empty, "--json").lines
    assert before < len(after) == 20
    assert {line["recommendations"] for line in after} == {41}


def test_at_a_terminal_a_bar_shows_how_far_it_is(empty: Path) -> None:
    code, shown = at_terminal(["add", empty, PAPERS])
    assert code == 0
    assert "7/7" in ESCAPES.sub("", shown)
    assert "7 documents added." in shown
