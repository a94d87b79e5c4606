"""Labels in an archive: suggested by a model, decided by persons; a model never changes what a person decided."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from onrecord import labelling
from onrecord.errors import NotFound
from onrecord.model import Position
from onrecord.model.label import ACTION, FOLLOWED, ISSUE, Label, Labeller, Labels, Span
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks import (
    Conflict,
    NotAllowed,
    RecommendationFilter,
    backup,
    export_judgements,
    facets,
    import_judgements,
    judge,
    label_documents,
    list_labels,
    list_questions,
    list_recommendations,
    open_archive,
    show_recommendation,
    withdraw,
)
from onrecord.tasks.adding import put_on_record
from store.papers import ITEMS, REPORT, answers, report

ITEM = f"{REPORT}#75.1"


Use = Callable[["Model"], None]


class Model:
    """A model that suggests what the test says, under a fingerprint of its own."""

    def __init__(self, name: str, issue: str, probability: float) -> None:
        self.sure_from = 0.9
        self.model = SimpleNamespace(labeller=Labeller("made-up", name, name * 64), fingerprint=name * 64)
        self._said = (issue, probability)

    def meaning(self, texts: Sequence[str]) -> np.ndarray:
        return np.eye(len(texts), 8, dtype=np.float32)

    def doubt(self, text: str) -> str:
        return ""

    def label(self, texts: Sequence[str], *, threshold: float) -> Iterator[Labels]:
        issue, probability = self._said
        for text in texts:
            action = Label(ACTION, "5", 0.95, threshold <= 0.95, (Span(0, len(text.split()[0])),))
            found = Label(ISSUE, issue, probability, probability >= threshold, (Span(0, 6),))
            yield Labels(action, (found,), (), self.model.labeller)


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Use]:
    def chosen(model: Model) -> None:
        monkeypatch.setattr(labelling, "labeller", lambda path=None: model)
        monkeypatch.setattr(labelling, "reader", lambda path=None: model)

    yield chosen


@pytest.fixture
def filled(archive: Archive, use: Use) -> Archive:
    put_on_record(archive, report(ITEMS).prepared())
    put_on_record(archive, answers({"75.1": Position.SUPPORTED}).prepared())
    use(Model("a", "Justice", 0.97))
    return archive


def _names(archive: Archive) -> dict[str, bool]:
    """Of actions and issues, and terms of one's own."""
    return {row.name: row.stands for row in list_labels(archive, ITEM) if not row.by_rule}


def _followed(archive: Archive) -> dict[str, bool]:
    """What follows by rule."""
    return {row.name: row.stands for row in list_labels(archive, ITEM) if row.by_rule}


def test_labels_are_filed_with_model_version_and_fingerprint(filled: Archive) -> None:
    report_ = label_documents(filled)
    assert (report_.documents, report_.recommendations, report_.unsure) == (1, len(ITEMS), 0)
    action, issue, *followed = list_labels(filled, ITEM)
    assert (action.scheme, action.name, action.stands) == ("action", "5", True)
    assert (issue.name, issue.probability, issue.sure) == ("Justice", 0.97, True)
    assert (issue.model, issue.fingerprint) == ("made-up a", "a" * 64)
    assert issue.because == (show_recommendation(filled, REPORT, "75.1").recommendation.text[:6],)
    assert show_recommendation(filled, REPORT, "75.1").labels == (action, issue, *followed)


def test_only_new_papers_are_labelled(filled: Archive) -> None:
    label_documents(filled)
    again = label_documents(filled)
    assert (again.documents, again.known) == (0, 1)


def test_a_new_model_replaces_suggestions(filled: Archive, use: Use) -> None:
    label_documents(filled)
    use(Model("b", "Detention", 0.95))
    assert label_documents(filled).documents == 1
    assert _names(filled) == {"5": True, "Detention": True}


def test_a_new_model_never_changes_what_a_person_accepted(filled: Archive, use: Use) -> None:
    label_documents(filled)
    kept = judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "right", reason="it says so", who="Aigerim")
    use(Model("b", "Detention", 0.95))
    label_documents(filled)
    assert _names(filled) == {"5": True, "Detention": True, "Justice": True}
    justice = next(row for row in list_labels(filled, ITEM) if row.name == "Justice")
    assert justice.judged == kept
    assert (justice.probability, justice.model) == (None, "")


def test_a_new_model_never_brings_back_what_a_person_refused(filled: Archive, use: Use) -> None:
    label_documents(filled)
    judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "wrong", reason="", who="Aigerim")
    assert _names(filled)["Justice"] is False
    use(Model("b", "Justice", 0.99))
    label_documents(filled)
    assert _names(filled)["Justice"] is False


