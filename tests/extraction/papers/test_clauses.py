"""Where a sentence is cut: each statement its own, coordinated objects of one verb together."""

import pytest

from onrecord.extraction.papers.clauses import clauses_of
from onrecord.extraction.papers.clauses_parts import words_of
from onrecord.extraction.papers.clauses_words import Part
from onrecord.extraction.papers.figures import figures_in


def cut(sentence: str) -> list[str]:
    """The statements of a sentence; "¹" stands for a note mark."""
    marks = [at - number for number, at in enumerate(i for i, sign in enumerate(sentence) if sign == "¹")]
    plain = sentence.replace("¹", "")
    clauses = clauses_of(words_of(plain, 0, len(plain)), figures_in(plain), marks)
    return [plain[clause.start : clause.end] for clause in clauses]


ONE = [
    "Detainees in Arvenia report threats, beatings, hunger and arbitrary transfers.",
    "Arvenia received and accepted nine recommendations on the rights of journalists.",
    "Since 2019 the police of Lower Selm have searched homes, offices and cars.",
    "The Bureau for Press Freedom and the Union of Editors of Arvenia work without a licence.",
    "Police fined dozens of women who had tried to hold a vigil.",
    "The Union condemned an ongoing and heightened campaign against monks.",
    "In the night 3 guards and 2 soldiers came to the house of the editor.",
    "Ada Lorn, founding member of the Selm choir, was arrested at her home.",
    "The envoys went on with the survey¹ of the courts of Arvenia.",
]
SEVERAL = [
    ("A new verb", ["The minister closed two papers", "signed an order against bloggers"], " and "),
    ("A new subject", ["Judges obey the ministry", "lawyers are struck off the list"], " and "),
    (
        "Listed verbs",
        ["Guards have closed two gates", "placed monks under arrest", "tried nuns on false charges"],
        None,
    ),
    (
        "A verb behind a reduced clause",
        ["The judge relied on words heard in secret", "refused to hear the monks"],
        " and ",
    ),
    ("Although", ["Although the Charter guarantees free speech", "editors were behind bars"], ", "),
    ("While", ["Many monks have fled the country", "while others live in hiding"], ", "),
    ("Listed clauses", ["Homes were burnt at night", "the wells were poisoned", "nobody was tried"], None),
    ("Listed passives", ["He was seized on 3 May in Selm", "held in a cell for two weeks"], ", "),
    ("Two present verbs", ["The Unions condemn the trial of monks", "demand their release"], " and "),
    ("But", ["The law protects sources", "courts ignore it"], ", but "),
    ("But, without an object", ["He was released in January", "the conviction stands"], ", but "),
    ("A semicolon", ["Guards fired without warning", "at least nine people died"], "; "),
    ("And a number", ["The letters give no reason", "49 carry the same name"], ", and "),
    ("And which", ["The bill fell", "which the Cabinet had approved in May", "which parliament disliked"], None),
    ("Two passives", ["She was held in a cell without heating", "was denied her medicine"], " and "),
    ("A participle", ["Guards searched the cells", "breaking the furniture of inmates"], ", "),
    ("Several participles", ["The unrest grew", "with the army occupying schools", "burning two villages"], None),
    ("With", ["Slander remains a crime", "with fines of up to a year's wages"], ", "),
    ("Passive", ["The station was closed", "officially ordered by the tax office"], ", "),
    ("Relative", ["The army shelled the market", "which left at least 14 dead"], ", "),
    ("Defining relative", ["They were convicted in hearings", "that did not respect the right to counsel"], " "),
    ("Figures", ["The clashes caused at least 9 deaths", "61 injuries", "14 arrests"], None),
    ("Included figure", ["Police arrested 40 people", "including 12 children"], ", "),
    ("Cause", ["The office stopped its work", "due to the seizure of its computers by the police"], " "),
    ("Despite", ["Parliament passed the bill", "despite the Council's warnings to the speaker"], ", "),
    ("When", ["The march ended in violence", "when guards killed 3 miners"], ", "),
    ("That and that", ["The Union says that editors were beaten", "that no officer was punished"], " and "),
    ("Allowed", ["The act allows mayors to forbid marches", "to fine those who call for them"], ", and "),
    ("Articles", ["The decree breaches Article 9 of the Covenant", "Article 4 of the Charter of Arvenia"], " and "),
    ("Two participles with their own", ["She was arrested on 3 May 2020", "sentenced to six years in prison"], " and "),
]


@pytest.mark.parametrize("sentence", ONE)
def test_stays_whole(sentence: str) -> None:
    assert cut(sentence) == [sentence.replace("¹", "").rstrip(".")]


@pytest.mark.parametrize(("parts", "between"), [row[1:] for row in SEVERAL], ids=[row[0] for row in SEVERAL])
def test_is_cut(parts: list[str], between: str | None) -> None:
    sentence = ", ".join(parts[:-1]) + ", and " + parts[-1] if between is None else between.join(parts)
    assert cut(sentence + ".") == parts


def test_opening_clauses_are_told_apart_from_the_main_one() -> None:
    assert cut("While Arvenia praises its press, officials began a campaign against reporters.") == [
        "While Arvenia praises its press",
        "officials began a campaign against reporters",
    ]
    assert cut("Due to the lack of rules on the use of force by guards, these deaths are not investigated.") == [
        "Due to the lack of rules on the use of force by guards",
        "these deaths are not investigated",
    ]


def test_the_verb_behind_a_parenthesis_says_something_of_its_own() -> None:
    assert cut("The Charter of 2015, drafted by jurists and miners, promised to end hard labour.") == [
        "The Charter of 2015, drafted by jurists and miners",
        "promised to end hard labour",
    ]


def test_several_happenings_named_as_causes_are_several() -> None:
    assert cut(
        "In the aftermath of the Selm killings, the raids on the press and the arrests of monks, people fled."
    ) == [
        "In the aftermath of the Selm killings",
        "the raids on the press",
        "the arrests of monks",
        "people fled",
    ]


def test_a_subject_keeps_what_is_said_of_it() -> None:
    assert cut("The law, which entered into force in 2017, requires unions to register.") == [
        "The law, which entered into force in 2017",
        "requires unions to register",
    ]


def test_items_with_their_own_notes_are_apart() -> None:
    assert cut("Women in Selm report sexual abuse,¹ forced medication,¹ insults, and expulsion.¹") == [
        "Women in Selm report sexual abuse",
        "forced medication",
        "insults",
        "expulsion",
    ]


def test_dates_and_ages_are_no_figures_of_their_own() -> None:
    assert len(cut("On 22 and 23 June 2016 the court of Lower Selm heard two editors.")) == 1


@pytest.mark.parametrize(
    ("sentence", "word", "part"),
    [
        ("Security forces fired on the crowd.", "fired", Part.FINITE),
        ("Journalists arrested in May were freed.", "arrested", Part.PARTICIPLE),
        ("Defenders Abroad reports that editors left.", "reports", Part.FINITE),
        ("Two reports describe the raid.", "reports", Part.NOUN),
        ("They refused to register the union.", "register", Part.INFINITIVE),
        ("It gave access to work.", "work", Part.NOUN),
        ("The strike of May 2014 lasted a week.", "may", Part.NOUN),
        ("The law that bans rallies is new.", "bans", Part.FINITE),
        ("He was held since that day.", "that", Part.DETERMINER),
    ],
)
def test_words_have_parts(sentence: str, word: str, part: Part) -> None:
    assert next(w.part for w in words_of(sentence, 0, len(sentence)) if w.low == word) is part


def test_nothing_comes_of_nothing() -> None:
    assert clauses_of([]) == ()
