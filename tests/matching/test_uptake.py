"""Uptake: which recommendations take up which proposals. All texts are our own."""

import numpy as np
import pytest

from onrecord.matching.chance import compare_with_chance
from onrecord.matching.uptake import find_uptake
from onrecord.model.link import AskText, LinkKind

SAME, SUBJECT, NONE = LinkKind.SAME_ASK, LinkKind.SAME_SUBJECT, LinkKind.NONE

PAIRS = [
    ("Arvenia should ratify the Convention on the Rights of Persons with Disabilities.", "Ratify CRPD", SAME),
    ("Arvenia should ratify CRPD.", "Continue to improve the lives of persons with disabilities", SUBJECT),
    ("Arvenia should ratify CRPD.", "Ratify the Optional Protocol to CRPD", SUBJECT),
    ("The State should abolish the death penalty.", "Take steps towards the abolition of capital punishment", SAME),
    ("The State should abolish the death penalty.", "Maintain the death penalty for the gravest crimes", SUBJECT),
    ("Insult should no longer be a criminal offence.", "Decriminalize defamation and slander", SAME),
    ("The State should decriminalize insult.", "Respect freedom of expression", SUBJECT),
    ("The State should repeal article 12 of the Penal Code.", "Repeal article 12 of the Criminal Code", SAME),
    ("The State should repeal article 12 of the Penal Code.", "Repeal article 90 of the Criminal Code", SUBJECT),
    (
        "The State must investigate all attacks against human rights defenders.",
        "Guarantee that human rights defenders can work without fear of attacks",
        SUBJECT,
    ),
    (
        "The State must investigate all attacks against human rights defenders.",
        "Promptly investigate attacks on human rights defenders and bring those responsible to justice",
        SAME,
    ),
    (
        "Special attention must be given to women human rights defenders.",
        "Protect human rights defenders from harassment",
        SUBJECT,
    ),
    (
        "The State should support an independent investigation of the deaths at the quarry strike in Velm.",
        "Investigate all allegations of torture in prisons",
        NONE,
    ),
    ("The State should plant trees along the Selm.", "Abolish the death penalty", NONE),
    (
        "The State should draft rules on the policing of protests.",
        "Bring the law on assemblies into line with international standards",
        SUBJECT,
    ),
    (
        "Set up shelters for women who flee domestic violence in every province.",
        "Strengthen measures against violence against women",
        SUBJECT,
    ),
]


@pytest.mark.parametrize(("proposal", "recommendation", "kind"), PAIRS)
def test_kinds(proposal: str, recommendation: str, kind: LinkKind) -> None:
    (found,) = find_uptake([AskText("p", proposal)], [AskText("r", recommendation)])
    assert found.recommendations[0].kind is kind, found
    assert found.decision is kind


def test_reasons_say_what_is_shared_and_what_speaks_against() -> None:
    (found,) = find_uptake(
        [AskText("p", "Repeal article 12 of the Penal Code, which punishes libel")],
        [AskText("r", "Repeal article 90 of the Criminal Code on libel")],
    )
    told = {(reason.what, reason.against) for reason in found.reasons}
    assert {("law", False), ("action", False), ("subject", False), ("article", True)} <= told


def test_a_proposal_of_several_asks_is_compared_ask_by_ask() -> None:
    proposal = "Ratify the Rome Statute, and release all journalists who are imprisoned for their articles"
    (found,) = find_uptake([AskText("p", proposal)], [AskText("r", "Release imprisoned journalists")])
    assert found.decision is SAME


def test_ten_are_listed_with_their_own_kind_even_if_none_takes_it_up() -> None:
    many = [AskText(str(n), f"Improve road number {n}") for n in range(20)]
    (found,) = find_uptake([AskText("p", "Abolish the death penalty")], many)
    assert found.decision is NONE
    assert len(found.recommendations) == 10
    assert all(link.kind is NONE for link in found.recommendations)


def test_nothing_at_all() -> None:
    (found,) = find_uptake([AskText("p", "Abolish the death penalty")], [])
    assert (found.decision, found.score, found.recommendations) == (NONE, 0.0, ())
    assert find_uptake([], [AskText("r", "Abolish the death penalty")]) == ()


def test_the_nearest_stands_first_and_scores_never_contradict_kinds() -> None:
    texts = [AskText(str(n), recommendation) for n, (_, recommendation, _) in enumerate(PAIRS)]
    for found in find_uptake([AskText("p", proposal) for proposal, _, _ in PAIRS], texts):
        scores = [link.score for link in found.recommendations]
        assert scores == sorted(scores, reverse=True)
        order = [(SAME, SUBJECT, NONE).index(link.kind) for link in found.recommendations]
        assert order == sorted(order)


def test_meaning_is_a_part_of_the_score_and_a_reason() -> None:
    texts = [AskText("near", "Help the brass band"), *(AskText(str(n), f"Paint bridge {n}") for n in range(9))]

    def meaning(given: list[str]) -> np.ndarray:
        rows = [[1.0, 0.0] if "band" in text or "music" in text else [0.0, 1.0] for text in given]
        return np.array(rows, dtype=np.float32)

    (alone,) = find_uptake([AskText("p", "Let musicians play music")], texts)
    (found,) = find_uptake([AskText("p", "Let musicians play music")], texts, meaning=meaning)
    assert found.recommendations[0].id == "near"
    assert found.score > alone.score
    assert any(reason.what == "meaning" for reason in found.reasons)


def test_chance_tells_the_cycle_before_and_other_states() -> None:
    proposals = [AskText("1", "Abolish the death penalty"), AskText("2", "Ratify the Rome Statute")]
    first, second = compare_with_chance(
        proposals,
        before=[AskText("9.1", "Abolish capital punishment")],
        others={"XLS": [AskText("a", "Abolish the death penalty")], "XAV": [AskText("b", "Build schools")]},
    )
    assert (first.before, first.states, first.share) == (("9.1",), ("XLS",), 0.5)
    assert first.sentence == (
        "The same had been asked in the cycle before (1 recommendation). 1 of 2 other States were asked the same."
    )
    assert (second.before, second.states) == ((), ())
    (unknown,) = compare_with_chance(proposals[:1])
    assert (unknown.sentence, unknown.share) == ("", None)
