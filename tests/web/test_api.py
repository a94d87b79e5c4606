"""The same lists as JSON."""

import html
import json
import re
from pathlib import Path

import pytest
from django.test import Client

from onrecord.store.archive import Archive
from onrecord.tasks import NewAssessment, assess, judge, withdraw_assessment
from onrecord.tasks.importing import import_coded

ROW = "/api/recommendations/A/HRC/52/97/52.3"


def test_recommendations_are_paged_with_the_keys_of_the_command_line(client: Client) -> None:
    first = client.get("/api/recommendations?state=XAV&limit=10").json()
    assert (first["total"], first["offset"], first["next_offset"], len(first["rows"])) == (41, 0, 10, 10)
    assert {"id", "number", "text", "states", "position", "place", "history"} <= set(first["rows"][0])
    last = client.get("/api/recommendations?state=XAV&limit=10&offset=40").json()
    assert (len(last["rows"]), last["next_offset"]) == (1, None)


def test_one_recommendation(client: Client) -> None:
    answer = client.get(ROW).json()
    assert answer["recommendation"]["number"] == "52.3"
    assert answer["history"][-1]["statement"]["position"] == "supported"
    assert answer["quote"]["place"]["document"] == "A/HRC/52/97"


def test_filters_are_those_of_the_pages(client: Client) -> None:
    def numbers(question: str) -> list[str]:
        return [row["number"] for row in client.get(f"/api/recommendations?{question}&limit=500").json()["rows"]]

    for question in (
        "by=FRA&by=URY",
        "group=GRULAC&position=noted",
        "changed=yes",
        "judged=no&state=XLS",
        "number=52&words=police",
        "document=A/HRC/52/97&sort=-text",
        "cycle=4&session=41&position=supported&position=noted",
    ):
        exported = client.get(f"/recommendations/export.jsonl?{question}").getvalue().decode().splitlines()
        assert numbers(question) == [json.loads(line)["number"] for line in exported], question
        assert exported, question


def test_facets_count_what_the_list_holds(client: Client) -> None:
    for one in client.get("/api/facets?state=XAV").json()["position"]:
        assert client.get(f"/api/recommendations?state=XAV&position={one['value']}").json()["total"] == one["count"]


def test_reviews_and_one_review(client: Client) -> None:
    assert [row["state"] for row in client.get("/api/reviews").json()["rows"]] == ["XAV", "XLS"]
    assert client.get("/api/reviews?limit=1").json()["next_offset"] == 1
    one = client.get("/api/reviews/XAV/4").json()
    assert one["review"]["report"] == "A/HRC/52/97"
    assert one["check"]["items"]["received"] == 41


def test_papers_one_paper_and_one_page(client: Client) -> None:
    (row,) = client.get("/api/papers?kind=addendum&state=xav").json()["rows"]
    assert client.get(f"/api/papers/{row['sha256']}").json() == row
    pages = [client.get(f"/api/papers/{row['sha256']}/pages/{n + 1}").json() for n in range(row["pages"])]
    assert all(page["document"] == row for page in pages)
    assert sum(found["kind"] == "position" for page in pages for found in page["findings"]) == row["positions"]
    assert client.get(f"/api/papers/{row['sha256']}/pages/99").status_code == 404


def test_search(client: Client) -> None:
    found = client.get("/api/search", {"q": "police state:XAV", "kind": "recommendation"}).json()
    hit = found["rows"][0]
    start, end = hit["marks"][0]
    assert hit["sentence"][start:end].casefold() == "police"
    assert found["understood"] == "police AND state:XAV"
    assert {one["value"] for one in found["facets"]["kinds"]} == {"recommendation", "paragraph"}


def test_a_search_that_cannot_be_understood_is_explained(client: Client) -> None:
    answer = client.get("/api/search", {"q": '"police'})
    assert answer.status_code == 422
    assert answer.json()["what"] == "A quotation mark has no partner."
    assert client.get("/api/search").json()["what"] == "“q” is missing."


def test_states_and_one_state(client: Client) -> None:
    rows = {row["value"]: row for row in client.get("/api/states?limit=500").json()["rows"]}
    one = client.get("/api/states/fra").json()
    assert (one["items"], one["supported"]) == (rows["FRA"]["items"], rows["FRA"]["supported"])
    assert one["by_state"][0]["value"] == "XAV"


def test_queue_and_one_question(client: Client) -> None:
    queue = client.get("/api/queue?limit=2").json()
    assert sum(queue["waiting"].values()) == queue["total"]
    first = queue["rows"][0]
    assert client.get(f"/api/queue/{first['id']}").json() == first
    assert client.get("/api/queue?judged=yes").json()["total"] == 0


