"""What a paper claims: one statement each, with kind, modality, notes, date and a stable id; and what is no claim."""

import pytest

from onrecord.extraction.papers.claim_kinds import kind_of
from onrecord.extraction.papers.claims import read_claims
from onrecord.extraction.papers.claims_parties import parties_of
from onrecord.extraction.papers.claims_unsaid import why_no_claim
from onrecord.extraction.papers.clauses_parts import words_of
from onrecord.extraction.papers.layout import layout_of
from onrecord.extraction.papers.modality import modality_of
from onrecord.extraction.papers.proposals import read_proposals
from onrecord.extraction.papers.quotations import read_quotations
from onrecord.extraction.papers.units import Paper
from onrecord.model import Claim, ClaimKind, Identity, Kind, Modality
from onrecord.reading import read


def claims(text: str, *publishers: str) -> tuple[Claim, ...]:
    """The claims of a paper in plain text."""
    document = read(text.encode(), name="paper.txt")
    identity = Identity(Kind.STATEMENT, publishers=publishers)
    paper = Paper(document, identity, layout_of(document, identity))
    proposals = read_proposals(paper, ())
    return read_claims(paper, (), (), proposals, read_quotations(paper, ()))


def only(sentence: str) -> Claim:
    """The one claim of a sentence."""
    (claim,) = claims(f"Arvenia: the press in chains\n\n{sentence}\n")
    return claim


NO_CLAIM = [
    ("We look forward to the answers of Arvenia.", "wish"),
    ("We thank the Committee for its time.", "wish"),
    ("The coalition calls on Arvenia to free all editors.", ""),
    ("Arvenia should free all editors.", "call"),
    ("The authorities must immediately end the siege.", "call"),
    ("For more information, please contact the press desk.", "contact"),
    ("What did the ministry know?", "question"),
    ("Arvenia has not freed the editors.", ""),
    ("The Court held that Arvenia should pay damages.", ""),
]
KINDS = [
    ("This submission covers the years 2019 to 2023", ClaimKind.DOCUMENT),
    ("Arvenia is scheduled to be reviewed in May 2030", ClaimKind.PROCEDURE),
    ("Arvenia accepted 31 recommendations", ClaimKind.COMMITMENT),
    ("Arvenia failed to implement the Views of the Committee", ClaimKind.FULFILMENT),
    ("Parliament adopted a new law on rallies", ClaimKind.LAW),
    ("Article 88 of the Penal Code punishes blasphemy", ClaimKind.LAW),
    ("The Special Rapporteur visited Arvenia", ClaimKind.ACT_OF_OTHERS),
    ("The Government rejected the complaint", ClaimKind.STATE_RESPONSE),
    ("Guards beat two miners", ClaimKind.SITUATION),
]
MODALITIES = [
    ("the decree may be used against unions", "sentence", "", Modality.POSSIBLE),
    ("in May 2014 guards beat two miners", "sentence", "", Modality.ASSERTED),
    ("a new prison will open next year", "sentence", "", Modality.PLANNED),
    ("the shrinking space for unions", "sentence", "voice", Modality.CONCERN),
    ("due to the closure of two papers", "cause", "", Modality.PRESUPPOSED),
]


@pytest.mark.parametrize(("sentence", "why"), NO_CLAIM)
def test_what_is_no_claim(sentence: str, why: str) -> None:
    assert why_no_claim(sentence, told=False) == why


def test_a_duty_that_somebody_else_names_is_told() -> None:
    assert why_no_claim("The State party should amend its code.", told=True) == ""


@pytest.mark.parametrize(("words", "kind"), KINDS)
def test_kinds(words: str, kind: ClaimKind) -> None:
    assert kind_of(words, manner="")[0] is kind


@pytest.mark.parametrize(("words", "opener", "manner", "modality"), MODALITIES)
def test_modalities(words: str, opener: str, manner: str, modality: Modality) -> None:
    assert modality_of(words, opener=opener, manner=manner)[0] is modality


