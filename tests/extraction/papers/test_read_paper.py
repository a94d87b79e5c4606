"""What is read as a paper, and in which language."""

import onrecord
from onrecord.extraction.papers.read import read_paper
from onrecord.model import Identity
from onrecord.reading import read

STATEMENT = (
    "Arvenia must release Nadia Orlet at once. She was arrested on 3 March 2021 in Tavnik and has been held "
    "without charge since then."
)
RUSSIAN = (
    "Арвения должна немедленно освободить адвоката Надю Орлет. Её задержали 3 марта 2021 года и держат под стражей "
    "без предъявления обвинения. Мы призываем правительство Арвении прекратить преследование адвокатов в стране.\n\n"
    "Организация «Сельм» сообщила, что в 2020 году в тюрьмах страны умерли не менее четырёх человек.[1] Власти Арвении "
    "до сих пор не ответили на вопросы о причинах этих смертей и никого не наказали.\n\n"
    "[1] https://selm.example/deaths"
)


def test_a_pasted_statement_of_two_sentences_is_read() -> None:
    record = onrecord.read(STATEMENT.encode(), name="pasted.txt")
    assert record.identity.state == "XAV"
    assert record.claims


def test_a_paper_in_another_language_is_not_read_as_english() -> None:
    document = read(RUSSIAN.encode(), name="paper.txt")
    assert document.language == "ru"
    findings = read_paper(document, Identity(state="XAV"))
    assert not (findings.proposals or findings.people or findings.laws)
    arrest, deaths, silence = findings.claims  # what Arvenia must do, and what is asked of it, is no claim
    assert (arrest.source, arrest.date) == ("publisher", "2021-03-03")
    assert (deaths.source, deaths.date, deaths.notes) == ("Организация «Сельм»", "2020", ("1",))
    assert [(figure.value, figure.comparator) for figure in deaths.figures] == [(4, "не менее")]
    assert silence.source == "publisher"
    assert [source.url for source in findings.sources] == ["https://selm.example/deaths"]
    (doubt,) = findings.doubts
    assert doubt.what.startswith("The paper is in Russian: each sentence stands as one claim")
    assert "laws, persons, organisations, events and rights are read in English only" in doubt.what


def test_speech_that_goes_on_is_that_of_whoever_spoke_before() -> None:
    text = (
        "Arvenia: the quays\n\nSelm Watch, 3 May 2021\n\nSelm Watch spoke with 40 dockers in Arvenia about the strike. "
        "“It is bad,” said Ida Voss, head of Selm Watch.\n\nA driver said that guards made him kneel. "
        "“They wanted names,” he said. “Then they hit me again.”"
    )
    record = onrecord.read(text.encode(), name="pasted.txt")
    sources = {claim.text: claim.source for claim in record.claims}
    assert sources["They wanted names"] == sources["Then they hit me again"] == "driver"
    assert sources["It is bad"] == "publisher"


def test_it_is_the_body_of_the_sentence_before_and_its_name_compares_nothing() -> None:
    text = (
        "Arvenia: the cells\n\nSelm Watch, 3 May 2022\n\nHis mother says that his hands were broken there.\n\n"
        "The Committee against Torture reviewed Arvenia in November 2021. It recommended that the State film its cells."
    )
    claims = onrecord.read(text.encode(), name="pasted.txt").claims
    review, call = claims[-2:]
    assert review.date == "2021-11"
    assert call.source == "Committee against Torture"