def test_coded_rows(client: Client, archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "coded.csv"
    path.write_text("To,From,Text,Response,Action,Issue,Session\nArvenia,France,Plant a tree,Noted,5,Trees,41\n")
    import_coded(archive, path)
    found = client.get("/api/coded?by=FRA&issue=Trees&action=5").json()
    assert found["rows"][0]["text"] == "Plant a tree"
    assert sum(found["outcomes"].values()) == found["total"] == 1
    assert client.get("/api/coded?by=AUT").json()["rows"] == []


def test_what_persons_decided_is_told(client: Client, archive: Archive) -> None:
    judge(archive, "A/HRC/52/97#52.3", "states", ("AUT",), reason="misread", who="Ada")
    (decided,) = client.get(ROW).json()["judgements"]
    assert (decided["who"], decided["value"], decided["seen"]) == ("Ada", ["AUT"], ["AUT", "MEX"])


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("recommendations?limit=0", "limit"),
        ("recommendations?limit=99999", "limit"),
        ("recommendations?offset=-1", "offset"),
        ("recommendations?offset=99999999999999999999", "offset"),
        ("recommendations?state=Arvenia", "state"),
        ("recommendations?state=XAV&state=1", "state"),
        ("recommendations?position=rejected", "position"),
        ("recommendations?cycle=x", "cycle"),
        ("recommendations?sort=weather", "sort"),
        ("recommendations?stat=XAV", "stat"),
        ("reviews/XAV/four", "cycle"),
        ("papers/abc", "sha256"),
        ("home?state=XAV", "state"),
    ],
)
def test_what_makes_no_sense_is_refused_with_advice(client: Client, path: str, where: str) -> None:
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 422
    told = answer.json()
    assert set(told) == {"kind", "what", "where", "advice"}
    assert (told["kind"], told["where"]) == ("BadQuestion", where)
    assert told["what"]
    assert told["advice"].endswith(".")


@pytest.mark.parametrize(
    "path",
    [
        "recommendations/A/HRC/52/97/999.9",
        "recommendations/A/HRC/1/1/1.1",
        "reviews/FRA/1",
        f"papers/{'0' * 64}",
        "states/QQQ",
        "queue/doubt:0",
        "nonsense",
        "recommendations/",
    ],
)
def test_what_is_not_there_is_told(client: Client, path: str) -> None:
    answer = client.get(f"/api/{path}")
    assert answer.status_code == 404
    assert answer.json()["kind"] == "NotFound"
    assert answer.json()["advice"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    answer = getattr(client, method)("/api/recommendations")
    assert answer.status_code == 405
    assert answer["Allow"] == "GET"
    assert answer.json()["advice"] == "The API only reads: use GET."


def test_a_mistake_of_ours_is_told_without_its_insides(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("a secret path")

    monkeypatch.setattr("onrecord.tasks.home", fails, raising=False)
    answer = client.get("/api/home")
    assert answer.status_code == 500
    assert set(answer.json()) == {"kind", "what", "where", "advice"}
    assert "secret" not in answer.content.decode()


def test_the_page_explains_every_address_and_asks_nobody_else(client: Client) -> None:
    page = client.get("/api/docs").content.decode()
    for path in client.get("/api/openapi.json").json()["paths"]:
        assert f"<code>{path}</code>" in page
    outside = re.findall(r'(?:src|href)="(?!/|#)([^"]*)"', page)
    assert not outside
    assert client.get("/api/")["Location"] == "/api/docs"
    for example in re.findall(r'class="eg">.*?<a href="([^"]+)"', page):
        assert client.get(html.unescape(example)).status_code == 200, example


def test_links_of_the_page_lead_somewhere(client: Client) -> None:
    page = client.get("/api/docs").content.decode()
    marks = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= marks


def test_assessments_and_all_voices_on_one_thing(client: Client, archive: Archive) -> None:
    target = "A/HRC/52/97#52.3"
    said = NewAssessment("partially", "NGO", "Selm Watch", "Two of five.", ("Selm Watch, 2025",))
    assess(archive, target, said, who="Ada")
    gone = assess(archive, target, NewAssessment("none", "ourselves"), who="Ada")
    withdraw_assessment(archive, gone.id, who="Ada")
    listed = client.get("/api/assessments").json()
    assert (listed["total"], listed["rows"][0]["name"], listed["rows"][0]["reasons"]) == (
        1,
        "Selm Watch",
        "Two of five.",
    )
    assert client.get("/api/assessments?withdrawn=yes").json()["total"] == 2
    assert client.get("/api/assessments?assessor=State").json()["total"] == 0
    assert client.get("/api/assessments", {"target": target}).json()["total"] == 1
    one = client.get("/api/assessments/A/HRC/52/97%2352.3").json()
    assert [voice["last"]["level"] for voice in one["voices"]] == ["partially"]
    assert len(one["history"]) == 2
    assert (one["about"]["number"], one["index"]) == ("52.3", None)
    assert client.get("/api/assessments/A/HRC/52/97%23999").status_code == 404


def test_progress_is_that_of_the_page(client: Client, archive: Archive) -> None:
    assert {"state": "XAV", "reviews": 1} in client.get("/api/progress").json()["rows"]
    answer = client.get("/api/progress/xav").json()
    assert (answer["cycles"][0]["supported"], answer["cycles"][0]["unassessed"]) == (30, 30)
    assert answer["populations"]
    assert client.get("/api/progress/ZZZ").status_code == 404
    assert client.get("/api/assessable?state=XAV").json()["total"] == 0
    assert client.get("/api/assessable").status_code == 422
