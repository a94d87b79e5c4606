"""Persons and organisations as papers name them; all texts are invented."""

import pytest

from extraction.written import written
from onrecord.extraction.papers.names import read_names
from onrecord.extraction.papers.units import Layout, Paper
from onrecord.model import Identity, Named, NamedKind


def named(*lines: str) -> dict[str, Named]:
    """What is named, by id."""
    paper = Paper(written(*lines), Identity(state="XAV"), Layout(()))
    return {name.id: name for name in read_names(paper)}


def people(*lines: str) -> list[str]:
    return sorted(name.name for name in named(*lines).values() if name.kind is NamedKind.PERSON)


def organisations(*lines: str) -> dict[str, list[str]]:
    document = written(*lines)
    return {
        key: [document.text[m.start : m.end] for m in name.mentions]
        for key, name in named(*lines).items()
        if name.kind is NamedKind.ORGANISATION
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested human rights lawyer Aygul Tarsen, 34, at home.", ["Aygul Tarsen"]),
        ("“It is a dark day,” said Joan Fieldmark, Europe director at Amnesty International.", ["Joan Fieldmark"]),
        ("Authorities are holding Zora Malin, a lawyer, in a hospital.", ["Zora Malin"]),
        ("Activists Lena Orlova, Tim Beisov and Ant Grau were sentenced.", ["Ant Grau", "Lena Orlova", "Tim Beisov"]),
        ("The trial of blogger Ilo Demirel began.", ["Ilo Demirel"]),
        ("Kana Dorn was detained at the border.", ["Kana Dorn"]),
        ("The Special Rapporteur, Juan Velez, said that nothing changed.", ["Juan Velez"]),
        ("For more, contact SHRN's Dr Helga Collin, on 12 345.", ["Helga Collin"]),
        ("President Orlan Tashev and Prime Minister K. Abenov met Mr. Omar al-Rashid.",
         ["K. Abenov", "Omar al-Rashid", "Orlan Tashev"]),
        ("Ms. Ana Brom, Head of the EU office of the Selm Dialogue Foundation.", ["Ana Brom"]),
        ("Адвокат Зоря Малинова была задержана.", ["Зоря Малинова"]),
        ("Ilo Borvin, a warden, was shot near Karsk.", ["Ilo Borvin"]),
        ("Tymur Borvin (Тимур Борвин) left the country.", ["Tymur Borvin", "Тимур Борвин"]),
        ("He is a brother of the murdered Ilo Borvin.", ["Ilo Borvin"]),
        ("A further two men, Salif Oren and Ismo Dang, were found dead.", ["Ismo Dang", "Salif Oren"]),
        ("Valley Line: Pola Serrant, serrant@valley.example", ["Pola Serrant"]),
    ],
)  # fmt: skip
def test_persons(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Universal Periodic Review of Lower Selm took place in Geneva.",
        "Central Asia has many States. Freedom House and Human Rights Watch said so.",
        "Free Voices, a group of journalists, was closed.",
        "The National Human Rights Action Plan failed. Tarask Airport was closed.",
        "Many Human Rights Defenders Face Grave Threats.",
        "In January World Radio reported it.",
        "The Anna Medical Officer and the Chief Medical Officer, who is a doctor at the clinic, said so.",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert people(text) == []


def test_companies_and_papers_that_are_called_so() -> None:
    found = organisations(
        "The company Selm Sands has brought nine lawsuits. Later Selm Sands paid nobody. The Selm Post said so."
    )
    assert found == {"org:selm-sands": ["Selm Sands", "Selm Sands"], "org:selm-post": ["Selm Post"]}


def test_a_ministry_in_small_letters() -> None:
    assert list(organisations("The ministry of communications blocked eight pages.").values()) == [
        ["ministry of communications"]
    ]


def test_a_surname_alone_is_the_only_person_who_bears_it() -> None:
    found = named("Activist Lena Orlova was jailed. Orlova wrote a letter.")
    assert [len(p.mentions) for p in found.values()] == [2]


def test_a_surname_that_two_bear_stays_apart() -> None:
    found = named("Valery Ivanov was jailed. Sergey Ivanov was released. Ivanov was seen again.")
    assert sorted(len(p.mentions) for p in found.values()) == [1, 1, 1]
    assert sum(key.startswith("person:000000000000:") for key in found) == 1


def test_the_same_full_name_is_the_same_person_in_every_paper() -> None:
    first, second = named("Activist LENA Orlova was jailed."), named("The trial of Lena Orlova began.")
    assert "person:lena-orlova" in second
    assert first != second


def test_roles_as_worded() -> None:
    found = named("Labour activist Lena Orlova fled. Ant Grau, a teacher, was beaten. Ms Zora Malin said so.")
    assert found["person:lena-orlova"].roles == ("Labour activist",)
    assert found["person:ant-grau"].roles == ("a teacher",)
    assert found["person:zora-malin"].roles == ()


def test_who_is_at_risk_and_who_speaks_in_an_office() -> None:
    found = named(
        "The arrest of Mr. Ant Grau was arbitrary. “Free him,” said Joan Fieldmark, director at Amnesty International.",
        "Commissioner Ela Brandt visited Arvenia and spoke of the torture of many.",
        "Her husband, Marat Semenov, a baker, was threatened.",
    )
    assert found["person:ant-grau"].at_risk and "arbitrary" in dict(found["person:ant-grau"].reasons)["at risk"]
    assert found["person:marat-semenov"].at_risk
    assert found["person:joan-fieldmark"].public_role and not found["person:joan-fieldmark"].at_risk
    assert found["person:ela-brandt"].public_role and not found["person:ela-brandt"].at_risk


def test_a_name_in_the_address_of_a_note() -> None:
    found = named("See <http://example.org/Confinement-of-lawyer-Ms-Zora-Malin>.")
    assert found["person:zora-malin"].name == "Zora Malin"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Ministry of Justice of the Republic of Arvenia said no.",
         {"org:XAV:ministry-of-justice": ["Ministry of Justice of the Republic of Arvenia"]}),
        ("The Coalition for Equal Schools and the Selm Press Foundation met.",
         {"org:coalition-for-equal-schools": ["Coalition for Equal Schools"],
          "org:selm-press-foundation": ["Selm Press Foundation"]}),
        ("According to Tall Justice, nothing changed.", {"org:tall-justice": ["Tall Justice"]}),
        ("Rule of Law Centre and others reported it.", {"org:rule-of-law-centre": ["Rule of Law Centre"]}),
        ("The Selm Bureau for Human Rights and Rule of Law reported.",
         {"org:selm-bureau-for-human-rights-and-rule-of-law": ["Selm Bureau for Human Rights and Rule of Law"]}),
        ("The Prosecutor General's Office refused.",
         {"org:XAV:prosecutor-general-s-office": ["Prosecutor General's Office"]}),
        ("The UN Special Rapporteur on torture came.", {"org:sr-torture": ["UN Special Rapporteur on torture"]}),
        ("See http://www.hrw.org/x.", {"org:hrw": ["hrw.org"]}),
        ("The Arvenian government met government critics.", {"org:XAV:government": ["The Arvenian government"]}),
    ],
)  # fmt: skip
def test_organisations(text: str, expected: dict[str, list[str]]) -> None:
    assert organisations(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Freedom of Association and Assembly are limited.",
        "Civil Society Activists met. The Annual Report and the Action Plan are out.",
        "The International Covenant on Civil and Political Rights (ICCPR) binds Arvenia.",
        "The Tarask Dialogue Report was long.",
    ],
)
def test_what_is_no_organisation(text: str) -> None:
    assert organisations(text) == {}


