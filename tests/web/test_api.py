"""The same lists as JSON."""

import pytest
from django.test import Client

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


def test_documents_reviews_and_check(client: Client) -> None:
    assert client.get("/api/documents?state=XLS").json()["total"] == 1
    assert [row["state"] for row in client.get("/api/reviews").json()] == ["XAV", "XLS"]
    assert client.get("/api/check?state=XAV").json()[0]["items"]["received"] == 41


@pytest.mark.parametrize(
    "question", ["limit=0", "limit=99999", "offset=-1", "state=Arvenia", "position=rejected", "cycle=x", "words=%00"]
)
def test_what_makes_no_sense_is_refused(client: Client, question: str) -> None:
    assert client.get(f"/api/recommendations?{question}").status_code == 422


def test_what_is_not_there_is_told(client: Client) -> None:
    answer = client.get("/api/recommendations/A/HRC/52/97/999.9")
    assert answer.status_code == 404
    assert answer.json()["kind"] == "NotFound"


def test_nothing_can_be_written(client: Client) -> None:
    assert client.post("/api/recommendations", {}).status_code == 405


def test_it_says_what_there_is(client: Client) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {"/api/recommendations", "/api/documents", "/api/reviews", "/api/check"} <= set(paths)
