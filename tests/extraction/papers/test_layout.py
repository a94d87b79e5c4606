"""Papers cut into units, sections and repeated passages."""

from pathlib import Path

import pytest

from onrecord.extraction.papers.layout import layout_of
from onrecord.extraction.papers.layout_sentences import sentences
from onrecord.extraction.papers.units import Layout, Role
from onrecord.model import AsideKind, Document, Identity
from onrecord.reading import read


def laid_out(text: str) -> tuple[Document, Layout]:
    document = read(text.encode(), name="paper.txt")
    return document, layout_of(document, Identity())


def roles(text: str) -> list[tuple[str, str]]:
    document, layout = laid_out(text)
    return [(unit.role.value, document.text[unit.start : unit.end]) for unit in layout.units]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. A. B. Lorn was held. He is free.", ["Mr. A. B. Lorn was held.", "He is free."]),
        ("See No. 12 of May. It is Art. 3. He left.", ["See No. 12 of May.", "It is Art. 3.", "He left."]),
        (
            "The U.S. Embassy said so. They left the U.S. The law is old.",
            ["The U.S. Embassy said so.", "They left the U.S.", "The law is old."],
        ),
        ("Listed in annex A. The rest follows.", ["Listed in annex A.", "The rest follows."]),
        ("“It is bad,” said Ada Lorn. “We wait.”", ["“It is bad,” said Ada Lorn.", "“We wait.”"]),
        ("They wrote [email protected] Today it rains.", ["They wrote [email protected] Today it rains."]),
        ("He was held.12 The rest is known.[3] So.", ["He was held.12", "The rest is known.[3]", "So."]),
        ("He waited... nobody came. [...] The end.", ["He waited... nobody came. [...] The end."]),
        ("**A bold end.** The next.", ["**A bold end.**", "The next."]),
        ("• One thing. Two things;", ["One thing.", "Two things;"]),
        ("A rate of 3.5 per cent. 15 people died.", ["A rate of 3.5 per cent.", "15 people died."]),
        (
            "The Ministry.The court agreed. See www.Selm.Org now",
            ["The Ministry.", "The court agreed.", "See www.Selm.Org now"],
        ),
        ("Его задержал А. Б. Лорн. Он дома.", ["Его задержал А. Б. Лорн.", "Он дома."]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text, 0, len(text))] == expected


PAPER = """Police in Arvenia held forty people in May.¹ Nobody was told why.

1. Risks for lawyers

- Lawyers were beaten,² followed,³ and fined. The Bar kept silent.
- The Ministry closed the Bar.

¹ http://selm.example/a

² http://selm.example/b

³ http://selm.example/c

2. What the Government should do

- The Government should open the Bar again.
- It should free the lawyers.

The next review of Arvenia is a chance to do so. It must be taken.
"""


def test_every_sentence_and_item_is_one_unit_with_the_part_it_plays() -> None:
    assert roles(PAPER) == [
        ("sentence", "Police in Arvenia held forty people in May."),
        ("sentence", "Nobody was told why."),
        ("heading", "Risks for lawyers"),
        ("bullet", "Lawyers were beaten, followed, and fined."),
        ("bullet", "The Bar kept silent."),
        ("bullet", "The Ministry closed the Bar."),
        ("heading", "What the Government should do"),
        ("bullet", "The Government should open the Bar again."),
        ("bullet", "It should free the lawyers."),
        ("sentence", "The next review of Arvenia is a chance to do so."),
        ("sentence", "It must be taken."),
    ]


def test_marks_of_notes_stand_in_their_unit_with_their_place() -> None:
    document, layout = laid_out(PAPER)
    marked = {
        document.text[u.start : u.end]: [(document.text[:at][-8:], n) for at, n in u.marks]
        for u in layout.units
        if u.marks
    }
    assert marked == {
        "Police in Arvenia held forty people in May.": [(" in May.", "1")],
        "Lawyers were beaten, followed, and fined.": [(" beaten,", "2"), ("ollowed,", "3")],
    }


def test_sections_reach_from_heading_to_the_end_of_their_body_and_notes_stand_apart() -> None:
    document, layout = laid_out(PAPER)
    found = [(s.number, s.title, document.found[slice(*(s.found or (0, 0)))]) for s in layout.sections]
    assert [(number, title, text[:14], text[-12:]) for number, title, text in found] == [
        ("", "", "Police in Arve", "as told why."),
        ("1", "Risks for lawyers", "1. Risks for l", "sed the Bar."),
        ("2", "What the Government should do", "2. What the Go", "the lawyers."),
        ("", "", "The next revie", "st be taken."),
        ("", "", "¹ http://selm.", "lm.example/c"),
    ]


