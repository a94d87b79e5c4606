"""Many labels at once in the workbench: the list, ticking, one decision, its undo, and the threshold."""

import re
from collections.abc import Iterator

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onrecord import labelling, tasks
from onrecord.store.archive import Archive

from .test_labels import Model
from .test_queries import MOST

ITEM = "A/HRC/52/97#52.3"
PAGE = "/labels/"


@pytest.fixture
def labelled(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    monkeypatch.setattr(labelling, "labeller", lambda path=None: Model())
    monkeypatch.setattr(labelling, "reader", lambda path=None: Model())
    tasks.label_documents(archive)
    yield archive


def shown(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def total(page: str) -> str:
    found = re.search(r'name="total" value="(\d+)"', page)
    assert found
    return found[1]


def test_the_list_stands_beside_the_queue(client: Client, labelled: Archive) -> None:
    page = shown(client)
    items = tasks.list_recommendations(labelled).total
    assert f"{items} labels, on {items} recommendations" in page
    assert page.count("data-row") == min(items, 20)
    narrowed = shown(client, f"{PAGE}?document=A/HRC/52/97&which=sure&name_of_label=issue:Justice")
    assert 'value="issue:Justice" selected' in narrowed
    assert '#label:issue:Justice"' in narrowed
    assert "#label:action:5" not in narrowed
    assert "0.97" in narrowed
    queue = shown(client, "/queue/")
    assert f"{items} labels wait in a list of their own" in queue
    assert "Suggested: Detention" not in queue
    assert 'href="/labels/"' in shown(client, "/")
    with tasks.seen_by(once=True), CaptureQueriesContext(connections[labelled.alias]) as captured:
        client.get(f"{PAGE}?which=sure&threshold=0.5")
    assert len(captured) <= MOST


def test_ticked_labels_are_decided_as_one_and_undone_as_one(client: Client, labelled: Archive) -> None:
    ticked = [f"{ITEM}#label:issue:Detention", "A/HRC/52/97#52.4#label:issue:Detention"]
    sent = {"label": ticked, "verdict": "right", "reason": "cells", "name": "Aigerim S.", "which": "unsure"}
    answer = client.post("/labels/decide", sent)
    assert answer.status_code == 302
    page = shown(client, answer.headers["Location"].partition("#")[0])
    assert "2 labels are right" in page
    assert "cells" in page
    assert "<b>Detention</b>" in shown(client, "/recommendations/A/HRC/52/97/52.3/")
    decision = re.search(r'name="decision" value="(\w+)"', page)
    assert decision
    assert client.post("/labels/undo", {"decision": decision[1], "back": PAGE, "name": "Aigerim S."}).status_code == 302
    assert "labels are right" not in shown(client)


def test_all_labels_of_a_list_are_decided_only_if_it_is_as_it_was_shown(client: Client, labelled: Archive) -> None:
    page = shown(client, f"{PAGE}?which=sure&document=A/HRC/52/97")
    sent = {"all": "yes", "verdict": "right", "name": "Aigerim S.", "which": "sure", "document": "A/HRC/52/97"}
    refused = client.post("/labels/decide", {**sent, "total": "3"})
    assert refused.status_code == 400
    assert "by now" in refused.content.decode()
    assert tasks.last_label_decisions(labelled) == ()
    assert client.post("/labels/decide", {**sent, "total": total(page)}).status_code == 302
    (kept,) = tasks.last_label_decisions(labelled)
    assert str(kept.count) == total(page)


def test_nobody_decides_without_a_name_or_without_a_label(client: Client, labelled: Archive) -> None:
    assert client.post("/labels/decide", {"all": "yes", "verdict": "right"}).status_code == 400
    assert client.post("/labels/undo", {"decision": "x"}).status_code == 400
    assert client.post("/labels/threshold", {"threshold": "0.5"}).status_code == 400
    none = client.post("/labels/decide", {"verdict": "right", "name": "Aigerim S."})
    assert none.status_code == 400
    assert 'role="alert"' in none.content.decode()
    assert tasks.last_label_decisions(labelled) == ()


def test_the_threshold_shows_what_would_change_and_is_kept_with_a_name(client: Client, labelled: Archive) -> None:
    items = tasks.list_recommendations(labelled).total
    tried = shown(client, f"{PAGE}?threshold=0,5")
    assert f"From 0.5 on, {3 * items} would be sure and 0 would wait." in tried
    assert "Nothing is changed yet" in tried
    sent = {"threshold": "0.5", "reason": "looked through", "name": "Aigerim S."}
    assert client.post("/labels/threshold", sent).status_code == 302
    page = shown(client)
    assert "Sure is what reaches 0.5." in page
    assert "looked through" in page
    assert "No label of this kind waits." in page
    assert client.post("/labels/threshold", sent).status_code == 409
    assert client.post("/labels/threshold", {**sent, "threshold": "much"}).status_code == 400
    kept = tasks.show_threshold(labelled).decision
    assert kept
    client.post("/judge/undo", {"judgement": kept.id, "back": PAGE, "name": "Aigerim S."})
    assert "Sure is what reaches 0.9." in shown(client)


def test_without_labels_the_list_says_how_to_get_them(client: Client, archive: Archive) -> None:
    assert "Suggest labels for all recommendations" in shown(client)


@pytest.mark.parametrize(
    "address", ["which=odd&document=odd&name_of_label=odd", "name_of_label=issue:odd&threshold=nan"]
)
def test_addresses_that_make_no_sense(client: Client, labelled: Archive, address: str) -> None:
    shown(client, f"{PAGE}?{address}")
