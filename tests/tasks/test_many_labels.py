"""Many labels at once: the threshold from which they are sure, one decision on several, and the list of what waits."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from onrecord import labelling, tasks
from onrecord.errors import NotFound
from onrecord.model.label import ACTION, ISSUE, Label, Labeller, Labels, Span
from onrecord.store.archive import Archive
from onrecord.tasks import Conflict, LabelFilter, NotAllowed
from onrecord.tasks.adding import put_on_record
from onrecord.tasks.queue import LISTED
from onrecord.tasks.thresholds import TARGET
from store.papers import ITEMS, REPORT, report

ITEM = f"{REPORT}#75.1"
THEME = "Administration of justice & fair trial"


class Model:
    """Suggests for every text an action surely, one issue surely, one not; some texts it doubts."""

    sure_from = 0.9
    model = SimpleNamespace(labeller=Labeller("made-up", "1", "f" * 64), fingerprint="f" * 64)

    def __init__(self) -> None:
        self.doubted: set[str] = set()

    def meaning(self, texts: Sequence[str]) -> np.ndarray:
        return np.eye(len(texts), 8, dtype=np.float32)

    def doubt(self, text: str) -> str:
        return "not English" if text in self.doubted else ""

    def label(self, texts: Sequence[str], *, threshold: float) -> Iterator[Labels]:
        for text in texts:

            def one(scheme: str, name: str, chance: float, known: bool = text not in self.doubted) -> Label:
                return Label(scheme, name, chance, known and chance >= threshold, (Span(0, 6),))

            issues = (one(ISSUE, "Poverty", 0.97), one(ISSUE, "Justice", 0.6))
            yield Labels(one(ACTION, "5", 0.95), issues, (), self.model.labeller)


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Model:
    made = Model()
    monkeypatch.setattr(labelling, "labeller", lambda path=None: made)
    monkeypatch.setattr(labelling, "reader", lambda path=None: made)
    return made


@pytest.fixture
def labelled(archive: Archive, model: Model) -> Archive:
    put_on_record(archive, report(ITEMS).prepared())
    tasks.label_documents(archive)
    return archive


def choose(archive: Archive, value: float, **more: str) -> tasks.Judgement:
    return tasks.judge(archive, TARGET, "sure_from", value, reason="measured", who="Aigerim", **more)


def said(archive: Archive, item: str = ITEM) -> dict[str, bool]:
    return {row.name: row.stands for row in tasks.list_labels(archive, item)}


def test_what_would_change_is_told_before_anything_changes(labelled: Archive) -> None:
    here = len(ITEMS)
    now = tasks.count_sure(labelled)
    assert (now.sure, now.waiting) == (2 * here, here)
    for value, sure in ((0.96, here), (0.5, 3 * here), (0.6, 3 * here), (1.0, 0)):
        told = tasks.count_sure(labelled, value)
        assert (told.sure, told.waiting) == (sure, 3 * here - sure)
    assert tasks.count_sure(labelled) == now


@pytest.mark.parametrize("value", [0.5, 0.96, 1.0])
def test_it_is_then_as_was_told(labelled: Archive, value: float) -> None:
    tasks.judge(labelled, f"{ITEM}#label:issue:Justice", "verdict", "wrong", reason="", who="Jonas")
    told = tasks.count_sure(labelled, value)
    choose(labelled, value)
    assert tasks.count_sure(labelled) == told
    assert tasks.list_many_labels(labelled, LabelFilter()).total == told.waiting
    assert tasks.list_questions(labelled, kind="label").total == told.waiting
    assert said(labelled)["Justice"] is False


def test_the_threshold_is_a_decision_with_a_name_and_undo(labelled: Archive) -> None:
    assert tasks.show_threshold(labelled).decision is None
    kept = choose(labelled, 0.5)
    assert (kept.who, kept.value, kept.seen) == ("Aigerim", 0.5, 0.9)
    assert tasks.show_threshold(labelled) == tasks.Threshold(0.5, kept)
    assert said(labelled)["Justice"] is True
    assert said(labelled)[THEME] is True  # what follows, follows
    with pytest.raises(Conflict):
        choose(labelled, 0.7)
    tasks.withdraw(labelled, kept.id, who="Jonas")
    assert tasks.show_threshold(labelled).value == 0.9
    assert said(labelled)["Justice"] is False
    assert THEME not in said(labelled)


def test_new_papers_are_labelled_by_the_threshold_of_the_archive(archive: Archive, model: Model) -> None:
    choose(archive, 0.5)
    put_on_record(archive, report(ITEMS).prepared())
    assert tasks.label_documents(archive).unsure == 0


def test_texts_the_model_doubts_stay_unsure_whatever_the_threshold(archive: Archive, model: Model) -> None:
    put_on_record(archive, report(ITEMS).prepared())
    model.doubted.add(next(r.text for r in tasks.list_recommendations(archive) if r.id == ITEM))
    tasks.label_documents(archive)
    told = tasks.count_sure(archive, 0.5)
    assert (told.sure, told.waiting) == (3 * (len(ITEMS) - 1), 3)
    choose(archive, 0.5)
    assert tasks.count_sure(archive) == told
    assert not any(said(archive)[name] for name in ("5", "Poverty", "Justice"))


@pytest.mark.parametrize("value", [1.5, -0.1, "much", True, None])
def test_what_is_no_threshold(labelled: Archive, value: object) -> None:
    with pytest.raises(NotAllowed, match="no probability"):
        tasks.judge(labelled, TARGET, "sure_from", value, reason="", who="Aigerim")


def test_the_threshold_and_decisions_on_many_travel(labelled: Archive, tmp_path: Path) -> None:
    choose(labelled, 0.5)
    tasks.judge_many_labels(labelled, LabelFilter("sure", name="Justice"), "wrong", reason="no courts", who="Aigerim")
    tasks.export_judgements(labelled, tmp_path / "decisions.jsonl")
    with tasks.open_archive(tmp_path / "other.onrecord", passphrase="", create=True) as other:
        put_on_record(other, report(ITEMS).prepared())
        taken = tasks.import_judgements(other, tmp_path / "decisions.jsonl")
        assert (taken.added, taken.waiting) == (1 + len(ITEMS), ())
        tasks.label_documents(other)
        assert tasks.show_threshold(other).value == 0.5
        assert (said(other)["Justice"], said(other)["Poverty"]) == (False, True)


def test_labels_wait_in_a_list_by_recommendation_and_not_in_the_queue(labelled: Archive) -> None:
    listed = tasks.list_many_labels(labelled, LabelFilter(), limit=2)
    assert (listed.total, listed.groups.total, len(listed.groups)) == (len(ITEMS), len(ITEMS), 2)
    first = listed.groups.rows[0]
    assert (first.recommendation, first.number) == (ITEM, "75.1")
    assert [(row.name, row.probability) for row in first.labels] == [("Justice", 0.6)]
    assert [(one.document, one.count) for one in listed.papers] == [(REPORT, len(ITEMS))]
    assert [(one.value, one.count) for one in listed.names] == [("issue:Justice", len(ITEMS))]
    assert tasks.list_questions(labelled, without=LISTED).total == tasks.list_questions(labelled).total - len(ITEMS)
    sure = tasks.list_many_labels(labelled, LabelFilter("sure", scheme="issue"))
    assert sure.total == len(ITEMS)
    assert {one.value for one in sure.names} == {"action:5", "issue:Poverty"}
    assert tasks.list_many_labels(labelled, LabelFilter("rule")).total > 0


def test_one_decision_on_all_sure_labels_of_a_review_and_its_undo(labelled: Archive) -> None:
    wanted = LabelFilter("sure", document=REPORT)
    kept = tasks.judge_many_labels(labelled, wanted, "right", reason="read them", who="Aigerim")
    assert (kept.count, kept.who, kept.verdict) == (2 * len(ITEMS), "Aigerim", "right")
    assert tasks.list_many_labels(labelled, wanted).total == 0
    judged = {row.name: row.judged for row in tasks.list_labels(labelled, ITEM)}
    assert judged["Poverty"] is not None
    assert (judged["Poverty"].reason, judged["Poverty"].seen) == ("read them", (0.97, "made-up 1", "f" * 64))
    assert tasks.last_label_decisions(labelled) == (kept,)
    assert tasks.withdraw_labels(labelled, kept.id, who="Jonas") == 2 * len(ITEMS)
    assert tasks.list_many_labels(labelled, wanted).total == 2 * len(ITEMS)
    assert tasks.last_label_decisions(labelled) == ()
    with pytest.raises(NotFound):
        tasks.withdraw_labels(labelled, kept.id, who="Jonas")


def test_several_refused_at_once_leave_lists(labelled: Archive) -> None:
    ticked = [f"{REPORT}#75.{number}#label:issue:Poverty" for number in (1, 2)]
    kept = tasks.judge_labels(labelled, [*ticked, ticked[0]], "wrong", reason="", who="Aigerim")
    assert kept.count == 2
    assert said(labelled)["Poverty"] is False
    poor = tasks.RecommendationFilter(issues=("Poverty",))
    assert tasks.list_recommendations(labelled, poor).total == len(ITEMS) - 2


def test_what_somebody_decided_before_is_never_overwritten(labelled: Archive) -> None:
    own = tasks.judge(labelled, f"{ITEM}#label:issue:Poverty", "verdict", "wrong", reason="", who="Jonas")
    kept = tasks.judge_many_labels(labelled, LabelFilter("sure", name="Poverty"), "right", reason="", who="Aigerim")
    assert kept.count == len(ITEMS) - 1
    tasks.withdraw_labels(labelled, kept.id, who="Aigerim")
    (standing,) = (one for one in tasks.judgements_of(labelled, own.target) if one.stands)
    assert standing == own


def test_one_of_many_can_be_undone_alone(labelled: Archive) -> None:
    kept = tasks.judge_many_labels(labelled, LabelFilter("sure", name="Poverty"), "wrong", reason="", who="Aigerim")
    (one,) = tasks.judgements_of(labelled, f"{ITEM}#label:issue:Poverty")
    tasks.withdraw(labelled, one.id, who="Jonas")
    assert said(labelled)["Poverty"] is True
    (left,) = tasks.last_label_decisions(labelled)
    assert (left.id, left.count) == (kept.id, len(ITEMS) - 1)


@pytest.mark.parametrize(
    ("targets", "verdict", "who"),
    [
        ([f"{ITEM}#label:issue:Poverty"], "right", " "),
        ([f"{ITEM}#label:issue:Poverty"], "later", "Aigerim"),
        ([f"{ITEM}#label:issue:Right to food", ITEM, "nonsense"], "right", "Aigerim"),
        ([], "right", "Aigerim"),
    ],
)
def test_what_cannot_be_decided_together(labelled: Archive, targets: list[str], verdict: str, who: str) -> None:
    with pytest.raises(NotAllowed):
        tasks.judge_labels(labelled, targets, verdict, reason="", who=who)
    assert tasks.last_label_decisions(labelled) == ()
