"""Views: whose words each part is, the communication, its dates and articles, and both versions of the facts."""

import pytest

from onrecord.extraction import extract
from onrecord.matching.versions import versions_of_facts
from onrecord.model import PUBLISHER, Findings
from onrecord.reading import read

TEXT = """1. The authors of the communication are Ms. Nadia Orlet and Mr. Iven Karst, both nationals of Arvenia. They \
claim that the State party has violated their rights under articles 7, 9 (1) and 19, of the Covenant. The Optional \
Protocol entered into force for Arvenia on 1 March 2001.

The facts as submitted by the authors

2.1. On 5 May 2014, Ms. Orlet was arrested under article 311 of the Criminal Code. She was kept in a psychiatric \
hospital from 6 May to 20 June 2014.

First and second stay

2.2. In total, Ms. Orlet was hospitalized from 6 May to 20 June 2014 and from 3 to 28 September 2015. On 4 March 2016, \
Mr. Karst was released from prison.

State party’s observations on admissibility and the merits

3.1. On 2 April 2017, the State party submitted its observations on admissibility. It notes that Ms. Orlet was \
released from the hospital on 1 July 2014.

3.2. The court released the author of criminal responsibility on 8 July 2014. Mr. Karst was released on 4 March 2016.

Authors’ comments on the State party’s observations

4. On 9 June 2017, the authors provided comments and repeated what they had said.

Consideration of the merits

5.1. The Committee notes the State party’s observation that there was one more stay in hospital. Ms. Orlet was \
discharged on 2 October 2015.[1]

5.2. The Committee finds that the State had shown no reason for the stays.

6. The Committee, acting under article 5 (4) of the Optional Protocol, is of the view that the facts before it \
disclose a violation by the State party of articles 7 and 9 (1) of the Covenant.

7. The State party is under an obligation to provide the authors with compensation. The Committee wishes to receive \
information within 180 days.

[1] According to the author, she was released on 28 September 2015.
"""


@pytest.fixture(scope="module")
def found() -> Findings:
    return extract(read(TEXT.encode(), name="views.txt"))


def test_parts_and_whose_they_are(found: Findings) -> None:
    assert [(one.number, one.title) for one in found.sections] == [
        ("1", ""),
        ("2", "The facts as submitted by the authors"),
        ("3", "State party’s observations on admissibility and the merits"),
        ("4", "Authors’ comments on the State party’s observations"),
        ("5", "Consideration of the merits"),
        ("6", ""),
        ("7", ""),
    ]


def test_who_tells_each_sentence(found: Findings) -> None:
    told = {claim.text[:30]: (claim.place.paragraph, claim.source) for claim in found.claims}
    assert told["In total, Ms. Orlet was hospit"] == ("2.2", "author")
    assert told["It notes that Ms. Orlet was re"] == ("3.1", "State party")
    assert told["Ms. Orlet was discharged on 2 "] == ("5.1", "State party")
    assert told["The Committee finds that the S"] == ("5.2", PUBLISHER)


def test_the_communication(found: Findings) -> None:
    (case,) = found.communications
    assert case.authors == ("Nadia Orlet", "Iven Karst")
    assert case.invoked == ("7", "9 (1)", "19")
    assert case.violated == ("7", "9 (1)")
    assert len(case.remedies) == 2
    assert [(one.what, one.date) for one in case.dates] == [
        ("entry into force", "2001-03-01"),
        ("observations", "2017-04-02"),
        ("comments", "2017-06-09"),
        ("reply due", "180 days"),
    ]


def test_dated_events_of_both_sides(found: Findings) -> None:
    told = {(one.by, one.kind, one.start, one.end, one.who) for one in found.told_events}
    assert told == {
        ("author", "arrest", "2014-05-05", "", "Orlet"),
        ("author", "hospital stay", "2014-05-06", "2014-06-20", "Orlet"),
        ("author", "hospital stay", "2015-09-03", "2015-09-28", "Orlet"),
        ("author", "release", "", "2016-03-04", "Karst"),
        ("State party", "release", "", "2014-07-01", "Orlet"),
        ("State party", "release", "", "2016-03-04", "Karst"),
        ("State party", "release", "", "2015-10-02", "Orlet"),
        ("author", "release", "", "2015-09-28", "Orlet"),
    }


def test_what_the_sides_date_differently(found: Findings) -> None:
    reasons = sorted(one.reason for one in versions_of_facts(found))
    assert reasons == [
        "Hospital stay 1 of 2 ended on 2014-06-20 by the author, on 2014-07-01 by the State party.",
        "Hospital stay 2 of 2 ended on 2015-09-28 by the author, on 2015-10-02 by the State party.",
    ]


def test_both_passages_stand_side_by_side(found: Findings) -> None:
    ids = {claim.id for claim in found.claims}
    for one in versions_of_facts(found):
        assert one.verdict == "disagree"
        assert [member.place is not None and member.claim in ids for member in one.members] == [True, True]