@pytest.mark.parametrize(
    ("heading", "number", "title"),
    [
        ("I. INTRODUCTION", "I", "INTRODUCTION"),
        ("A. Attacks on lawyers", "A", "Attacks on lawyers"),
        ("1.1 Attacks on lawyers", "1.1", "Attacks on lawyers"),
        ("FREEDOM OF SPEECH", "", "FREEDOM OF SPEECH"),
        ("**Freedom of speech**", "", "Freedom of speech"),
        ("## Freedom of speech", "", "Freedom of speech"),
    ],
)
def test_headings_of_many_forms(heading: str, number: str, title: str) -> None:
    text = (
        f"The police of Arvenia beat a lawyer in May and nobody said why.\n\n{heading}\n\nA judge "
        f"fined an editor in Selm. He paid."
    )
    _, layout = laid_out(text)
    assert [(section.number, section.title) for section in layout.sections] == [("", ""), (number, title)]


def test_a_section_holds_the_ones_below_it() -> None:
    text = (
        "I. LAWS\n\nThe law is old.\n\nA. Media\n\nThe Ministry closes papers.\n\nB. "
        "Rallies\n\nRallies are banned.\n\nII. ACTS\n\nPolice beat people."
    )
    document, layout = laid_out(text)
    ends = {section.number: document.text[section.place.start : section.place.end][-8:] for section in layout.sections}
    assert ends == {"I": " banned.", "A": " papers.", "B": " banned.", "II": " people."}


SUMMARY = "Courts in Arvenia jailed seven editors in the spring of 2021. The new law lets them close any paper at once."


def test_a_summary_that_the_body_says_again_is_told_apart() -> None:
    body = SUMMARY.replace(". The", ".\n\nThe").replace("in the spring", "in\xa0the spring")
    document, layout = laid_out(
        f"Arvenia: Editors in prison\n\n{SUMMARY}\n\n{body}\n\nNo editor was heard by a judge before the sentence."
    )
    repeated = [aside for aside in layout.asides if aside.kind is AsideKind.REPEATED]
    assert [document.text[aside.place.start : aside.place.end] for aside in repeated] == [SUMMARY]
    assert [unit.role for unit in layout.units].count(Role.REPEATED) == 2


def test_a_sentence_with_another_figure_is_no_repetition() -> None:
    text = f"{SUMMARY}\n\n{SUMMARY.replace('seven', '7')}\n\n{SUMMARY.replace('2021', '2022')}"
    _, layout = laid_out("\n\n".join(text.split("\n\n")[1:]))
    assert [unit.role for unit in layout.units].count(Role.REPEATED) == 1  # the second sentence only


def test_whom_to_call_is_no_statement_of_the_paper() -> None:
    text = """The law of Arvenia bans rallies and the police enforce it.

For more information, please contact:

Ms. Ada Lorn, Head of the office of Selm Watch at lorn@selm.example

In Selm, Bo Lorn (English): +1-202-555-0100"""
    assert [role for role, _ in roles(text)] == ["sentence", "contact", "contact", "contact"]


def test_those_who_sign_are_no_statement_of_the_paper() -> None:
    text = (
        "We call on Arvenia to free the editors without delay.\n\nSigned by:\n\n- Selm Watch\n- Open Harbour Foundation"
    )
    assert [role for role, _ in roles(text)] == ["sentence", "heading", "contact", "contact"]


def test_every_unit_stands_in_the_text_once(tmp_path: Path) -> None:
    document, layout = laid_out(PAPER)
    ends = 0
    for unit in layout.units:
        assert unit.start >= ends
        assert (
            document.paragraphs[unit.paragraph].start
            <= unit.start
            < unit.end
            <= document.paragraphs[unit.paragraph].end
        )
        ends = unit.end


@pytest.mark.parametrize(
    ("heading", "items"),
    [
        (
            "Recommendations to the Government of Arvenia",
            ("- The State should repeal Article 77.", "- The State should let monitors visit all camps."),
        ),
        ("Recommendations", ("To the Ministry of Justice: revoke Order No. 7.", "To the Government: publish it all.")),
    ],
)
def test_what_is_asked_of_a_government_is_no_line_of_contact(heading: str, items: tuple[str, ...]) -> None:
    lines = ("Selm Watch on Arvenia", "Nadia Orlet was arrested on 3 March 2021 and the court heard nobody.", heading)
    document = read("\n\n".join((*lines, *items)).encode(), name="paper.txt")
    roles = [unit.role for unit in layout_of(document, Identity()).units][-2:]
    assert set(roles) <= {Role.BULLET, Role.SENTENCE}


def test_one_recommendation_more_behind_the_list_belongs_to_its_section() -> None:
    body = "Nadia Orlet was arrested on 3 March 2021 and the court heard nobody, as her lawyer told us in May."
    text = (
        f"Selm Watch on Arvenia\n\n{body}\n\nRecommendations\n\nWe ask Arvenia to:\n\n- free her;\n\n- try nobody.\n\n"
    )
    asks = "The Guard should meanwhile carry no arms."
    closes = "The review of May is a chance for Arvenia to listen. It must be taken."
    several, more = (
        layout_of(read((text + closing).encode(), name="paper.txt"), Identity()).sections for closing in (asks, closes)
    )
    assert len(more) == len(several) + 1
    assert several[-1].title == more[-2].title == "Recommendations"