def test_an_action_of_a_person_stands_for_the_suggested_one(filled: Archive) -> None:
    label_documents(filled)
    judge(filled, f"{ITEM}#label:action:4", "verdict", "right", reason="opens with ensure", who="Aigerim")
    assert _names(filled) == {"4": True, "5": False, "Justice": True}
    row = next(r for r in list_recommendations(filled) if r.id == ITEM)
    assert (row.action, row.issues) == (4, ("Justice",))


def test_a_label_by_hand_needs_no_model_and_survives_a_new_reading(archive: Archive) -> None:
    paper = report(ITEMS)
    put_on_record(archive, paper.prepared())
    judge(archive, f"{ITEM}#label:issue:Right to water", "verdict", "right", reason="wells", who="Aigerim")
    assert _names(archive) == {"Right to water": True}
    put_on_record(archive, paper.prepared())
    assert _names(archive) == {"Right to water": True}
    wanted = RecommendationFilter(issues=("Right to water",))
    assert [row.id for row in list_recommendations(archive, wanted)] == [ITEM]


def test_undo_gives_the_suggestion_back(filled: Archive) -> None:
    label_documents(filled)
    kept = judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "wrong", reason="", who="Aigerim")
    withdraw(filled, kept.id, who="Jonas")
    assert _names(filled)["Justice"] is True
    by_hand = judge(filled, f"{ITEM}#label:issue:Poverty", "verdict", "right", reason="x", who="Aigerim")
    withdraw(filled, by_hand.id, who="Aigerim")
    assert "Poverty" not in _names(filled)


def test_what_was_suggested_is_kept_with_the_decision(filled: Archive) -> None:
    label_documents(filled)
    kept = judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "right", reason="", who="Aigerim")
    assert kept.seen == (0.97, "made-up a", "a" * 64)


def test_unsure_labels_wait_in_the_queue_and_a_verdict_files_them(filled: Archive, use: Use) -> None:
    use(Model("a", "Justice", 0.58))
    assert label_documents(filled).unsure == len(ITEMS)
    assert _names(filled)["Justice"] is False
    page = list_questions(filled, kind="label")
    assert page.total == len(ITEMS)
    question = page.rows[0]
    assert question.target == ITEM
    assert question.sentence.startswith("Suggested: Justice, 0.58, because of “")
    judge(filled, question.id, "verdict", "right", reason="", who="Aigerim")
    assert _names(filled)["Justice"] is True
    assert list_questions(filled, kind="label").total == len(ITEMS) - 1
    (done,) = list_questions(filled, kind="label", judged=True)
    assert done.judged is not None
    assert done.judged.who == "Aigerim"
    label_documents(filled, threshold=0.95)
    assert list_questions(filled, kind="label").total == len(ITEMS) - 1
    withdraw(filled, done.judged.id, who="Aigerim")
    assert list_questions(filled, kind="label").total == len(ITEMS)


def test_the_threshold_can_be_moved(filled: Archive) -> None:
    label_documents(filled)
    moved = label_documents(filled, threshold=0.99)
    assert (moved.documents, moved.sure) == (1, 0)
    assert list_questions(filled, kind="label").total == 2 * len(ITEMS)
    assert label_documents(filled, threshold=0.5).unsure == 0
    assert list_questions(filled, kind="label").total == 0
    assert label_documents(filled).documents == 0


def test_two_persons_at_once(filled: Archive) -> None:
    label_documents(filled)
    judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "wrong", reason="", who="Aigerim")
    with pytest.raises(Conflict):
        judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "right", reason="", who="Jonas")


@pytest.mark.parametrize(
    ("target", "field", "value", "error"),
    [
        (f"{ITEM}#label:issue:Justice", "text", "x", NotAllowed),
        (f"{ITEM}#label:issue:Justice", "verdict", "maybe", NotAllowed),
        (f"{ITEM}#label:issue:{'x' * 300}", "verdict", "right", NotAllowed),
        (f"{REPORT}#99.9#label:issue:Justice", "verdict", "right", NotFound),
    ],
)
def test_what_cannot_be_decided(filled: Archive, target: str, field: str, value: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        judge(filled, target, field, value, reason="", who="Aigerim")


def test_lists_are_narrowed_and_counted_by_labels_that_stand(filled: Archive) -> None:
    label_documents(filled)
    judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "wrong", reason="", who="Aigerim")
    judge(filled, f"{ITEM}#label:action:3", "verdict", "right", reason="", who="Aigerim")
    wanted = RecommendationFilter(issues=("Justice",))
    assert list_recommendations(filled, wanted).total == len(ITEMS) - 1
    counted = facets(filled)
    assert {(c.value, c.count) for c in counted.issue} == {("Justice", len(ITEMS) - 1)}
    assert {(c.value, c.count) for c in counted.action} == {("5", len(ITEMS) - 1), ("3", 1)}
    narrowed = facets(filled, RecommendationFilter(actions=("3",)))
    assert {(c.value, c.count) for c in narrowed.action} == {("5", len(ITEMS) - 1), ("3", 1)}
    assert narrowed.issue == ()
    word = show_recommendation(filled, REPORT, "75.1").recommendation.text.split()[-1]
    by_word = facets(filled, RecommendationFilter(words=word))
    assert sum(c.count for c in by_word.action) == list_recommendations(filled, RecommendationFilter(words=word)).total
    assert list_recommendations(filled, RecommendationFilter(actions=("3",), issues=("Justice",))).total == 0


