"""What an article was before and became later, out of the changes of a register."""

import pytest

from onrecord.matching.law_lines import is_older, line_of
from onrecord.model.law_register import Succession

CODE = "law:XAV:penal-code"


def change(old: str, new: str, since: str) -> Succession:
    return Succession(CODE, old, CODE, new, since)


def told(article: str, *changes: Succession) -> list[tuple[str, str, str]]:
    return [(step.article, step.since, step.until) for step in line_of([f"{CODE}:{article}"], changes)]


LINE = (change("64", "212", "2019-01-01"), change("212", "301", "2024"))


@pytest.mark.parametrize("article", ["64", "212", "301"])
def test_a_line_is_the_same_from_each_of_its_steps(article: str) -> None:
    assert told(article, *LINE) == [("64", "", "2019-01-01"), ("212", "2019-01-01", "2024"), ("301", "2024", "")]


def test_an_article_cut_in_two_has_both_and_none_of_the_other_half() -> None:
    cut = (change("64", "212", "2019"), change("64", "213", "2019"))
    assert told("64", *cut) == [("64", "", "2019"), ("212", "2019", ""), ("213", "2019", "")]
    assert told("213", *cut) == [("64", "", "2019"), ("213", "2019", "")]


def test_nothing_is_told_where_nothing_is_known() -> None:
    assert told("7", *LINE) == []


def test_a_circle_ends() -> None:
    assert {step[0] for step in told("1", change("1", "2", "2001"), change("2", "1", "2005"))} == {"1", "2"}


@pytest.mark.parametrize(
    ("date", "than", "older"),
    [("2014", "2015-01-01", True), ("2014", "2014-06", False), ("2015-02", "2015-01-01", False), ("", "2015", False)],
)
def test_a_date_is_older_only_where_it_surely_is(date: str, than: str, older: bool) -> None:
    assert is_older(date, than) is older
