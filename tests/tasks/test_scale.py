"""What is kept for counting agrees with a fresh count, and lists ask the same number of queries of any archive."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.model import Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import RecommendationFilter
from onrecord.tasks.showing import neighbours
from onrecord.vocabulary import states

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORT = "A/HRC/52/97"


@pytest.fixture
def filled(archive: Archive) -> Iterator[Archive]:
    tasks.add_documents(archive, [EXAMPLES / "arvenia" / "papers" / "A-HRC-52-97.pdf"], workers=1)
    yield archive


def test_pairs_follow_their_recommendations(filled: Archive) -> None:
    first = tasks.list_recommendations(filled, limit=1).rows[0]
    decided = tasks.judge(filled, first.id, "position", Position.PENDING, reason="", who="Ada")
    _agree(filled)
    tasks.judge(filled, first.id, "states", ("KAZ", "FRA"), reason="", who="Ada")
    _agree(filled)
    tasks.withdraw(filled, decided.id, who="Ada")
    _agree(filled)
    tasks.add_documents(filled, [EXAMPLES / "arvenia" / "papers" / "A-HRC-52-97-Add.1.pdf"], workers=1)
    _agree(filled)


def test_facets_are_what_a_fresh_count_says(filled: Archive) -> None:
    tasks.add_documents(filled, [EXAMPLES / "lower-selm" / "papers"], workers=1)
    for wanted in (
        RecommendationFilter(),
        RecommendationFilter(bys=("FRA", "DEU")),
        RecommendationFilter(groups=("WEOG",), positions=(Position.SUPPORTED,)),
        RecommendationFilter(words="rights", judged=False),
        RecommendationFilter(words="the", bys=("FRA",)),
        RecommendationFilter(states=("XAV",), changed=False),
    ):
        counted = tasks.facets(filled, wanted)
        rows = tasks.list_recommendations(filled, wanted)
        # Of a facet whose own filter is not set, every count is one over the rows that the list shows.
        fresh = Counter(state for row in rows for state in set(row.states))
        if not wanted.bys:
            assert {one.value: one.count for one in counted.by} == dict(fresh)
        if not wanted.groups:
            groups = Counter(g for row in rows for g in {states.group(s) for s in row.states} if g)
            assert {one.value: one.count for one in counted.group} == dict(groups)
        if not wanted.positions:
            answers = Counter(row.position.value for row in rows)
            assert {one.value: one.count for one in counted.position} == dict(answers)
        assert {one.value: one.count for one in counted.document} == dict(Counter(row.document for row in rows))


def test_neighbours_stand_beside_each_other(filled: Archive) -> None:
    numbers = [row.number for row in tasks.list_recommendations(filled)]
    first, last = neighbours(filled, REPORT, numbers[0]), neighbours(filled, REPORT, numbers[-1])
    assert first is not None
    assert last is not None
    assert (first.at, first.total, first.before, first.after) == (1, len(numbers), "", numbers[1])
    assert (last.at, last.before, last.after) == (len(numbers), numbers[-2], "")
    assert neighbours(filled, REPORT, "999.9") is None


def test_pages_of_a_search_are_one_list(filled: Archive) -> None:
    tasks.add_documents(filled, [EXAMPLES / "lower-selm" / "papers"], workers=1)
    whole = tasks.search(filled, "rights OR law", limit=None)
    assert whole.total == len(whole.hits) > 10
    parts = [tasks.search(filled, "rights OR law", limit=7, offset=at) for at in range(0, whole.total, 7)]
    assert [hit for part in parts for hit in part.hits] == list(whole.hits)
    assert {part.total for part in parts} == {whole.total}
    only = tasks.search(filled, "rights OR law", kinds=("paragraph",), limit=5)
    assert {hit.kind for hit in only.hits} == {"paragraph"}
    assert sum(one.count for one in only.kinds) == whole.total


def test_more_papers_ask_no_more_queries(filled: Archive) -> None:
    asked: dict[str, Callable[[], object]] = {
        "list": lambda: tasks.list_recommendations(filled, limit=5),
        "facets": lambda: tasks.facets(filled, RecommendationFilter(bys=("FRA",))),
        "search": lambda: tasks.search(filled, "rights", limit=5),
        "states": lambda: tasks.recommending_states(filled),
        "neighbours": lambda: neighbours(filled, REPORT, "1"),
    }
    before = {name: _queries(filled, ask) for name, ask in asked.items()}
    papers = [EXAMPLES / "arvenia" / "papers" / "A-HRC-52-97-Add.1.pdf", EXAMPLES / "lower-selm" / "papers"]
    tasks.add_documents(filled, papers, workers=1)
    assert {name: _queries(filled, ask) for name, ask in asked.items()} == before
    assert max(before.values()) <= 6  # one of them asks what has to be withheld


def _queries(archive: Archive, ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(connections[archive.alias]) as captured:
        ask()
    return len(captured)


def _agree(archive: Archive) -> None:
    """Each pair says of its recommendation what that says itself, and one pair opens each regional group."""
    for row in tables.Recommendation.objects.using(archive.alias):
        pairs = list(tables.RecommendationState.objects.using(archive.alias).filter(recommendation=row))
        said = {(pair.document_id, pair.position, pair.changed, pair.judged) for pair in pairs}
        assert said <= {(row.document_id, row.position, row.changed, row.judged)}
        assert {pair.state for pair in pairs} == set(row.states)
        opening = [states.group(pair.state) for pair in pairs if pair.opens]
        assert sorted(opening) == sorted({states.group(state) for state in row.states})
