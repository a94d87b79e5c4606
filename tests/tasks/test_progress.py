"""Progress of a State over its reviews, in a constant number of queries."""

import dataclasses

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.model import Identity, Kind, Mechanism, Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.adding import put_on_record
from store.papers import REPORT, answers, report

MOST_QUERIES = 20
NEXT = "A/HRC/99/7"
ITEMS = {
    "75.1": ("Decriminalize libel and let the press work", ("FRA",)),
    "75.2": ("Train port wardens in first aid at sea", ("DEU",)),
    "75.3": ("Keep a register of fishing boats", ("DEU",)),
    "76.1": ("Abolish every penalty for defamation", ("BRA",)),
}
LATER = {"80.1": ("Train all port wardens in first aid at sea", ("DEU",)), "80.2": ("Build harbours", ("FRA",))}


@pytest.fixture
def filled(archive: Archive) -> Archive:
    first = report(ITEMS)
    passage = dataclasses.replace(first.findings.answers[0], numbers=("75.3",))
    findings = dataclasses.replace(first.findings, answers=(passage,))
    put_on_record(archive, dataclasses.replace(first, findings=findings).prepared())
    given = {"75.1": Position.SUPPORTED, "75.2": Position.SUPPORTED, "75.3": Position.SUPPORTED, "76.1": Position.NOTED}
    said = answers(given)
    claimed = {"75.1": "has supported", "75.2": "in the process of being implemented"}
    positions = tuple(
        dataclasses.replace(one, claims_implemented=claimed.get(one.number, ""), comment="", comment_place=None)
        for one in said.findings.positions
    )
    findings = dataclasses.replace(said.findings, positions=positions)
    put_on_record(archive, dataclasses.replace(said, findings=findings).prepared())
    own = Identity(Kind.WORKING_GROUP_REPORT, NEXT, "XAV", Mechanism.UPR, cycle=5, session=52, date="2035-01-20")
    following = report(LATER, identity=own)
    without = dataclasses.replace(following.findings, answers=())
    put_on_record(archive, dataclasses.replace(following, findings=without).prepared())
    tasks.refresh_comparisons(archive)
    evidence = (f"{REPORT}, para. 12",)
    half = tasks.NewAssessment("partially", "NGO", "Selm Watch", evidence=evidence)
    tasks.assess(archive, f"{REPORT}#75.1", half, who="Ada")
    tasks.assess(archive, f"{REPORT}#75.2", tasks.NewAssessment("none", "ourselves"), who="Ada")
    gone = tasks.assess(archive, f"{REPORT}#75.3", half, who="Ada")
    tasks.withdraw_assessment(archive, gone.id, who="Ada")
    return archive


def test_what_was_supported_and_what_became_of_it(filled: Archive) -> None:
    first, second = tasks.state_progress(filled, "XAV").cycles
    assert (first.cycle, first.items, first.supported, first.noted) == (4, 4, 3, 1)
    # Not knowing is no assessment, and what was withdrawn is none either.
    assert first.unassessed == 2
    assert first.said == {"done": 1, "partly done": 0, "under way": 1, "answered": 1, "nothing": 0}
    assert first.assessed == {"NGO": {"implementation partially": 1}, "ourselves": {"implementation none": 1}}
    assert first.repeated == 1  # the wardens
    assert first.refused == 1  # libel here, defamation there
    assert (second.cycle, second.items, second.supported, second.pending) == (5, 2, 0, 2)
    assert tasks.states_with_progress(filled) == (("XAV", 2),)


def test_subjects_are_those_of_tied_rows(filled: Archive) -> None:
    assert tasks.state_progress(filled, "XAV").subjects == ()
    source = tables.CodedSource.objects.using(filled.alias).create(
        sha256="0" * 64, name="coded.csv", imported="2031-01-01T00:00:00Z", rows=1
    )
    row = tables.CodedRow.objects.using(filled.alias).create(
        **{"key": "1", "source": source, "line": 2, "name": "", "state": "XAV", "by": "FRA", "state_name": "Arvenia"},
        **{"by_name": "France", "response": "", "position": "supported", "issues": ["Press"], "text": "", "folded": ""},
        tied=f"{REPORT}#75.1",
    )
    tables.CodedIssue.objects.using(filled.alias).create(row=row, issue="Press")
    found = tasks.state_progress(filled, "XAV")
    (press,) = found.subjects
    assert (press.subject, press.items, press.supported, press.unassessed, press.done) == ("Press", 1, 1, 0, 1)
    assert found.subject_source


