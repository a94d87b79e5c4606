"""Lists in groups: an item stands with each of its States, nothing is left out, counts are those of the list."""

from collections import Counter

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.errors import SettingError
from onrecord.model import Position
from onrecord.store.archive import Archive
from onrecord.tasks import GROUPINGS, RecommendationFilter
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, report

from .test_lists import SELM


@pytest.fixture
def filled(archive: Archive) -> Archive:
    put_on_record(archive, report({**ITEMS, "76.2": ("Plant trees", ())}).prepared())
    selm = {"23 (b)": ("Ratify nothing", ("FRA", "DEU"))}
    put_on_record(archive, report(selm, Position.NOTED, identity=SELM).prepared())
    return archive


@pytest.mark.parametrize(
    ("group_by", "rows"),
    [
        ("review", ["XAV 4: 75.1", "XAV 4: 75.2", "XAV 4: 75.3", "XAV 4: 76.1", "XAV 4: 76.2", "XLS 3: 23 (b)"]),
        ("position", ["noted: 23 (b)", *(f"pending: {number}" for number in ("75.1", "75.2", "75.3", "76.1", "76.2"))]),
    ],
)
def test_groups_in_order(filled: Archive, group_by: str, rows: list[str]) -> None:
    found = tasks.list_grouped(filled, RecommendationFilter(group_by=group_by))
    assert [f"{' '.join(one.group)}: {one.row.number}" for one in found] == rows
    assert found.total == len(rows)


def test_an_item_stands_with_each_state_that_made_it(filled: Archive) -> None:
    found = tasks.list_grouped(filled, RecommendationFilter(group_by="by"))
    assert [(one.group[0], one.row.number) for one in found] == [
        ("BRA", "75.1"),
        ("FRA", "75.1"),
        ("FRA", "75.3"),
        ("FRA", "23 (b)"),
        ("DEU", "75.2"),  # Germany: by name, not by code
        ("DEU", "23 (b)"),
        ("JPN", "76.1"),
        ("KAZ", "76.1"),
        ("", "76.2"),
    ]


def test_a_region_counts_an_item_once(filled: Archive) -> None:
    found = tasks.list_grouped(filled, RecommendationFilter(group_by="region", sort="-number"))
    asia = [one.row.number for one in found if one.group == ("Asia-Pacific",)]
    assert asia == ["76.1"]  # by two States of the region
    assert [one.row.number for one in found if one.group == ("",)] == ["76.2"]


@pytest.mark.parametrize("group_by", GROUPINGS)
def test_counts_pages_and_exports_agree(filled: Archive, group_by: str) -> None:
    wanted = RecommendationFilter(group_by=group_by, sort="-text")
    every = [(one.group, one.row.id) for one in tasks.list_grouped(filled, wanted)]
    assert tasks.count_groups(filled, wanted) == Counter(group for group, _ in every)
    stretches = [tasks.list_grouped(filled, wanted, limit=2, offset=at) for at in range(0, len(every), 2)]
    assert [(one.group, one.row.id) for page in stretches for one in page] == every
    assert [(one.group, one.row.id) for one in tasks.iterate_grouped(filled, wanted)] == every
    assert {id_ for _, id_ in every} == {row.id for row in tasks.list_recommendations(filled)}


def test_filters_hold_inside_groups(filled: Archive) -> None:
    wanted = RecommendationFilter(group_by="region", bys=("FRA",), words="ratify")
    assert [(one.group[0], one.row.number) for one in tasks.list_grouped(filled, wanted)] == [
        ("GRULAC", "75.1"),
        ("WEOG", "75.1"),
        ("WEOG", "23 (b)"),
    ]


def test_so_many_queries_however_long_the_list(filled: Archive) -> None:
    def asked(limit: int) -> int:
        with CaptureQueriesContext(connections[filled.alias]) as told:
            tasks.list_grouped(filled, RecommendationFilter(group_by="by"), limit=limit)
        return len(told)

    assert asked(1) == asked(9) <= 6


def test_an_unknown_group_is_refused(filled: Archive) -> None:
    with pytest.raises(SettingError, match="colour"):
        tasks.list_grouped(filled, RecommendationFilter(group_by="colour"))
