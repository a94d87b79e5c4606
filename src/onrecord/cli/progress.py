"""``onrecord progress``: what became of what a State was asked, review by review."""

from typing import TYPE_CHECKING

import click

from onrecord.cli import words
from onrecord.cli.filters import StateName
from onrecord.cli.opening import opened
from onrecord.cli.output import Column, line, paragraph, print_json, table
from onrecord.cli.verb import archive_argument, json_option, passphrase_option, verb
from onrecord.writing.json_form import as_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.tasks import CycleProgress, GoalRow, PlanProgress, StateProgress, SubjectProgress

EXAMPLES = (
    ("Reviews of a State, what was supported and what became of it", "onrecord progress kaz.onrecord Kazakhstan"),
    ("With what happened when", "onrecord progress kaz.onrecord KAZ --timeline"),
    ("For a program", "onrecord progress kaz.onrecord KAZ --json"),
)
COLUMNS = (
    Column("cycle", whole=True),
    Column("items", right=True, whole=True),
    Column("supported", right=True, whole=True),
    Column("unassessed", right=True, whole=True),
    Column("said done", right=True, whole=True),
    Column("under way", right=True, whole=True),
    Column("silent", right=True, whole=True, from_width=90),
    Column("against", right=True, whole=True),
    Column("again", right=True, whole=True, from_width=80),
)
SUBJECTS = (
    Column("", takes_rest=True),
    Column("unassessed", right=True, whole=True),
    Column("supported", right=True, whole=True),
    Column("items", right=True, whole=True, from_width=80),
    Column("said done", right=True, whole=True),
    Column("against", right=True, whole=True),
)
GOALS = (
    Column("number", whole=True),
    Column("goal", takes_rest=True),
    Column("responsible", widest=24, from_width=80),
    Column("until", widest=18),
    Column("who says what", widest=30),
    Column("key", whole=True, from_width=110),
)
MARKS = (Column("date", widest=18), Column("what", whole=True), Column("", takes_rest=True))


@verb("progress", EXAMPLES)
@archive_argument
@click.argument("state", type=StateName())
@click.option("--timeline", "with_marks", is_flag=True, help="Also reviews, promises, laws and events by date.")
@passphrase_option
@json_option
def command(archive: str, state: str, *, with_marks: bool, passphrase_file: str | None, as_lines: bool) -> None:
    """Show a State's progress over its reviews.

    What nobody has assessed comes first. What the State itself says is told as its word and is no level. All counts are
    items; those behind "supported" are of what was supported.
    """
    from onrecord import tasks

    with opened(archive, passphrase_file) as record:
        found = tasks.state_progress(record, state)
    if as_lines:
        print_json(as_json(found))
    else:
        _print(found, with_marks)


def _print(found: "StateProgress", with_marks: bool) -> None:
    name = words.state(found.state)
    if not found.cycles:
        line(f"The archive holds no recommendation to {name}.")
        _print_plans(found.plans)
        return
    supported = sum(one.supported for one in found.cycles)
    unassessed = sum(one.unassessed for one in found.cycles)
    paragraph(
        f"{name}: of {words.count(supported, 'supported item')}, {unassessed:,} are assessed by nobody.", bold=True
    )
    line()
    table(COLUMNS, (_row(one) for one in found.cycles))
    line()
    paragraph(
        "Of what was supported: said done, under way, silent: what the State itself says; against: it says done, and "
        "papers tell otherwise; again: asked again in the next review."
    )
    for one in found.cycles:
        _print_levels(one)
    if found.contradictions:
        line()
        said = words.count(found.contradictions, "contradiction")
        line(f"{said}: onrecord conflicts ARCHIVE --contradictions --state {found.state}")
    _print_rest(found, with_marks)


def _row(one: "CycleProgress") -> tuple[object, ...]:
    said = one.said
    done = said["done"] + said["partly done"]
    counts = (one.items, one.supported, one.unassessed, done, said["under way"], said["nothing"])
    return (f"{one.cycle}, {one.date[:4]}", *counts, one.contradicted, one.repeated)


def _print_levels(one: "CycleProgress") -> None:
    from onrecord.vocabulary import scales

    for kind, levels in one.assessed.items():
        parts = []
        for key, count in levels.items():
            scale, _, level = key.partition(" ")
            known = scales.level(scale, level)
            parts.append(f"{count:,} {known.name if known else level}")
        paragraph(f"cycle {one.cycle}, {kind}: {', '.join(parts)}", indent=2)


def _print_plans(plans: "tuple[PlanProgress, ...]") -> None:
    for plan in plans:
        line()
        passed = f"; the deadline of {plan.overdue:,} of them has passed" if plan.overdue else ""
        total = words.count(len(plan.goals), "goal")
        title = plan.paper.title or words.paper_label(plan.paper)
        paragraph(f"{title}: of {total}, {plan.unassessed:,} are assessed by nobody{passed}.", bold=True)
        table(GOALS, map(_goal, plan.goals))
        if plan.goals:
            line(f"Say what became of one: onrecord assess ARCHIVE {plan.goals[0].goal.id}; --json has the id of each.")


def _goal(row: "GoalRow") -> tuple[object, ...]:
    from onrecord.cli.assess import level_in_words

    said = "; ".join(f"{voice.name}: {level_in_words(voice.last)}" for voice in row.voices)
    return row.goal.number, row.goal.text, row.goal.responsible, row.goal.deadline, said or "nobody", row.goal.id


def _print_rest(found: "StateProgress", with_marks: bool) -> None:
    _print_plans(found.plans)
    if found.shares:
        line()
        paragraph("Plans and promises: the share fulfilled, as sources state it", bold=True)
        for share in found.shares:
            paragraph(f"{share.value:g} %: “{share.words}”", indent=2)
            paragraph(words.place(share.place, words.paper_label(share.paper)), indent=4)
    _print_over(f"By subject ({found.subject_source})", found.subjects)
    _print_over("By persons affected (a table from issues and words; a rule that can miss)", found.populations)
    if with_marks:
        line()
        table(MARKS, ((words.date(mark.date), mark.what, mark.text) for mark in found.timeline))
        if found.more_marks:
            line(f"{found.more_marks:,} earlier ones are left out.")


def _print_over(head: str, rows: "Sequence[SubjectProgress]") -> None:
    if rows:
        line()
        paragraph(head, bold=True)
        table(SUBJECTS, ((s.subject, s.unassessed, s.supported, s.items, s.done, s.contradicted) for s in rows))
