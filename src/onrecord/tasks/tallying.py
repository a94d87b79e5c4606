"""How recommendations were answered, counted by what they have in common: what charts show."""

from collections.abc import Mapping

from django.db.models import Count

from onrecord.errors import SettingError
from onrecord.store.archive import Archive
from onrecord.tasks.narrowing import narrowed
from onrecord.tasks.overview import Tallied, tallied
from onrecord.tasks.rows import RecommendationFilter

_COLUMNS: Mapping[str, str] = {
    "by": "pairs__state",
    "state": "document__state",
    "cycle": "document__cycle",
    "session": "document__session",
}


def answers_by(archive: Archive, what: str, wanted: RecommendationFilter | None = None) -> tuple[Tallied, ...]:
    """Answers counted by recommending State ("by": in pairs), State under review, cycle or session; the most first.

    Args:
        archive: open.
        what: "by", "state", "cycle" or "session".
        wanted: which recommendations count; None for all.

    Raises:
        SettingError: nothing can be counted by that.
    """
    if what not in _COLUMNS:
        raise SettingError(f"Answers cannot be counted by {what[:40]}.", advice=f"Use one of: {', '.join(_COLUMNS)}.")
    rows = narrowed(archive, wanted or RecommendationFilter()).order_by()
    with archive.told_plainly():
        found = list(rows.values_list(_COLUMNS[what], "position").annotate(count=Count("pk")))
    return tallied((str(value), position, count) for value, position, count in found if value not in ("", None))
