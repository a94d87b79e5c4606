"""Questions one after another; a verdict is kept, undone, and met by somebody who was quicker."""

import re

from django.test import Client

from onrecord.store.archive import Archive
from onrecord.tasks import count_questions, judge, list_questions, show_question


def form(page: str, **more: str) -> dict[str, str]:
    fields = dict(re.findall(r'name="(question|kind|offset|based_on)" value="([^"]*)"', page))
    return {**fields, "name": "Ada Example", "reason": "", **more}


def test_a_verdict_is_kept_and_the_next_question_comes(client: Client, archive: Archive) -> None:
    first, second = list_questions(archive, limit=2)
    page = client.get("/queue/").content.decode()
    assert first.sentence.split(";")[0] in page
    answer = client.post("/queue/judge", form(page, verdict="right", reason="The paper says so"))
    assert answer.status_code == 302
    judged = show_question(archive, first.id).judged
    assert judged
    assert (judged.value, judged.who, judged.reason) == ("right", "Ada Example", "The paper says so")
    after = client.get(answer["Location"]).content.decode()
    assert second.sentence.split(";")[0] in after
    client.post("/judge/undo", {"judgement": judged.id, "back": "/queue/"})
    assert show_question(archive, first.id).judged is None


def test_all_that_waits_can_be_judged(client: Client, archive: Archive) -> None:
    waiting = sum(count_questions(archive).values())
    assert waiting > 1
    for _ in range(waiting):
        client.post("/queue/judge", form(client.get("/queue/").content.decode(), verdict="unsure"))
    assert count_questions(archive) == {}
    assert "Nothing waits." in client.get("/queue/").content.decode()


def test_somebody_was_quicker(client: Client, archive: Archive) -> None:
    page = client.get("/queue/").content.decode()
    first = list_questions(archive, limit=1).rows[0]
    judge(archive, first.id, "verdict", "wrong", reason="", who="Bo Example")
    answer = client.post("/queue/judge", form(page, verdict="right"))
    assert answer.status_code == 409
    assert "Bo Example changed this" in answer.content.decode()


def test_a_verdict_needs_a_name(client: Client, archive: Archive) -> None:
    page = client.get("/queue/").content.decode()
    assert client.post("/queue/judge", form(page, verdict="right", name="")).status_code == 400
    assert count_questions(archive, judged=True) == {}
