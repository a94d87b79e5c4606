"""Filters and pages give the same on every kind of archive."""

import pytest

from onrecord.model import Identity, Kind, Mechanism, Position
from onrecord.store.archive import Archive
from onrecord.tasks import RecommendationFilter, iterate_recommendations, list_documents, list_recommendations
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, REPORT, report

SELM = Identity(Kind.WORKING_GROUP_REPORT, "A/HRC/40/3", "XLS", Mechanism.UPR, cycle=3, session=32)


@pytest.fixture
def two_reports(archive: Archive) -> Archive:
    put_on_record(archive, report(ITEMS).prepared())
    selm = {"23 (b)": ("Ratify nothing", ("FRA",)), "3": ("Улучшить условия", ("KAZ",))}
    put_on_record(archive, report(selm, Position.NOTED, identity=SELM).prepared())
    return archive


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (RecommendationFilter(), ["75.1", "75.2", "75.3", "76.1", "23 (b)", "3"]),
        (RecommendationFilter(state="XLS"), ["23 (b)", "3"]),
        (RecommendationFilter(cycle=4), ["75.1", "75.2", "75.3", "76.1"]),
        (RecommendationFilter(session=32), ["23 (b)", "3"]),
        (RecommendationFilter(by="FRA"), ["75.1", "75.3", "23 (b)"]),
        (RecommendationFilter(by="KAZ"), ["76.1", "3"]),
        (RecommendationFilter(position=Position.NOTED), ["23 (b)", "3"]),
        (RecommendationFilter(changed=True), []),
        (RecommendationFilter(number="75.2"), ["75.2"]),
        (RecommendationFilter(number="23"), ["23 (b)"]),
        (RecommendationFilter(document=REPORT, by="JPN"), ["76.1"]),
        (RecommendationFilter(words="PRESS work"), ["75.2"]),
        (RecommendationFilter(words="proteger defenseurs"), ["75.3"]),
        (RecommendationFilter(words="УЛУЧШИТЬ"), ["3"]),
        (RecommendationFilter(words="100% _"), []),
    ],
)
def test_filters(two_reports: Archive, wanted: RecommendationFilter, numbers: list[str]) -> None:
    assert [r.number for r in list_recommendations(two_reports, wanted)] == numbers
    assert [r.number for r in iterate_recommendations(two_reports, wanted)] == numbers


def test_pages(two_reports: Archive) -> None:
    page = list_recommendations(two_reports, limit=2, offset=3)
    assert ([r.number for r in page], page.total, page.offset) == (["76.1", "23 (b)"], 6, 3)
    assert len(list_recommendations(two_reports, limit=0)) == 0


def test_documents(two_reports: Archive) -> None:
    page = list_documents(two_reports, limit=1)
    assert (page.rows[0].state, page.total) == ("XAV", 2)
    assert (page.rows[0].recommendations, page.rows[0].positions, page.rows[0].doubts) == (4, 4, 2)
    assert page.rows[0].reasons == (("symbol", "It stands on the title page."),)
    assert [d.state for d in list_documents(two_reports, state="XLS", kind="Working Group report", cycle=3)] == ["XLS"]
    assert not list_documents(two_reports, kind="addendum").rows
