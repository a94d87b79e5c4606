"""Names that may be the same: offered, never joined. All persons are invented; surnames are common ones."""

from dataclasses import replace

import pytest

from extraction.written import written
from onrecord.extraction.papers.laws import read_laws
from onrecord.extraction.papers.names import read_names
from onrecord.extraction.papers.units import Layout, Paper
from onrecord.matching.names import links, offered_people
from onrecord.model import Findings, Identity, Named, NamedKind
from onrecord.vocabulary import name_forms

SAME_PERSON = [
    ("Zoya Mukhortova", "Зоя Мухортова"),
    ("Zoya Mukhortova", "Зоя Мұхортова"),
    ("Zoya Mukhortova", "Zoya Muhortova"),
    ("Lola Tuletaeva", "Lola Tuletayeva"),
    ("Lola Tuletayeva", "Лола Төлетаева"),
    ("Sanat Dosmaghambetov", "Санат Досмагамбетов"),
    ("Sanat Dosmagambetov", "Sanat Dosmaganbetov"),
    ("Ерлан Жакишев", "Yerlan Dzhakishev"),
    ("Erlan Jakishev", "Ерлан Джакишев"),
    ("Baqytjan Aliev", "Bakhytzhan Aliyev"),
    ("Bakhytzhan Aliyev", "Бақытжан Әлиев"),
    ("Sergei Petroff", "Сергей Петров"),
    ("Alexander Tsoi", "Александр Цой"),
    ("Tatiana Shchukina", "Татьяна Щукина"),
    ("Igor Semyonov", "Игорь Семёнов"),
    ("Aigul Kassymova", "Айгүл Қасымова"),
    ("Nurlanov Askar", "Askar Nurlanov"),
    ("A. Nurlanov", "Askar Nurlanov"),
    ("Askar Seitov", "Асқар Нұрланұлы Сейтов"),
    ("Ümit Öskenbaeva", "Умит Оскенбаева"),
]
DIFFERENT = [
    ("Ерлан Назарбаев", "Ерлан Назарбаева"),
    ("Марат Ахметов", "Марат Ахмедов"),
    ("Marat Akhmetov", "Marat Akhmedov"),
    ("Ivan Petrov", "Ivana Petrova"),
    ("Sergei Ivanov", "Andrei Ivanov"),
    ("Asan Omarov", "Asan Umarov"),
    ("Dana Sadykova", "Dina Sadykova"),
    ("Aliya Bekova", "Aliya Bokova"),
    ("Timur Sultanov", "Timur Sultanbekov"),
    ("Anna Orlova", "Anna Arlova"),
    ("Ermek Zhunusov", "Ermek Yunusov"),
    ("Maria Kim", "Marina Kim"),
    ("Askar Aitov", "Askar Seitov"),
    ("Viktor Popov", "Viktoria Popova"),
    ("Данияр Касымов", "Данияр Хасимов"),
    ("Lena Chen", "Lena Shen"),
    ("Bolat Karimov", "Bulat Karimov"),
    ("Askar Nurlanov", "A. Nurlanova"),
    ("Olga Sokolova", "Olga Sokol"),
    ("Timur Baev", "Timur Boev"),
]


def persons(one: str, other: str) -> list[Named]:
    """What is read from a paper that names both, each as an activist."""
    document = written(f"They arrested activist {one} in May.", f"They released activist {other} in June.")
    named = read_names(Paper(document, Identity(state="XAV"), Layout(())))
    return [name for name in named if name.kind is NamedKind.PERSON]


@pytest.mark.parametrize(("one", "other"), [*SAME_PERSON, *DIFFERENT])
def test_no_pair_is_merged_by_itself(one: str, other: str) -> None:
    found = persons(one, other)
    assert [person.name for person in found] == [one, other]
    assert len({person.id for person in found}) == 2


@pytest.mark.parametrize(("one", "other"), SAME_PERSON)
def test_spellings_of_one_name_are_offered(one: str, other: str) -> None:
    found = persons(one, other)
    assert len(offered_people(found)) == 1
    assert found[0].perhaps == (found[1].id,)


def test_names_that_only_look_alike_are_hardly_offered() -> None:
    offered = [pair for pair in DIFFERENT if offered_people(persons(*pair))]
    assert offered == []


def test_offers_among_many_names_are_right() -> None:
    names = {name: name for pair in [*SAME_PERSON, *DIFFERENT] for name in pair}
    offers = {frozenset((name, other)) for name, others in name_forms.offered(names).items() for other in others}
    assert {frozenset(pair) for pair in SAME_PERSON} <= offers
    assert len(offers) == 36
    assert [pair for pair in offers if not any(pair <= spellings for spellings in _spellings())] == []  # of 2,628


def _spellings() -> list[set[str]]:
    """Each invented person's spellings, put together from the pairs."""
    also = [
        ("Marat Akhmetov", "Марат Ахметов"),
        ("Marat Akhmedov", "Марат Ахмедов"),
        ("Sanat Dosmagambetov", "Санат Досмагамбетов"),
        ("Erlan Jakishev", "Ерлан Жакишев"),
    ]
    groups: list[set[str]] = []
    for pair in [*SAME_PERSON, *also]:
        touched = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touched]
        groups.append(set(pair).union(*touched))
    return groups


def test_many_names_cost_little() -> None:
    letters = "bdfgklmnprstvz"
    names = {
        str(
            n
        ): f"{letters[n % 14]}a{letters[n // 14 % 14]}im {letters[n // 196 % 14]}o{letters[n % 14]}e{letters[n % 5]}ov"
        for n in range(3000)
    }
    assert len(name_forms.offered(names)) == 3000


def test_an_article_and_its_successor_by_the_register_are_related() -> None:
    papers = []
    for name, text in (
        ("a", "Article 64 of the Penal Code was used."),
        ("b", "Article 212 of the Criminal Code is new."),
    ):
        document = replace(written(text), sha256=name * 64)
        identity = Identity(state="XAV")
        papers.append(Findings(identity, laws=read_laws(Paper(document, identity, Layout(())))))
    related = [link for link in links(papers) if "register of laws" in link.reason]
    assert [link.verdict for link in related] == ["related"]
    assert "2019-01-01" in related[0].reason and "not compared" in related[0].reason
