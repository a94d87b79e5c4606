"""Every page answers, within so many queries, and holds no script or style in its text."""

import re
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from onrecord.store.archive import Archive
from onrecord.tasks.linking import refresh_links

QUERIES = 15
PAGES = (
    "/",
    "/reviews/",
    "/reviews/XAV/4/",
    "/reviews/XAV/4/?count=pairs",
    "/reviews/XLS/1/",
    "/reviews/XAV/4/regions",
    "/reviews/XAV/4/list",
    "/recommendations/",
    "/recommendations/?words=counsel&position=supported&changed=yes&view=compact",
    "/recommendations/?state=XAV&by=FRA&number=48",
    "/recommendations/A/HRC/52/97/52.3/",
    "/recommendations/A/HRC/52/97/52.3/?at=h2",
    "/recommendations/A/HRC/52/97/52.3/?page=1",
    "/recommendations/A/HRC/52/97/52.3/?at=chapeau",
    "/recommendations/A/HRC/52/97/52.3/around",
    "/papers/",
    "/search/",
    "/search/?q=counsel",
    "/search/?q=state%3AXAV+position%3Anoted&kind=recommendation",
    "/search/?q=nothing+says+this",
    "/queue/",
    "/queue/?kind=rule&offset=1",
    "/queue/?kind=no-such-kind&offset=99999",
    "/states/",
    "/states/FRA/",
    "/add/",
    "/choices/",
    "/judge/A/HRC/52/97/52.3/",
    "/following/A/HRC/52/97/52.3/",
    "/following/A/HRC/52/97/52.3/?q=questioning",
    "/following/A/HRC/52/97/52.3/voices",
    "/progress/",
    "/progress/XAV/",
    "/progress/XAV/promises",
    "/contradictions/",
    "/wording/",
)
PARTS = (  # of a page
    "/reviews/XAV/4/regions",
    "/recommendations/A/HRC/52/97/52.3/around",
    "/following/A/HRC/52/97/52.3/voices",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_answers_within_its_queries(
    client: Client, archive: Archive, path: str, django_assert_max_num_queries: Any
) -> None:
    refresh_links(archive, "XAV")  # worked out once, after papers have changed
    with django_assert_max_num_queries(QUERIES, connection=connections[archive.alias]):
        answer = client.get(path)
    assert answer.status_code == 200


@pytest.mark.parametrize("path", [path for path in PAGES if path not in PARTS])
def test_a_page_has_a_title_one_heading_and_nothing_inline(client: Client, path: str) -> None:
    text = client.get(path).content.decode()
    assert re.search(r"<title>[^<]{3,} · Onrecord</title>", text)
    assert text.count("<h1") == 1
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)
    assert not re.search(r"""(?:src|href|action)=["'](?:https?:)?//""", text)


def test_an_address_that_leads_nowhere_says_so(client: Client) -> None:
    answer = client.get("/no-such-page")
    assert answer.status_code == 404
    assert "There is no such page" in answer.content.decode()


def test_a_number_that_the_report_does_not_have(client: Client) -> None:
    answer = client.get("/recommendations/A/HRC/52/97/999.9/")
    assert answer.status_code == 404
    assert "48.1 to 53.3" in answer.content.decode()
