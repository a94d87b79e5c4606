"""Recommendations by State: one row for each recommending State, with what is counted of the recommendation."""

from collections.abc import Iterable

from django.db.models import OuterRef, Subquery

from onrecord.store import tables
from onrecord.store.groups import first_of_group


def save_pairs(rows: Iterable[tables.Recommendation], *, alias: str) -> None:
    """Write one row for each recommending State; a State named twice in an item counts once."""
    pairs = []
    for row in rows:
        named = list(dict.fromkeys(row.states))
        for state, opens in zip(named, first_of_group(named), strict=True):
            pairs.append(
                tables.RecommendationState(
                    recommendation=row,
                    state=state,
                    document_id=row.document_id,
                    position=row.position,
                    changed=row.changed,
                    judged=row.judged,
                    opens=opens,
                )
            )
    tables.RecommendationState.objects.using(alias).bulk_create(pairs)


def follow(document: tables.Document, *, alias: str) -> None:
    """Bring the pairs of a document up to date with the answers to its recommendations, and with who judged them."""
    own = tables.Recommendation.objects.using(alias).filter(pk=OuterRef("recommendation"))
    kept = {name: Subquery(own.values(name)) for name in ("position", "changed", "judged")}
    tables.RecommendationState.objects.using(alias).filter(document=document).update(**kept)
