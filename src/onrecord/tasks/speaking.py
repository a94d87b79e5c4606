"""Recommendations that speak of something, found without reading their texts."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan

from onrecord.store import tables
from onrecord.store.searched_text import as_matter, fold

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
        speaking |= Q(GreaterThan(StrIndex(column, Value(letters)), 0))  # not LIKE, which knows capitals and patterns
    # Looked for by itself, in an index that holds the column.
    return every.filter(pk__in=every.model.objects.using(every.db).filter(speaking).values("pk"))
