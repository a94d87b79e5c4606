"""Who says it: by name as worded, or the publisher."""

import pytest

from extraction.papers.test_claims import claims
from onrecord.extraction.papers.claims import read_claims
from onrecord.extraction.papers.layout import layout_of
from onrecord.extraction.papers.units import Paper
from onrecord.model import PUBLISHER, Identity, Kind, Named, NamedKind, Voice
from onrecord.reading import read

OURS = "Selm Watch"
OTHERS = [
    ("According to the Arvenian Bar Union, judges were dismissed.", "Arvenian Bar Union"),
    ("Judges were dismissed, according to the Arvenian Bar Union.", "Arvenian Bar Union"),
    ("The Arvenian Bar Union reported that judges were dismissed.", "Arvenian Bar Union"),
    ("In its 2019 report, the Miners' League documented 34 cases of beatings in jails.", "Miners' League"),
    ("The UN Committee on Roads expressed concern about the use of force by guards.", "UN Committee on Roads"),
    ("Thirty beatings were documented by the Miners' League.", "Miners' League"),
    ("As the Miners' League noted, inmates lacked food.", "Miners' League"),
    ("The Government claims that the camps are empty.", "Government"),
    ("The Miners' League said guards had stolen food.", "Miners' League"),
    ("JS1 noted, however, that inmates lacked food.", "JS1"),
    ("The UN Envoy on Courts is gravely concerned about the trials of monks.", "UN Envoy on Courts"),
    ("JS3 noted that inmates lacked food.", "JS3"),
    ("The experts recommended that Arvenia close its camps.", "experts"),
    ("The warden answers that the camps are empty.", "warden"),
    ("Guards stole all the food, the Miners' League said in a statement on Monday.", "Miners' League"),
    ("The Ombudsman puts the deaths down to cold and hunger.", "Ombudsman"),
    ("The ministry gave old age as the cause of the deaths.", "ministry"),
    ("The prison service told us of 12 deaths in its camps.", "prison service"),
    ("The Miners' League, by contrast, said that guards had stolen food.", "Miners' League"),
    ("Its chair, Anna Ruhl, said that guards had stolen food.", "Anna Ruhl"),
    ("The Road Office denies any theft of food.", "Road Office"),
    ("Guards stole all the food, the Miners' League said in a report published last month.", "Miners' League"),
    ("Pavel Norat, a geologist, told the crowd that the dam was cracked.", "Pavel Norat"),
    ("The State party replied in 2020 that a bill was ready.", "State party"),
    ("It was reported by Evening Boat that police had copied her telephone.", "Evening Boat"),
    ("Local sources report that at least 12 villages were burned.", "Local sources"),
    ("In its own report of March 2023 the Ministry of Roads speaks of 78 deaths.", "Ministry of Roads"),
    ("The Ministry of Roads counted 39 deaths.", "Ministry of Roads"),
    ("According to her brother, Dan Okell, she was kept in a cell.", "her brother, Dan Okell"),
    ("According to the Federation of Weavers 130 of its members were dismissed.", "Federation of Weavers"),
    ("In April the Special Envoy on Courts warned that cases were sold.", "Special Envoy on Courts"),
    ("According to figures compiled by the Miners' League, 86 miners were detained.", "Miners' League"),
    ("Rebels maintain that the men drowned.", "Rebels"),
    ("The Minister, Ivo Tarn, assured the Committee on Roads on 3 October that the clause was harmless.", "Ivo Tarn"),
    ("Its authors, citing abuses, maintain that the rules are weak.", "Its authors"),
    ("The Road Court held in its judgment of 12 December 2022 that the centre had no case.", "Road Court"),
    ("Women who live in the camps reported having been beaten.", "Women"),
    ("In the words of Gul Bekmar, a nurse who treated the hurt, the wards were full.", "Gul Bekmar"),
    ("In the view of the Miners' League, the trial was a farce.", "Miners' League"),
    ("As the Miners' League put it in May, the clause is a trap.", "Miners' League"),
    ("The clause is a trap, as the Miners' League put it in a lecture.", "Miners' League"),
    ("Dozens remained in jail, by the reckoning of the Miners' League.", "Miners' League"),
    ("By the ministry's own count, 40 people were held.", "ministry"),
    ("To quote the judge, the trial was a farce.", "judge"),
    ("The Miners' League took the view that the law fell short.", "Miners' League"),
    ("The Envoy on Courts was of the opinion that the arrest was wrong.", "Envoy on Courts"),
    ("The mayor was quoted by Horizon as saying that the march was banned.", "mayor"),
    ("The daily Horizon quoted the mayor as saying that the march was banned.", "mayor"),
    ("He was beaten by guards, his lawyer told Selm Watch.", "his lawyer"),
]
PUBLISHERS = [
    "Judges were dismissed.",
    "Selm Watch documented 34 cases of beatings in jails.",
    "We documented 34 cases of beatings in jails.",
    "According to Article 12 of the Penal Code, insults are a crime.",
    "The law states that insults are a crime.",
    "The record shows that judges were dismissed.",
    "Guards stole all the food, Selm Watch said today.",
    "The regulator has not explained why it refused payment.",
    "The ministry did not say whether guards had stolen food.",
    "According to the information received, judges were dismissed.",
    "Lawyers who asked to see her were turned away.",
    "Mira Salgen has found no post since.",
    "The ministry has appealed.",
    "The teacher called the police of Vell three times.",
    "The prison held 40 men that night.",
    "In the words that follow, names were changed.",
    "The road by the ministry's own gates is closed.",
    "Milo Harsk was fined in April for a post in which he called the war a robbery.",
]


