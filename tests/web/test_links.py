"""Pages of links: uptake of a paper, one recommendation beside others, what asks the same, champions; decisions."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from django.utils.html import escape

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.tasks.linking import refresh_links
from onrecord.web.links.compared import beside

from .conftest import EXAMPLES

QUERIES = 15
ITEM = "/links/A/HRC/52/97/51.11/"


@pytest.fixture(scope="module")
def whole_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on Arvenia, and what organisations asked before it; links are worked out."""
    path = tmp_path_factory.mktemp("links") / "links.onrecord"
    with tasks.open_archive(path, passphrase="", create=True) as archive:
        report = EXAMPLES / "arvenia" / "papers" / "A-HRC-52-97.pdf"
        assert not tasks.add_documents(archive, [report, EXAMPLES / "arvenia-ngos" / "papers"]).failed
        refresh_links(archive, "XAV")
    return path


def uptake_page(archive: Archive) -> str:
    sha256 = next(row.sha256 for row in tasks.list_documents(archive) if row.name.endswith("bridge-briefing.pdf"))
    return f"/links/uptake/{sha256}/"


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def test_pages_answer_within_their_queries_with_nothing_inline(
    client: Client, archive: Archive, django_assert_max_num_queries: Any
) -> None:
    champions = "/links/champions/?state=XAV&subject=defamation"
    bearing = ITEM.replace("/links/", "/links/bearing/")
    for path in (
        uptake_page(archive),
        ITEM,
        bearing,
        "/links/",
        "/links/?state=ZZZ&offset=x",
        "/links/champions/",
        champions,
    ):
        with django_assert_max_num_queries(QUERIES, connection=connections[archive.alias]):
            text = page(client, path)
        assert re.search(r"<title>[^<]{3,} · Onrecord</title>", text)
        assert text.count("<h1") == 1
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", text)


def test_what_leads_nowhere_says_so(client: Client) -> None:
    for path in ("/links/uptake/none/", "/links/A/HRC/52/97/999.9/"):
        page(client, path, 404)


def test_an_uptake_table_leads_to_both_sources(client: Client, archive: Archive) -> None:
    text = page(client, uptake_page(archive))
    assert "same ask" in text
    assert "law: criminal code" in text
    assert "Czechia" in text
    lit = set(re.findall(r'href="(/papers/[0-9a-f]+/\?page=\d+&amp;start=\d+&amp;end=\d+)"', text))
    assert len({one.split("/")[2] for one in lit}) == 2  # the paper, and the report
    for one in lit:
        page(client, one.replace("&amp;", "&"))


def test_a_link_is_accepted_refused_and_undone(client: Client, archive: Archive) -> None:
    path = uptake_page(archive)
    text = page(client, path)
    one, other = re.search(
        r'name="one" value="([^"]+)"><input type="hidden" name="other" value="([^"]+)"', text
    ).groups()  # type: ignore[union-attr]
    sent = {"one": one, "other": other, "back": path}
    assert client.post("/links/judge", {**sent, "decision": "apart"}).status_code == 400  # nobody has told a name
    answer = client.post("/links/judge", {**sent, "decision": "apart", "name": "Ada"})
    assert (answer.status_code, answer["Location"]) == (302, path)
    assert "Refused by Ada" in page(client, path)
    judgement = re.search(r'name="judgement" value="(\w+)"', page(client, path))
    assert judgement
    client.post("/judge/undo", {"judgement": judgement[1], "back": path})
    client.post("/links/judge", {**sent, "decision": "together"})
    assert "Accepted by Ada" in page(client, path)
    assert client.post("/links/judge", {**sent, "decision": "nonsense"}).status_code >= 400
    away = client.post("/links/judge", {**sent, "other": f"{other}", "decision": "apart", "back": "//evil.example/"})
    assert away["Location"] == "/"


def test_clusters_are_joined_and_split(client: Client) -> None:
    assert "No two recommendations on record ask the same." in page(client, "/links/?state=XAV")
    sent = {"one": "A/HRC/52/97#51.11", "other": "A/HRC/52/97#53.3", "back": "/links/?state=XAV", "name": "Ada"}
    client.post("/links/judge", {**sent, "decision": "together"})
    text = page(client, "/links/?state=XAV")
    assert "Split off 53.3" in text
    assert "51.11" in page(client, "/links/A/HRC/52/97/53.3/")
    client.post("/links/judge", {**sent, "decision": "apart"})
    assert "Split off" not in page(client, "/links/?state=XAV")
    assert client.post("/links/judge", {**sent, "other": "no/such#1", "decision": "together"}).status_code == 404


def test_champions_and_words_of_anybody(client: Client) -> None:
    assert "Ireland" in page(client, "/links/champions/?state=XAV&subject=defamation")
    hostile = '"><script>alert(1)</script>'
    text = page(client, f"/links/champions/?subject={hostile}")
    assert "<script>alert" not in text
    assert escape(hostile) in text


def test_pages_lead_to_links(client: Client, archive: Archive) -> None:
    assert ITEM in page(client, "/recommendations/A/HRC/52/97/51.11/")
    paper = uptake_page(archive).replace("/links/uptake/", "/papers/")
    assert uptake_page(archive) in page(client, paper)


def test_what_bears_on_it_comes_as_a_part_and_claims_are_taken_as_evidence(client: Client) -> None:
    path = "/links/bearing/A/HRC/52/97/52.3/"
    part = client.get(path, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    whole = page(client, path)
    fields = re.search(r'name="one" value="(claim[^"]+)"><input type="hidden" name="other" value="([^"]+)"', whole)
    assert fields
    sent = {"one": fields[1], "other": fields[2], "back": path, "decision": "together", "name": "Ada"}
    assert client.post("/links/judge", sent).status_code == 302
    assert "Accepted by Ada" in page(client, path)


def test_what_only_one_side_says_is_marked() -> None:
    left, right = beside("Abolish the death penalty.", "Abolish, by law, the Death penalty")
    assert left == (("Abolish ", False), ("the death penalty.", False))
    assert right == (("Abolish, ", False), ("by law, ", True), ("the Death penalty", False))
