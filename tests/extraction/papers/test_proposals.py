"""What papers ask: a text, and the asks with their addressee and voice."""

import io

import docx
import pytest

from onrecord.extraction.by_kind import extract
from onrecord.extraction.papers.ask_cutting import cut_asks
from onrecord.extraction.papers.calls import calls_in
from onrecord.extraction.papers.duties import imperative
from onrecord.model import Voice
from onrecord.reading import read

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
    ("reopen the case of Ada Lorn and hand it to a judge", ["reopen the case of Ada Lorn and hand it to a judge"]),
    (
        "release all editors, drop the charges and provide them with redress",
        ["release all editors", "drop the charges", "provide them with redress"],
    ),
    (
        "Ensure that editors can work without fear, and adopt a law on sources",
        ["Ensure that editors can work without fear", "adopt a law on sources"],
    ),
    (
        "repeal article 12; (b) release Ada Lorn; and (c) invite the Special Rapporteur",
        ["repeal article 12", "release Ada Lorn", "invite the Special Rapporteur"],
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
    ("Banks should stop lending to the mine.", "Banks", "stop lending", Voice.PUBLISHER),
    (
        "Selm Watch wants the Ministry of Water to close the mine.",
        "the Ministry of Water",
        "close the mine",
        Voice.PUBLISHER,
    ),
    ("Parliament, for its part, is urged to reject the bill.", "Parliament", "reject the bill", Voice.PUBLISHER),
    ("The Committee may wish to ask how many were held.", "The Committee", "ask how many", Voice.PUBLISHER),
    ("It is time for the ministry to drop its appeal.", "the ministry", "drop its appeal", Voice.PUBLISHER),
    (
        "It is imperative that the Ministry of Order publish the list.",
        "the Ministry of Order",
        "publish the list",
        Voice.PUBLISHER,
    ),
    (
        "We call on the authorities to immediately and unconditionally release her.",
        "the authorities",
        "immediately and unconditionally release",
        Voice.PUBLISHER,
    ),
    ("Selm Watch recommends that the Government adopt a plan.", "the Government", "adopt a plan", Voice.PUBLISHER),
    (
        "Arvenia's partners have a part to play: they should press for it.",
        "Arvenia's partners",
        "press",
        Voice.PUBLISHER,
    ),
    ("There should be an independent inquiry into the killings.", "", "be an independent", Voice.PUBLISHER),
    ("The President has the power to free her and should use it.", "The President", "use it", Voice.PUBLISHER),
    ("Selm Watch is calling for the charges to be dropped.", "", "the charges", Voice.PUBLISHER),
    ("We ask the Government to: (a) repeal article 12.", "the Government", "repeal article 12", Voice.PUBLISHER),
    ("The families have been urging the prosecutor to act.", "the prosecutor", "act", Voice.OTHER),
    ("Selm Watch has been asking the Union to stop paying.", "the Union", "stop paying", Voice.OTHER),
    ("All charges against them must be dropped.", "", "be dropped", Voice.PUBLISHER),
]

