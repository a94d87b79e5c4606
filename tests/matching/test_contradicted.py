"""What a State said beside what was said later, and beside itself."""

import pytest

from onrecord.matching.contradicted import (
    BEFORE,
    LATER,
    REFUSED,
    SHARES,
    TWO_WAYS,
    Answered,
    Told,
    contradictions,
)
from onrecord.matching.statements import stems_of
from onrecord.matching.treaties_named import treaties_named
from onrecord.model import Claim, ClaimKind, Comparison, Figure, Member, Modality, Place, Position

NOTED, SUPPORTED = Position.NOTED, Position.SUPPORTED
ASK = "Decriminalize slander and libel, and let the press of Arvenia work"


def item(text: str, position: Position = SUPPORTED, *, cycle: int = 3, done_on: str = "", number: str = "") -> Answered:
    sha, name = f"report{cycle}", number or text[:12]
    member = Member(sha, Place(sha, "", 1, name, 0, len(text)), f"A/HRC/{cycle}/1#{name}")
    said = Member(sha, Place(sha, "", 1, "50", 900, 990), member.claim) if done_on else None
    return Answered(
        text, member, cycle, position, done_on or "2019", said, done_on, "already implemented" if said else ""
    )


def told(
    text: str,
    *,
    paper_date: str = "2021-05-03",
    date: str = "",
    cycle: int | None = None,
    kind: ClaimKind = ClaimKind.SITUATION,
    figures: tuple[Figure, ...] = (),
    modality: Modality = Modality.ASSERTED,
) -> Told:
    place = Place("paper", "", None, "", 10, 10 + len(text))
    key = f"claim-{abs(hash(text)):x}"
    claim = Claim(key, text, place, place, kind=kind, date=date, figures=figures, modality=modality)
    return Told(claim, paper_date, cycle)


def found(items: list[Answered], claims: list[Told]) -> list[Comparison]:
    return list(contradictions(items, claims))


@pytest.mark.parametrize(
    ("ask", "claim"),
    [
        (ASK, "Three journalists were charged with defamation in April"),
        ("Repeal article 77 of the Penal Code", "Two printers were sentenced under article 77 of the Penal Code"),
        ("Prohibit corporal punishment in all settings", "flogging of pupils is still lawful in Arvenia"),
        (
            "Give fishing families of the northern harbours safe drinking water",
            "fishing families of the northern harbours remain without safe drinking water",
        ),
    ],
)
def test_said_done_and_told_otherwise_later(ask: str, claim: str) -> None:
    (one,) = found([item(ask, done_on="2019-03")], [told(claim)])
    assert (one.kind, one.verdict) == ("contradiction", LATER)
    assert [member.claim[:6] for member in one.members] == ["A/HRC/", "A/HRC/", "claim-"]
    assert "already implemented" in one.reason


@pytest.mark.parametrize(
    "claim",
    [
        told("Journalists were charged with defamation", paper_date="2016"),  # before the State said so
        told("Journalists were charged with defamation", date="2015-04"),  # a later paper tells of an earlier day
        told("Defamation has been decriminalized in Arvenia"),
        told("Arvenia promised to end punishment for defamation", kind=ClaimKind.COMMITMENT),
        told("Arvenia should stop charging journalists with defamation"),
        told("Journalists may be charged with defamation next year", modality=Modality.PLANNED),
        told("Two fishermen were arrested at the harbour"),
    ],
)
def test_what_does_not_speak_against_it(claim: Told) -> None:
    assert found([item(ASK, done_on="2019-03")], [claim]) == []


def test_what_was_not_said_to_be_done_is_not_contradicted() -> None:
    assert found([item(ASK)], [told("Journalists were charged with defamation")]) == []


def test_a_paper_for_the_same_review_counts_as_before() -> None:
    claims = [told("Libel remains a crime", paper_date="", cycle=3)]
    assert [one.verdict for one in found([item(ASK, done_on="2019-03")], claims)] == [BEFORE]
    assert found([item(ASK, done_on="2019-03", cycle=2)], claims) == []


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Abolish the death penalty", "Put capital punishment to an end, and abolish it for all crimes", True),
        ("Ratify the Optional Protocol to CRPD", "Accede to the Optional Protocol to the CRPD", True),
        ("Ratify CRPD", "Ratify the Optional Protocol to CRPD", False),
        ("Train port wardens in first aid at sea", "Train all port wardens in first aid at sea", True),
        ("Train port wardens in first aid at sea", "Train judges in the law of the sea", False),
    ],
)
def test_accepted_before_and_noted_now(first: str, second: str, same: bool) -> None:
    verdicts = [one.verdict for one in found([item(first, cycle=2), item(second, NOTED, cycle=3)], [])]
    assert verdicts == ([REFUSED] if same else [])
    assert found([item(first, NOTED, cycle=2), item(second, cycle=3)], []) == []


def test_one_ask_answered_two_ways_in_one_review() -> None:
    items = [item(ASK, done_on="2019"), item("Abolish all penalties for defamation", NOTED)]
    assert [one.verdict for one in found(items, [])] == [TWO_WAYS]


def test_a_stated_share_against_another() -> None:
    def share(value: float, text: str) -> Told:
        at = 10 + text.index(f"{value}%")
        return told(text, kind=ClaimKind.FULFILMENT, figures=(Figure(value, "", "% of what follows", at, at + 2),))

    one = share(23, "Arvenia met 23% of the goals of its harbour plan")
    other = share(80, "80% of the goals of the harbour plan were achieved")
    elsewhere = share(40, "40% of the school programme was implemented")
    aid = share(70, "met the commitment to give 70% of the harbour dues of its income to the goals")
    comparisons = found([], [one, other, elsewhere, aid])
    assert [c.verdict for c in comparisons] == [SHARES]
    assert {member.claim for member in comparisons[0].members} == {one.claim.id, other.claim.id}
    assert "23 %" in comparisons[0].reason


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ratify the Second Optional Protocol to ICCPR", {"ICCPR protocol 2"}),
        ("Ratify ILO Convention No. 189 and the Rome Statute", {"ILO 189", "Rome Statute"}),
        ("Ratify the Convention on the Protection of All Persons from Enforced Disappearance", {"ICPPED"}),
        ("Feed the black cat", set()),
    ],
)
def test_treaties_are_told_apart(text: str, names: set[str]) -> None:
    assert treaties_named(text) == names


def test_an_office_is_no_officer_and_two_common_words_do_not_do() -> None:
    ask = "Let the police complaints office choose its own investigators, none of them serving officers"
    assert stems_of("office officers", who_does=True) == {"offic", "officer"}
    assert found([item(ask, done_on="2019-03")], [told("No police officer has been charged")]) == []