def test_committee_and_council_are_two() -> None:
    found = organisations("The UN Human Rights Committee and the UN Human Rights Council met.")
    assert found == {"org:hrcttee": ["UN Human Rights Committee"], "org:hrc": ["UN Human Rights Council"]}


def test_short_forms_belong_to_the_name_that_introduces_them() -> None:
    found = organisations(
        "The Selm Helsinki Group (SHG) wrote to the Committee against Torture. The SHG waits. The Committee thanked it."
    )
    assert found["org:selm-helsinki-group"] == ["Selm Helsinki Group", "SHG", "SHG"]
    assert found["org:cat"] == ["Committee against Torture", "The Committee"]


def test_a_body_named_by_its_head_alone_stays_out_where_two_were_named() -> None:
    found = organisations("The Supreme Court and the Tarask City Court were closed.", "The Court said nothing.")
    assert "The Court" not in [words for mentions in found.values() for words in mentions]


def test_british_and_american_spelling_are_one_and_longer_names_are_offered() -> None:
    found = organisations("The World Organisation Against Torture is the World Organization Against Torture.")
    assert len(found) == 1
    found = organisations("The Open Selm Dialog Foundation is the Open Selm Dialogue Foundation.")
    assert len(found) == 1
    both = named("Tall Justice and the Selm Press Foundation said so.", "Write to Tall Justice Arvenia.")
    assert both["org:tall-justice"].perhaps == ("org:tall-justice-xav",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After Tomas Dreyl of the Selm Valley Council spoke in May, his office was searched.", ["Tomas Dreyl"]),
        ("The Minister of the Interior, Rubo Castellan, said that all was well.", ["Rubo Castellan"]),
        ("Mirra Holtan, who left the home in 2019, says nothing.", ["Mirra Holtan"]),
        ("Bakhto Sarsen, a beekeeper from the Selm valley, died.", ["Bakhto Sarsen"]),
        ("One of them, Agna Rohden, was later questioned by the police.", ["Agna Rohden"]),
        ("The city court fined the pensioner Adda Brunnel twice.", ["Adda Brunnel"]),
    ],
)
def test_persons_by_what_is_said_of_them(text: str, expected: list[str]) -> None:
    assert people(text) == expected