def test_decisions_on_labels_travel_to_another_archive(filled: Archive, tmp_path: Path) -> None:
    label_documents(filled)
    judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "wrong", reason="", who="Aigerim")
    judge(filled, f"{ITEM}#label:issue:Right to food", "verdict", "right", reason="", who="Aigerim")
    file = tmp_path / "decisions.jsonl"
    export_judgements(filled, file)
    with open_archive(tmp_path / "other.onrecord", passphrase="", create=True) as other:
        put_on_record(other, report(ITEMS).prepared())
        taken = import_judgements(other, file)
        assert (taken.added, taken.waiting) == (2, ())
        assert _names(other)["Right to food"] is True
        label_documents(other)
        assert _names(other)["Justice"] is False


THEME = "Administration of justice & fair trial"
GOAL = "16 - PEACE JUSTICE AND STRONG INSTITUTIONS"


def test_themes_persons_and_goals_follow_from_issues_that_stand(filled: Archive, use: Use) -> None:
    use(Model("a", "Justice", 0.58))
    label_documents(filled)
    assert THEME not in _followed(filled)
    asked = list_questions(filled, kind="label").total
    kept = judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "right", reason="", who="Aigerim")
    assert _followed(filled)[THEME] is True
    assert list_questions(filled, kind="label").total == asked - 1  # nothing that follows by rule is asked about
    row = next(r for r in list_labels(filled, ITEM) if r.name == THEME)
    assert (row.probability, row.sure, row.model) == (0.58, False, "")
    withdraw(filled, kept.id, who="Aigerim")
    assert THEME not in _followed(filled)
    judge(filled, f"{ITEM}#label:issue:Justice", "verdict", "wrong", reason="", who="Aigerim")
    assert THEME not in _followed(filled)


def test_a_refused_theme_stays_refused_and_one_given_by_hand_stays(filled: Archive, use: Use) -> None:
    label_documents(filled)
    judge(filled, f"{ITEM}#label:theme:{THEME}", "verdict", "wrong", reason="", who="Aigerim")
    judge(filled, f"{ITEM}#label:persons:women", "verdict", "right", reason="they too", who="Aigerim")
    use(Model("b", "Justice", 0.95))
    label_documents(filled)
    assert (_followed(filled)[THEME], _followed(filled)["women"]) == (False, True)
    with pytest.raises(NotAllowed):
        judge(filled, f"{ITEM}#label:persons:unicorns", "verdict", "right", reason="", who="Aigerim")


def test_lists_and_exports_know_themes_persons_and_goals(filled: Archive) -> None:
    label_documents(filled)
    row = next(r for r in list_recommendations(filled) if r.id == ITEM)
    assert THEME in row.themes
    assert GOAL in row.goals
    judge(filled, f"{ITEM}#label:goal:{GOAL}", "verdict", "wrong", reason="", who="Aigerim")
    judge(filled, f"{ITEM}#label:persons:women", "verdict", "right", reason="", who="Aigerim")
    assert list_recommendations(filled, RecommendationFilter(goals=(GOAL,))).total == len(ITEMS) - 1
    assert [r.id for r in list_recommendations(filled, RecommendationFilter(persons=("women",)))] == [ITEM]
    both = RecommendationFilter(themes=(THEME,), persons=("women",))
    assert list_recommendations(filled, both).total == 1
    counted = facets(filled)
    assert {(c.value, c.count) for c in counted.goal} >= {(GOAL, len(ITEMS) - 1)}
    narrowed = facets(filled, both)
    assert {(c.value, c.count) for c in narrowed.persons} >= {("women", 1)}
    assert next(
        c.count for c in facets(filled, RecommendationFilter(themes=(THEME,))).theme if c.value == THEME
    ) == len(ITEMS)


def test_archives_labelled_before_get_what_follows(filled: Archive) -> None:
    label_documents(filled)
    tables.RecommendationLabel.objects.using(filled.alias).filter(scheme__in=FOLLOWED).delete()
    assert _followed(filled) == {}
    assert label_documents(filled).documents == 0
    assert _followed(filled)[THEME] is True


def test_labels_are_in_a_backup(filled: Archive, tmp_path: Path, passphrase: str) -> None:
    label_documents(filled)
    backup(filled, tmp_path / "copy.onrecord")
    with open_archive(tmp_path / "copy.onrecord", passphrase=passphrase) as copy:
        assert list_labels(copy, ITEM) == list_labels(filled, ITEM)
