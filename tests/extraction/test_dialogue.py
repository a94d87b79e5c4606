"""Who speaks in a paragraph of the dialogue: (paragraph, States)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extraction.written import REPORT, found_again, written
from onrecord.extraction.dialogue import read_dialogue
from onrecord.model import DialogueStatement


def dialogue(*lines: str) -> list[DialogueStatement]:
    document = written(
        "# A. Presentation by the State under review",
        "5. The delegation presented its report, and spoke of Chile.",
        "# B. Interactive dialogue and responses by the State under review",
        "13. During the interactive dialogue, 30 delegations made statements.",
        *lines,
        "# II. Conclusions and/or recommendations",
        "48. France recommends nothing here.",
    )
    findings = read_dialogue(document, REPORT)
    found_again(document, findings)
    assert findings.dialogue[0].states == ("XAV",)
    return list(findings.dialogue[1:])


@pytest.mark.parametrize(
    ("paragraph", "states"),
    [
        ("Algeria commended the schools of Arvenia.", ("DZA",)),
        ("The Islamic Republic of Iran noted the reform.", ("IRN",)),
        ("Venezuela (Bolivarian Republic of) asked about housing.", ("VEN",)),
        ("The representative of Norway regretted the delay.", ("NOR",)),
        ("The delegation of Chile thanked Arvenia.", ("CHL",)),
        ("While noting progress in Chile’s view, Norway asked about courts.", ("NOR",)),
        ("While welcoming the law the Czech Republic recommended a plan.", ("CZE",)),
        ("With regard to the law of 2004, Malaysia requested details.", ("MYS",)),
        ("Algeria, Brazil and Cuba welcomed the law.", ("DZA", "BRA", "CUB")),
        ("The Kingdom of Upper Lesotho Lesotho was pleased.", ("LSO",)),
        ("With regard to the question by Norway, the delegation explained the law.", ("XAV",)),
        ("Norway’s question was answered by the minister.", ("XAV",)),
        ("In conclusion, Arvenia regretted that Chile had left.", ("XAV",)),
        ("The delegation thanked all speakers.", ("XAV",)),
        ("Prisons had been renovated with the help of Norway.", ("XAV",)),
    ],
)
def test_speakers(paragraph: str, states: tuple[str, ...]) -> None:
    (said,) = dialogue(f"14. {paragraph}")
    assert said.states == states


def test_a_group_that_is_not_named() -> None:
    (said,) = dialogue("14. A number of delegations thanked Arvenia.")
    assert (said.states, said.speaker) == ((), "A number of delegations")


def test_lettered_lines_belong_to_the_paragraph_above() -> None:
    said, _ = dialogue(
        "14. Chile recommended that Arvenia:", "(a) ratify it;", "(b) train the police.", "15. Peru spoke."
    )
    assert said.text.endswith("train the police.")
    assert said.place.paragraph == "14"


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    dialogue("14. " + text.replace("\n", " ").replace("\r", " "))
