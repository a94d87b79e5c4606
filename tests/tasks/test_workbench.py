"""What the pages ask for: facets, filters, home, a State, a page, the queue; in so many queries, whatever there is."""

import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.errors import NotFound, SettingError
from onrecord.model import Kind, Position
from onrecord.store.archive import Archive
from onrecord.tasks import RecommendationFilter, judge, list_questions, list_recommendations, pages
from onrecord.tasks.adding import put_on_record
from onrecord.tasks.reading_pool import ReadingPool
from store.papers import COUNCIL, ITEMS, REPORT, answers, report

from .test_lists import SELM


@pytest.fixture
def filled(archive: Archive) -> Archive:
    put_on_record(archive, report(ITEMS).prepared())
    selm = {"23 (b)": ("Ratify nothing", ("FRA",)), "3": ("Улучшить условия", ("KAZ", "BRA"))}
    put_on_record(archive, report(selm, Position.NOTED, identity=SELM).prepared())
    put_on_record(archive, answers({"75.1": Position.SUPPORTED, "75.2": Position.NOTED}).prepared())
    return archive


def queries(archive: Archive) -> CaptureQueriesContext:
    return CaptureQueriesContext(connections[archive.alias])


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        (RecommendationFilter(states=("XLS", "FRA")), ["23 (b)", "3"]),
        (RecommendationFilter(bys=("BRA", "DEU")), ["75.1", "75.2", "3"]),
        (RecommendationFilter(groups=("GRULAC",)), ["75.1", "3"]),
        (RecommendationFilter(groups=("GRULAC",), by="KAZ"), ["3"]),
        (RecommendationFilter(groups=("Martian",)), []),
        (RecommendationFilter(positions=(Position.SUPPORTED, Position.PENDING)), ["75.1", "75.3", "76.1"]),
        (RecommendationFilter(judged=False, cycle=3), ["23 (b)", "3"]),
        (RecommendationFilter(cycle=4, sort="text"), ["75.2", "75.3", "75.1", "76.1"]),
        (RecommendationFilter(cycle=4, sort="-number"), ["76.1", "75.3", "75.2", "75.1"]),
        (RecommendationFilter(group_by="position", sort="-number"), ["75.2", "3", "23 (b)", "76.1", "75.3", "75.1"]),
    ],
)
def test_filters(filled: Archive, wanted: RecommendationFilter, numbers: list[str]) -> None:
    assert [r.number for r in list_recommendations(filled, wanted)] == numbers
    assert [r.number for r in tasks.iterate_recommendations(filled, wanted)] == numbers


def test_an_unknown_order_is_refused(filled: Archive) -> None:
    with pytest.raises(SettingError, match="colour"):
        list_recommendations(filled, RecommendationFilter(sort="-colour"))


def test_each_facet_is_counted_under_all_other_filters(filled: Archive) -> None:
    judge(filled, f"{REPORT}#75.1", "verdict", "right", reason="", who="Ada")
    wanted = RecommendationFilter(state="XAV", position=Position.NOTED)
    found = tasks.facets(filled, wanted)
    shown = {name: {(one.value, one.count) for one in getattr(found, name)} for name in ("state", "position", "by")}
    assert shown["state"] == {("XAV", 1), ("XLS", 2)}
    assert shown["position"] == {("supported", 1), ("noted", 1), ("pending", 2)}
    assert shown["by"] == {("DEU", 1)}
    every = tasks.facets(filled)
    assert {(one.value, one.count) for one in every.group} == {
        ("WEOG", 4),
        ("GRULAC", 2),
        ("Asia-Pacific", 2),
    }
    assert [(one.value, one.count) for one in every.judged] == [("no", 5), ("yes", 1)]
    for name in ("state", "cycle", "by", "position", "document"):
        for one in getattr(every, name):
            value = {"cycle": int, "position": Position}.get(name, str)(one.value)
            assert list_recommendations(filled, RecommendationFilter(**{name: value})).total == one.count


def test_home_and_a_recommending_state(filled: Archive) -> None:
    seen = tasks.home(filled)
    assert (seen.documents, seen.reviews, seen.items, seen.pairs) == (3, 2, 6, 9)
    assert (seen.supported, seen.noted, seen.pending) == (1, 3, 2)
    assert seen.last_added[0].kind is Kind.ADDENDUM
    assert [(mark.state, mark.items) for mark in seen.timeline] == [("XLS", 2), ("XAV", 4)]
    assert seen.waiting == tasks.count_questions(filled)
    france = tasks.recommending_state(filled, "FRA")
    assert (france.items, france.supported, france.noted, france.pending) == (3, 1, 1, 1)
    assert [(one.value, one.items) for one in france.by_state] == [("XAV", 2), ("XLS", 1)]
    every = {one.value: one for one in tasks.recommending_states(filled)}
    assert list(every) == sorted(every)
    assert (every["FRA"].items, every["FRA"].supported, every["FRA"].noted, every["FRA"].pending) == (3, 1, 1, 1)
    assert sum(one.items for one in every.values()) == seen.pairs


def test_a_page_with_its_findings(filled: Archive) -> None:
    paper = report(ITEMS)
    page = tasks.document_page(filled, paper.document.sha256, 1)
    assert (page.document.document, page.page) == (REPORT, 1)
    items = [one for one in page.findings if one.kind == "recommendation"]
    assert [(one.id, one.label) for one in items] == [(f"{REPORT}#{number}", number) for number in ITEMS]
    assert all(one.place.boxes and one.text == paper.document.text[one.place.start : one.place.end] for one in items)
    assert {one.kind for one in page.findings} >= {"position", "tally", "dialogue", "question", "answer", "doubt"}
    assert tasks.source_bytes(filled, paper.document.sha256) == paper.content
    assert tasks.document_text(filled, paper.document.sha256) == paper.document
    assert tasks.boxes_of(filled, paper.document.sha256, 0, 5) == paper.document.boxes(0, 5)
    for content, number in ((paper.document.sha256, 2), ("0" * 64, 1)):
        with pytest.raises(NotFound):
            tasks.document_page(filled, content, number)


