"""The register of laws in the workbench: put in, change, what became of an article, undo; what is wrong is said."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from onrecord import tasks
from onrecord.store.archive import Archive
from tasks.test_register import KEY, NEW, OLD

ENTRY = {"name": "Labour Code", "state": "Arvenia", "kind": "code", "year": "2018", "aliases": "LC\r\nAct on Work"}
WHY = {"reason": "compared article by article", "own_name": "Jonas M."}
CHANGE = {"law": KEY, "article": "31", "became_law": KEY, "became_article": "140", "since": "2019-01-01"}
LAW = f"/laws/register/{KEY}/"


@pytest.fixture(scope="module")
def whole_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two papers that name two articles of one code."""
    folder = tmp_path_factory.mktemp("register")
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (folder / name).write_text(text, encoding="utf-8")
    with tasks.open_archive(folder / "laws.onrecord", passphrase="", create=True) as archive:
        assert not tasks.add_documents(archive, [folder / "old.txt", folder / "new.txt"]).failed
    return folder / "laws.onrecord"


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def put(client: Client, **more: str) -> None:
    assert client.post("/laws/register/enter", {**ENTRY, **WHY, **more}).headers["Location"] == LAW


def became(client: Client) -> None:
    assert client.post("/laws/register/became", {**CHANGE, **WHY}).headers["Location"] == LAW


def test_a_law_is_put_in_from_the_page_of_an_article(client: Client, archive: Archive) -> None:
    offered = page(client, f"/names/{KEY}:31/")
    assert "It does not stand there yet." in offered
    assert "name=Labour+Code&amp;key=law%3AXAV%3Alabour-code&amp;state=XAV#add" in offered
    form = page(client, f"/laws/register/?name=Labour+Code&key={KEY}&state=XAV")
    assert 'value="Labour Code"' in form and f'value="{KEY}"' in form and 'value="Arvenia"' in form
    put(client)
    (row,) = [row for row in tasks.list_register(archive) if row.law.id == KEY]
    assert (row.law.aliases, row.law.year, row.papers) == (("LC", "Act on Work"), "2018", 2)
    assert row.decision and (row.decision.who, row.decision.reason) == ("Jonas M.", "compared article by article")
    assert f'href="{LAW}"' in page(client, "/laws/register/")
    assert f'href="{LAW}"' in page(client, f"/names/{KEY}:31/")


def test_a_law_shows_articles_lines_and_what_papers_say(
    client: Client, archive: Archive, django_assert_max_num_queries: Any
) -> None:
    put(client)
    became(client)
    with django_assert_max_num_queries(15, connection=connections[archive.alias]):
        page(client, f"/names/{KEY}:140/")
    with django_assert_max_num_queries(15, connection=connections[archive.alias]):
        text = page(client, LAW)
    for what in ("LC", "Article 31", "Article 140", "until 1 January 2019", "since 1 January 2019"):
        assert what in text
    assert "punishes calls to strike with three years in prison" in text
    assert 'Article <bdi dir="ltr">31</bdi> became article <bdi dir="ltr">140</bdi> on 1 January 2019' in text


def test_mentions_of_the_old_article_stand_beside_those_of_the_new_one(client: Client) -> None:
    put(client)
    became(client)
    own, _, beside = page(client, f"/names/{KEY}:140/").partition("Mentions as article 31, Labour Code")
    assert "<mark>Article 140 of the Labour Code</mark>" in own
    assert "<mark>Article 31 of the Labour Code</mark>" not in own
    assert "Its number until 1 January 2019, by the register of laws." in beside
    assert "<mark>Article 31 of the Labour Code</mark>" in beside


def test_what_was_decided_is_undone_and_stays_readable(client: Client, archive: Archive) -> None:
    put(client)
    became(client)
    change = tasks.show_law(archive, KEY).decisions[-1]
    client.post("/judge/undo", {"judgement": change.id, "back": LAW})
    text = page(client, LAW)
    assert "since 1 January 2019" not in text
    assert "Withdrawn by Jonas M." in text
    assert "Mentions as article 31" not in page(client, f"/names/{KEY}:140/")


def test_an_entry_is_changed_on_what_was_seen(client: Client, archive: Archive) -> None:
    put(client)
    seen = tasks.show_law(archive, KEY).decision
    assert seen
    again = {"changing": "yes", "key": KEY, "year": "2017"}
    put(client, **again, based_on=seen.id)
    assert tasks.show_law(archive, KEY).law.year == "2017"
    refused = client.post("/laws/register/enter", {**ENTRY, **WHY, **again, "year": "2016", "based_on": seen.id})
    assert refused.status_code == 400
    assert '<details class="astable start" open>' in refused.content.decode()
    assert tasks.show_law(archive, KEY).law.year == "2017"


@pytest.mark.parametrize(
    ("path", "sent", "told"),
    [
        ("enter", {**ENTRY, **WHY, "name": ""}, "Write its name as papers do."),
        ("enter", {**ENTRY, **WHY, "state": "Arvnia"}, "No State is called “Arvnia”."),
        ("enter", {**ENTRY, **WHY, "reason": ""}, "Say in one line why."),
        ("enter", {**ENTRY, **WHY, "own_name": ""}, "Say who decides."),
        ("enter", {**ENTRY, **WHY, "year": "18"}, "is no year"),
        ("became", {**CHANGE, **WHY, "since": ""}, "Say since when."),
        ("became", {**CHANGE, **WHY, "since": "soon"}, "is no date"),
        ("became", {**CHANGE, **WHY, "became_article": ""}, "fill in both numbers or none"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_written_stays(
    client: Client, archive: Archive, path: str, sent: dict[str, str], told: str
) -> None:
    if path == "became":
        put(client)
    before = tasks.list_register(archive)
    answer = client.post(f"/laws/register/{path}", sent)
    text = answer.content.decode()
    assert answer.status_code == 400
    assert told in text
    kept = sent["article"] if path == "became" else sent["aliases"].split()[0]
    assert kept in text
    assert tasks.list_register(archive) == before


def test_no_such_law_is_not_found(client: Client) -> None:
    page(client, "/laws/register/law:XAV:none/", 404)
    answer = client.post("/laws/register/became", {**CHANGE, **WHY, "law": "law:XAV:none"})
    assert answer.status_code == 404