def test_subjects_come_from_labels_where_no_rows_are_tied(filled: Archive) -> None:
    table = tables.RecommendationLabel.objects.using(filled.alias)
    table.all().delete()
    rows = {row.number: row for row in tables.Recommendation.objects.using(filled.alias).filter(key__startswith=REPORT)}
    given = {"75.1": ("Press", True), "75.2": ("Labour", True), "75.3": ("Labour", True), "76.1": ("Press", False)}
    for number, (name, stands) in given.items():
        row = rows[number]
        table.create(recommendation=row, document=row.document, scheme="issue", name=name, stands=stands)
    found = tasks.state_progress(filled, "XAV")
    assert [(one.subject, one.items) for one in found.subjects] == [("Labour", 2), ("Press", 1)]
    assert "labels" in found.subject_source


def test_persons_affected_follow_from_words_and_issues(filled: Archive) -> None:
    assert tasks.state_progress(filled, "XAV").populations == ()
    rows = {row.number: row for row in tables.Recommendation.objects.using(filled.alias).filter(key__startswith=REPORT)}
    table = tables.RecommendationLabel.objects.using(filled.alias)
    for number in ("75.1", "75.2", "76.1"):
        row, name = rows[number], "Freedom of the press"
        table.create(recommendation=row, document=row.document, scheme="issue", name=name, stands=True)
    media = next(one for one in tasks.state_progress(filled, "XAV").populations if one.subject == "media")
    assert (media.items, media.supported, media.unassessed, media.done) == (3, 2, 1, 1)


def test_where_most_is_unassessed_comes_first(filled: Archive) -> None:
    rows = {row.number: row for row in tables.Recommendation.objects.using(filled.alias).filter(key__startswith=REPORT)}
    table = tables.RecommendationLabel.objects.using(filled.alias)
    table.all().delete()
    for number, name in {"75.1": "Press", "76.1": "Press", "75.2": "Labour"}.items():
        row = rows[number]
        table.create(recommendation=row, document=row.document, scheme="issue", name=name, stands=True)
    found = tasks.state_progress(filled, "XAV").subjects
    assert [(one.subject, one.unassessed, one.items) for one in found] == [("Labour", 1, 1), ("Press", 0, 2)]


def test_a_state_without_anything(archive: Archive) -> None:
    found = tasks.state_progress(archive, "XAV")
    assert (found.cycles, found.timeline, found.shares, found.contradictions) == ((), (), (), 0)


def test_reviews_stand_on_the_time_line_and_cases_only_for_keepers(filled: Archive) -> None:
    marks = tasks.state_progress(filled, "XAV").timeline
    assert [(mark.date, mark.what) for mark in marks] == [("2030-11-12", "review"), ("2035-01-20", "review")]
    rights = tasks.set_case_lock(filled, "four brown otters", who="Ilva")
    case = tasks.open_case(filled, "Tomas Veld", rights=rights)
    tasks.add_to_case(filled, case.id, "fact", "Arrested", date="2031-05-03", rights=rights)
    assert "Veld" not in str(tasks.state_progress(filled, "XAV"))
    with tasks.seen_by(rights=rights):
        assert ("case", "Tomas Veld: Arrested") in {
            (mark.what, mark.text) for mark in tasks.state_progress(filled, "XAV").timeline
        }


def test_queries_do_not_grow_with_what_is_on_record(filled: Archive) -> None:
    tasks.state_progress(filled, "XAV")  # works out what asks the same, once for these papers
    with CaptureQueriesContext(connections[filled.alias]) as small:
        tasks.state_progress(filled, "XAV")
    many = {f"90.{n}": (f"Build harbour number {n}", ("FRA",)) for n in range(300)}
    own = Identity(Kind.WORKING_GROUP_REPORT, "A/HRC/110/7", "XAV", Mechanism.UPR, cycle=6, date="2039-01-20")
    paper = report(many, identity=own)
    put_on_record(filled, paper.prepared())
    for number in list(many)[:60]:
        tasks.assess(filled, f"A/HRC/110/7#{number}", tasks.NewAssessment("none", "ourselves"), who="Ada")
    tasks.state_progress(filled, "XAV")
    with CaptureQueriesContext(connections[filled.alias]) as large:
        tasks.state_progress(filled, "XAV")
    assert len(small) == len(large) <= MOST_QUERIES
