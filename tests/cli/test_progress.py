"""Progress of a State on the command line."""

from pathlib import Path

from .conftest import Call

PLANS = Path(__file__).parents[2] / "examples" / "plans"


def test_reviews_with_what_nobody_has_assessed_first(call: Call, archive: Path) -> None:
    out = call("progress", archive, "Arvenia").out
    assert out.startswith("Arvenia: of 30 supported items, 30 are assessed by nobody.\n")
    assert all(len(line) <= 100 for line in out.splitlines())
    (line,) = call("progress", archive, "XAV", "--json").lines
    (cycle,) = line["cycles"]
    assert (cycle["report"], cycle["items"], cycle["unassessed"]) == ("A/HRC/52/97", 41, 30)
    assert sum(cycle["said"].values()) == cycle["supported"]


def test_the_time_line_is_for_who_asks(call: Call, archive: Path) -> None:
    assert "review" not in call("progress", archive, "Arvenia").out.replace("next review", "")
    assert "review" in call("progress", archive, "Arvenia", "--timeline").out.replace("next review", "")


def test_a_state_of_which_nothing_is_there(call: Call, archive: Path) -> None:
    assert "holds no recommendation to Lower Selm" in call("progress", archive, "Lower Selm").out
    assert call("progress", archive, "Nowhere").code == 2


def test_goals_of_a_plan_with_who_says_what(call: Call, tmp_path: Path) -> None:
    archive = tmp_path / "plans.onrecord"
    assert call("new", archive, "--no-passphrase").code == 0
    assert call("add", archive, PLANS).code == 0
    (before,) = call("progress", archive, "XLS", "--json").lines
    goal = before["plans"][0]["goals"][0]["goal"]["id"]
    said = ("--level", "partially", "--by", "NGO: Selm Watch", "--who", "Ilva", "--evidence", "Selm Watch, 2026, p. 3")
    assert call("assess", archive, goal, *said).code == 0
    out = call("progress", archive, "Lower Selm").out
    assert "of 5 goals, 4 are assessed by nobody" in out
    assert "Selm Watch: partially" in out
    assert goal in out
    assert call("assess", archive, "goal-none", *said).code == 3
