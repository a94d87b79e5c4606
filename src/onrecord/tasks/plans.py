"""Goals of national action plans, with who says what became of each: voices side by side, nothing averaged."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from onrecord.assessment import VoiceOn, side_by_side
from onrecord.errors import NotFound
from onrecord.model import NO_INFORMATION, Assessment, Kind, PlanGoal
from onrecord.store import assessments, committee, tables
from onrecord.store.archive import Archive
from onrecord.tasks.papers_said import paper_ref
from onrecord.tasks.said_rows import PaperRef

GOAL = "goal-"  # with what the id of a goal begins


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal and all voices on it. ``overdue``: its deadline has passed and nobody has said what became of it."""

    goal: PlanGoal
    paper: PaperRef
    voices: tuple[VoiceOn, ...]
    overdue: bool

    @property
    def assessed(self) -> bool:
        """Whether anybody has said more than that nothing is known."""
        return any(voice.last.level != NO_INFORMATION for voice in self.voices)


@dataclass(frozen=True, slots=True)
class PlanProgress:
    """One plan with its goals, in their order."""

    paper: PaperRef
    goals: tuple[GoalRow, ...]
    unassessed: int
    overdue: int


def list_plans(archive: Archive, *, state: str = "") -> tuple[PlanProgress, ...]:
    """National action plans with their goals, by date; two queries and one for each 500 goals.

    Args:
        archive: open.
        state: only of this State.
    """
    with archive.told_plainly():
        plans = goals_by_plan(archive, state)
        return with_voices(plans, assessments.of_targets(archive, [goal.id for _, goals in plans for goal in goals]))


def goals_by_plan(archive: Archive, state: str) -> list[tuple[PaperRef, tuple[PlanGoal, ...]]]:
    """The plans of a State ("" for all) by date, each with its goals; one query."""
    return [(paper_ref(row.document), goals_of(row)) for row in plan_parts(archive, state)]


def with_voices(
    plans: Iterable[tuple[PaperRef, Iterable[PlanGoal]]], said: Mapping[str, tuple[Assessment, ...]]
) -> tuple[PlanProgress, ...]:
    """Plans with what was said of their goals. ``said``: assessments by the id of the goal."""
    return tuple(_plan(paper, [_row(goal, paper, said) for goal in goals]) for paper, goals in plans)


def show_goal(archive: Archive, key: str) -> GoalRow:
    """One goal of a plan.

    Raises:
        NotFound: no plan of the archive has it.
    """
    with archive.told_plainly():
        for parts in plan_parts(archive):
            for goal in goals_of(parts):
                if goal.id == key:
                    return _row(goal, paper_ref(parts.document), assessments.of_targets(archive, [key]))
    raise NotFound(f"No plan of the archive has the goal {key[:60]}.", advice="List the goals of the plan again.")


def plan_parts(archive: Archive, state: str = "") -> Iterator[tables.PaperParts]:
    """What was found in each plan, by date."""
    rows = tables.PaperParts.objects.using(archive.alias).filter(
        document__kind=Kind.NATIONAL_PLAN, document__leads=True
    )
    rows = rows.filter(document__state=state) if state else rows
    yield from rows.select_related("document").order_by("document__date", "document__sha256")


def goals_of(parts: tables.PaperParts) -> tuple[PlanGoal, ...]:
    """The goals among what was found in one plan."""
    found: tuple[PlanGoal, ...] = committee.unpack(parts.said, (parts.document.sha256, parts.document.symbol))["goals"]
    return found


def _row(goal: PlanGoal, paper: PaperRef, said: Mapping[str, tuple[Assessment, ...]]) -> GoalRow:
    voices = side_by_side(said.get(goal.id, ()))
    known = any(voice.last.level != NO_INFORMATION for voice in voices)
    return GoalRow(goal, paper, voices, _has_passed(goal.date) and not known)


def _plan(paper: PaperRef, goals: list[GoalRow]) -> PlanProgress:
    return PlanProgress(paper, tuple(goals), sum(not one.assessed for one in goals), sum(one.overdue for one in goals))


def _has_passed(deadline: str) -> bool:
    """Whether the last day of a deadline (EDTF) lies behind; "" never has."""
    end = deadline.rpartition("/")[2]
    return bool(end.strip(".")) and end < date.today().isoformat()[: len(end)]
