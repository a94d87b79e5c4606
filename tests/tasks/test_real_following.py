"""Following up on real papers, where ``../shared/data`` is there: goals that must not be lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import tasks

SHARED = Path(__file__).parents[3] / "shared"
REPORTS = SHARED / "data" / "upr" / "reports"
PAPERS = (
    *(REPORTS / f"kazakhstan{year}.pdf" for year in (2010, 2014)),
    *(SHARED / "data" / "slovenia" / name for name in ("A-HRC-14-37.pdf", "A-HRC-28-2.pdf")),
    SHARED / "seeds",
)

pytestmark = [pytest.mark.data, pytest.mark.skipif(not REPORTS.is_dir(), reason="../shared/data is not there")]


@pytest.fixture(scope="module")
def kazakhstan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tasks.Archive]:
    with tasks.open_archive(tmp_path_factory.mktemp("kaz") / "kaz.onrecord", passphrase="", create=True) as archive:
        assert not tasks.add_documents(archive, PAPERS).failed
        yield archive


def test_slander_and_libel_are_said_to_be_decriminalised_and_told_otherwise(kazakhstan: tasks.Archive) -> None:
    found = tasks.comparisons_about(kazakhstan, "A/HRC/28/10#124.47")
    later = [one for one in found if one.verdict == "said done, told otherwise later"]
    assert [side.paper.date for one in later for side in one.sides if side.claim.startswith("claim-")] == ["2016-06-23"]
    assert any("defamation" in side.quote for one in later for side in one.sides)
    # The same ask is noted in the same report, five times by other words.
    two_ways = {
        side.claim.partition("#")[2]
        for one in found
        if one.verdict == "answered two ways in one review"
        for side in one.sides
    }
    assert two_ways == {"124.47", "126.35", "126.38", "126.39", "126.40", "126.41"}


def test_progress_from_2010_to_2014(kazakhstan: tasks.Archive) -> None:
    found = tasks.state_progress(kazakhstan, "KAZ")
    first, second = found.cycles
    assert (first.items, first.supported, first.unassessed) == (128, 102, 102)
    assert (second.items, second.supported, second.noted, second.unassessed) == (194, 144, 50, 144)
    assert (first.said["done"], second.said["done"], second.said["under way"]) == (68, 48, 96)
    assert 45 <= first.repeated <= 75  # of 24 judged by hand, 16 were asked again
    assert [share.value for share in found.shares] == [23]
    assert {mark.date for mark in found.timeline if mark.what == "review"} == {"2010-02-12", "2014-10-30"}