NO_CALLS = [
    "Under the law, organisers must notify the authorities fifteen days ahead.",
    "The court rejected the lawyer’s request to hear her.",
    "The Act provides that the Ministry must keep a register.",
    "A request for bail was filed with the court in May.",
    "Reporters said the police should have waited.",
    "Organisations must register within ten days, and companies must hand over the data of users.",
    "Banks were urged to close the accounts by the Ministry of Order.",
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


HEAD = "Arvenia: editors behind bars\n\nSelm Watch, 12 March 2023\n\nSelm Watch documented nine raids on editors. "
HEAD += "The police of Arvenia beat forty people. The courts of Arvenia jailed seven editors without hearing a witness."

LISTS = [  # a list as papers set it; addressee and asks of each of its items
    (
        "RECOMMENDATIONS\n\nTo the Parliament of Arvenia\n\n1. Repeal the Press Law.\n2. Adopt a law on sources.\n\n"
        "To partners and donors\n\n1. Raise the cases of editors in all meetings.",
        [
            ("the Parliament of Arvenia", ["Repeal the Press Law"]),
            ("the Parliament of Arvenia", ["Adopt a law on sources"]),
            ("partners and donors", ["Raise the cases of editors in all meetings"]),
        ],
    ),
    (
        "Recommendations\n\nThe Government should:\n• Stop the raids\n• Free the editors",
        [("The Government", ["Stop the raids"]), ("The Government", ["Free the editors"])],
    ),
    (
        "Demands\n\nWe demand:\n- The immediate release of Ada Lorn\n- An end to the raids",
        [("", ["The immediate release of Ada Lorn"]), ("", ["An end to the raids"])],
    ),
    (
        "Please write to the authorities of Arvenia, urging them to:\ni. Guarantee the safety of Ada Lorn;\n"
        "ii. Put an end to the raids.",
        [
            ("the authorities of Arvenia", ["Guarantee the safety of Ada Lorn"]),
            ("the authorities of Arvenia", ["Put an end to the raids"]),
        ],
    ),
    (
        "Recommendations\n\nPrisons\n\n1. Close the punishment cells.\n\nMethodology\n\n"
        "Between May and June researchers of ours interviewed forty editors in the prisons of Arvenia.",
        [("", ["Close the punishment cells"])],
    ),
]


@pytest.mark.parametrize(("body", "expected"), LISTS)
def test_lists_below_headings(body: str, expected: list[tuple[str, list[str]]]) -> None:
    findings = extract(read(f"{HEAD}\n\n{body}".encode(), name="paper.txt"))
    assert [(p.addressee, [ask.text for ask in p.asks]) for p in findings.proposals] == expected
    assert {proposal.voice for proposal in findings.proposals} == {Voice.PUBLISHER}


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("said Ada Lorn, a lawyer in Selm.", Voice.OTHER),
        ("said Ida Voss, head of Selm Watch.", Voice.PUBLISHER),
    ],
)
def test_what_a_person_asks_who_is_quoted_is_only_reported(said: str, voice: Voice) -> None:
    body = f"“The government should listen to its own judges,” {said}"
    findings = extract(read(f"{HEAD}\n\n{body}".encode(), name="paper.txt"))
    assert [proposal.voice for proposal in findings.proposals] == [voice]


def _word(rows: list[list[str]]) -> bytes:
    """A paper in Word that ends with a table."""
    document = docx.Document()
    for line in HEAD.split("\n\n"):
        document.add_paragraph(line)
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


TABLES = [
    (
        [["Issue", "Recommendation", "Addressee"], ["Courts", "Hear the witnesses", "Ministry of Justice"]],
        [("Ministry of Justice", "Hear the witnesses")],
    ),
    (
        [
            ["Recommendation", "Protect editors (Uruguay)"],
            ["Position", "Accepted"],
            ["What happened", "Two editors were jailed."],
            ["We ask", "Free both editors."],
        ],
        [("", "Free both editors")],
    ),
    ([["Recommendation", "Status"], ["Protect editors (Uruguay)", "Not implemented"]], []),
]


@pytest.mark.parametrize(("rows", "expected"), TABLES)
def test_tables_of_what_is_asked(rows: list[list[str]], expected: list[tuple[str, str]]) -> None:
    findings = extract(read(_word(rows), name="paper.docx"))
    assert [(p.addressee, ask.text) for p in findings.proposals for ask in p.asks] == expected


def test_it_should_also_is_asked_of_whom_was_asked_before() -> None:
    body = "Selm Watch recommends that the Government adopt a plan. It should also invite the envoy to return."
    findings = extract(read(f"{HEAD}\n\n{body}".encode(), name="paper.txt"))
    assert [(p.addressee, p.voice) for p in findings.proposals] == [("the Government", Voice.PUBLISHER)] * 2


def test_who_calls_is_not_cut_inside_a_word() -> None:
    """A hundred letters before the verb are looked at."""
    who = "the " + " ".join(["Working Circle of Independent Road Inspectors"] * 3)
    (call,) = calls_in(f"In May {who} urged Arvenia in 2020 to close the camps.", ())
    assert set(call.maker.split()) <= set(who.split())
    assert call.addressee == "Arvenia"


def test_a_label_inside_running_text_tells_what_is_asked() -> None:
    text = "Article 3 is wide. Recommendation: Article 3 should be deleted. Recommendation 2: Cap the number of visits."
    found = extract(read(f"{HEAD}\n\n{text}\n".encode(), name="a.txt")).proposals
    assert [proposal.text for proposal in found] == ["Article 3 should be deleted.", "Cap the number of visits."]


def test_verbs_that_end_like_adverbs_open_a_line_too() -> None:
    assert imperative("Comply with article 9 of the Covenant.") == 0
    assert imperative("Immediately release Ada Lorn.") == 0


def test_what_is_asked_of_two_is_two_asks() -> None:
    text = "reject the draft and on the Government to draw up a new plan"
    assert [text[low:high] for low, high in cut_asks(text, 0, len(text))] == ["reject the draft", "draw up a new plan"]
