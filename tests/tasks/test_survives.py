"""Every kind of decision outlives a new reading, a backup and the way to another archive, on every kind of archive."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.model import Position
from onrecord.model.judgement import CORRECTED, VERDICT, Judgement
from onrecord.store.archive import Archive
from onrecord.tasks import (
    Question,
    RecommendationRow,
    backup,
    export_judgements,
    import_judgements,
    judge,
    judgements_of,
    list_questions,
    list_recommendations,
    open_archive,
    restore,
    withdraw,
)
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, REPORT, answers, report

ITEM = f"{REPORT}#75.1"
VALUES: dict[str, object] = {
    "text": "Ratify the Convention on Harbours and Lighthouses",
    "number": "75.11",
    "states": ("FRA", "XLS"),
    "position": "noted",
    "end": "Harbours",
    "verdict": "right",
}
# What the archive shows: rows with their corrections, and the questions that wait or were answered.
Shown = tuple[tuple[RecommendationRow, ...], tuple[Question, ...]]


@dataclass(frozen=True)
class Road:
    """Where another archive of the same sort can be made."""

    folder: Path
    target: str
    passphrase: str

    @property
    def secret(self) -> str:
        """The passphrase with which it opens: databases have none of their own."""
        return "" if "://" in self.target else self.passphrase


Journey = Callable[[Archive, Road], AbstractContextManager[Archive]]


def papers(archive: Archive) -> None:
    """A report, and the answers."""
    put_on_record(archive, report(ITEMS).prepared())
    put_on_record(archive, answers({"75.1": Position.SUPPORTED, "75.2": Position.NOTED}).prepared())


def decide(archive: Archive) -> tuple[str, ...]:
    """Decide something of every kind, withdrawn decisions and questions included; gives the targets."""
    for field, value in VALUES.items():
        judge(archive, ITEM, field, value, reason="So it stands.", who="Ada")
    gone = judge(archive, f"{REPORT}#75.2", "states", ["XLS"], reason="", who="Ada")
    withdraw(archive, gone.id, who="Ben")
    question = next(q for q in list_questions(archive) if q.kind != "differs").id
    judge(archive, question, VERDICT, "wrong", reason="It has one.", who="Ada")
    return ITEM, f"{REPORT}#75.2", question


def decisions(archive: Archive, targets: tuple[str, ...]) -> dict[tuple[str, str], Judgement]:
    """Every decision by its kind, with its id, name, time and reason."""
    return {(target, one.field): one for target in targets for one in judgements_of(archive, target)}


def shown(archive: Archive) -> Shown:
    return tuple(list_recommendations(archive)), tuple(list_questions(archive, judged=None))


@contextmanager
def read_again(archive: Archive, _: Road) -> Iterator[Archive]:
    papers(archive)
    yield archive


@contextmanager
def backed_up(archive: Archive, road: Road) -> Iterator[Archive]:
    backup(archive, road.folder / "copy", passphrase=None)
    restore(road.folder / "copy", road.target, passphrase=road.passphrase)
    with open_archive(road.target, passphrase=road.secret) as back:
        yield back


@contextmanager
def taken_along(archive: Archive, road: Road) -> Iterator[Archive]:
    export_judgements(archive, road.folder / "decisions.jsonl")
    with open_archive(road.target, passphrase=road.secret, create=True) as other:
        papers(other)
        assert import_judgements(other, road.folder / "decisions.jsonl").waiting == ()
        yield other


@pytest.fixture
def road(kind: str, passphrase: str, tmp_path: Path, new_database: Callable[[], str]) -> Road:
    return Road(tmp_path, new_database() if kind == "postgres" else str(tmp_path / "other"), passphrase)


def test_the_kinds_are_all_there_are() -> None:
    assert {*CORRECTED, VERDICT} == set(VALUES)


@pytest.mark.parametrize("journey", [read_again, backed_up, taken_along], ids=["read-again", "backup", "export"])
def test_every_kind_of_decision_survives(archive: Archive, road: Road, journey: Journey) -> None:
    papers(archive)
    targets = decide(archive)
    kept = decisions(archive, targets)
    before = shown(archive)
    assert len(kept) == len(VALUES) + 2
    assert {c.field for row in before[0] for c in row.corrections} == set(CORRECTED)
    with journey(archive, road) as after:
        assert decisions(after, targets) == kept
        assert shown(after) == before
