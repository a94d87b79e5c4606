"""Links, labels, subjects and taxonomies in the API: in stretches, as the document says, within their queries."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.tasks.linking import refresh_links

from .conftest import EXAMPLES
from .test_labels import labelled  # noqa: F401  a fixture
from .test_queries import MOST

ITEM = "/api/links/A/HRC/52/97/51.11"


@pytest.fixture(scope="module")
def whole_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on Arvenia, and what organisations asked before it; links are worked out."""
    path = tmp_path_factory.mktemp("links") / "links.onrecord"
    with tasks.open_archive(path, passphrase="", create=True) as archive:
        report = EXAMPLES / "arvenia" / "papers" / "A-HRC-52-97.pdf"
        assert not tasks.add_documents(archive, [report, EXAMPLES / "arvenia-ngos" / "papers"]).failed
        refresh_links(archive, "XAV")
    return path


def got(client: Client, address: str, status: int = 200) -> Any:
    answer = client.get(address)
    assert answer.status_code == status, answer.content.decode()[:300]
    return answer.json()


def paper(archive: Archive) -> str:
    return next(
        row.sha256 for row in tasks.list_documents(archive) if row.name.endswith("lantern-watch-submission.pdf")
    )


def test_each_answers_within_its_queries(
    client: Client,
    archive: Archive,
    django_assert_max_num_queries: Any,
    labelled: Archive,  # noqa: F811
) -> None:
    for address in (
        ITEM,
        f"/api/uptake/{paper(archive)}",
        "/api/champions?subject=defamation&state=XAV",
        "/api/labels?which=sure&document=A/HRC/52/97&scheme=issue&name=Justice",
        "/api/subjects",
        "/api/subjects/human-rights-defenders-wide",
        "/api/taxonomies",
    ):
        got(client, address)  # links are worked out anew for the model of the test
        with tasks.seen_by(once=True), django_assert_max_num_queries(MOST, connection=connections[archive.alias]):
            got(client, address)


def test_the_uptake_of_a_paper_comes_in_stretches(client: Client, archive: Archive) -> None:
    whole = got(client, f"/api/uptake/{paper(archive)}")
    assert (whole["report"], whole["total"]) == ("A/HRC/52/97", len(whole["rows"]))
    assert whole["paper"]["sha256"] == paper(archive)
    repeal = next(row for row in whole["rows"] if "Article 214" in row["row"]["proposal"]["text"])
    assert repeal["decision"] == "same ask"
    assert "51.11" in {link["other"]["number"] for link in repeal["links"]}
    assert {"state": "CZE", "same_ask": 1, "same_subject": 0, "raised": 0} in whole["states"]
    first = got(client, f"/api/uptake/{paper(archive)}?limit=1")
    assert (len(first["rows"]), first["next_offset"]) == (1, 1)
    assert got(client, f"/api/uptake/{paper(archive)}?limit=1&offset=1")["rows"] == whole["rows"][1:2]
    assert got(client, f"/api/uptake/{'0' * 64}", 404)["what"]


def test_a_decision_of_a_person_stands_beside_the_link(client: Client, archive: Archive) -> None:
    def link() -> Any:
        rows = got(client, f"/api/uptake/{paper(archive)}")["rows"]
        return next(one for row in rows for one in row["links"] if one["other"]["number"] == "51.11")

    assert link()["decision"] is None
    tasks.judge(archive, link()["target"], "verdict", "wrong", reason="no", who="Ada")
    assert (link()["decision"]["who"], link()["decision"]["value"]) == ("Ada", "wrong")


def test_repeats_and_champions(client: Client, archive: Archive) -> None:
    found = got(client, ITEM)
    assert (found["text"]["number"], found["earlier"], found["later"]) == ("51.11", [], [])
    assert got(client, "/api/links/A/HRC/52/97/99.9", 404)["what"]
    states = got(client, "/api/champions?subject=defamation&state=xav")
    assert {row["state"] for row in states["rows"]} == {"CZE", "IRL"}
    assert states["items"] == 1
    assert got(client, "/api/champions?subject=defamation", 422)["what"]
    assert got(client, "/api/champions?subject=defamation&state=XAV&cycle=4", 422)["what"]  # no such filter


def test_suggested_labels(client: Client, labelled: Archive) -> None:  # noqa: F811
    sure = got(client, "/api/labels?which=sure&limit=2")
    items = tasks.list_recommendations(labelled).total
    assert (sure["total"], sure["labels"], len(sure["rows"])) == (items, 2 * items, 2)
    assert {label["name"] for label in sure["rows"][0]["labels"]} == {"5", "Justice"}
    assert (sure["threshold"], sure["counts"]) == (0.9, {"sure": 2 * items, "waiting": items})
    one = got(client, "/api/labels?scheme=issue&name=Detention&document=A/HRC/52/97")
    assert one["labels"] == items
    assert one["names"] == [{"value": "issue:Detention", "count": items}]
    assert got(client, "/api/labels?which=odd", 422)["what"]


def test_subjects_and_taxonomies(client: Client, archive: Archive, tmp_path: Path) -> None:
    listed = got(client, "/api/subjects?limit=1")
    assert (len(listed["rows"]), listed["next_offset"]) == (1, 1)
    one = got(client, "/api/subjects/human-rights-defenders-wide")
    assert one["subject"]["key"] == "human-rights-defenders-wide"
    assert one["total"] == len(one["rows"])
    assert got(client, "/api/subjects/none", 404)["what"]
    file = tmp_path / "tools.csv"
    file.write_text("key,parent,name,name_fr\na,,Cameras,\nb,a,Lenses,Objectifs\n", encoding="utf-8")
    tasks.import_taxonomy(archive, file, key="tools", title="Our tools")
    (tools,) = got(client, "/api/taxonomies")["rows"]
    assert tools["terms"][1] == {
        "key": "b",
        "parent": "a",
        "name": "Lenses",
        "note": "",
        "names": [["fr", "Objectifs"]],
    }


def test_they_stand_in_the_document_and_on_its_page(client: Client) -> None:
    paths = got(client, "/api/openapi.json")["paths"]
    wanted = {"/api/links/{symbol}/{number}", "/api/uptake/{sha256}", "/api/champions", "/api/labels", "/api/subjects"}
    assert wanted <= set(paths)
    page = client.get("/api/docs").content.decode()
    assert all(address in page for address in ("/api/champions", "/api/labels", "/api/taxonomies"))
