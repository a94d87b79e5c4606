"""A file holds exactly what the page shows."""

import csv
import io
import json

import openpyxl
import pytest
from django.test import Client

QUESTION = "state=XAV&position=noted"


def body(client: Client, address: str) -> bytes:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    return b"".join(answer.streaming_content)


def shown(client: Client, question: str) -> list[str]:
    page = client.get(f"/recommendations/?{question}").content.decode()
    return [part.split("</bdi>")[0] for part in page.split('<span class="no"><bdi dir="ltr">')[1:]]


def test_csv(client: Client) -> None:
    rows = list(
        csv.DictReader(io.StringIO(body(client, f"/recommendations/export.csv?{QUESTION}").decode("utf-8-sig")))
    )
    assert [row["number"] for row in rows] == shown(client, QUESTION)
    assert {row["position"] for row in rows} == {"noted"}


def test_csv_of_pairs(client: Client) -> None:
    text = body(client, f"/recommendations/export.csv?{QUESTION}&count=pairs").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) > len(shown(client, QUESTION))
    assert all(row["by"] for row in rows)


def test_xlsx(client: Client) -> None:
    book = openpyxl.load_workbook(io.BytesIO(body(client, f"/recommendations/export.xlsx?{QUESTION}")))
    head, *rows = book.active.iter_rows(values_only=True)
    assert [row[head.index("number")] for row in rows] == shown(client, QUESTION)


def test_json_lines(client: Client) -> None:
    lines = body(client, f"/recommendations/export.jsonl?{QUESTION}").decode().splitlines()
    assert [json.loads(line)["number"] for line in lines] == shown(client, QUESTION)


def test_the_link_of_a_review_exports_that_review_only(client: Client) -> None:
    page = client.get("/reviews/XLS/1/list").content.decode()
    address = page.split('href="/recommendations/export.jsonl?')[1].split('"')[0].replace("&amp;", "&")
    lines = body(client, f"/recommendations/export.jsonl?{address}").decode().splitlines()
    assert {json.loads(line)["state"] for line in lines} == {"XLS"}


@pytest.mark.parametrize(("name", "status"), [("pdf", 404), ("exe", 404), ("csv%00", 400)])
def test_other_formats_are_refused(client: Client, name: str, status: int) -> None:
    assert client.get(f"/recommendations/export.{name}").status_code == status
