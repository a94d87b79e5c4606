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
    ("fr", "Le premier mai 2021, puis le deux juin 2021", ["2021-05-01", "2021-06-02"]),
    ("fr", "Du 3 au 5 mai 2022, la place était vide.", ["2022-05-03/2022-05-05"]),
    ("fr", "Du 30 avril au 2 mai 2022", ["2022-04-30/2022-05-02"]),
    ("fr", "Entre mars et mai 2022, le journal n'a pas paru.", ["2022-03/2022-05"]),
    ("fr", "Le 12/09/2022 et le 3.10.2022", ["2022-09-12", "2022-10-03"]),
    ("fr", "En mai dernier, il a été libéré.", ["2022-05"]),
    ("fr", "L'année dernière, puis cette année", ["2022", "2023"]),
    ("fr", "La police est revenue hier.", ["2023-03-13"]),
    ("fr", "En avant-hier on ne savait rien.", []),
    ("fr", "Le 32/09/2022", []),
    ("ru", "Пятого мая 2022 года и двадцать первого июня 2022 года", ["2022-05-05", "2022-06-21"]),
    ("ru", "С 3 по 5 мая 2022 года площадь была пуста.", ["2022-05-03/2022-05-05"]),
    ("ru", "С 30 апреля по 2 мая 2022 года", ["2022-04-30/2022-05-02"]),
    ("ru", "С марта по май 2022 года газета не выходила.", ["2022-03/2022-05"]),
    ("ru", "12.09.2022 суд вынес приговор.", ["2022-09-12"]),
    ("ru", "В мае прошлого года его освободили.", ["2022-05"]),
    ("ru", "В январе этого года, а не в прошлом году", ["2023-01", "2022"]),
    ("ru", "Вчера полиция вернулась.", ["2023-03-13"]),
    ("ru", "Статья 12.09 закона", []),
    ("ru", "с мая по июнь 2022 года и 3 мая", ["2022-05/2022-06", "2022-05-03"]),
    ("fr", "À partir du 3 mai 2022, puis depuis le 5 juin 2022", ["2022-05-03/..", "2022-06-05/.."]),
]
FIGURES = [
    ("fr", "Au moins neuf personnes ont été blessées et 43 autres arrêtées.", [(9, "au moins"), (43, "")]),
    ("fr", "quelque 1 200 mineurs, des dizaines de femmes", [(1200, "quelque"), (None, "des dizaines")]),
    ("fr", "l'article 12 du code; 23 % des peines", [(23, "")]),
    ("ru", "не менее 17 адвокатов, десятки врачей", [(17, "не менее"), (None, "десятки")]),
    ("ru", "менее двух часов; статья 174", [(2, "менее")]),
    ("fr", "vingt-deux avocats et quatre-vingt-dix juges", [(22, ""), (90, "")]),
    ("fr", "soixante et onze mineurs, deux cents femmes", [(71, ""), (200, "")]),
    ("fr", "mille deux cents familles", [(1200, "")]),
    ("fr", "2,5 millions d'euros", [(2_500_000, "")]),
    ("fr", "une centaine de manifestants", [(None, "une centaine")]),
    ("fr", "la vingt-deuxième session", []),
    ("ru", "двадцать пять человек и сто сорок домов", [(25, ""), (140, "")]),
    ("ru", "более двух тысяч рабочих", [(2000, "более")]),
    ("ru", "3 млн рублей, тринадцать врачей", [(3_000_000, ""), (13, "")]),
    ("ru", "около двухсот человек", [(200, "около")]),
    ("ru", "двадцать пятая сессия", []),
    ("fr", "un million de dollars, une avocate", [(1_000_000, "")]),
    ("ru", "25 тысяч человек, один миллион рублей, одна женщина", [(25_000, ""), (1_000_000, "")]),
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
    ("fr", "Comme l'a indiqué le syndicat, trois hommes sont morts.", "syndicat", "trois hommes"),
    ("fr", "La ministre a fait savoir que le camp fermerait.", "ministre", "le camp"),
    ("fr", "L'avocate raconte qu'elle n'a vu personne.", "avocate", "elle n'a"),
    ("fr", "À en croire le préfet, la place était vide.", "préfet", "la place"),
    ("fr", "Comme en 2019, trois hommes sont morts.", "", ""),
    ("ru", "Как сообщает «Сельм Уотч», трое погибли.", "«Сельм Уотч»", "трое"),
    ("ru", "По оценкам врачей, погибли девять человек.", "врачей", "погибли"),
    ("ru", "Адвокат напомнила, что суд закрыт.", "Адвокат", "суд"),
    ("ru", "Родственники пишут, что писем нет.", "Родственники", "писем"),
    ("ru", "Как и раньше, трое погибли.", "", ""),
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