def sources(text: str) -> list[str]:
    """Sources of the claims of a paper by Selm Watch."""
    return [claim.source for claim in claims(f"Arvenia: news\n\n{text}\n", OURS)]


@pytest.mark.parametrize(("sentence", "source"), OTHERS)
def test_words_of_others(sentence: str, source: str) -> None:
    assert sources(sentence) == [source]


@pytest.mark.parametrize("sentence", PUBLISHERS)
def test_words_of_the_publisher(sentence: str) -> None:
    assert sources(sentence) == [PUBLISHER]


def test_a_body_told_of_in_passing() -> None:
    found = claims(
        "Arvenia: news\n\nJudges are weak, with the UN Envoy on Courts repeatedly voicing alarm that cases are sold.\n"
    )
    assert [claim.source for claim in found] == [PUBLISHER, "UN Envoy on Courts"]
    assert found[1].text.startswith("cases are sold")


def test_the_publisher_takes_over_behind_but() -> None:
    found = sources("The Miners' League noted that food was scarce, but the ministry has ignored its report.")
    assert found == ["Miners' League", PUBLISHER]


def test_what_is_told_behind_its_words_is_cut_off() -> None:
    (claim,) = claims("Arvenia: news\n\nGuards stole all the food, the Miners' League said on Monday.\n")
    assert claim.text == "Guards stole all the food"


def test_a_pronoun_is_the_person_named_before() -> None:
    document = read(
        b"Arvenia: news\n\nAnna Ruhl was held in Selm. She said that guards had stolen food.\n", name="a.txt"
    )
    identity = Identity(Kind.STATEMENT)
    paper = Paper(document, identity, layout_of(document, identity))
    at = document.text.index("Anna")
    person = Named("p1", NamedKind.PERSON, "Anna Ruhl", (document.place(at, at + 9),))
    assert [claim.source for claim in read_claims(paper, (person,), (), (), ())] == [PUBLISHER, "Anna Ruhl"]


def test_the_speaker_stands_before_what_is_said_of_him() -> None:
    assert "Miners' League" in sources("The Miners' League, whose medics treated the hurt, counted nine dead.")


def test_a_pronoun_goes_on() -> None:
    found = sources("The Miners' League noted that food was scarce. It said that wards were cold. Guards ate well.")
    assert found == ["Miners' League", "Miners' League", PUBLISHER]


def test_a_list_behind_a_colon_goes_on() -> None:
    text = "The Miners' League documented abuses:\n\n• beatings of inmates by guards;\n\n• theft of food by officers;"
    assert set(sources(text)) == {"Miners' League"}


def test_staff_that_is_quoted_is_the_publisher() -> None:
    own = "“Courts in Arvenia have lost all trust,” said Ada Lorn, senior lawyer at Selm Watch."
    other = "“Courts in Arvenia have lost all trust,” said Ada Lorn, a retired judge of Upper Selm."
    assert sources(own) == [PUBLISHER]
    assert sources(other) == ["Ada Lorn"]


def test_praise_for_what_a_body_raised_is_mixed() -> None:
    found = claims("Arvenia: news\n\nWe commend the Committee for having raised the vague articles on treason.\n")
    assert [(claim.voice, claim.source) for claim in found] == [(Voice.MIXED, "Committee")]


def test_what_became_of_what_was_told_is_the_publishers() -> None:
    found = sources("The Miners' League said that guards had stolen food, a claim that the court refused to hear.")
    assert found == ["Miners' League", PUBLISHER]


INTERVIEW = """Selm Watch: When did they come?

Anna Ruhl: They came at night. They took the files.

Selm Watch: The mayor says that the clinic was closed.

Anna Ruhl: It was open.

Where: in Selm.
"""


def test_in_an_interview_paragraphs_are_whose_name_opens_them() -> None:
    found = claims(f"Arvenia: a talk\n\n{INTERVIEW}", OURS)
    told = [(claim.text, claim.source) for claim in found if claim.source != PUBLISHER]
    assert told == [
        ("They came at night", "Anna Ruhl"),
        ("They took the files", "Anna Ruhl"),
        ("the clinic was closed", "mayor"),
        ("It was open", "Anna Ruhl"),
    ]
    assert set(sources("Roads: two were closed.\n\nCamps: nine are open.")) == {PUBLISHER}


def test_the_reason_is_the_cue() -> None:
    (claim,) = claims("Arvenia: news\n\nAccording to the Bar Union, judges were dismissed.\n")
    assert dict(claim.reasons)["source"] == '"according to Bar Union"'
    assert claim.text == "judges were dismissed"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The miners' union, which had kept silent until now, says that guards had stolen food.",
            [PUBLISHER, "miners' union"],
        ),
        (
            "This is unlike the words of women in the homes at Brand, who told us that they were given injections.",
            [PUBLISHER, "women in the homes at Brand"],
        ),
        (
            "The prison gave heart failure as the cause; a second doctor, paid by the family, found six broken ribs.",
            ["prison", PUBLISHER],
        ),
    ],
)
def test_where_words_of_others_begin_and_end(sentence: str, expected: list[str]) -> None:
    assert sources(sentence) == expected


def test_the_same_report_is_that_of_whom_was_told_before() -> None:
    text = "Guards stole food, the Miners' League said in a report. The same report says that 31 miners were beaten."
    assert sources(text)[-1] == "Miners' League"
