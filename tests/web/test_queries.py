"""Long tables come page by page, and no page asks the archive more than a handful of times."""

import pytest
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.store.archive import Archive
from onrecord.web.papers import views as papers
from onrecord.web.reviews import views as reviews
from onrecord.web.states import views as states

MOST = 15
PAGES = (
    "/",
    "/reviews/",
    "/reviews/XAV/4/",
    "/recommendations/",
    "/recommendations/?by=FRA&group=WEOG&words=rights&sort=-date",
    "/recommendations/?group_by=by",
    "/recommendations/A/HRC/52/97/52.3/",
    "/states/",
    "/states/FRA/",
    "/papers/",
    "/queue/",
    "/search/?q=rights+state:XAV",
    "/subjects/",
    "/subjects/human-rights-defenders-wide/",
)


@pytest.mark.parametrize("page", PAGES)
def test_few_queries(client: Client, archive: Archive, page: str) -> None:
    # As one page is asked for: what is withheld is looked up once.
    with tasks.seen_by(once=True), CaptureQueriesContext(connections[archive.alias]) as captured:
        answer = client.get(page)
    assert answer.status_code == 200
    assert len(captured) <= MOST


@pytest.mark.parametrize(("module", "path"), [(reviews, "/reviews/"), (papers, "/papers/"), (states, "/states/")])
def test_tables_are_cut_into_pages(client: Client, monkeypatch: pytest.MonkeyPatch, module: object, path: str) -> None:
    monkeypatch.setattr(module, "_PER_PAGE", 1)
    first, second = client.get(path).content.decode(), client.get(f"{path}?offset=1").content.decode()
    assert first.count("data-row") == second.count("data-row") == 1
    assert first != second
    assert 'rel="next"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev"' in second
