"""Concluding observations in both styles: concerns and recommendations in pairs, follow-up and deadlines."""

from onrecord.extraction import extract
from onrecord.model import Findings, Voice
from onrecord.reading import read

HEAD = """CCPR/C/XAV/CO/3

Human Rights Committee

Concluding observations on the third periodic report of Arvenia

A. Introduction

1. The Committee considered the third periodic report of Arvenia.

B. Positive aspects

2. The Committee welcomes the law on courts, and notes that States should be grateful.

C. Principal matters of concern and recommendations
"""
PAIRED = f"""{HEAD}
Prisons

3. The Committee is concerned that 12 prisons are overcrowded (art. 10).

4. The State party should close two prisons and publish their records.

Judges

5. The Committee regrets that judges are dismissed.

6. The State party should:

(a) Repeal the law on dismissals;

(b) Train its judges.

D. Dissemination and follow-up

7. The State party should make this paper known.

8. The State party is requested to provide, by 29 March 2027, information on the implementation of the recommendations \
made by the Committee in paragraph 4 (prisons) above.

9. The State party is requested to submit its next periodic report by 1 July 2030.
"""
JOINED = f"""{HEAD}
Housing

3. The Committee is concerned about evictions. It recommends that the State party stop all evictions.
"""


def _found(text: str) -> Findings:
    return extract(read(text.encode(), name="observations.txt"))


def test_concern_and_recommendation_paragraphs_are_paired() -> None:
    found = _found(PAIRED)
    told = [
        (one.number, one.subject, one.concern.paragraph if one.concern else "", one.follow_up)
        for one in found.committee_recommendations
    ]
    assert told == [("4", "Prisons", "3", True), ("6", "Judges", "5", False)]


def test_both_in_one_paragraph() -> None:
    (one,) = _found(JOINED).committee_recommendations
    assert one.text == "It recommends that the State party stop all evictions."
    assert one.concern is not None
    assert one.concern.paragraph == "3"


def test_recommendations_are_proposals_of_the_committee() -> None:
    found = _found(PAIRED)
    assert {(one.voice, one.maker) for one in found.proposals} == {(Voice.OTHER, "Human Rights Committee")}
    assert [[ask.text for ask in one.asks] for one in found.proposals] == [
        ["close two prisons", "publish their records"],
        ["Repeal the law on dismissals", "Train its judges"],
    ]


def test_follow_up_and_next_report() -> None:
    found = _found(PAIRED)
    assert [(one.what, one.date) for one in found.committee_dates] == [
        ("follow-up due", "2027-03-29"),
        ("next report", "2030-07-01"),
    ]


def test_what_the_committee_says_itself_are_its_claims() -> None:
    found = _found(PAIRED)
    assert [claim.place.paragraph for claim in found.claims][:4] == ["1", "2", "3", "5"]
    assert {claim.voice for claim in found.claims} == {Voice.PUBLISHER}