def test_reading_again(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    command = (sys.executable, str(Path(__file__).with_name("fake_reader.py")))
    monkeypatch.setattr(pages, "ReadingPool", partial(ReadingPool, command=command))
    paper = report(ITEMS)
    content = b"noted"
    digest = sha256(content).hexdigest()
    document = replace(paper.document, sha256=digest)
    put_on_record(archive, replace(paper, document=document, content=content).prepared())
    judge(archive, f"{REPORT}#75.1", "text", "Build harbours", reason="", who="Ada")
    assert tasks.read_again(archive, digest).replaced
    again = list_recommendations(archive).rows[0]
    assert (again.text, again.position) == ("Build harbours", Position.NOTED)
    with pytest.raises(NotFound):
        tasks.read_again(archive, "8" * 64)


def test_the_queue(filled: Archive) -> None:
    unknown = list_questions(filled, kind="unknown_name")
    assert (unknown.total, unknown.rows[0].target) == (6, f"{REPORT}#75.1")
    first = next(q for q in unknown if q.target == f"{REPORT}#75.1")
    assert (first.document, first.place is not None, first.judged) == (REPORT, True, None)
    judge(filled, first.id, "verdict", "right", reason="", who="Ada")
    assert tasks.count_questions(filled)["unknown_name"] == 5
    assert tasks.count_questions(filled, judged=True) == {"unknown_name": 1}
    shown = tasks.show_question(filled, first.id)
    assert shown.judged is not None
    assert shown.judged.value == "right"
    put_on_record(filled, report(ITEMS).prepared())  # read again: the verdict stands
    assert tasks.show_question(filled, first.id) == shown
    tasks.withdraw(filled, shown.judged.id, who="Ada")
    assert tasks.count_questions(filled)["unknown_name"] == 6
    judge(filled, f"{REPORT}#75.1", "states", ["FRA"], reason="", who="Ada")  # answered by a correction
    assert tasks.count_questions(filled)["unknown_name"] == 5


def test_put_off_questions_come_last(filled: Archive) -> None:
    first = list_questions(filled).rows[0]
    judge(filled, first.id, "verdict", "later", reason="", who="Ada")
    page = list_questions(filled)
    assert (page.rows[-1].id, page.total) == (first.id, sum(tasks.count_questions(filled).values()))


def test_tallies_that_differ_and_readings_that_differ(filled: Archive) -> None:
    put_on_record(filled, answers({}, kind=Kind.COUNCIL_REPORT, tallies=(9, 5, 4)).prepared())
    asked = list_questions(filled, kind="tally").rows
    assert {q.document for q in asked} >= {COUNCIL}
    judge(filled, f"{REPORT}#75.1", "text", "Build harbours", reason="", who="Ada")
    judge(filled, f"{REPORT}#75.2", "verdict", "right", reason="", who="Ada")
    assert "differs" not in tasks.count_questions(filled)
    old = report(ITEMS)
    new = report({**ITEMS, "75.1": ("Ratify more", ("FRA",)), "75.2": ("Let it be", ("DEU",))})
    document = replace(new.document, sha256=old.document.sha256)
    put_on_record(filled, replace(new, document=document).prepared())
    assert [q.target for q in list_questions(filled, kind="differs")] == [f"{REPORT}#75.1", f"{REPORT}#75.2"]


def test_answers_that_a_rule_interprets(filled: Archive) -> None:
    said = answers({"75.1": Position.NOTED, "75.2": Position.NOTED})
    first, second = said.findings.positions
    positions = (replace(first, partly=True), replace(second, rule="in principle: noted"))
    put_on_record(filled, replace(said, findings=replace(said.findings, positions=positions)).prepared())
    asked = list_questions(filled, kind="rule").rows
    assert [q.target for q in asked] == [f"{REPORT}#75.1", f"{REPORT}#75.2"]
    assert asked[0].evidence_for[0].text == "Arvenia has noted recommendation 75.1."
    assert asked[0].choices == ("supported", "noted", "pending")


ASKED: dict[str, Callable[[Archive], object]] = {
    "list": lambda archive: list_recommendations(archive, limit=25),
    "facets": tasks.facets,
    "home": tasks.home,
    "state": lambda archive: tasks.recommending_state(archive, "FRA"),
    "states": tasks.recommending_states,
    "queue": lambda archive: list_questions(archive, limit=10),
    "search": lambda archive: tasks.search(archive, "press OR women"),
    "page": lambda archive: tasks.document_page(archive, report(ITEMS).document.sha256, 1),
}


@pytest.mark.parametrize("name", ASKED)
def test_so_many_queries_however_much_there_is(filled: Archive, name: str) -> None:
    counts = []
    for more in (0, 3):
        for copy in range(more):
            identity = replace(SELM, symbol=f"A/HRC/41/{copy}", cycle=copy)
            items = {f"{n}.1": (f"Let the press of {n} write", ("FRA",)) for n in range(copy + 3)}
            put_on_record(filled, report(items, identity=identity).prepared())
        captured: AbstractContextManager[CaptureQueriesContext] = queries(filled)
        with captured as said:
            ASKED[name](filled)
        counts.append(len(said))
    assert counts[0] == counts[1] <= 12
