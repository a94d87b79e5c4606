"""Who spoke of a subject is told from what is kept beside texts: for corrected texts, and in archives of before."""

from pathlib import Path

import pytest

from onrecord import tasks
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.adding import put_on_record
from onrecord.tasks.upgrading import bring_up_to_date
from store.papers import REPORT, report

ITEMS = {
    "75.1": ("Repeal the articles on insult", ("FRA", "BRA")),
    "75.2": ("Open a museum of lace", ("DEU",)),
}
CODED = """To,From,Text,Response,Action,Issue,Session
Lower Selm,Japan,Repeal the provisions on slander,Accepted,5,Freedom of the press,35
Lower Selm,Germany,Consider what slander means,Noted,3,Freedom of the press,34
"""


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    put_on_record(archive, report(ITEMS).prepared())
    (tmp_path / "coded.csv").write_text(CODED, encoding="utf-8")
    tasks.import_coded(archive, tmp_path / "coded.csv")
    return archive


def told(archive: Archive, subject: str = "defamation") -> list[tuple[str, str, bool]]:
    found = tasks.champions_of(archive, subject, "XAV").champions
    return [(one.state, one.last.text, one.last.specific) for one in found]


def test_reports_and_imported_rows_tell_it_in_any_words(filled: Archive) -> None:
    assert told(filled) == [
        ("BRA", "Repeal the articles on insult", True),
        ("FRA", "Repeal the articles on insult", True),
        ("DEU", "Consider what slander means", False),
        ("JPN", "Repeal the provisions on slander", True),
    ]
    assert told(filled, "lace") == [("DEU", "Open a museum of lace", False)]
    assert told(filled, "lac|") == []


def test_a_corrected_text_counts_as_it_was_corrected_and_no_longer_when_that_is_withdrawn(filled: Archive) -> None:
    done = tasks.judge(filled, f"{REPORT}#75.1", "text", "Plant trees", reason="Misread.", who="Ada")
    assert {state for state, _, _ in told(filled)} == {"DEU", "JPN"}
    tasks.withdraw(filled, done.id, who="Ada")
    assert {state for state, _, _ in told(filled)} == {"DEU", "JPN", "BRA", "FRA"}


def test_an_archive_of_before_tells_the_same_when_it_is_opened(filled: Archive) -> None:
    tasks.judge(filled, f"{REPORT}#75.2", "text", "Decriminalise libel", reason="Misread.", who="Ada")
    before = told(filled)
    assert len(before) == 4
    tables.Recommendation.objects.using(filled.alias).update(matters="", specific=False)
    tables.CodedRow.objects.using(filled.alias).update(matters="", specific=False)
    assert told(filled) == []
    tables.Document.objects.using(filled.alias).update(derived=0)
    tables.CodedSource.objects.using(filled.alias).update(derived=0)
    bring_up_to_date(filled)
    assert told(filled) == before


@pytest.mark.parametrize("letters", ["[draft]", "100 %", "why?", "a*b", "_blank"])
def test_signs_are_looked_for_as_they_are(archive: Archive, letters: str) -> None:
    items = {"75.1": (f"Publish {letters} in full", ("FRA",)), "75.2": ("Publish all in full", ("FRA",))}
    put_on_record(archive, report(items).prepared())
    found = tasks.list_recommendations(archive, tasks.RecommendationFilter(words=letters)).rows
    assert [row.number for row in found] == ["75.1"]
