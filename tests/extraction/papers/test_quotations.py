"""Words in quotation marks and who says them."""

import pytest

from onrecord.extraction.papers.claims import read_claims
from onrecord.extraction.papers.layout import layout_of
from onrecord.extraction.papers.quotations import read_quotations, speakers_of_claims
from onrecord.extraction.papers.units import Paper
from onrecord.model import Identity
from onrecord.reading import read

Told = tuple[str, str, str]


def quotations(text: str) -> list[Told]:
    document = read(text.encode(), name="paper.txt")
    paper = Paper(document, Identity(), layout_of(document, Identity()))
    found = read_quotations(paper, ())
    assert all(document.text[q.place.start : q.place.end] == q.text for q in found)
    return [(q.kind, q.speaker, q.text) for q in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“They beat us. Nobody came,” said Ada Lorn, lawyer at Selm Watch. “We waited until the morning.”",
            [
                ("speech", "Ada Lorn", "They beat us. Nobody came,"),
                ("speech", "Ada Lorn", "We waited until the morning."),
            ],
        ),
        (
            "“The court never heard us,” Ada Lorn said. The Bar was closed. “It is over,” Lorn said.",
            [("speech", "Ada Lorn", "The court never heard us,"), ("speech", "Ada Lorn", "It is over,")],
        ),
        (
            "Ada Lorn told Selm Watch: «They beat me for two hours and left».",
            [("speech", "Ada Lorn", "They beat me for two hours and left")],
        ),
        (
            'The Committee, in its observations of 2019, recommended that Arvenia "review '
            'the law on media without delay".',
            [("document", "The Committee", "review the law on media without delay")],
        ),
        (
            "According to Bo Lorn, “nobody came to help us on that night”.",
            [("speech", "Bo Lorn", "nobody came to help us on that night")],
        ),
        (
            "“We waited for days,” the mother of one of the prisoners said.",
            [("speech", "the mother of one of the prisoners", "We waited for days,")],
        ),
        (
            "He was charged with “inciting hatred” and 'spreading rumours' in the workers' club.",
            [("term", "", "inciting hatred"), ("term", "", "spreading rumours")],
        ),
        (
            "A 2012 Arvenia Law 'On the holding of meetings' bans rallies and the judges' strike.",
            [("title", "", "On the holding of meetings")],
        ),
        ("The report, entitled “Silence in Arvenia”, came out.", [("title", "", "Silence in Arvenia")]),
        (
            "“The charge of ‘inciting hatred’ is old,” said Ada Lorn.",
            [("speech", "Ada Lorn", "The charge of ‘inciting hatred’ is old,"), ("term", "", "inciting hatred")],
        ),
        ("The State's law didn't hold and the judges' view of it is old.", []),
    ],
)
def test_quotations(text: str, expected: list[Told]) -> None:
    assert quotations(text) == expected


def test_speech_goes_on_in_the_next_paragraph() -> None:
    text = "“The court never heard us,” said Ada Lorn.\n\n“The judge left before noon and never came back to the room.”"
    assert [speaker for _, speaker, _ in quotations(text)] == ["Ada Lorn", "Ada Lorn"]


def test_speech_does_not_go_on_behind_other_paragraphs() -> None:
    text = (
        "“The court never heard us,” said Ada Lorn.\n\nThe Bar was closed.\n\n“Those who meddle "
        "with the courts will be shut out for good.”"
    )
    assert [speaker for _, speaker, _ in quotations(text)] == ["Ada Lorn", ""]


def test_a_pronoun_is_whoever_spoke_last() -> None:
    text = "“The court never heard us,” said Ada Lorn. She added: “The judge left before noon that day.”"
    assert [speaker for _, speaker, _ in quotations(text)] == ["Ada Lorn", "Ada Lorn"]


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    text = "Ada Lorn said: “The court never heard us and the judge left.\n\nThe Bar was closed."
    assert quotations(text) == [("speech", "Ada Lorn", "The court never heard us and the judge left.")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Its head, Grig Malen, said in April that “no reporter has been punished for it”.", "Grig Malen"),
        ("The government says that the law brings order to “a field of shadows” and more.", "The government"),
        ("The ministry answers that all is well and that “nobody has been left without a roof”.", "The ministry"),
    ],
)
def test_who_speaks_in_what_is_reported(text: str, speaker: str) -> None:
    assert [who for _, who, _ in quotations(text)] == [speaker]


def test_what_something_is_called_from_there_on_is_no_quotation() -> None:
    assert quotations(
        "The draft (the “Draft Law”) and the charter (“RC”) were called “a trap for all of us” there."
    ) == [("term", "", "a trap for all of us")]


def test_words_inside_what_somebody_tells_are_that_speakers() -> None:
    document = read(
        b'Arvenia: news\n\nThe Road Office assured the Committee on Roads that the clause was "purely technical".\n',
        name="a.txt",
    )
    paper = Paper(document, Identity(), layout_of(document, Identity()))
    alone = read_quotations(paper, ())
    claims = read_claims(paper, (), (), (), alone)
    assert [quotation.speaker for quotation in alone] == [""]
    assert [quotation.speaker for quotation in speakers_of_claims(alone, claims)] == ["Road Office"]
