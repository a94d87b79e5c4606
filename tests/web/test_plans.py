"""Goals of plans in the workbench: on the page of a State's progress, on the plan's own page, and one with its form."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from onrecord import tasks
from onrecord.store.archive import Archive

from .conftest import EXAMPLES

SAID = {
    **{"level": "implementation partially", "assessor": "NGO", "assessor_name": "Lantern Watch", "date": "2025-03"},
    **{"reasons": "Two of five stations record.", "outside": "Behind the door, p. 4", "name": "Ilva"},
}


@pytest.fixture(scope="module")
def whole_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plans") / "plans.onrecord"
    with tasks.open_archive(path, passphrase="", create=True) as archive:
        assert not tasks.add_documents(archive, [EXAMPLES / "plans"]).failed
    return path


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return answer.content.decode()


def test_goals_stand_in_progress_with_who_says_what(
    client: Client, archive: Archive, django_assert_max_num_queries: Any
) -> None:
    page(client, "/progress/XAV/")  # what asks the same is worked out with the first look
    with django_assert_max_num_queries(20, connection=connections[archive.alias]):
        text = page(client, "/progress/XAV/")
    assert "4 goals, 4 assessed by nobody" in text
    assert "the deadlines of 3 of them have passed" in text
    (link,) = re.findall(r'href="(/following/of/goal-\w+/)"[^>]*>Record on video', text)
    kept = client.post(link, SAID)
    assert kept.headers["Location"] == f"{link}#voices"
    assert "Lantern Watch" in page(client, "/progress/XAV/")
    assert "4 goals, 3 assessed by nobody" in page(client, "/progress/XAV/")


def test_the_page_of_a_goal_says_what_the_plan_states_and_takes_assessments(client: Client, archive: Archive) -> None:
    goals = tasks.list_plans(archive, state="XLS")[0].goals
    text = page(client, f"/following/of/{goals[2].goal.id}/")
    assert "Submit to Parliament a bill on the right to counsel" in text
    assert text.count("not stated") == 3
    refused = client.post(f"/following/of/{goals[2].goal.id}/", {**SAID, "outside": ""})
    assert refused.status_code == 400
    assert "Without evidence nothing is known" in refused.content.decode()
    (assessment,) = [
        voice.last
        for _ in [client.post(f"/following/of/{goals[0].goal.id}/", SAID)]
        for voice in tasks.show_goal(archive, goals[0].goal.id).voices
    ]
    back = client.post("/following/withdraw", {"assessment": assessment.id})
    assert back.headers["Location"] == f"/following/of/{goals[0].goal.id}/#voices"
    assert tasks.show_goal(archive, goals[0].goal.id).voices == ()
    page(client, "/following/of/goal-none/", 404)


def test_the_plans_own_page_lists_its_goals(client: Client, archive: Archive) -> None:
    plan = tasks.list_plans(archive, state="XAV")[0]
    text = page(client, f"/papers/{plan.paper.sha256}/")
    assert text.count("goal of a plan") >= 4
    assert f"/following/of/{plan.goals[0].goal.id}/" in text
