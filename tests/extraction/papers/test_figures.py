"""Figures in running text: a text and the quantities in it, as (value, comparator, what)."""

import pytest

from onrecord.extraction.papers.figures import figures_in

TOLD = [
    (
        "at least 9 deaths, 41 wounded miners, and 12 convictions",
        [(9, "at least", "deaths"), (41, "", "wounded miners"), (12, "", "convictions")],
    ),
    ("The State only met 31% of its targets.", [(31, "only", "% targets")]),
    ("some 300 families", [(300, "some", "families")]),
    ("more than 12,500 detainees and 3.5 million crowns", [(12500, "more than", "detainees"), (3500000, "", "crowns")]),
    ("two journalists were held for 15 days", [(2, "", "journalists"), (15, "", "days")]),
    ("twenty-three members of the union", [(23, "", "members")]),
    ("dozens of people and several local groups", [(None, "dozens", "people"), (None, "several", "local groups")]),
    ("tens of thousands of people", [(None, "tens of thousands", "people")]),
    ("in May 2014, 30 activists were arrested", [(30, "", "activists")]),
    ("accepted 90 recommendations", [(90, "", "recommendations")]),
    ("recommendations 7, 8 and 9; articles 400 and 403; the 20th session; paragraph 12; aged 43", []),
    ("On 31 July and 5 August, four shops were closed.", [(4, "", "shops")]),
    ("Two years later nothing has changed; five years on, the case is open.", []),
    ("Of 90 requests the city refused 75.", [(90, "", "requests"), (75, "", "requests")]),
    ("Of the 12 men, 7 were beaten; 3 of them died.", [(12, "", "men"), (7, "", "men"), (3, "", "men")]),
    ("Of the 12 letters, 9 carry one stamp.", [(12, "", "letters"), (9, "", "letters"), (1, "", "stamp")]),
    ("Nine of the 40 cells have no window", [(9, "", "cells"), (40, "", "cells")]),
    ("In 2016, 30 were arrested", [(30, "", "arrested")]),
    ("It closed one school in three months the union counted", [(1, "", "school"), (3, "", "months")]),
    ("one of them, one another, no one could", []),
    ("most of the teachers", [(None, "most", "teachers")]),
    (
        "eleven villages, thirty months, 4 million crowns",
        [(11, "", "villages"), (30, "", "months"), (4000000, "", "crowns")],
    ),
    ("ignoring some and mocking others", []),
    ("three to eight years' imprisonment", [(3, "", "years' imprisonment"), (8, "", "years' imprisonment")]),
    ("between 50 and 70 people were hurt", [(50, "", "people"), (70, "", "people")]),
    ("at least a dozen editors, two dozen women", [(12, "at least", "editors"), (24, "", "women")]),
    ("half a dozen men", []),
    ("They were men under 25.", [(25, "under", "years of age")]),
    ("One in five prisoners is ill.", [(20, "", "% prisoners")]),
    ("a pay gap of 27 per cent", [(27, "", "% pay gap")]),
    ("It puts the toll at eleven.", [(11, "", "toll")]),
    ("It promised lamps to all wardens; to date 40 of them have one.", [(40, "", "wardens")]),
    ("A bribe of $5,000 and US$ 3 million", [(5000, "", "dollars"), (3000000, "", "US dollars")]),
    ("More than half of the women were beaten.", [(None, "more than half", "women")]),
    ("Hundreds were arrested.", [(None, "hundreds", "arrested")]),
    ("a monument to one man's pride, in one district alone, over the past two years", []),
    ("27 trials, 18 of which were secret", [(27, "", "trials"), (18, "", "trials")]),
    ("Ada turned 39; it came one month after the Law on Mass Media.", []),
    ("Nine in ten trials ended so.", [(90, "", "% trials")]),
    ("Seven people lost their lives.", [(7, "", "people")]),
    ("The union puts it at over 300.", [(300, "over", "number")]),
    ("62 “rioters” were held", [(62, "", "rioters")]),
    ("dozens of pages are blocked; it puts the number at eight", [(None, "dozens", "pages"), (8, "", "pages")]),
    ("seven men who were last seen in camps", [(7, "", "men who were last seen in")]),
    ("One in four was under 21.", [(25, "", "% "), (21, "under", "years of age")]),
    ("eight and a half years in a camp", [(8.5, "", "years")]),
    ("One in three of the miners is ill.", [(None, "one in three", "miners")]),
    ("Roughly one household in five is poor.", [(20, "", "% household")]),
    ("Two out of three guards left.", [(None, "two in three", "guards")]),
    ("a raid in one town in 12 districts", [(1, "", "town"), (12, "", "districts")]),
    ("Two thirds of the fines and a tenth of the cases", [(None, "two thirds", "fines"), (None, "a tenth", "cases")]),
    ("Article 274 (4) and articles 12(3)", []),
    ("Not one guard was tried, and all but three visitors left.", []),
    ("fined KZT 500,000 (about GBP 900)", [(500000, "", "KZT"), (900, "about", "GBP")]),
    ("They put the number of dead miners at 14.", [(14, "", "dead miners")]),
    ("The office speaks of 78 per cent.", [(78, "", "% number")]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_figures_as_worded(text: str, expected: list[tuple[float | None, str, str]]) -> None:
    assert [(f.value, f.comparator, f.what) for f in figures_in(text)] == expected


def test_a_figure_keeps_its_place() -> None:
    text = "Guards killed at least 9 prisoners that night."
    (figure,) = figures_in(text)
    assert text[figure.start : figure.end] == "at least 9 prisoners"
