"""A test is a name and the State it should come to."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.vocabulary import states

SHARED = Path(__file__).parents[3] / "shared" / "data" / "upr" / "countries.csv"


@pytest.mark.parametrize(
    ("written", "iso3"),
    [
        ("Kazakhstan", "KAZ"),
        ("KAZAKHSTAN", "KAZ"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("the Islamic Republic of Iran;", "IRN"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        ("Micronesia (Federated States of)", "FSM"),
        ("Korea (Republic of)", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("the Syrian Arab Republic", "SYR"),
        ("Viet Nam", "VNM"),
        ("Vietnam", "VNM"),
        ("Côte d'Ivoire", "CIV"),
        ("Côte d’ Ivoire", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Ivory Coast", "CIV"),
        ("Timor Leste", "TLS"),
        ("East Timor", "TLS"),
        ("Guinea-\nBissau", "GNB"),
        ("Guinea\ufffeBissau", "GNB"),
        ("The former Yugoslav Republic of Macedonia", "MKD"),
        ("FYROM", "MKD"),
        ("North Macedonia", "MKD"),
        ("Swaziland", "SWZ"),
        ("Cape Verde", "CPV"),
        ("Burma", "MMR"),
        ("Libyan Arab Jamahiriya", "LBY"),
        ("Turkey", "TUR"),
        ("Turkiye", "TUR"),
        ("Czech Republic", "CZE"),
        ("Serbia and Montenegro", "SRB"),
        ("Trinidad & Tobago", "TTO"),
        ("UK", "GBR"),
        ("U.S.A.", "USA"),
        ("UAE", "ARE"),
        ("DRC", "COD"),
        ("Congo", "COG"),
        ("DPRK", "PRK"),
        ("ROK", "KOR"),
        ("BiH", "BIH"),
        ("Lao PDR", "LAO"),
        ("Holy See", "VAT"),
        ("Palestine", "PSE"),
        ("Gambia (the)", "GMB"),
        ("the Netherlands", "NLD"),
        ("Kingdom of the Netherlands", "NLD"),
        ("Great Britain", "GBR"),
        ("SVN", "SVN"),
        ("Arvenia", "XAV"),
        ("République-Unie de Tanzanie", "TZA"),
        ("Российская Федерация", "RUS"),
        ("Қазақстан Республикасы", "KAZ"),
        ("哈萨克斯坦", "KAZ"),
        ("جمهورية كازاخستان", "KAZ"),
        ("Países Bajos", "NLD"),
    ],
)
def test_a_name_is_found(written: str, iso3: str) -> None:
    assert states.find(written) == iso3


@pytest.mark.parametrize(
    "written",
    ["", "the", "Korea", "European Union", "Amnesty International", "Uzebekistan", "svn", "Kosovo", "x" * 500],
)
def test_what_is_no_name_is_not_found(written: str) -> None:
    assert states.find(written) is None


@pytest.mark.parametrize(
    ("misprint", "iso3"),
    [
        ("Uzebekistan", "UZB"),
        ("Phillipines", "PHL"),
        ("Azerbijan", "AZE"),
        ("Columbia", "COL"),
        ("Untied States", "USA"),
        ("Russia Federation", "RUS"),
        ("Czech Repbulic", "CZE"),
        ("Bosnia and Herzogovina", "BIH"),
        ("New Zeland", "NZL"),
        ("Viet Name", "VNM"),
        ("Kazakhstan", "KAZ"),
    ],
)
def test_a_clear_misprint_is_suggested(misprint: str, iso3: str) -> None:
    assert states.suggest(misprint) == iso3


@pytest.mark.parametrize(
    "written",
    [
        "Nigera",  # Niger, Nigeria
        "Austrlia",  # Australia, Austria
        "Irann",  # Iran, Iraq
        "Slovania",  # Slovakia, Slovenia
        "Dominican",  # cut short
        "Korea",
        "Democratic Republic of Korea",
        "Republic of Nowhere",
        "Timor",
        "Chin",
        "Sudann",
        "Kongo",
        "Other States",
        "Amnesty International",
        "12",
        "",
    ],
)
def test_what_is_not_clear_is_left_to_a_person(written: str) -> None:
    assert states.suggest(written) is None


def test_every_name_leads_to_its_own_state() -> None:
    for iso3 in states.codes():
        state = states.get(iso3)
        for spelt in (*(n for names in state.names.values() for n in names), *state.abbreviations):
            assert states.find(spelt) == iso3, spelt


def test_no_one_letter_slip_is_taken_for_another_state() -> None:
    """Drop each letter of each English name in turn: the suggestion is that State or none."""
    for spelt, iso3 in states.all_names("en").items():
        for i in range(len(spelt)):
            assert states.suggest(spelt[:i] + spelt[i + 1 :]) in (iso3, None), spelt[:i] + spelt[i + 1 :]


def test_names_and_groups() -> None:
    assert states.name("IRN") == "Iran (Islamic Republic of)"
    assert states.name("IRN", "fr") == "Iran (République islamique d')"
    assert states.name("CHN", "zh") == "中国"
    assert states.name("KAZ", "kk") == "Қазақстан"
    assert states.group("KAZ") == "Asia-Pacific"
    assert states.group("SVN") == "Eastern European"
    assert states.get("XAV").status == "invented"
    with pytest.raises(KeyError):
        states.name("XXX")
    with pytest.raises(KeyError):
        states.name("KAZ", "de")


def test_there_are_193_members() -> None:
    assert sum(states.get(code).status == "member" for code in states.codes()) == 193


@given(st.text(max_size=300))
def test_no_text_makes_it_fall(text: str) -> None:
    assert states.find(text) in {None, *states.codes()}
    assert states.suggest(text) in {None, *states.codes()}


@pytest.mark.data
@pytest.mark.skipif(not SHARED.exists(), reason="../shared/data is not here")
def test_names_of_a_coded_database_are_all_known() -> None:
    with SHARED.open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["iso3"]]
    wrong = [n for r in rows for n in (r["name_in_db"], r["pycountry_name"]) if states.find(n) != r["iso3"]]
    assert len(rows) > 190
    assert wrong == []
