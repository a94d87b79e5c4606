import json
from dataclasses import replace

import pytest

from onrecord.errors import LockedFile
from onrecord.model import (
    Ask,
    CommitteeDate,
    Communication,
    Document,
    Findings,
    Identity,
    Kind,
    Metadata,
    Page,
    Position,
    Recommendation,
    Stage,
)
from onrecord.writing import as_json, paper_form, to_line

from .invented import Row, answer, place


def recommendation() -> Recommendation:
    return Recommendation(
        number="90.1",
        text="Plant a tree",
        states=("CHE",),
        place=place(),
        item="Plant a tree (Switzerland)",
        item_place=place(),
        asks=(Ask(("CHE",), "Plant a tree", (place(),)),),
        history=(answer(Position.NOTED, Stage.REPORT, "2023-01-27"),),
    )


def test_a_place_names_its_paper_and_boxes_are_plain_lists() -> None:
    assert as_json(place()) == {
        "document": "A/HRC/52/97",
        "sha256": "ab" * 32,
        "page": 14,
        "paragraph": "90.1",
        "start": 10,
        "end": 30,
        "boxes": [[14, 70.0, 600.5, 520.0, 612.0]],
    }


def test_an_answer_has_its_value_under_position() -> None:
    form = as_json(answer(Position.NOTED, Stage.REPORT, "2023-01-27"))
    assert (form["position"], form["stage"], form["date"]) == ("noted", "report", "2023-01-27")
    assert "value" not in form


def test_a_recommendation_carries_its_derived_position() -> None:
    form = as_json(recommendation())
    assert form["position"] == "noted"
    assert form["asks"][0]["states"] == ["CHE"]
    assert form["history"][0]["rule"] == "chapeau: take note of"


def test_a_row_of_the_archive_and_a_recommendation_share_their_keys() -> None:
    wanted = {"number", "text", "states", "position", "place", "history", "asks", "chapeau", "item", "unknown"}
    assert wanted <= set(as_json(Row()))
    assert wanted <= set(as_json(recommendation()))


def test_a_paper_has_its_identity_with_reasons_and_what_the_file_tells() -> None:
    document = Document(
        sha256="cd" * 32,
        text="",
        found="",
        spans=(),
        pages=(Page(1, 0, 0, 595.0, 842.0),),
        lines=(),
        paragraphs=(),
        notes=(),
        language="en",
        metadata=Metadata("pdf"),
    )
    identity = Identity(
        Kind.ADDENDUM, "A/HRC/52/97/Add.1", dates=(("review", "2023-01-27"),), reasons=(("kind", "It ends in Add.1."),)
    )
    form = paper_form(document, Findings(identity, recommendations=(recommendation(),)))
    assert form["document"]["kind"] == "addendum"
    assert form["document"]["reasons"] == {"kind": "It ends in Add.1."}
    assert form["document"]["dates"] == [{"what": "review", "date": "2023-01-27"}]
    assert (form["document"]["pages"], form["document"]["language"]) == (1, "en")
    assert [item["number"] for item in form["recommendations"]] == ["90.1"]
    assert form["tallies"] == form["doubts"] == []


def test_views_tell_their_dates_with_their_places() -> None:
    date = CommitteeDate("communication", "2014-03-03", "3 March 2014", place())
    form = as_json(Communication(("N. O.",), "Arvenia", ("7",), ("9",), dates=(date,)))
    assert form["dates"] == [
        {"what": "communication", "date": "2014-03-03", "text": "3 March 2014", "place": as_json(place())}
    ]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u0085", "\n", "\x1b"])
def test_no_sign_inside_a_text_ends_the_line(sign: str) -> None:
    line = to_line(replace(Row(), text=f"Plant{sign}trees"))
    assert line.splitlines() == [line]
    assert json.loads(line)["text"] == f"Plant{sign}trees"


def test_an_output_that_knows_only_ascii_still_gets_json() -> None:
    line = to_line({"text": "Қазақстан 🌳"}, ascii_only=True)
    assert line.isascii()
    assert json.loads(line) == {"text": "Қазақстан 🌳"}


def test_an_error_is_told_with_its_advice() -> None:
    error = LockedFile("The file is locked.", advice="Save it without a password.", where="a.pdf")
    assert as_json(error) == {
        "kind": "LockedFile",
        "what": "The file is locked.",
        "where": "a.pdf",
        "advice": "Save it without a password.",
    }


def test_what_has_no_form_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        as_json(object())
