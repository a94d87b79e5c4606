"""What committees' papers say goes into JSON and comes out again, to the letter."""

import json

from onrecord.model import (
    Citation,
    CommitteeDate,
    CommitteeRecommendation,
    Communication,
    Contributor,
    Findings,
    Identity,
    IssueQuestion,
    Place,
    ToldEvent,
)
from onrecord.store import committee

AT = ("ab" * 32, "CCPR/C/XAV/CO/2")
PLACE = Place(*AT, 2, "14", 10, 30, ())
DATE = CommitteeDate("reply due", "2026-03-01", "by 1 March 2026", PLACE)
FOUND = Findings(
    Identity(),
    contributors=(Contributor("JS1", "Joint submission 1", "joint submission", PLACE, ("Selm Watch",), "Selm"),),
    citations=(Citation("4", "JS1", "", "para. 5", True, PLACE, "ibid."),),
    committee_recommendations=(CommitteeRecommendation("15", "Prisons", "Open them.", PLACE, PLACE, True),),
    issues=(IssueQuestion("3", "Prisons", ("7", "10"), "How many?", PLACE),),
    committee_dates=(DATE,),
    communications=(Communication(("N. O.",), "Arvenia", ("7",), ("9",), (), (PLACE,), (DATE,)),),
    told_events=(ToldEvent("author", "stay", "2011-12-12", "2011-12-29", "", "kept", PLACE, "claim-1"),),
)


def test_committee_findings_come_back_equal() -> None:
    said = json.loads(json.dumps(committee.pack(FOUND)))
    loaded = committee.unpack(said, AT)
    assert Findings(Identity(), **loaded) == FOUND


def test_nothing_is_written_where_nothing_was_found() -> None:
    assert committee.pack(Findings(Identity())) == {}