def test_one_statement_each_with_its_place() -> None:
    found = claims("Arvenia: news\n\nGuards in Lower Selm beat two miners and the ministry closed their union.\n")
    assert [claim.text for claim in found] == [
        "Guards in Lower Selm beat two miners",
        "the ministry closed their union",
    ]
    assert found[0].where == "Lower Selm"
    assert found[1].state_body == "ministry"
    assert found[0].sentence == found[1].sentence


def test_a_date_at_the_head_of_the_sentence_holds_for_all_of_it() -> None:
    found = claims("Arvenia: news\n\nIn June 2012, the envoy toured Selm and wrote a grim report on its jails.\n")
    assert [claim.date for claim in found] == ["2012-06", "2012-06"]


def test_words_that_refer_to_the_sentence_before_take_its_date() -> None:
    found = claims("Arvenia: news\n\nPolice stormed the market in March 2011. That day at least 9 traders died.\n")
    assert (found[1].date, found[1].date_implied) == ("2011-03", True)
    assert not found[0].date_implied


STORIES = [
    (
        "On 3 May 2017 troops came to Selm. They seized two mills. Nobody lives there today.",
        ["2017-05-03", "2017-05-03", ""],
    ),
    ("In 2016 the mill was sold. In March of that year it burnt.", ["2016", "2016-03"]),
    ("The Mill Act of 2013 was read out, and the judge closed the hall.", ["2013", ""]),
    ("The mill was shut in 2016 and has been empty ever since.", ["2016", "2016/.."]),
    ("The guards beat more men than in 2015.", [""]),
    ("The mill was shut on 3 May 2017; two weeks later most of its guards were back.", ["2017-05-03", "2017-05-17"]),
    ("The guard, who had been tried in 2010, was freed in May 2017. In June he left.", ["2010", "2017-05", "2017-06"]),
    ("In May 2017 Parliament changed the 2011 Mill Act. In June it met again.", ["2017-05", "2017-06"]),
    (
        "In May 2017, after hearings from which his friends were excluded, former miller Ada Lorn was sentenced.",
        ["2017-05", "2017-05"],
    ),
    ("Forty mills were shut in 2016, of which ten are still empty, the office says.", ["2016", ""]),
    ("On 3 May 2017 he was freed. Two days later he fell ill.", ["2017-05-03", "2017-05-05"]),
]


@pytest.mark.parametrize(("text", "dates"), STORIES)
def test_dates_go_on_as_the_story_does(text: str, dates: list[str]) -> None:
    assert [claim.date for claim in claims(f"Arvenia: mills\n\n{text}\n")] == dates


def test_ids_are_stable_and_differ_for_equal_words() -> None:
    text = "Arvenia: news\n\nGuards beat two miners. Nobody was tried for that. Guards beat two miners.\n"
    first, again = claims(text), claims(text)
    assert [claim.id for claim in first] == [claim.id for claim in again]
    assert len({claim.id for claim in first}) == 3


def test_own_proposals_and_headings_are_no_claims() -> None:
    found = claims("Arvenia: news\n\nGuards beat two miners.\n\nThe Government should free the two miners.\n")
    assert [claim.text for claim in found] == ["Guards beat two miners"]


def test_labels_come_with_their_words() -> None:
    claim = only("Editors of three newspapers were jailed for libel in closed trials.")
    assert "media/internet" in claim.rights
    assert dict(claim.reasons)["rights"]


def test_victims_as_worded() -> None:
    text = "Officers arrested dozens of peaceful protesters"
    assert parties_of(words_of(text, 0, len(text)), text) == ("", "Officers", "peaceful protesters")


def test_other_languages_are_not_cut_by_english_grammar() -> None:
    text = (
        "Les gardiens ont battu deux mineurs et le ministère a fermé leur syndicat dans la ville de Selm en 2019.\n\n"
    )
    found = claims(text + "Les juges de la ville ne sont pas libres et les avocats ont peur de la police du pays.\n")
    assert found
    assert "English only" in dict(found[0].reasons)["claim"]
    assert found[0].rights == ()
