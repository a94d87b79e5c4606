"""What a text asks: clauses, actions, laws, treaties, what it is about. All texts are our own."""

import pytest

from onrecord.matching.asks import HARM, understand
from onrecord.matching.treaties_asked import treaties_in


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("The State should close the camp.", ["close the camp."]),
        (
            "Repeal article 12 of the Assembly Act, and train judges in its spirit",
            ["Repeal article 12 of the Assembly Act", "train judges in its spirit"],
        ),
        ("Give support to victims and review of cases", ["Give support to victims and review of cases"]),
        (
            "Protect the press by abolishing the offence of insult",
            ["Protect the press", "abolishing the offence of insult"],
        ),
        (
            "The Parliament must abolish article 9 of the Penal Code and the 2003 law on rallies",
            ["abolish article 9 of the Penal Code", "abolish the 2003 law on rallies"],
        ),
        (
            "Prisons should be inspected; the ministry should publish reports",
            ["Prisons should be inspected", "publish reports"],
        ),
    ],
)
def test_a_text_is_cut_into_its_asks(text: str, clauses: list[str]) -> None:
    assert [clause.text for clause in understand(text).clauses] == clauses


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Accede to the Convention against Torture", "ratify"),
        ("Defamation should no longer be a criminal offence", "repeal"),
        ("Ensure a thorough review of the law on rallies", "amend"),
        ("Set up an office for complaints", "establish"),
        ("Bring those who gave the order to justice", "investigate"),
        ("Free political prisoners", "release"),
        ("Refrain from blocking websites", "stop"),
        ("Issue a standing invitation to special procedures", "invite"),
    ],
)
def test_what_is_to_be_done(text: str, action: str) -> None:
    assert action in understand(text).clauses[0].actions


def test_what_others_shall_be_allowed_to_do_is_no_ask_of_the_state() -> None:
    assert "establish" not in understand("Allow villagers to build a shrine").clauses[0].actions


def test_the_name_of_a_thing_is_no_action() -> None:
    assert "investigate" not in understand("Prohibit corporal punishment").clauses[0].actions


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ratify the Second Optional Protocol to the ICCPR", {"ICCPR-OP2"}),
        ("Ratify the Optional Protocol to the International Covenant on Civil and Political Rights", {"ICCPR-OP1"}),
        ("Accede to OP-CAT", {"OPCAT"}),
        ("Ratify the Optional Protocol to the Convention against Torture (OPCAT)", {"OPCAT"}),
        ("Ratify the Convention on the Rights of All Migrant Workers and Their Families", {"ICRMW"}),
        ("Ratify ILO Convention No. 169", {"ILO 169"}),
        ("Sign the third Optional Protocol to the Convention on the Rights of the Child", {"OP-CRC-IC"}),
        ("Ratify CAT and its Optional Protocol", {"CAT"}),
        ("Follow the recommendations of CERD", set()),
        ("Improve roads", set()),
    ],
)
def test_treaties(text: str, named: set[str]) -> None:
    assert treaties_in(text) == named


def test_a_treaty_counts_the_same_however_it_is_spelt() -> None:
    short = understand("Ratify ICRMW").clauses[0]
    long = understand(
        "Ratify the International Convention on the Protection of the Rights of All Migrant Workers and Members of "
        "Their Families"
    ).clauses[0]
    assert short.terms == long.terms
    assert short.actions == long.actions == {"ratify"}


def test_laws_with_articles_and_years() -> None:
    (law,) = understand("Repeal articles 12 and 14-1 of the Penal Code").clauses[0].laws
    assert (law.code, law.articles) == ("criminal code", {"12", "14-1"})
    (law,) = understand("Amend the 2009 law on associations").clauses[0].laws
    assert (law.code, law.years) == ("", {"2009"})
    (law,) = understand("Decriminalize libel").clauses[0].laws
    assert law.code == "criminal code"


def test_the_harm_of_a_law_is_asked_to_stop() -> None:
    asked = understand("Abolish the media act, which permits the blocking of websites")
    harm = asked.clauses[-1]
    assert (harm.role, harm.first_action) == (HARM, "stop")
    assert {"=internet", "=censorship"} <= harm.terms.keys()


def test_a_list_is_one_matter_and_two_matters_are_two() -> None:
    listed = understand("Respect freedom of expression, assembly and association").clauses[0]
    assert listed.matters == (frozenset({"=expression", "=assembly", "=association"}),)
    apart = understand("Regulate the policing of protests").clauses[0]
    assert apart.matters == (frozenset({"=excessive force"}), frozenset({"=assembly"}))


def test_a_text_without_words_asks_nothing() -> None:
    asked = understand("…")
    assert len(asked.clauses) == 1
    assert asked.whole.total == 0
