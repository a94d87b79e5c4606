"""Outlines, words and limits of written papers: nothing is missing in any language."""

import pytest

from onrecord.vocabulary import outlines, paper_words
from onrecord.vocabulary.tables import read_table


def test_every_word_stands_in_every_language() -> None:
    for row in read_table("paper_words.csv"):
        assert all(row[language] for language in paper_words.LANGUAGES), row["key"]
        places = {language: sorted(part.split("}")[0] for part in row[language].split("{")[1:]) for language in row}
        assert all(places[language] == places["en"] for language in paper_words.LANGUAGES), row["key"]


def test_every_section_has_a_heading() -> None:
    for name in outlines.names():
        assert paper_words.has(f"outline.{name}")
        assert all(paper_words.has(f"section.{section.key}") for section in outlines.sections(name))


def test_the_briefing_paper_has_six_sections() -> None:
    assert len(outlines.sections("briefing")) == 6


def test_limits_come_from_the_table_and_say_whether_they_were_verified() -> None:
    alone, joint = outlines.limit("submission"), outlines.limit("joint-submission")
    assert alone and joint
    assert (alone.words, joint.words) == (2815, 5630)
    assert alone.source
    assert outlines.limit("briefing") is None


@pytest.mark.parametrize(
    ("edtf", "language", "words"),
    [
        ("2023-01-06", "en", "6 January 2023"),
        ("2023-01", "es", "enero de 2023"),
        ("2023-01-06", "ru", "6 января 2023 г."),
        ("2023-01", "ru", "январь 2023 г."),
        ("2023-01-06", "kk", "2023 жылғы 6 қаңтар"),
        ("2023", "fr", "2023"),
        ("2023-01-06/2023-02", "fr", "6 janvier 2023 – février 2023"),
        ("soon", "en", "soon"),
        ("2023-13", "en", "2023-13"),
    ],
)
def test_dates_are_as_precise_as_given(edtf: str, language: str, words: str) -> None:
    assert paper_words.date(edtf, language) == words
