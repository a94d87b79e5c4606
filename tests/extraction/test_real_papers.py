"""Answers of real papers, where ``../shared/data`` is there: goals that must not be lost."""

import csv
import json
from functools import cache
from pathlib import Path

import pytest

from extraction.written import found_again
from onrecord.assessment import join_histories, untied
from onrecord.extraction.addendum import read_addendum
from onrecord.extraction.dialogue import read_dialogue
from onrecord.extraction.identity import identify
from onrecord.extraction.national_report import read_answers
from onrecord.extraction.plenary import read_plenary
from onrecord.extraction.questions import read_questions
from onrecord.extraction.recommendations import read_recommendations
from onrecord.extraction.states_named import state_brackets
from onrecord.extraction.thematic_list import list_rows, read_thematic_list
from onrecord.model import Document, Identity, Position, Recommendation, Speaker, Stage
from onrecord.reading import read

DATA = Path(__file__).parents[3] / "shared" / "data"
SLOVENIA = DATA / "slovenia"
pytestmark = [pytest.mark.data, pytest.mark.skipif(not DATA.exists(), reason="../shared/data is not there")]


@cache
def paper(path: Path) -> tuple[Document, Identity]:
    document = read(path)
    return document, identify(document)


def joined(report: Path, addendum: str = "", council: str = "") -> dict[str, Recommendation]:
    found = read_recommendations(*paper(report))
    said = list(read_addendum(*paper(SLOVENIA / addendum)).positions) if addendum else []
    said += read_plenary(*paper(SLOVENIA / council)).positions if council else ()
    assert untied(found.recommendations, said) == ()
    return {r.number: r for r in join_histories(found.recommendations, said)}


@pytest.mark.parametrize(("cycle", "report", "council"), [(2, "A-HRC-28-15", "A-HRC-28-2.pdf"), (3, "A-HRC-43-15", "")])
def test_final_positions_without_the_list(cycle: int, report: str, council: str) -> None:
    expected = {r["number"]: r["position"] for r in _listed(cycle)}
    found = joined(SLOVENIA / f"{report}.pdf", f"{report}-Add.1.pdf", council)
    assert {number: item.position.value for number, item in found.items()} == expected


def test_the_addendum_agrees_with_the_reading_by_hand() -> None:
    with (SLOVENIA / "positions-from-addenda.csv").open(encoding="utf-8") as handle:
        rows = [r for r in csv.DictReader(handle) if "Add.1" in r["source"]]
    for cycle, name in (("2", "A-HRC-28-15-Add.1.pdf"), ("3", "A-HRC-43-15-Add.1.pdf")):
        found = {s.number: s.value.value for s in read_addendum(*paper(SLOVENIA / name)).positions}
        assert found == {r["number"]: r["position"] for r in rows if r["cycle"] == cycle}


def test_every_answer_of_the_first_cycle_is_tied_to_its_number() -> None:
    found = joined(SLOVENIA / "A-HRC-14-15.pdf", "A-HRC-14-15-Add.1.pdf")
    answered = [r for r in found.values() if any(s.stage is Stage.ADDENDUM for s in r.history)]
    assert len(answered) == len(found) == 97
    noted = {n for n, r in found.items() if r.position is Position.NOTED}
    assert noted == {f"111.{n}" for n in (1, 3, 15, 32, 58, 84, 88, 93)}  # UPR Info notes the same


def test_kazakhstan_changes_one_position_in_plenary() -> None:
    found = joined(DATA / "upr/reports/kazakhstan2014.pdf", council="A-HRC-28-2.pdf")
    assert [s.value.value for s in found["126.27"].history] == ["noted", "supported"]
    positions = [r.position for r in found.values()]
    assert (positions.count(Position.SUPPORTED), positions.count(Position.NOTED)) == (144, 50)


def test_kazakhstan_2010_as_far_as_the_plenary_tells() -> None:
    found = joined(DATA / "upr/reports/kazakhstan2010.pdf", council="A-HRC-14-37.pdf")
    noted = {number for number, item in found.items() if item.position is Position.NOTED}
    assert noted == {"97.1", "97.2", "97.3", "97.4", "97.10", "97.12", "97.19"}


def test_counts_of_every_president_and_place_of_every_word() -> None:
    document, identity = paper(SLOVENIA / "A-HRC-28-2.pdf")
    findings = read_plenary(document, identity)
    found_again(document, findings)
    said = [t for t in findings.tallies if t.speaker is Speaker.PRESIDENT]
    assert len(said) == 14
    assert all(t.noted is not None and t.target for t in said)
    assert len({t.state for t in read_plenary(*paper(SLOVENIA / "A-HRC-14-37.pdf")).tallies}) == 14


@pytest.mark.parametrize("cycle", [2, 3])
def test_all_rows_of_thematic_lists(cycle: int) -> None:
    document, identity = paper(SLOVENIA / f"thematic-list-cycle{cycle}.docx")
    rows = {r.number: r for r in list_rows(document)}
    positions = {s.number: s.value.value for s in read_thematic_list(document, identity).positions}
    expected = _listed(cycle)
    assert len(rows) == len(expected)
    for want in expected:
        row = rows[want["number"]]
        assert row.item is not None and row.source is not None
        text = document.text[slice(*row.item)]
        for bracket in reversed(state_brackets(text)):
            text = text[: bracket.start] + text[bracket.end :]
        assert _words(text) == _words(want["text"])
        assert document.text[slice(*row.source)] == want["source_of_position"]
        assert (list(row.states), positions[row.number]) == (want["states"], want["position"])
        assert (row.themes, row.groups, row.sdgs) == (want["themes"], want["groups"], want["sdgs"])


def test_as_many_states_speak_as_the_report_counts() -> None:
    found = read_dialogue(*paper(SLOVENIA / "A-HRC-28-15.pdf"))
    assert len({s for one in found.dialogue for s in one.states} - {"SVN"}) == 72


def test_advance_questions_of_all_formats() -> None:
    asked = {}
    for path in sorted(SLOVENIA.glob("advance-questions-*")):
        document, identity = paper(path)
        findings = read_questions(document, identity)
        found_again(document, findings)
        asked[path.stem] = {q.state for q in findings.questions}
    assert asked["advance-questions-cycle1"] == {"DNK", "SWE", "GBR"}
    assert asked["advance-questions-cycle2"] == {"BEL", "DEU", "NLD", "NOR"}
    assert asked["advance-questions-cycle3-batch1"] == {"PRT", "GBR", "DEU"}


def test_answers_of_a_national_report() -> None:
    document, identity = paper(SLOVENIA / "A-HRC-WG.6-34-SVN-1.pdf")
    findings = read_answers(document, identity)
    found_again(document, findings)
    first = findings.answers[0]
    assert first.numbers[:3] == ("115.1", "115.2", "115.3")
    assert len({n for a in findings.answers for n in a.numbers}) == 145


def _listed(cycle: int) -> list[dict[str, object]]:
    lines = (SLOVENIA / f"thematic-list-cycle{cycle}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _words(text: object) -> str:
    return " ".join(str(text).replace(";", " ").replace(".", " ").replace(",", " ").split())
