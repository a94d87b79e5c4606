"""Goals of plans in progress: nobody first, then voices side by side, kept when the plan is read again."""

from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.errors import NotFound
from onrecord.store.archive import Archive
from onrecord.tasks import NewAssessment

PLANS = Path(__file__).parents[2] / "examples" / "plans"
EVIDENCE = ("source:Lantern Watch, Behind the door, 2025, p. 4",)


@pytest.fixture
def filled(archive: Archive) -> Archive:
    assert not tasks.add_documents(archive, [PLANS], workers=1).failed
    return archive


def test_goals_wait_until_somebody_says_what_became_of_them(filled: Archive) -> None:
    (plan,) = tasks.state_progress(filled, "XAV").plans
    assert (len(plan.goals), plan.unassessed) == (4, 4)
    assert [row.goal.number for row in plan.goals if row.overdue] == ["1", "2", "3"]  # all but “yearly”
    video = plan.goals[0].goal.id
    partly = NewAssessment("partially", "NGO", "Lantern Watch", "Two of five stations.", EVIDENCE, date="2025-03")
    fully = NewAssessment("fully", "State", "Arvenia", "All have cameras.", EVIDENCE, date="2025-01")
    for said in (partly, fully, NewAssessment("none", "ourselves")):
        tasks.assess(filled, video, said, who="Ilva")
    (plan,) = tasks.state_progress(filled, "XAV").plans
    assert [(voice.name, voice.last.level) for voice in plan.goals[0].voices] == [
        ("Arvenia", "fully"),
        ("Lantern Watch", "partially"),
        ("Ilva", "none"),
    ]
    assert (plan.unassessed, plan.goals[0].overdue, plan.overdue) == (3, False, 2)
    assert [one.paper.state for one in tasks.list_plans(filled)] == ["XAV", "XLS"]


def test_no_information_is_no_assessment(filled: Archive) -> None:
    goal = tasks.list_plans(filled, state="XLS")[0].goals[0].goal
    tasks.assess(filled, goal.id, NewAssessment("none", "ourselves"), who="Ilva")
    row = tasks.show_goal(filled, goal.id)
    assert (row.assessed, row.overdue, len(row.voices)) == (False, True, 1)


def test_what_was_said_stays_when_the_plan_is_read_again(filled: Archive) -> None:
    row = tasks.list_plans(filled, state="XAV")[0].goals[2]
    tasks.assess(filled, row.goal.id, NewAssessment("not", "NGO", "Quay", "", EVIDENCE), who="Ilva")
    tasks.read_again(filled, row.paper.sha256)
    assert tasks.list_plans(filled, state="XAV")[0].goals[2].voices[0].last.level == "not"


def test_no_such_goal(filled: Archive) -> None:
    with pytest.raises(NotFound):
        tasks.assess(filled, "goal-0000000000000000", NewAssessment("none", "ourselves"), who="Ilva")
    with pytest.raises(NotFound):
        tasks.show_goal(filled, "goal-0000000000000000")
