"""The adoption of outcomes in an invented report of the Council: last answers and counts, State by State."""

from extraction.written import COUNCIL, found_again, written
from onrecord.extraction.plenary import adoptions, read_plenary
from onrecord.model import Document, Findings, Position, Speaker, Stage

OPENING = (
    "1. The review of Arvenia was held on 9 November 2022 in conformity with all the provisions of the resolution.",
    "2. At its 31st meeting, on 28 March 2023, the Council considered and adopted the outcome of the review.",
    "3. The outcome of the review comprises the report of the Working Group (A/HRC/52/97) and the views of Arvenia.",
    "1. Views expressed by the State under review on the recommendations",
)
CLOSING = (
    "2. Views expressed by Member and observer States",
    "9. Algeria noted that Arvenia had accepted recommendations 51.4 and 51.11, and 20 of 41 recommendations.",
    "4. Concluding remarks of the State under review",
    "10. The President of the Human Rights Council stated that, based on the information provided, out of 41 "
    "recommendations received, Arvenia had supported 30 recommendations and noted 11.",
)


def council(*said: str) -> tuple[Document, Findings]:
    document = written("# VI. Universal periodic review", "# Arvenia", *OPENING, *said, *CLOSING)
    findings = read_plenary(document, COUNCIL)
    found_again(document, findings)
    return document, findings


def test_state_report_and_day() -> None:
    document, _ = council()
    (adoption,) = adoptions(document)
    assert (adoption.state, adoption.target, adoption.date) == ("XAV", "A/HRC/52/97", "2023-03-28")


def test_a_position_that_changed() -> None:
    _, findings = council(
        "5. After the reform, Arvenia had reconsidered its position on recommendation 52.3 on lawyers. That "
        "recommendation, which had not initially been supported, had now been accepted."
    )
    (said,) = findings.positions
    assert (said.target, said.number, said.value) == ("A/HRC/52/97", "52.3", Position.SUPPORTED)
    assert (said.stage, said.date, said.place.paragraph) == (Stage.PLENARY, "2023-03-28", "5")


def test_other_states_are_not_heard() -> None:
    _, findings = council()
    assert findings.positions == ()
    assert [t.speaker for t in findings.tallies] == [Speaker.PRESIDENT]


def test_counts_of_state_and_president() -> None:
    _, findings = council(
        "5. Of the 41 recommendations, Arvenia had accepted 29, and could not support the remaining 12."
    )
    state, president = findings.tallies
    assert (state.speaker, state.received, state.supported, state.noted) == (Speaker.STATE, 41, 29, 12)
    assert (president.received, president.supported, president.noted) == (41, 30, 11)
    assert president.state == "XAV" and president.target == "A/HRC/52/97"


def test_remarks_without_an_answer_leave_the_position_as_it_was() -> None:
    _, findings = council(
        "5. With regard to recommendation 51.4, the delegation explained that a bill was being drafted."
    )
    (said,) = findings.positions
    assert said.tentative


def test_numbers_belong_to_the_paragraph_of_the_report_that_is_named() -> None:
    _, findings = council(
        "5. Arvenia had examined the recommendations in paragraph 51 of the report of the Working Group.",
        "6. It supported recommendations 1 and 3, as Convention No. 169 was in force.",
        "7. It was not in a position to accept two recommendations (2 and 4).",
    )
    assert [(s.number, s.value.value) for s in findings.positions] == [
        ("51.1", "supported"),
        ("51.3", "supported"),
        ("51.2", "noted"),
        ("51.4", "noted"),
    ]


def test_an_exception_without_a_number_is_a_doubt() -> None:
    _, findings = council(
        "5. With regard to recommendations 51.1 and 51.2, Arvenia supported them, except for one law."
    )
    assert "exception" in findings.doubts[0].what


def test_a_state_that_nobody_knows_is_a_doubt() -> None:
    document = written(
        "1. The review of Nowhereland was held on 9 November 2022.", "1. Views expressed by the State", "2. It spoke."
    )
    assert "Nowhereland" in read_plenary(document, COUNCIL).doubts[0].what
