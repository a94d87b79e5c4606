from pathlib import Path

import pytest

from .conftest import Call
from .test_recommendations import EVERYWHERE


def test_text_history_with_quotes_and_papers(call: Call, archive: Path) -> None:
    (line,) = call("show", archive, "A/HRC/52/97#52.3", "--json").lines
    assert set(line) >= EVERYWHERE
    assert (line["states"], line["position"], line["changed"]) == (["AUT", "MEX"], "supported", True)
    report, *_, plenary = [answer for answer in line["history"] if answer["stage"] != "list"]
    assert (report["stage"], report["position"]) == ("report", "noted")
    assert (plenary["stage"], plenary["position"]) == ("plenary", "supported")
    assert plenary["quote"]["place"]["document"] == "A/HRC/52/2"
    assert plenary["words"] in plenary["quote"]["text"]
    assert line["text"] in line["quote"]["text"]
    assert {paper["document"] for paper in line["papers"]} >= {"A/HRC/52/97", "A/HRC/52/97/Add.1", "A/HRC/52/2"}


def test_words_for_people(call: Call, archive: Path) -> None:
    out = call("show", archive, "A/HRC/52/97#52.3").out
    assert out.startswith("A/HRC/52/97 52.3\nArvenia, cycle 4, session 41. Recommended by Austria, Mexico.\n")
    assert "Record on video every questioning by the police" in out
    assert "Answer: noted, then supported." in out
    assert "plenary of the Council: supported" in out
    assert "A/HRC/52/2, para. 34" in out
    assert "Papers of this review" in out
    assert all(len(line) <= 100 for line in out.splitlines())


@pytest.mark.parametrize("wanted", ["A/HRC/52/97", "#52.3", "A/HRC/52/97#", "52.3"])
def test_what_names_no_recommendation_is_a_usage_error(call: Call, archive: Path, wanted: str) -> None:
    said = call("show", archive, wanted)
    assert (said.code, said.out) == (2, "")
    assert "A/HRC/28/10#126.27" in said.err


@pytest.mark.parametrize("wanted", ["A/HRC/52/97#99.1", "A/HRC/1/1#52.3"])
def test_what_is_not_there_is_told(call: Call, archive: Path, wanted: str) -> None:
    said = call("show", archive, wanted)
    assert (said.code, said.out) == (3, "")
    assert "  Try: " in said.err
