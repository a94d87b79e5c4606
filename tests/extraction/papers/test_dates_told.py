"""Dates in running text: a text and the dates told in it."""

import pytest

from onrecord.extraction.papers.dates_told import date_of, dates_in

TOLD = [
    ("On 3 and 4 May 2017 the police came.", ["2017-05-03/2017-05-04"]),
    ("It begins on March 9, 2015.", ["2015-03-09"]),
    ("the plan for 2011-2014, drawn up", ["2011/2014"]),
    ("the winters of 2010-11", ["2010/2011"]),
    ("since its last examination by the Committee in 2012, with", ["2012/.."]),
    ("prior to and during the march on 7 June 2018", ["../2018-06-07"]),
    ("from 5 to 16 May 2014", ["2014-05-05/2014-05-16"]),
    ("between June 2013 and March 2014", ["2013-06/2014-03"]),
    ("between 2010 and 2014", ["2010/2014"]),
    ("from 12 in 2020 to 57 in 2023", ["2020", "2023"]),
    ("dated 20.12.2011", ["2011-12-20"]),
    ("07/25/2019 | News", ["2019-07-25"]),
    ("05/06/2019", ["2019"]),  # day and month cannot be told apart
    ("31 November 2013", ["2013-11"]),  # no calendar has that day
    ("Oct. 3, 2014 and Sept 2015", ["2014-10-03", "2015-09"]),
    ("December 12-15, 2011", ["2011-12-12/2011-12-15"]),
    ("mid-2014", ["2014"]),
    ("the 2010 law", ["2010"]),
    ("A/HRC/2014/5, CCPR/C/XAV/CO/2, http://example.org/2013/05", []),
    ("Law No. 2004 and order 1999/3", []),
    ("in the third quarter of 2023, Q1 2022", ["2023-07/2023-09", "2022-01/2022-03"]),
    ("the first half of 2022, H2 2021", ["2022-01/2022-06", "2021-07/2021-12"]),
    ("fiscal year 2019/20, the season 2021/2022", ["2019/2020", "2021/2022"]),
    ("application 2019/45 and 2920/2016", []),
    ("between March and the end of June 2024", ["2024-03/2024-06"]),
    ("from late May 2023 to early March 2024", ["2023-05/2024-03"]),
    ("She appeared before a district court on 3 May 2023.", ["2023-05-03"]),
    ("It was closed before the end of 2023.", ["../2023"]),
    ("the largest protests since independence in May 2022", ["2022-05"]),
    ("the lowest turnout since 2005", ["2005/.."]),
    ("recently, in recent years, to date", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_dates_as_precise_as_the_words(text: str, expected: list[str]) -> None:
    assert [told.value for told in dates_in(text)] == expected


def test_the_words_stand_at_their_place() -> None:
    text = "Arrests have gone on since the vote of May 2016 in Selmgrad."
    told = date_of(text)
    assert told is not None
    assert text[told.start : told.end] == "since the vote of May 2016"
