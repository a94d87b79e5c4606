"""Dates, figures and speakers in French and Russian; all texts are invented."""

import pytest

from onrecord.extraction.papers.other_dates import dates_in_language
from onrecord.extraction.papers.other_figures import figures_in_language
from onrecord.extraction.papers.other_voices import told_in_language

DATES = [
    ("fr", "Le 2 mars 2022, la police est venue.", ["2022-03-02"]),
    ("fr", "Le 1er mai 2021", ["2021-05-01"]),
    ("fr", "En janvier 2022, le Comité a parlé.", ["2022-01"]),
    ("fr", "Depuis 2021, tout est fermé.", ["2021/.."]),
    ("fr", "Jusqu'en 2020, rien.", ["../2020"]),
    ("fr", "Entre 2019 et 2021, rien.", ["2019/2021"]),
    ("fr", "Le procès s'ouvrira le 4 avril.", ["2023-04-04"]),  # still to come after the paper of 14 March 2023
    ("fr", "Le procès s'est ouvert le 4 avril.", ["2022-04-04"]),
    ("ru", "12 сентября 2022 года суд вынес приговор.", ["2022-09-12"]),
    ("ru", "В мае 2022 года", ["2022-05"]),
    ("ru", "С 2021 года всё закрыто.", ["2021/.."]),
    ("ru", "с 2019 по 2021 год", ["2019/2021"]),
    ("ru", "к концу 2024 года", ["../2024"]),
    ("ru", "3 мая его задержали.", ["2022-05-03"]),
    ("ru", "31 июня 2022 года", []),  # no calendar has that day
]
FIGURES = [
    ("fr", "Au moins neuf personnes ont été blessées et 43 autres arrêtées.", [(9, "au moins"), (43, "")]),
    ("fr", "quelque 1 200 mineurs, des dizaines de femmes", [(1200, "quelque"), (None, "des dizaines")]),
    ("fr", "l'article 12 du code; 23 % des peines", [(23, "")]),
    ("ru", "не менее 17 адвокатов, десятки врачей", [(17, "не менее"), (None, "десятки")]),
    ("ru", "менее двух часов; статья 174", [(2, "менее")]),
]
VOICES = [
    ("fr", "Selon le Syndicat des mineurs, trois hommes sont morts.", "Syndicat des mineurs", "trois hommes"),
    ("fr", "Le ministère affirme que la police n'a pas tiré.", "ministère", "la police"),
    ("fr", "« Nous avons vu les fusils », a déclaré Jeanne Orvat, avocate.", "Jeanne Orvat", "« Nous avons"),
    ("fr", "Trois hommes sont morts, selon le syndicat.", "syndicat", "Trois hommes"),
    ("fr", "Trois hommes sont morts.", "", ""),
    ("ru", "По словам её мужа, ей не давали лекарств.", "её мужа", "ей не"),
    ("ru", "Министерство юстиции заявило, что всё законно.", "Министерство юстиции", "всё законно"),
    ("ru", "«Нас никто не слышит», – сказала адвокат Анна Рудь.", "адвокат Анна Рудь", "«Нас"),
    ("ru", "Его задержали в мае.", "", ""),
]


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_dates(language: str, text: str, expected: list[str]) -> None:
    found = dates_in_language(text, 0, len(text), language=language, paper="2023-03-14")
    assert [told.value for told in found] == expected


@pytest.mark.parametrize(("language", "text", "expected"), FIGURES)
def test_figures(language: str, text: str, expected: list[tuple[float | None, str]]) -> None:
    found = figures_in_language(text, 0, len(text), language=language, dates=())
    assert [(figure.value, figure.comparator) for figure in found] == expected


@pytest.mark.parametrize(("language", "text", "source", "words"), VOICES)
def test_who_says_it(language: str, text: str, source: str, words: str) -> None:
    told = told_in_language(text, 0, len(text), language=language)
    assert (told.source if told else "") == source
    assert told is None or text[told.start : told.end].startswith(words)
