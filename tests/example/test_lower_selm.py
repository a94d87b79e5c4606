"""What is read from the report on Lower Selm, written in the form of 2008, against the answers set down by hand."""

from example.bundled import document, expected, findings
from onrecord.model import Recommendation

PAPER = "A-HRC-8-97.pdf"
ANSWERS = expected("lower-selm")


def own() -> dict[str, Recommendation]:
    return {r.number: r for r in findings("lower-selm", PAPER).recommendations}


def test_identity() -> None:
    right = {key: value for key, value in ANSWERS["paper"].items() if key != "file"}
    found = findings("lower-selm", PAPER).identity
    assert {key: getattr(found, key) for key in right} == right


def test_recommendations_of_the_list() -> None:
    found = own()
    told = {r["number"] for r in ANSWERS["told"]}
    assert [n for n in found if n not in told] == [r["number"] for r in ANSWERS["recommendations"]]
    for right in ANSWERS["recommendations"]:
        r = found[right["number"]]
        assert (r.text, list(r.states), r.position.value, r.place.page) == (
            right["text"],
            right["states"],
            right["position"],
            right["page"],
        )


def test_recommendations_turned_down_by_naming_their_paragraphs() -> None:
    found = own()
    for right in ANSWERS["told"]:
        r = found[right["number"]]
        assert right["words"] in r.text
        assert (list(r.states), r.position.value, r.place.page) == (right["states"], right["position"], right["page"])


def test_dialogue() -> None:
    said = {s.place.paragraph: list(s.states) for s in findings("lower-selm", PAPER).dialogue}
    assert {number: said.get(number) for number in ANSWERS["dialogue"]} == ANSWERS["dialogue"]


def test_what_was_found_stands_at_its_place() -> None:
    paper = document("lower-selm", PAPER)
    for r in findings("lower-selm", PAPER).recommendations:
        assert paper.text[r.item_place.start : r.item_place.end] == r.item
