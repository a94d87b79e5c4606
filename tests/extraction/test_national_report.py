"""Answers in national reports: which passage answers which earlier recommendations."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.written import found_again, written
from onrecord.extraction.national_report import read_answers
from onrecord.model import Findings, Identity, Kind


def answers(*lines: str) -> Findings:
    document = written(*lines)
    findings = read_answers(document, Identity(kind=Kind.NATIONAL_REPORT, state="XAV", symbol="A/HRC/WG.6/41/XAV/1"))
    found_again(document, findings)
    return findings


def test_a_line_of_numbers_above_a_passage() -> None:
    (one,) = answers(
        "# B. Courts",
        "Recommendations 112.5, 112.15–112.17",
        "7. The first paragraph.",
        "8. The second paragraph.",
        "# C. Schools",
        "9. The third paragraph.",
    ).answers
    assert one.numbers == ("112.5", "112.15", "112.16", "112.17")
    assert one.words == "Recommendations 112.5, 112.15–112.17"
    assert one.text == "The first paragraph.\nThe second paragraph."


def test_a_heading_with_numbers_in_brackets() -> None:
    (one,) = answers("# A. Courts (recommendations 30–32, 54)", "7. The only paragraph.").answers
    assert one.numbers == ("30", "31", "32", "54")
    assert one.text == "The only paragraph."


def test_numbers_in_a_bracket_inside_a_paragraph() -> None:
    (one,) = answers("7. A bill is ready (recommendation 112.5). It will be passed.").answers
    assert (one.numbers, one.text) == (("112.5",), "A bill is ready (recommendation 112.5). It will be passed.")


def test_dotted_numbers_alone_in_a_bracket() -> None:
    (one,) = answers("7. A bill is ready (112.5, 112.7-8), and 15.1 per cent of it done.").answers
    assert one.numbers == ("112.5", "112.7", "112.8")


def test_numbers_in_a_note() -> None:
    (one,) = answers("7. A bill is ready.", "^1 See recommendations 112.5 and 112.6.").answers
    assert one.numbers == ("112.5", "112.6")


def test_short_numbers_belong_to_the_paragraph_that_the_report_names() -> None:
    (one,) = answers(
        "4. The recommendations are numbered as in paragraph 115 of the report of the Working Group.",
        "Recommendations 1–2, 18",
        "5. A treaty was ratified.",
    ).answers
    assert one.numbers == ("115.1", "115.2", "115.18")


def test_recommendations_of_others_are_not_answers() -> None:
    assert answers("7. General recommendation No. 19 of the Committee is followed.").answers == ()


@settings(max_examples=60)
@given(st.lists(st.text(max_size=60).map(lambda line: " ".join(line.split())), max_size=6))
def test_no_lines_break_it(lines: list[str]) -> None:
    answers("Recommendations 5.1-", *lines)
