"""Dates that what stands before makes whole."""

import pytest

from onrecord.extraction.papers.dates_of_today import dates_of_today
from onrecord.extraction.papers.dates_unstated import covered, dates_of_the_year, later_dates, whole_dates

YEARLESS = [
    ("Troops came on 3 May.", "2017-04-28", "", ["2017-05-03"]),
    ("It has been closed since January 9.", "2016-12-20", "", ["2017-01-09/.."]),
    ("By the end of December it had closed.", "", "2023-01-17", ["../2022-12"]),
    ("The raid of 5-7 June", "2015", "", ["2015-06-05/2015-06-07"]),
    ("The hearing will be held on 4 March.", "", "2023-01-17", ["2023-03-04"]),
    ("In March a mission came.", "", "2023-04", ["2023-03"]),
    ("In June a mission came.", "", "2023-04", ["2022-06"]),
    ("In June a mission came.", "", "2023", []),  # the year alone does not decide
    ("In October she was fined.", "2019/2022", "2024-01", ["2023-10"]),  # a period of years is no point to go on from
    ("In March his car was burnt.", "2022-05-04", "2023-10-03", ["2023-03"]),  # what is told goes on in time
    ("She had been warned in March.", "2022-05-04", "2023-10-03", ["2022-03"]),
    ("The bill passed on 19 June, and will be heard next month.", "", "2023-10-03", ["2023-06-19"]),
    ("It happened between February and September.", "2022-01", "", ["2022-02/2022-09"]),
    ("from November to January", "2022-10", "", ["2022-11/2023-01"]),
    ("in May 2014, on 3 May 2014 and May 3, 2014", "2016-01", "", []),  # nothing is missing there
    ("They may march in the cold", "2016-01", "", []),
]
LATER = [
    ("That night the house burnt.", "2017-05-03", ["2017-05-03"]),
    ("Two weeks later he died.", "2017-05-03", ["2017-05-17"]),
    ("The next day she left.", "2016-12-31", ["2017-01-01"]),
    ("Three months later it closed.", "2016-11", ["2017-02"]),
    ("The following year it was banned.", "2016-11", ["2017"]),
    ("Two weeks later he died.", "2017-05", []),  # the day is not known
    ("Two weeks later he died.", "", []),
    ("A fortnight later it was signed.", "2022-05-30", ["2022-06-13"]),
    ("Ten months on, nobody had been charged.", "2022-02-06/2022-02-07", ["2022-12"]),
    ("Three days earlier, he had written home.", "2017-05-03", ["2017-04-30"]),
    ("It was opened on the 9th and closed.", "2024-01-02/2024-01-03", ["2024-01-09"]),
    ("It was opened on the 9th floor.", "2024-01-02", []),
    ("It was opened on the 2nd.", "2024-01-09", []),  # of which month?
    ("Two days later he died.", "2017-05-03/..", []),
]


@pytest.mark.parametrize(("text", "before", "paper", "expected"), YEARLESS)
def test_year_from_what_stands_before(text: str, before: str, paper: str, expected: list[str]) -> None:
    assert [told.value for told in whole_dates(text, 0, len(text), before=lambda _: before, paper=paper)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices fell in the second quarter.", ["2022-04/2022-06"]),
        ("Nobody had answered by the end of the year.", ["2022"]),
        ("The trial went on at the year's end.", ["2022-12"]),
        ("It was shown at the end of the year of mourning.", []),
    ],
)
def test_parts_of_the_year_that_is_told_of(text: str, expected: list[str]) -> None:
    assert [told.value for told in dates_of_the_year(text, 0, len(text), year=2022)] == expected
    assert not list(dates_of_the_year(text, 0, len(text), year=0))


@pytest.mark.parametrize(
    ("title", "paper", "year"),
    [
        ("Arvenia: country note 2022", "2023-01", 2022),
        ("The World's Liberties 2022/23", "2023-04-27", 2022),
        ("The strike of 2019 and its end", "2023", 0),
        ("Annual report 2023", "2023-12", 0),  # the year is not over
    ],
)
def test_the_year_that_a_title_names(title: str, paper: str, year: int) -> None:
    assert covered(title, paper) == year


def test_a_report_on_a_past_year_tells_of_that_year() -> None:
    text = "In February crowds marched; on 6 July they came back."
    for before, years in (("", ["2022", "2022"]), ("2022-03", ["2022", "2022"]), ("2019-05", ["2020", "2019"])):
        found = whole_dates(text, 0, len(text), before=lambda _, near=before: near, paper="2023-04", covers=2022)
        assert [told.value[:4] for told in found] == years


@pytest.mark.parametrize(("text", "before", "expected"), LATER)
def test_counted_from_the_date_before(text: str, before: str, expected: list[str]) -> None:
    assert [told.value for told in later_dates(text, 0, len(text), before=lambda _: before)] == expected


TODAY = [  # text, the day of the paper, dates
    ("Yesterday the Committee met.", "2022-10-18", ["2022-10-17"]),
    ("Last week monks were freed.", "2022-05-09", ["2022-05-02/2022-05-08"]),
    ("A bill was tabled last month.", "2024-01", ["2023-12"]),
    ("Editors were jailed last year and earlier this year.", "2024-01", ["2023", "2024"]),
    ("Flowers were laid on Monday.", "2022-05-11", ["2022-05-09"]),
    ("On Monday, 3 May, flowers were laid.", "2022-05-11", []),  # the day stands there
    ("Over the past two years, 23 monks left.", "2023-10-03", ["2021-10/2023-10"]),
    ("Over the past two years, 23 monks left.", "2023", ["2021/2023"]),
    ("Editors were jailed, Selm Watch said today.", "2022-05-11", []),  # the day of the telling
    ("Yesterday the Committee met.", "2022-10", []),  # the day is not known
    ("Yesterday the Committee met.", "", []),
]


@pytest.mark.parametrize(("text", "paper", "expected"), TODAY)
def test_counted_from_the_day_of_the_paper(text: str, paper: str, expected: list[str]) -> None:
    assert [told.value for told in dates_of_today(text, 0, len(text), paper=paper)] == expected
