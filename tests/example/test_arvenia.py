"""What is read from the papers of Arvenia, against the answers set down by hand."""

from collections import Counter
from pathlib import Path

import pytest

from example.bundled import ADDENDUM, COUNCIL, EXAMPLES, REPORT, document, expected, findings
from onrecord.assessment import join_histories, reconcile
from onrecord.model import Position, PositionStatement, Recommendation, Speaker, Stage

ANSWERS = expected("arvenia")
BY_NUMBER = {r["number"]: r for r in ANSWERS["recommendations"]}
NAMES = sorted(path.name for path in (EXAMPLES / "arvenia/papers").iterdir())


@pytest.fixture(scope="module")
def own() -> dict[str, Recommendation]:
    return {r.number: r for r in findings("arvenia", REPORT).recommendations}


@pytest.fixture(scope="module")
def joined() -> dict[str, Recommendation]:
    said = [s for name in (COUNCIL, ADDENDUM, REPORT) for s in findings("arvenia", name).positions]
    return {r.number: r for r in join_histories(findings("arvenia", REPORT).recommendations, said)}


def squeezed(text: str) -> str:
    """Without white space: where a mark was taken out its gap stays."""
    return "".join(text.split())


@pytest.mark.parametrize("name", NAMES)
def test_identity(name: str) -> None:
    found, right = findings("arvenia", name).identity, ANSWERS["papers"][name]
    assert {key: getattr(found, key) for key in right} == right


def test_recommendations(own: dict[str, Recommendation]) -> None:
    assert list(own) == list(BY_NUMBER)
    for number, right in BY_NUMBER.items():
        assert squeezed(own[number].text) == squeezed(right["text"]), number
        assert list(own[number].states) == right["states"], number
        assert own[number].place.page == right["page"], number
        assert own[number].position == right["report"], number
        assert not own[number].unknown


@pytest.mark.parametrize("number", ANSWERS["asks"])
def test_asks_of_items_with_several_texts(number: str, own: dict[str, Recommendation]) -> None:
    assert [[list(ask.states), ask.text] for ask in own[number].asks] == ANSWERS["asks"][number]


def test_claims_of_implementation_in_the_chapeau(own: dict[str, Recommendation]) -> None:
    claimed = {n for n, r in own.items() if any(s.claims_implemented for s in r.history)}
    assert {n for n in claimed if n.startswith("49.")} == {f"49.{i}" for i in range(1, 7)}
    assert claimed <= set(ANSWERS["claimed_implemented"]["report"])


def test_claims_of_implementation_in_a_remark_on_numbers(own: dict[str, Recommendation]) -> None:
    claimed = {n for n, r in own.items() if any(s.claims_implemented for s in r.history)}
    assert claimed == set(ANSWERS["claimed_implemented"]["report"])


def answers_of(name: str, stage: Stage) -> dict[str, PositionStatement]:
    said = [s for s in findings("arvenia", name).positions if s.stage is stage and not s.tentative]
    return {s.number: s for s in said}


def test_answers_of_the_addendum() -> None:
    said = answers_of(ADDENDUM, Stage.ADDENDUM)
    right = {n: r["addendum"] for n, r in BY_NUMBER.items() if r["addendum"]}
    assert {n: s.value for n, s in said.items() if n in right} == right
    # Paragraph 7 keeps the answers of paragraphs 52 and 53; whoever spells them out must find them noted.
    assert {s.value for n, s in said.items() if n not in right} <= {Position.NOTED}
    assert {n for n, s in said.items() if s.partly} == set(ANSWERS["partly"])
    assert {n for n, s in said.items() if s.claims_implemented} == set(ANSWERS["claimed_implemented"]["addendum"])


@pytest.mark.parametrize("number", ANSWERS["comments"])
def test_comments_of_the_addendum(number: str) -> None:
    comments = [s.comment for s in findings("arvenia", ADDENDUM).positions if s.number == number and s.comment]
    assert comments == [ANSWERS["comments"][number]]


