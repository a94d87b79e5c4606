"""Columns and groups of the list: the address holds the whole view, and a file holds exactly what the page shows."""

import csv
import html
import io
import json
import re
from typing import Any

import openpyxl
import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import Client

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.web.recommendations.columns import COLUMNS

QUERIES = 15
VIEW = "column=number&column=by&column=position&group_by=by&sort=-number&position=noted"


def table(answer: HttpResponse) -> list[list[str]]:
    """The rows of the page's table in words, the headings of its groups as first cell."""
    found, group = [], ""
    page = answer.content.decode().split('<table class="chosen">')[1].split("</table>")[0]
    for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL):
        cells = [_words(cell) for cell in re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL)]
        if 'scope="rowgroup"' in row:
            group = _words(re.sub(r'<span class="n num">.*?</span>', "", row))
        elif "<td" in row:
            found.append([group, *cells] if group else cells)
    return found


def _words(part: str) -> str:
    part = part.replace('<span class="vh">then</span>', "→")
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", part).split()))


def body(client: Client, name: str, question: str) -> bytes:
    answer = client.get(f"/recommendations/export.{name}?{question}")
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


def test_a_file_holds_what_the_page_shows(client: Client) -> None:
    shown = table(client.get(f"/recommendations/?{VIEW}"))
    assert len({row[0] for row in shown}) > 3
    text = body(client, "csv", VIEW).decode("utf-8-sig")
    head, *rows = list(csv.reader(io.StringIO(text)))
    assert head == ["State that made it", "Number", "Made by", "Answer"]
    assert rows == shown
    book = openpyxl.load_workbook(io.BytesIO(body(client, "xlsx", VIEW)))
    assert [list(row) for row in book.active.iter_rows(values_only=True)][1:] == shown
    plain = json.loads(body(client, "json", VIEW))
    assert [one["number"] for one in plain] == [row[1] for row in shown]
    assert all(one["group"][0] in one["by"] and one["position"] == "noted" for one in plain)
    assert list(plain[0]) == ["group", "number", "by", "position"]


def test_columns_stand_in_the_order_of_the_address(client: Client) -> None:
    answer = client.get("/recommendations/?column=position&column=text&column=number&column=no-such&column=text")
    head = re.findall(r'<th scope="col">(.*?)</th>', answer.content.decode())
    assert head == ["Answer", "Text", "Number"]


def test_every_column_can_be_shown_and_saved(client: Client) -> None:
    question = "&".join(f"column={column.key}" for column in COLUMNS)
    shown = table(client.get(f"/recommendations/?{question}"))
    (first, *_) = json.loads(body(client, "json", question))
    assert list(first) == [column.key for column in COLUMNS]
    assert len(shown[0]) == len(COLUMNS)
    for name in ("csv", "xlsx"):
        assert body(client, name, question)


def test_the_list_to_read_is_saved_in_its_own_columns(client: Client) -> None:
    page = client.get("/recommendations/?state=XAV").content.decode()
    address = html.unescape(re.search(r'href="(/recommendations/export\.json\?[^"]+)"', page)[1])
    rows = json.loads(b"".join(client.get(address).streaming_content))
    assert list(rows[0]) == ["number", "text", "by", "state", "cycle", "position", "date"]
    assert {row["state"] for row in rows} == {"XAV"}


@pytest.mark.parametrize("grouping", tasks.GROUPINGS)
def test_groups_have_headings_with_their_counts(
    client: Client, archive: Archive, grouping: str, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(QUERIES, connection=connections[archive.alias]):
        page = client.get(f"/recommendations/?group_by={grouping}").content.decode()
    wanted = tasks.RecommendationFilter(group_by=grouping)
    counts = list(tasks.count_groups(archive, wanted).values())
    shown = re.findall(r'<h3 class="group"><bdi>[^<]+</bdi> <span class="n num">(\d+)</span></h3>', page)
    assert shown
    assert set(map(int, shown)) <= set(counts)
    assert body(client, "csv", f"group_by={grouping}&column=number").decode().count("\n") == sum(counts) + 1


def test_what_is_no_group_groups_nothing(client: Client) -> None:
    page = client.get("/recommendations/?group_by=colour")
    assert page.status_code == 200
    assert 'class="group"' not in page.content.decode()


def test_the_form_keeps_the_whole_view(client: Client) -> None:
    page = client.get(f"/recommendations/?{VIEW}&state=XAV&view=compact&offset=0").content.decode()
    form = page.split('<form class="sheet columns"')[1].split("</form>")[0]
    kept = set(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    assert kept == {("group_by", "by"), ("sort", "-number"), ("position", "noted"), ("state", "XAV")}
    narrow = page.split('id="narrow"')[1].split("</form>")[0]
    assert narrow.count('name="column"') == 3
    everything = re.search(r'href="([^"]+)">Show all', page)[1]
    assert html.unescape(everything).endswith(
        "?column=number&column=by&column=position&view=compact&group_by=by&sort=-number"
    )


def test_a_file_in_the_readers_language(client: Client) -> None:
    client.post("/choices/keep", {"language": "fr"})
    rows = list(
        csv.reader(io.StringIO(body(client, "csv", "column=state&column=number&number=52.3").decode("utf-8-sig")))
    )
    assert rows[0][0] != "State under review"
    assert rows[1][0] == "Arvénie"


def test_no_other_format_of_columns(client: Client) -> None:
    assert client.get("/recommendations/export.jsonl?column=number").status_code == 404
    assert client.get("/recommendations/export.json").status_code == 404
