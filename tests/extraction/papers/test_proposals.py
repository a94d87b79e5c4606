"""What papers ask: a text, and the asks with their addressee and voice."""

import pytest

from onrecord.extraction.papers.ask_cutting import cut_asks
from onrecord.extraction.papers.calls import calls_in
from onrecord.extraction.papers.duties import imperative
from onrecord.model import Voice

ASKS = [
    ("draw up and publish a new plan, as proposed by the ombudsman.", ["draw up and publish a new plan"]),
    (
        "repeal provisions such as Article 12 of the Arvenian Press Code and the 2006 law on gatherings, which go far.",
        ["repeal provisions such as Article 12 of the Arvenian Press Code", "the 2006 law on gatherings"],
    ),
    (
        "ensure a review of its prison rules, and should consider the 2009 draft, written by lawyers",
        ["ensure a review of its prison rules", "consider the 2009 draft, written by lawyers"],
    ),
    (
        "voice concern, and tell the ministry that it needs to act",
        ["voice concern", "tell the ministry that it needs to act"],
    ),
    (
        "Repeal the Foreign Funds Act, amend the Press Law and release all reporters held under it",
        ["Repeal the Foreign Funds Act", "amend the Press Law", "release all reporters held under it"],
    ),
    (
        "adopt measures to prevent torture and punish perpetrators",
        ["adopt measures to prevent torture and punish perpetrators"],
    ),
    ("prevent, investigate and punish attacks", ["prevent, investigate and punish attacks"]),
    (
        "ratify the Optional Protocol and accede to the Rome Statute",
        ["ratify the Optional Protocol", "accede to the Rome Statute"],
    ),
    (
        "ensure the investigation and prosecution of all attacks",
        ["ensure the investigation and prosecution of all attacks"],
    ),
]

CALLS = [  # text, addressee, first words of the ask, voice
    ("The authorities must immediately release her.", "The authorities", "immediately release", Voice.PUBLISHER),
    (
        "We urge the Government of Arvenia to end the raids.",
        "the Government of Arvenia",
        "end the raids",
        Voice.PUBLISHER,
    ),
    ("Selm Watch calls on member States to speak up.", "member States", "speak up", Voice.PUBLISHER),
    ("The Committee recommended that Arvenia amend its code.", "Arvenia", "amend its code", Voice.OTHER),
    ("JS3 recommended that all rules on fines be repealed.", "all rules on fines", "be repealed", Voice.OTHER),
    ("Local unions requested that the Ministry send them the draft.", "the Ministry", "send them", Voice.OTHER),
    ("The envoy called for an independent inquiry.", "", "an independent inquiry", Voice.OTHER),
    (
        "The session is a key chance for partners of Arvenia to raise this.",
        "partners of Arvenia",
        "raise this",
        Voice.PUBLISHER,
    ),
    ("All charges against them must be dropped.", "", "be dropped", Voice.PUBLISHER),
]

NO_CALLS = [
    "Under the law, organisers must notify the authorities fifteen days ahead.",
    "The court rejected the lawyer’s request to hear her.",
    "The Act provides that the Ministry must keep a register.",
    "A request for bail was filed with the court in May.",
    "Reporters said the police should have waited.",
]


@pytest.mark.parametrize(("text", "expected"), ASKS)
def test_asks_are_cut_by_verb_and_object(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in cut_asks(text, 0, len(text))] == expected


@pytest.mark.parametrize(("text", "addressee", "ask", "voice"), CALLS)
def test_calls_and_whose_they_are(text: str, addressee: str, ask: str, voice: Voice) -> None:
    (call,) = calls_in(text, ("Selm Watch",))
    assert (call.addressee, call.voice) == (addressee, voice)
    assert text[call.asks_from :].startswith(ask)
    assert call.reason


@pytest.mark.parametrize("text", NO_CALLS)
def test_what_a_law_or_a_court_does_is_no_call(text: str) -> None:
    assert not list(calls_in(text, ()))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Repeal the act", "Repeal"),
        ("To fully implement it", "fully"),
        ("In reforming the police, ensure oversight", "ensure"),
    ],
)
def test_lines_of_a_list_open_with_what_is_to_be_done(text: str, verb: str) -> None:
    at = imperative(text)
    assert at is not None
    assert text[at:].startswith(verb)


def test_facts_in_a_list_are_no_proposals() -> None:
    assert imperative("Arvenia is a party to the Convention.") is None