def test_a_given_name_alone_is_the_one_person_of_the_paper_who_bears_it() -> None:
    found = named("Reporter Saule Tenkebai was jailed. Colleagues should write to Saule.")
    assert [len(p.mentions) for p in found.values() if p.kind is NamedKind.PERSON] == [2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Colony No. 5 they are beaten. Open Colony No. 5 to visits.", [["Colony No. 5", "Colony No. 5"]]),
        ("The Interior Guard fired. Nobody of the Guard was charged.", [["Interior Guard", "the Guard"]]),
        ("Patients' Ombud of Lower Selm, Annual report.", [["Patients' Ombud of Lower Selm"]]),
        ("Police smashed the cameras of Channel Nine.", [["Channel Nine"]]),
        ("The printers refused the weekly Horizon.", [["Horizon"]]),
        ("She sits on the board of the Steppe Lantern. Later the Steppe Lantern was closed.",
         [["Steppe Lantern", "Steppe Lantern"]]),
        ("It is told by Quiet Lantern, Open Door and the Selm Bar Association.",
         [["Open Door"], ["Quiet Lantern"], ["Selm Bar Association"]]),
        ("To Parliament: amend the law.", [["Parliament"]]),
    ],
)  # fmt: skip
def test_organisations_by_the_words_around_them(text: str, expected: list[list[str]]) -> None:
    bare = [
        [mention.removeprefix("The ") if len(own) == 1 else mention for mention in own]
        for own in organisations(text).values()
    ]
    assert sorted(bare) == expected


def test_publishers_that_the_paper_names_are_organisations() -> None:
    document = written("Quiet Selm made it.", "Nobody asked Quiet Selm Arvenia.")
    paper = Paper(document, Identity(state="XAV", publishers=("Quiet Selm",)), Layout(()))
    found = [n for n in read_names(paper) if n.kind is NamedKind.ORGANISATION]
    assert "Quiet Selm" in {n.name for n in found}


def test_a_surname_keeps_the_particle_that_belongs_to_it() -> None:
    document = written("Police held lawyer Yusuf al-Tarin. Mr. al-Tarin was freed.")
    (person,) = (name for name in read_names(Paper(document, Identity(), Layout(()))) if name.kind is NamedKind.PERSON)
    assert [document.text[m.start : m.end] for m in person.mentions] == ["Yusuf al-Tarin", "al-Tarin"]


def test_ranks_and_patronymics() -> None:
    assert people("Its spokesman, Brigadier Nasser Quray, said so.") == ["Nasser Quray"]
    assert people("The lawyer Oraz Temir uulu was arrested in May.") == ["Oraz Temir uulu"]


def test_whoever_has_a_title_of_persons_is_no_organisation() -> None:
    text = "Guards held the Selm Centre for Legal Aid (SCLA), and Ms. Layla Sabbal, the Centre's accountant."
    assert not any("Sabbal" in words for mentions in organisations(text).values() for words in mentions)


def test_parliaments_are_called_by_their_own_names_too() -> None:
    found = organisations("The Mejlis adopted it, the Milli Majlis did not.", "An oil duma is a word.")
    assert found["org:XAV:mejlis"] == ["Mejlis"]
    assert found["org:XAV:milli-majlis"] == ["Milli Majlis"]
    assert not any("duma" in key for key in found)
