"""Who says what a stakeholders' summary tells: by its notes, its list of contributors and its words."""

import json

import pytest

from extraction.committee.made import found_in
from onrecord.model import Contributor, Findings, Place, Voice
from onrecord.store import committee

LIST = (
    "[1] The stakeholders listed below have contributed information for this summary. Civil society "
    "Individual submissions: SW Selm Watch, Port Arven, Arvenia; HRBA Human Rights Bureau Arvenia, Selm, Arvenia; "
    "Joint submissions: JS1 Joint submission 1 submitted by: Open Courts (Arvenia); and River League (Upper Selm); "
    "National human rights institution: OPA Ombudsperson of the People of Arvenia, Port Arven, Arvenia; "
    "Regional intergovernmental organization(s): CoL Council of the Lakes, Selm; Attachments: "
    "(CoL-CPP) Committee on Prison Practice, Report on Arvenia, 2019."
)
BODY = """The present report is a summary of five stakeholders’ submissions.[1]

1. Selm Watch (SW) stated that 14 prisons were full.[2] It recommended that Arvenia close two of them.[3]

2. JS1 and HRBA noted that courts worked slowly.[4] The Committee on Prison Practice (CoL-CPP) was concerned about the \
same.[5] Judges had left in 2018.

3. The Ombudsperson received no answer, as SW and the Council of the Lakes reported.[6]

4. CoL-CPP made similar recommendations."""
NOTES = f"""{LIST}

[2] SW, p. 2. See also JS1, paras. 3 and 4 and OPA, p. 1.

[3] SW, p. 3.

[4] JS1, para. 9 and HBRA, p. 1.

[5] COL-CPP, p. 4.

[6] Ibid., p. 7. See also SW, p. 9."""


@pytest.fixture(scope="module")
def found() -> Findings:
    return found_in("summary", BODY, NOTES)


def test_the_list_of_contributors(found: Findings) -> None:
    told = {one.abbreviation: (one.name, one.kind, one.seat) for one in found.contributors}
    assert told == {
        "SW": ("Selm Watch", "individual submission", "Port Arven, Arvenia"),
        "HRBA": ("Human Rights Bureau Arvenia", "individual submission", "Selm, Arvenia"),
        "JS1": ("Joint submission 1", "joint submission", ""),
        "OPA": ("Ombudsperson of the People of Arvenia", "national institution", "Port Arven, Arvenia"),
        "CoL": ("Council of the Lakes", "regional organisation", "Selm"),
        "CoL-CPP": ("Committee on Prison Practice", "regional organisation", ""),
    }


def test_members_of_a_joint_submission(found: Findings) -> None:
    joint = next(one for one in found.contributors if one.abbreviation == "JS1")
    assert joint.members == ("Open Courts (Arvenia)", "River League (Upper Selm)")


def test_who_says_each_sentence(found: Findings) -> None:
    told = [
        (claim.place.paragraph, claim.stakeholders, dict(claim.reasons).get("see also", "")) for claim in found.claims
    ]
    assert told == [
        ("1", ("SW", "JS1", "OPA"), "JS1, OPA"),
        ("1", ("SW",), ""),
        ("2", ("JS1", "HRBA"), ""),
        ("2", ("CoL-CPP",), ""),
        ("2", ("CoL-CPP",), ""),
        ("3", ("SW", "CoL", "CoL-CPP"), ""),
        ("4", ("CoL-CPP",), ""),
    ]


def test_recommendations_of_stakeholders_are_proposals_of_others(found: Findings) -> None:
    (proposal,) = found.proposals
    assert (proposal.voice, proposal.maker, proposal.addressee) == (Voice.OTHER, "SW", "Arvenia")
    assert [ask.text for ask in proposal.asks] == ["close two of them"]


def test_misprints_and_ibid_are_told(found: Findings) -> None:
    told = {(one.note, one.source): (one.at, one.also, one.reason) for one in found.citations}
    assert told["4", "HRBA"] == ("p. 1", False, "“HBRA” is read as a misprint of HRBA.")
    assert told["6", "CoL-CPP"] == ("p. 7", False, "“Ibid.” means CoL-CPP.")
    assert told["6", "SW"][1]


def test_what_was_found_comes_back_from_the_archive_equal(found: Findings) -> None:
    place = found.claims[0].place
    loaded = committee.unpack(json.loads(json.dumps(committee.pack(found))), (place.sha256, place.symbol))
    assert loaded["contributors"] == found.contributors
    assert loaded["citations"] == found.citations


def test_a_place_holds_the_words(found: Findings) -> None:
    assert all(isinstance(claim.place, Place) and claim.place.end > claim.place.start for claim in found.claims)
    assert all(isinstance(one, Contributor) for one in found.contributors)
