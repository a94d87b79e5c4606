"""Themes, persons affected and goals of recommendations: they follow by rule from issues that stand, and from words.

They are suggestions of a table (``vocabulary/data/crosswalk.csv``), never sure and never asked about in the queue. An
issue that a person accepts brings its themes along; one that is refused takes them away again.
"""

from collections.abc import Iterable, Iterator

from onrecord.model.label import FOLLOWED, ISSUE, Label, Labeller, Labels, Span
from onrecord.record import crossed
from onrecord.store import labels, tables
from onrecord.store.archive import Archive

_AT_ONCE = 500
_BY_A_PERSON = 1.0  # an issue that a person gave is no guess
_NOBODY = Labeller("", "", "")


def follow_issues(archive: Archive, recommendations: Iterable[int]) -> None:
    """Work out anew what follows from the issues that stand on these recommendations (inside a transaction).

    Args:
        archive: open.
        recommendations: their primary keys.
    """
    wanted = list(recommendations)
    for first in range(0, len(wanted), _AT_ONCE):
        labels.file_followed(archive, dict(_followed(archive, wanted[first : first + _AT_ONCE])))


def without_themes(archive: Archive) -> list[int]:
    """Papers that were labelled before what follows by rule was filed: none of theirs carries such a label."""
    rows = tables.RecommendationLabel.objects.using(archive.alias).filter(scheme__in=FOLLOWED)
    labelled = tables.LabelledDocument.objects.using(archive.alias)
    return list(labelled.exclude(document__in=rows.values("document")).values_list("document", flat=True))


def _followed(archive: Archive, keys: list[int]) -> Iterator[tuple[int, list[Label]]]:
    issues: dict[int, list[Label]] = {key: [] for key in keys}
    table = tables.RecommendationLabel.objects.using(archive.alias)
    for row in table.filter(recommendation__in=keys, scheme=ISSUE, stands=True):
        spans = tuple(Span(*span) for span in row.words)
        chance = _BY_A_PERSON if row.probability is None else row.probability
        issues[row.recommendation_id].append(Label(ISSUE, row.name, chance, sure=True, words=spans))
    items = tables.Recommendation.objects.using(archive.alias).filter(pk__in=keys)
    for key, text in items.values_list("pk", "text"):
        yield key, list(crossed(text, Labels(None, tuple(issues[key]), (), _NOBODY)))
