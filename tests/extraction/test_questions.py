"""Advance questions: lines of States in capitals, questions below."""

from extraction.written import found_again, written
from onrecord.extraction.questions import read_questions
from onrecord.model import Findings, Identity, Kind


def questions(*lines: str) -> Findings:
    document = written(*lines)
    findings = read_questions(document, Identity(kind=Kind.ADVANCE_QUESTIONS, state="XAV"))
    found_again(document, findings)
    return findings


def test_each_question_has_its_state() -> None:
    found = questions(
        "# ADVANCE QUESTIONS TO ARVENIA – ADD.1",
        "# CZECH REPUBLIC",
        "How many lawyers are there?",
        "When will the law be passed?",
        "# UNITED KINGDOM OF GREAT BRITAIN & NORTHERN IRELAND",
        "• Which courts sit in public?",
        "# ------",
    )
    assert [(q.state, q.text) for q in found.questions] == [
        ("CZE", "How many lawyers are there?"),
        ("CZE", "When will the law be passed?"),
        ("GBR", "Which courts sit in public?"),
    ]


def test_bullets_that_ran_together_are_taken_apart() -> None:
    found = questions("# DENMARK", "• Who decides? • And when?")
    assert [q.text for q in found.questions] == ["Who decides?", "And when?"]


def test_a_topic_goes_with_the_question_below_it() -> None:
    found = questions("# DENMARK", "Rights of women • Who decides?")
    assert [q.text for q in found.questions] == ["Rights of women • Who decides?"]


def test_a_state_that_speaks_for_a_group() -> None:
    found = questions("PORTUGAL on behalf of the Group of Friends", "Is there a mechanism?")
    assert found.questions[0].state == "PRT"


def test_a_name_that_nobody_knows_is_a_doubt_and_its_questions_are_nobodys() -> None:
    found = questions("# DENMARK", "Who?", "# NOWHERELAND", "When?")
    assert [q.state for q in found.questions] == ["DNK"]
    assert "NOWHERELAND" in found.doubts[0].what


def test_words_before_the_first_state_are_no_question() -> None:
    assert questions("# ADVANCE QUESTIONS TO ARVENIA", "Received by Friday.").questions == ()