def test_the_plenary_changes_one_answer() -> None:
    said = answers_of(COUNCIL, Stage.PLENARY)
    assert {n: s.value for n, s in said.items()} == {"52.3": Position.SUPPORTED}
    assert said["52.3"].target == "A/HRC/52/97"


def test_last_answers(joined: dict[str, Recommendation]) -> None:
    assert {n: r.position for n, r in joined.items()} == {n: r["position"] for n, r in BY_NUMBER.items()}
    assert Counter(r.position.value for r in joined.values()) == Counter(
        {value: count for value, count in ANSWERS["counts"]["plenary"].items() if count}
    )
    assert sum(len(r.states) for r in joined.values()) == ANSWERS["counts"]["pairs"]


def test_history_of_the_changed_answer(joined: dict[str, Recommendation]) -> None:
    history = joined["52.3"].history
    assert (history[0].stage, history[0].value) == (Stage.REPORT, Position.NOTED)
    assert (history[-1].stage, history[-1].value) == (Stage.PLENARY, Position.SUPPORTED)


def test_tallies() -> None:
    keys = ("state", "received", "supported", "noted", "pending", "unclear")
    for symbol, name in (("A/HRC/52/97/Add.1", ADDENDUM), ("A/HRC/52/2", COUNCIL)):
        found = [
            {"paragraph": t.place.paragraph, "speaker": t.speaker.value, **{k: getattr(t, k) for k in keys}}
            for t in findings("arvenia", name).tallies
        ]
        right = [
            {"paragraph": t["paragraph"], "speaker": t["speaker"], **{k: t.get(k) for k in keys}}
            for t in ANSWERS["tallies"]
            if t["document"] == symbol
        ]
        assert found == right


def test_the_documented_difference_shows(joined: dict[str, Recommendation]) -> None:
    tallies = [t for name in (ADDENDUM, COUNCIL) for t in findings("arvenia", name).tallies if t.state == "XAV"]
    result = reconcile(joined.values(), tallies)
    told = ANSWERS["discrepancy"]
    assert {(d.tally.speaker, d.counted): d.stated for d in result.differences} == {
        (Speaker.STATE, "supported"): told["stated"]["supported"],
        (Speaker.STATE, "noted"): told["stated"]["noted"],
    }
    # 52.3 is named as well: it changed after the State had counted.
    assert all(set(d.recommendations) == {*told["recommendations"], "52.3"} for d in result.differences)
    assert not result.unexplained


def test_dialogue() -> None:
    said = {s.place.paragraph: list(s.states) for s in findings("arvenia", REPORT).dialogue}
    right = ANSWERS["dialogue"]
    assert {number: said.get(number) for number in right} == right


def test_advance_questions() -> None:
    found = [{"state": q.state, "text": q.text} for q in findings("arvenia", "advance-questions.docx").questions]
    assert found == ANSWERS["questions"]


def test_answers_of_the_national_report() -> None:
    found = findings("arvenia", "A-HRC-WG.6-41-XAV-1.pdf").answers
    assert [list(a.numbers) for a in found] == [a["numbers"] for a in ANSWERS["answers"]]
    assert [a.words for a in found] == [a["words"] for a in ANSWERS["answers"]]


def test_thematic_list() -> None:
    said = {s.number: s.value for s in findings("arvenia", "thematic-list.docx").positions}
    assert said == {n: r["position"] for n, r in BY_NUMBER.items()}


@pytest.mark.parametrize("name", NAMES)
def test_everything_found_stands_at_its_place(name: str) -> None:
    paper, found = document("arvenia", name), findings("arvenia", name)
    for r in found.recommendations:
        assert paper.text[r.item_place.start : r.item_place.end] == r.item
    for quoted in (*found.positions, *found.tallies, *found.answers):
        assert paper.text[quoted.place.start : quoted.place.end] == quoted.words
    for said in (*found.dialogue, *found.questions):
        assert paper.text[said.place.start : said.place.end] == said.text


def test_nothing_but_papers_lies_among_the_papers() -> None:
    assert {Path(name).suffix for name in NAMES} == {".pdf", ".docx"}
    assert set(NAMES) == set(ANSWERS["papers"])
