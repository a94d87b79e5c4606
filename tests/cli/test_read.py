import json
import shutil
from dataclasses import fields
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import DamagedFile
from onrecord.model import Findings
from onrecord.record import Record

from .conftest import PAPERS, Call

REPORT = PAPERS / "A-HRC-52-97.pdf"
ADDENDUM = PAPERS / "A-HRC-52-97-Add.1.pdf"
PLENARY = PAPERS / "A-HRC-52-2.pdf"
EXPECTED = json.loads((PAPERS.parent / "expected.json").read_text(encoding="utf-8"))
PLACE = {"document", "sha256", "page", "paragraph", "start", "end", "boxes"}


def test_one_object_a_file_with_all_keys(call: Call) -> None:
    said = call("read", "--json", REPORT, ADDENDUM)
    assert (said.code, said.err) == (0, "")
    report, addendum = said.lines
    assert [report["file"], addendum["file"]] == [str(REPORT), str(ADDENDUM)]
    assert {"file", "document", *(field.name for field in fields(Findings))} - set(report) == {"identity"}
    assert {"recommendations", "positions", "tallies", "dialogue", "questions", "answers", "doubts"} <= set(report)
    assert set(addendum) == set(report)


def test_the_document_is_told_with_reasons(call: Call) -> None:
    (report,) = call("read", "--json", REPORT).lines
    document = report["document"]
    wanted = EXPECTED["papers"][REPORT.name]
    assert {key: document[key] for key in wanted} == wanted
    assert (document["language"], document["pages"]) == ("en", 8)
    assert len(document["sha256"]) == 64
    assert document["reasons"]["kind"]


def test_every_recommendation_of_the_example_is_printed(call: Call) -> None:
    (report,) = call("read", "--json", REPORT).lines
    told = {item["number"]: item for item in report["recommendations"]}
    assert list(told) == [item["number"] for item in EXPECTED["recommendations"]]
    for wanted in EXPECTED["recommendations"]:
        item = told[wanted["number"]]
        assert item["states"] == wanted["states"]
        assert item["position"] == wanted["report"]
        assert item["place"]["page"] == wanted["page"]
        assert set(item["place"]) == PLACE
        assert all(len(box) == 5 for box in item["place"]["boxes"])


def test_papers_given_together_tell_the_last_word(call: Call) -> None:
    (report, _, _) = call("read", "--together", "--json", REPORT, ADDENDUM, PLENARY).lines
    told = {item["number"]: item["position"] for item in report["recommendations"]}
    assert told == {item["number"]: item["position"] for item in EXPECTED["recommendations"]}
    changed = next(item for item in report["recommendations"] if item["number"] == "52.3")
    assert [(s["stage"], s["position"]) for s in changed["history"]][-1] == ("plenary", "supported")
    assert {s["place"]["document"] for s in changed["history"]} >= {"A/HRC/52/97", "A/HRC/52/2"}


def test_together_any_order_will_do_and_a_bad_file_does_not_hinder(call: Call, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 broken off")
    first = call("read", "--together", "--json", REPORT, PLENARY).lines[0]
    said = call("read", "--together", "--json", PLENARY, bad, REPORT)
    assert said.code == 1
    assert said.lines[2] == first


def test_a_bad_file_does_not_stop_the_others(call: Call, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"%PDF-1.7 broken off")
    said = call("read", "--json", bad, tmp_path / "none.pdf", REPORT)
    assert said.code == 1
    broken, missing, report = said.lines
    assert broken["error"]["kind"] == DamagedFile.__name__
    assert broken["recommendations"] == []
    assert missing["error"]["what"]
    assert len(report["recommendations"]) == 41
    assert f"{bad}: " in said.err
    assert "none.pdf: " in said.err
    assert said.err.count("  Try: ") == 2


def test_standard_input(call: Call) -> None:
    said = call("read", "--json", "-", stdin=REPORT.read_bytes())
    assert said.code == 0
    (line,) = said.lines
    assert line["file"] == "-"
    assert len(line["recommendations"]) == 41


def test_the_name_decides_nothing(call: Call, tmp_path: Path) -> None:
    misnamed = Path(shutil.copy(REPORT, tmp_path / "notes.txt"))
    (line,) = call("read", "--json", misnamed).lines
    assert line["document"]["symbol"] == "A/HRC/52/97"


def test_words_for_people(call: Call) -> None:
    said = call("read", REPORT)
    assert "Working Group report A/HRC/52/97, Arvenia, cycle 4, session 41, 6 January 2023." in said.out
    assert "41 items, 61 pairs of item and State: 18 supported, 7 noted, 16 left open" in said.out
    assert all(item["number"] in said.out for item in EXPECTED["recommendations"])
    assert all(len(line) <= 100 and line == line.rstrip() for line in said.out.splitlines())
    assert "\x1b" not in said.out


def test_words_for_people_of_papers_together(call: Call) -> None:
    said = call("read", "--together", REPORT, PLENARY)
    in_report, in_plenary = [line for line in said.out.splitlines() if line.startswith("52.3 ")]
    assert "noted, then" in in_report
    assert "supported" in in_plenary


def test_without_a_file_is_a_usage_error(call: Call) -> None:
    assert call("read").code == 2


def test_an_error_while_extracting_is_of_that_file_only(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(Record):
        @property
        def findings(self) -> None:  # type: ignore[override]
            raise DamagedFile("It cannot be used.", advice="Take another.")

    document = onrecord.read(REPORT).document
    monkeypatch.setattr(onrecord, "read", lambda *_, **__: Broken(document))
    said = call("read", "a.pdf")
    assert (said.code, said.err) == (1, "a.pdf: It cannot be used.\n  Try: Take another.\n")


def test_pairs_lists_each_text_with_its_states(call: Call) -> None:
    (report,) = call("read", "--json", "--pairs", REPORT).lines
    texts = [(r["states"], r["text"]) for r in report["recommendations"] if r["number"] == "48.3"]
    assert texts == [(states, text) for states, text in EXPECTED["asks"]["48.3"]]


def test_goals_of_a_plan_are_printed_with_who_and_until_when(call: Call) -> None:
    said = call("read", PAPERS.parents[1] / "plans" / "arvenia-plan-2023-2026.html")
    assert (said.code, said.err) == (0, "")
    assert "4 goals and measures" in said.out
    line = next(line for line in said.out.splitlines() if line.startswith("3 "))
    assert line.split()[1:5] == ["Parliament", "second", "quarter", "of"]
    assert "Take insult out" in line
