"""Fills what pairs know of their recommendations, in archives that were made before they did."""

from itertools import groupby
from typing import Any

from onrecord.store.groups import first_of_group

_TABLE = "onrecord_recommendationstate"
_COLUMNS = ("document_id", "position", "changed", "judged")


def fill(apps: Any, schema_editor: Any) -> None:  # noqa: ANN401  Django's own types
    """Fill the columns (a step of a migration); what is true of new pairs is told by ``pairs.py``."""
    with schema_editor.connection.cursor() as cursor:
        for column in _COLUMNS:
            own = f'SELECT r."{column}" FROM onrecord_recommendation r WHERE r.id = {_TABLE}.recommendation_id'
            cursor.execute(f'UPDATE {_TABLE} SET "{column}" = ({own})')
        cursor.execute(f"SELECT recommendation_id, id, state FROM {_TABLE} ORDER BY recommendation_id, id")
        opening: list[tuple[bool, int]] = []
        for _, found in groupby(cursor.fetchall(), key=lambda pair: pair[0]):
            pairs = list(found)
            first = first_of_group([state for _, _, state in pairs])
            opening.extend((True, key) for (_, key, _), opens in zip(pairs, first, strict=True) if opens)
        cursor.executemany(f"UPDATE {_TABLE} SET opens = %s WHERE id = %s", opening)
