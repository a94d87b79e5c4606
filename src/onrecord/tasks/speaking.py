"""Recommendations that speak of something, found without reading their texts."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Q, QuerySet

from onrecord.store import tables
from onrecord.store.searched_text import as_matter, fold
from onrecord.store.stands_in import StandsIn

Row = TypeVar("Row", tables.Recommendation, tables.CodedRow)


def speaking_of(every: QuerySet[Row], *, matters: Iterable[str] = (), words: Iterable[str] = ()) -> QuerySet[Row]:
    """Those that speak of one of these at least.

    Args:
        every: rows to choose from.
        matters: keys of concepts, told by any of their words.
        words: words as they are, without case and accents.
    """
    wanted = [("matters", as_matter(one)) for one in matters] + [("folded", fold(one)) for one in words]
    speaking = Q(pk__in=())
    for column, letters in wanted:
        speaking |= Q(StandsIn(column, letters))
    # Looked for by itself, in an index that holds the column.
    return every.filter(pk__in=every.model.objects.using(every.db).filter(speaking).values("pk"))
