"""A draft from real papers, where ``../shared`` is there: what was known before one day, to the letter."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.model.written import blocks_of, marks_of
from onrecord.store import documents, tables
from onrecord.store.archive import Archive
from onrecord.tasks import add_documents, open_archive
from onrecord.tasks.drafting import Drafted, draft_paper
from onrecord.tasks.finishing import export_paper, finish_paper

SHARED = Path(__file__).parents[3] / "shared"
REPORTS = SHARED / "data" / "upr" / "reports"
DAY = "2014-10-30"
pytestmark = [pytest.mark.data, pytest.mark.skipif(not REPORTS.exists(), reason="../shared is not there")]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, Drafted]]:
    path = tmp_path_factory.mktemp("real") / "kaz.onrecord"
    with open_archive(path, passphrase="", create=True) as archive:
        papers = [SHARED / "seeds", REPORTS / "kazakhstan2010.pdf", REPORTS / "kazakhstan2014.pdf"]
        assert not add_documents(archive, papers).failed
        yield archive, draft_paper(archive, "KAZ", cycle=2, subject="defender", before=DAY, who="Ann")


def test_nothing_of_that_day_or_later_is_used(record: tuple[Archive, Drafted]) -> None:
    archive, done = record
    cited = finish_paper(archive, done.paper.id).cited.values()
    assert len(cited) > 15
    assert all(not one.paper.date or one.paper.date < DAY for one in cited)
    assert done.later == 3
    assert len(done.inferred) == 3  # papers for that review, which bear no date
    assert done.undated == ()


def test_every_quotation_stands_where_its_note_leads(record: tuple[Archive, Drafted]) -> None:
    archive, done = record
    text, finished = done.paper.current.text, finish_paper(archive, done.paper.id)
    found = re.findall(r"“((?:(?!\.\[@).)+)”\.(\[@[^\]]+\])", text)
    assert len(found) > 15
    for quote, target in found:
        (reference,) = marks_of(target)[0][0].references
        cited = finished.cited[reference.id]
        row = tables.Document.objects.using(archive.alias).get(sha256=cited.place.sha256)
        start, end = cited.sentence or (cited.place.start, cited.place.end)
        around = documents.load(row).text[min(start, cited.place.start) : max(end, cited.place.end)]
        assert plain(quote) in plain(around)


def test_two_figures_of_the_dead_stand_in_one_block(record: tuple[Archive, Drafted]) -> None:
    _, done = record
    (block,) = [one.text for one in blocks_of(done.paper.current.text) if "17 deaths" in one.text]
    assert block.startswith("Sources differ.")
    assert "12 people" in block
    assert "Human Rights Watch:" in block


def test_the_recommendations_are_those_of_the_review_before(record: tuple[Archive, Drafted]) -> None:
    archive, done = record
    assert "[@table: recommendations state=KAZ cycle=1" in done.paper.current.text
    assert export_paper(archive, done.paper.id, "pdf").startswith(b"%PDF")


def plain(text: str) -> str:
    return " ".join(text.replace("\\", "").split())
