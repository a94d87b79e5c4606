"""The probability from which suggested labels are filed as sure: chosen by a person for an archive, and moved.

The choice is a decision like all others: with name and reason, carried to other archives, undone, never deleted.
What persons said of single labels stays as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from onrecord.model.judgement import SURE_FROM, Judgement
from onrecord.model.label import ISSUE, LEARNED
from onrecord.store import labels, tables
from onrecord.store.archive import Archive
from onrecord.store.labels import THRESHOLD
from onrecord.tasks.crossing import follow_issues
from onrecord.tasks.deciding import NotAllowed
from onrecord.tasks.labels import ask_about_labels, current_labeller

TARGET = THRESHOLD  # what a decision on it is recorded of
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which probability on labels are sure. ``decision``: of the person who chose it; None: the model's own."""

    value: float
    decision: Judgement | None


@dataclass(frozen=True, slots=True)
class SureCounts:
    """How many suggestions are sure and how many wait for a person; those that somebody decided are in neither."""

    sure: int
    waiting: int


def show_threshold(archive: Archive) -> Threshold:
    """The threshold that holds for this archive.

    Raises:
        ModelError: nobody chose one, and the model file cannot be opened.
    """
    with archive.told_plainly():
        decided = labels.threshold_decided(archive)
    return Threshold(float(str(decided.value)) if decided else current_labeller().sure_from, decided)


def count_sure(archive: Archive, threshold: float | None = None) -> SureCounts:
    """How many labels are sure and how many wait: now, or if labels were sure from this probability on.

    Raises:
        ModelError: the model file cannot be opened (it tells which texts no label of can be sure).
    """
    with archive.told_plainly():
        rows = _learned(archive).filter(judged="", document__leads=True)
        reached = Q(sure=True) if threshold is None else Q(probability__gte=threshold)
        found = rows.aggregate(every=Count("pk"), sure=Count("pk", filter=reached))
        held = 0
        if threshold is not None:
            rising = rows.filter(probability__gte=threshold, sure=False)
            held = sum(1 for _ in _of_doubtful(rising))
        return SureCounts(found["sure"] - held, found["every"] - found["sure"] + held)


def allowed_threshold(field: str, value: object) -> float:
    """The value as it is recorded.

    Raises:
        NotAllowed: it is no probability.
    """
    if field == SURE_FROM and isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return round(float(value), 4)
    raise NotAllowed(f"“{str(value)[:40]}” is no probability.", advice="Give a number from 0 to 1, such as 0.9.")


def seen_threshold(archive: Archive) -> float | None:
    """The threshold of the labelled papers at the moment when somebody chooses; None where none is labelled."""
    rows = tables.LabelledDocument.objects.using(archive.alias).order_by("-pk")
    return rows.values_list("sure_from", flat=True).first()


def apply_threshold(archive: Archive) -> None:
    """File every label anew as sure or not, by the threshold that holds now (inside a transaction).

    Nothing is labelled again: probabilities stand in the archive.
    """
    value = show_threshold(archive).value
    falling = _learned(archive).filter(probability__lt=value, sure=True)
    rising = _learned(archive).filter(probability__gte=value, sure=False)
    moved = set(falling.values_list("pk", "recommendation", "document", "scheme"))
    held = set(_of_doubtful(rising))
    moved |= {row for row in rising.values_list("pk", "recommendation", "document", "scheme") if row[0] not in held}
    falling.update(sure=False)
    for some in _parts(pk for pk, *_ in moved):
        _learned(archive).filter(pk__in=some, probability__gte=value).update(sure=True)
    _learned(archive).filter(judged="").exclude(stands=F("sure")).update(stands=F("sure"))
    judged = tables.RecommendationLabel.objects.using(archive.alias).exclude(judged="").values("recommendation")
    items = tables.Recommendation.objects.using(archive.alias).filter(pk__in=judged)
    labels.decide(archive, dict(items.values_list("pk", "key")))
    follow_issues(archive, {item for _, item, _, scheme in moved if scheme == ISSUE})
    tables.LabelledDocument.objects.using(archive.alias).update(sure_from=value)
    papers = {paper for _, _, paper, _ in moved}
    for document in tables.Document.objects.using(archive.alias).filter(pk__in=papers):
        ask_about_labels(archive, document)


def _learned(archive: Archive) -> QuerySet[tables.RecommendationLabel]:
    rows = tables.RecommendationLabel.objects.using(archive.alias)
    return rows.filter(scheme__in=LEARNED, probability__isnull=False)


def _of_doubtful(rows: QuerySet[tables.RecommendationLabel]) -> Iterable[int]:
    """Those of these labels whose texts leave nothing sure: not English, too long. Primary keys."""
    found = list(rows.values_list("pk", "recommendation", "recommendation__text"))
    if not found:
        return ()
    labeller = current_labeller()
    doubtful = {item: bool(labeller.doubt(text)) for item, text in {item: text for _, item, text in found}.items()}
    return [pk for pk, item, _ in found if doubtful[item]]


def _parts(keys: Iterable[int]) -> Iterable[list[int]]:
    wanted = list(keys)
    return (wanted[first : first + _AT_ONCE] for first in range(0, len(wanted), _AT_ONCE))
