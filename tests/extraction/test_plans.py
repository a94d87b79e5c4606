"""Goals and measures of plans, in tables and lists of different houses; what only looks like a plan has none."""

from pathlib import Path

import pytest

from onrecord.extraction.by_kind import extract
from onrecord.extraction.plan_words import what_head_says
from onrecord.model import Document, Kind, PlanGoal
from onrecord.reading import read

EXAMPLES = Path(__file__).parents[2] / "examples" / "plans"
TITLE = "National Human Rights Action Plan of Arvenia 2023–2026"
CLOSING = "The plan is reviewed by the Government once a year, in the month of March, with the Ombudsperson."


def plan(*paragraphs: str) -> Document:
    return read("\n\n".join((TITLE, *paragraphs, CLOSING)).encode(), name="plan.txt")


def table(*rows: tuple[str, ...], tag: str = "td") -> str:
    cells = ("".join(f"<{tag}>{cell}</{tag}>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def page(*parts: str) -> Document:
    return read(f"<h1>{TITLE}</h1>{''.join(parts)}<p>{CLOSING}</p>".encode(), name="plan.html")


def goals(document: Document) -> tuple[PlanGoal, ...]:
    found = extract(document)
    assert found.identity.kind is Kind.NATIONAL_PLAN
    for goal in found.goals:
        for words, place in (
            (goal.text, goal.place),
            (goal.responsible, goal.responsible_place),
            (goal.deadline, goal.deadline_place),
            (goal.indicator, goal.indicator_place),
        ):
            assert words == (document.text[place.start : place.end] if place else "")
    return found.goals


def told(goal: PlanGoal) -> tuple[str, str, str, str, str]:
    return goal.number, goal.text, goal.responsible, goal.date, goal.indicator


def test_the_example_in_a_table() -> None:
    found = goals(read(EXAMPLES / "arvenia-plan-2023-2026.html"))
    assert [goal.number for goal in found] == ["1", "2", "3", "4"]
    assert told(found[0]) == (
        *("1", "Record on video every questioning in police custody", "Ministry of the Interior"),
        *("2024-12", "Share of stations with working cameras"),
    )
    assert [goal.heading for goal in found[1:3]] == ["I. Freedom from torture", "II. Freedom of expression"]
    assert (found[2].deadline, found[2].date) == ("second quarter of 2025", "2025-04/2025-06")
    assert (found[3].deadline, found[3].date, found[3].indicator) == ("yearly", "", "")


def test_the_example_in_a_list() -> None:
    document = read(EXAMPLES / "lower-selm-plan-2024-2027.txt")
    found = goals(document)
    assert extract(document).identity.title == "National Human Rights Action Plan 2024–2027"
    assert [(goal.number, goal.responsible, goal.date) for goal in found] == [
        ("1.1", "Ministry of Justice", "2025-12"),
        ("1.2", "Judicial Academy, Prosecutor-General", "2026"),
        ("1.3", "", ""),
        ("2.1", "Labour Inspectorate", "2025"),
        ("2.2", "", ""),
    ]
    assert found[0].deadline == "by December 2025"
    assert found[3].indicator == "120 inspectors in post"
    assert [goal.heading for goal in found[2:4]] == ["Goal 1. Access to justice", "Goal 2. Safe work"]


def test_a_goal_beside_its_measures_is_what_they_stand_under() -> None:
    (goal,) = goals(
        page(table(("Objective", "Activities", "Lead agency"), ("Free courts", "1.2. Train judges", "Academy")))
    )
    assert (goal.heading, *told(goal)) == ("Free courts", "1.2", "Train judges", "Academy", "", "")


def test_goals_alone_are_the_measures() -> None:
    (goal,) = goals(page(table(("Goals", "Expected results"), ("Free courts", "Fewer appeals"))))
    assert told(goal) == ("", "Free courts", "", "", "Fewer appeals")


def test_a_table_that_goes_on_keeps_its_heads() -> None:
    first = table(
        ("No.", "Measures", "Executors", "Term of implementation"),
        ("1", "Open the archives", "Parliament", "2024"),
    )
    second = table(("2", "Close the camps", "Ministry of Order", "January to March 2025"), ("3", "", "", ""))
    found = goals(page(first, "<p>Continued from the page before.</p>", second))
    assert [told(goal)[:4] for goal in found] == [
        ("1", "Open the archives", "Parliament", "2024"),
        ("2", "Close the camps", "Ministry of Order", "2025-01/2025-03"),
    ]


def test_other_tables_hold_no_measures() -> None:
    figures = table(("Year", "Complaints", "Answered"), ("2021", "412", "80"))
    names = table(("Ministry", "Telephone"), ("Justice", "12 34"))
    assert goals(page(figures, names)) == ()


def test_a_list_without_labels_holds_what_begins_with_a_verb_of_action() -> None:
    found = goals(
        plan("1. Background of the plan", "2. Abolish prison for insult.", "3. To open two shelters by May 2024.")
    )
    assert [(goal.number, goal.text, goal.date) for goal in found] == [
        ("2", "Abolish prison for insult.", ""),
        ("3", "To open two shelters by May 2024.", "2024-05"),
    ]


def test_labels_within_the_paragraph_end_the_measure() -> None:
    (goal,) = goals(
        plan("4.1. Hire twelve inspectors. Lead body: Labour Office; Timeframe: 2024–2025; Target: twelve in post.")
    )
    assert (goal.text, goal.responsible, goal.date, goal.indicator) == (
        *("Hire twelve inspectors.", "Labour Office", "2024/2025", "twelve in post"),
    )


def test_ids_hold_when_the_plan_is_read_again() -> None:
    document = read(EXAMPLES / "lower-selm-plan-2024-2027.txt")
    assert [goal.id for goal in goals(document)] == [goal.id for goal in goals(document)]
    assert len({goal.id for goal in goals(document)}) == 5


@pytest.mark.parametrize(
    "title",
    [
        "Evaluation of the National Human Rights Action Plan of Arvenia",
        "Comments on the draft National Action Plan",
        "Monitoring the human rights action plan",
    ],
)
def test_a_paper_about_a_plan_is_no_plan(title: str) -> None:
    document = read(
        "\n\n".join((title, "1. Open the archives. Responsible: Parliament.", CLOSING)).encode(), name="a.txt"
    )
    found = extract(document)
    assert found.identity.kind is not Kind.NATIONAL_PLAN
    assert found.goals == ()


@pytest.mark.parametrize(
    ("head", "what"),
    [
        *[("No.", "number"), ("№", "number"), ("Measure", "measure"), ("Planned activities", "measure")],
        *[
            ("Strategic goal", "goal"),
            ("Responsible ministry", "responsible"),
            ("Implementing agencies", "responsible"),
        ],
        *[
            ("Time frame", "deadline"),
            ("Period of implementation", "deadline"),
            ("Performance indicators", "indicator"),
        ],
        *[
            ("Expected outcome:", "indicator"),
            ("Complaints", ""),
            ("Measures of the court in the case of the harbour", ""),
        ],
    ],
)
def test_what_heads_say(head: str, what: str) -> None:
    assert what_head_says(head) == what
