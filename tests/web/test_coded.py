"""Imported rows: sent by the browser, listed, narrowed, tied or not with the reason; wrong files are told apart."""

import re
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.vocabulary import states

QUERIES = 15
ORIGINAL = (
    "To,From,Text,Response,Action,Issue,Session\n"
    'Arvenia,{by},"{text}",Accepted,5,"Justice,Other",{session}\n'
    "Arvenia,France,Build a bridge to the moon and back,Noted,4,Transport,{session}\n"
    "Lower Selm,Atlantis,<script>alert(1)</script>,Perhaps,,,3\n"
)
CLEANED = (
    "row_id,session,cycle,sur_name,sur_iso3,rec_name,rec_iso3,response,response_original,action,issues,text\n"
    'S1-XAV-001,{session},4,Arvenia,XAV,Somewhere,{code},supported,Accepted,5,Justice|Other,"{text}"\n'
)


@pytest.fixture
def item(archive: Archive) -> tasks.RecommendationRow:
    """One of the report, to write a row of it."""
    return tasks.show_recommendation(archive, "A/HRC/52/97", "52.3").recommendation


def written(form: str, item: tasks.RecommendationRow) -> bytes:
    code = item.states[0]
    text = item.text.replace('"', '""')
    return form.format(by=states.name(code), code=code, text=text, session=item.session).encode("utf-8-sig")


def send(client: Client, content: bytes, name: str = "export.csv") -> str:
    """Import a file; gives the page that tells what came of it."""
    answer = client.post("/coded/import", {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 302
    for _ in range(200):
        page = client.get(answer["Location"]).content.decode()
        if "hx-trigger" not in page.split("<main")[1]:
            return page
        time.sleep(0.05)
    raise AssertionError("importing does not end")


def test_the_publishers_own_columns(client: Client, archive: Archive, item: tasks.RecommendationRow) -> None:
    page = send(client, written(ORIGINAL, item))
    assert "3 rows" in page
    assert "3 of them new" in page
    assert "Atlantis" in page
    assert tasks.count_coded(archive)["tied"] == 1
    page = client.get("/coded/").content.decode()
    assert f'href="/recommendations/{item.document}/52.3/"' in page
    assert "no item of the State has such a text" in page
    assert "its report is not on record" in page
    assert "Atlantis (?)" in page
    assert "<script>alert" not in page
    assert "all known already" in send(client, written(ORIGINAL, item))


def test_the_cleaned_columns(client: Client, archive: Archive, item: tasks.RecommendationRow) -> None:
    assert "1 row" in send(client, written(CLEANED, item))
    (row,) = tasks.list_coded(archive).page
    assert (row.tied, row.name, row.issues) == (item.id, "S1-XAV-001", ("Justice", "Other"))


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("outcome=tied", 1),
        ("outcome=no_text", 1),
        ("state=XAV&position=noted", 1),
        ("by=FRA&words=MOON", 1),
        ("issue=Transport&action=4", 1),
        ("session=3", 1),
        ("state=no-such&position=perhaps&action=9&session=x&outcome=maybe&offset=-1", 3),
        ("words=nobody+says+this", 0),
    ],
)
def test_filters(client: Client, item: tasks.RecommendationRow, question: str, count: int) -> None:
    send(client, written(ORIGINAL, item))
    page = client.get(f"/coded/?{question}").content.decode()
    assert page.count('class="it coded') == count
    assert re.search(r'<h2 id="l">(\d+) rows?</h2>', page)[1] == str(count)


def test_what_ties_in_each_review(client: Client, item: tasks.RecommendationRow) -> None:
    send(client, written(ORIGINAL, item))
    whole = client.get("/coded/reviews").content.decode()
    part = client.get("/coded/reviews", headers={"HX-Request": "true"}).content.decode()
    assert "<html" in whole
    assert "<html" not in part
    for page in (whole, part):
        assert "1 of 2 rows whose report is on record are tied: 50 %" in page
        assert "1 other review has no report on record;" in page
        assert item.document in page


def test_pages_are_bounded(
    client: Client, archive: Archive, tmp_path: Path, django_assert_max_num_queries: Any
) -> None:
    lines = [f"Arvenia,France,Plant tree number {n},Noted,4,Trees,{n % 20 + 1}\n" for n in range(170)]
    (tmp_path / "many.csv").write_text("To,From,Text,Response,Action,Issue,Session\n" + "".join(lines))
    tasks.import_coded(archive, tmp_path / "many.csv")
    for path in ("/coded/", "/coded/?offset=100&by=FRA", "/coded/reviews"):
        with django_assert_max_num_queries(QUERIES, connection=connections[archive.alias]):
            page = client.get(path).content.decode()
        assert page.count('class="it coded') <= 50
    assert "101 to 150 of 170" in client.get("/coded/?offset=100").content.decode()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "has no column"),
        (b"Name,Age\nAda,36\n", "Needed are To, From, Text, Response and Session"),
        (b"\xff\xfe\x00\x01", "is not written in UTF-8"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is not written in UTF-8"),
        (b"To,From,Text,Response,Action,Issue,Session\nArvenia,France,,Noted,4,,3\n", "This line has no text"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(client: Client, archive: Archive, content: bytes, says: str) -> None:
    answer = client.post("/coded/import", {"file": SimpleUploadedFile("wrong.csv", content or b" ")})
    page = ""
    for _ in range(200):
        page = client.get(answer["Location"]).content.decode()
        if "hx-trigger" not in page.split("<main")[1]:
            break
        time.sleep(0.05)
    assert says in page
    assert "Nothing was imported" in page
    assert client.get(answer["Location"]).status_code == 400
    assert tasks.list_coded(archive).page.total == 0


def test_without_a_file(client: Client) -> None:
    answer = client.post("/coded/import")
    assert answer.status_code == 400
    assert "Choose a file." in answer.content.decode()
    assert client.get("/coded/import").status_code == 200
    assert client.get("/coded/import/99999/").status_code == 404


def test_before_anything_is_imported(client: Client) -> None:
    page = client.get("/coded/")
    assert page.status_code == 200
    assert "Nothing was imported yet" in page.content.decode()
