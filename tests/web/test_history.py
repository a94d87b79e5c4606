"""The State's own words come first, in the order of time; what lists of others say stands apart, behind them."""

from django.test import Client

from onrecord import tasks
from onrecord.model import Stage
from onrecord.store.archive import Archive

ITEM = ("A/HRC/52/97", "52.3")
APART = "In lists made by others"


def test_a_list_stands_behind(client: Client, archive: Archive) -> None:
    detail = tasks.show_recommendation(archive, *ITEM)
    assert detail.history[0].statement.stage is Stage.LIST
    page = client.get("/recommendations/A/HRC/52/97/52.3/").content.decode()
    history, _, behind = page.partition(APART)
    listed = [e.quote.text for e in detail.history if e.statement.stage is Stage.LIST]
    own = [e.quote.text for e in detail.history if e.statement.stage is not Stage.LIST]
    assert len(own) > 1
    assert [history.count(f"“{text}”") for text in own] == [1] * len(own)
    assert sorted(own, key=lambda text: history.index(f"“{text}”")) == own
    assert [behind.count(f"“{text}”") for text in listed] == [1] * len(listed)
    assert f"{len(own)} statements" in history


def test_a_list_can_be_lit(client: Client) -> None:
    page = client.get("/recommendations/A/HRC/52/97/52.3/?at=h1").content.decode()
    before, _, behind = page.partition(APART)
    assert 'class="shown"' in behind
    assert 'class="shown"' not in before


def test_without_a_list_there_is_no_such_part(client: Client, archive: Archive) -> None:
    every = tasks.list_recommendations(archive)
    plain = next(row for row in every if row.history and all(said.stage is not Stage.LIST for said in row.history))
    page = client.get(f"/recommendations/{plain.document}/{plain.number}/").content.decode()
    assert "History of the answer" in page
    assert APART not in page
