"""Charts: the numbers stand in tables without script; the library is loaded where there are charts and nowhere else."""

import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.tasks import RecommendationFilter

STATIC = Path(__file__).parents[2] / "src" / "onrecord" / "web" / "static"
QUERIES = 15


def rows(page: str, key: str) -> dict[str, list[int]]:
    """The numbers of one chart's table, by the first cell of each row."""
    table = page.partition(f'<h2 id="{key}"')[2].partition("</table>")[0]
    return {
        re.sub(r"<[^>]+>", "", head): [int(n) for n in re.findall(r'data-n="(\d+)"', cells)]
        for head, cells in re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', table)
    }


def test_the_tables_hold_the_numbers(client: Client, archive: Archive) -> None:
    page = client.get("/reviews/XAV/4/figures").content.decode()
    pairs = [
        (row, code)
        for row in tasks.list_recommendations(archive, RecommendationFilter(state="XAV"))
        for code in row.states
    ]
    assert sum(map(sum, rows(page, "by-region").values())) == len(pairs)
    assert rows(page, "by-maker")["Germany"] == [
        sum(row.position == position for row, code in pairs if code == "DEU") for position in ("supported", "noted")
    ]
    over_time = rows(client.get("/reviews/over-time").content.decode(), "by-session")
    assert list(over_time) == ["May 2008", "November 2022"]
    assert sum(map(sum, over_time.values())) == tasks.list_recommendations(archive).total


def test_a_chart_of_cycles_stands_where_there_are_several(client: Client) -> None:
    assert 'id="by-cycle"' not in client.get("/reviews/XAV/4/figures").content.decode()


@pytest.mark.parametrize("path", ["/reviews/XAV/4/figures", "/reviews/XAV/4/regions", "/reviews/over-time"])
def test_parts_and_pages(client: Client, archive: Archive, path: str, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(QUERIES, connection=connections[archive.alias]):
        whole = client.get(path).content.decode()
    part = client.get(path, headers={"HX-Request": "true"}).content.decode()
    assert "<html" in whole
    assert "<html" not in part
    assert "<figure" in part
    assert '<details class="astable" open>' in part  # folded by the script alone


def test_the_library_is_loaded_on_pages_with_charts_only(client: Client) -> None:
    assert "echarts" in client.get("/reviews/XAV/4/").content.decode()
    for path in ("/", "/recommendations/", "/recommendations/A/HRC/52/97/52.3/", "/queue/"):
        assert "echarts" not in client.get(path).content.decode()


def test_what_was_taken_from_elsewhere_is_unchanged() -> None:
    for path, digest in re.findall(
        r"^\| (\S+) .*\| ([0-9a-f]{64}) \|$", (STATIC / "vendor/VENDORED.md").read_text(), re.M
    ):
        assert sha256((STATIC / "vendor" / path).read_bytes()).hexdigest() == digest, path
