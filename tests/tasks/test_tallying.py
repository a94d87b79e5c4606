"""Answers counted by what they have in common, in one query."""

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from onrecord import tasks
from onrecord.errors import SettingError
from onrecord.model import Position
from onrecord.store.archive import Archive
from onrecord.tasks import RecommendationFilter
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, answers, report

from .test_lists import SELM


def test_answers_counted(archive: Archive) -> None:
    put_on_record(archive, report({**ITEMS, "76.2": ("Plant trees", ())}).prepared())
    put_on_record(archive, report({"3": ("Ratify nothing", ("FRA",))}, Position.NOTED, identity=SELM).prepared())
    put_on_record(archive, answers({"75.1": Position.SUPPORTED, "75.2": Position.NOTED}).prepared())

    def counted(what: str, wanted: RecommendationFilter | None = None) -> dict[str, tuple[int, int, int, int]]:
        with CaptureQueriesContext(connections[archive.alias]) as told:
            found = tasks.answers_by(archive, what, wanted)
        assert len(told) == 2  # one of them asks what has to be withheld
        return {one.value: (one.items, one.supported, one.noted, one.pending) for one in found}

    assert counted("by", RecommendationFilter(state="XAV")) == {
        "FRA": (2, 1, 0, 1),
        "BRA": (1, 1, 0, 0),
        "DEU": (1, 0, 1, 0),
        "JPN": (1, 0, 0, 1),
        "KAZ": (1, 0, 0, 1),
    }
    assert counted("state", RecommendationFilter(by="FRA")) == {"XAV": (2, 1, 0, 1), "XLS": (1, 0, 1, 0)}
    assert counted("cycle") == {"4": (5, 1, 1, 3), "3": (1, 0, 1, 0)}
    with pytest.raises(SettingError, match="colour"):
        tasks.answers_by(archive, "colour")
