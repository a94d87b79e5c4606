"""Search by meaning: recommendations that say the same in other words, joined with the search by words.

Vectors are made when recommendations are labelled. They stand in the archive, so that they are encrypted with it, and
take 384 bytes a recommendation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet

from onrecord import labelling, settings
from onrecord.store import meanings, tables
from onrecord.store.archive import Archive
from onrecord.store.stands_in import StandsIn
from onrecord.tasks.searching import SearchResult, hits_of, ranked
from onrecord.tasks.veil import current

if TYPE_CHECKING:
    from onrecord.labelling.vectors import Reader

# Reciprocal rank fusion: 60 is the constant with which it was published (Cormack and others, 2009).
_K = 60
MOST = 200  # of each search that are joined
# Below this, two recommendations share hardly more than that both recommend (docs/model-card.md).
NEAR = 0.3


def keep_meanings(archive: Archive, one: "Reader | None" = None) -> int:
    """Make the vectors that are missing, of papers whose recommendations are new or were corrected.

    Returns:
        How many papers got vectors.
    """
    one = one or current_reader()
    fingerprint = one.model.fingerprint
    with archive.told_plainly():
        texts = _texts(archive, _perhaps_waiting(archive, fingerprint))
        stamps = {pk: meanings.stamp_of([text for _, text in rows]) for pk, rows in texts.items()}
        waiting = meanings.stale(archive, fingerprint, stamps)
    for document in waiting:
        rows = texts[document]
        vectors = one.meaning([text for _, text in rows])
        with archive.whole_or_nothing():
            made = (vectors, one.model.labeller)
            meanings.save(archive, document, [key for key, _ in rows], stamps[document], made=made)
    return len(waiting)


def current_reader() -> "Reader":
    """The model of the settings, or the one that comes with Onrecord."""
    given = settings.value(settings.MEANING)
    return labelling.reader(Path(given) if given else None)


def search_meaning(archive: Archive, query: str, *, limit: int | None = 20, offset: int = 0) -> SearchResult:
    """Recommendations near in meaning, joined with the hits of the search by words; best first.

    A query that the search by words cannot understand (a torn bracket) is still searched by its meaning.

    Args:
        archive: open.
        query: a question in plain words, in English.
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    asked = query.replace("\0", " ").strip()
    if not asked:
        return SearchResult("", (), 0, offset)
    one = current_reader()
    with archive.told_plainly():
        words = ranked(archive, asked, MOST)
        near = meanings.nearest(archive, one.meaning([asked])[0], one.model.fingerprint, MOST)
        passages = _passages(archive, {key: nearness for key, nearness in near if nearness >= NEAR})
        order = joined(words.keys, list(passages))
        stop = None if limit is None else offset + limit
        shown = order[offset:stop]
        hits = zip(shown, hits_of(archive, shown, words.tree), strict=True)
        by_words = set(words.keys)
        told = tuple(hit if key in by_words else replace(hit, near=round(passages[key], 3)) for key, hit in hits)
    return SearchResult(words.understood, told, len(order), offset)


def joined(by_words: Sequence[int], by_meaning: Sequence[int]) -> list[int]:
    """Two lists as one, by reciprocal ranks."""
    points: dict[int, float] = {}
    for keys in (by_words, by_meaning):
        for rank, key in enumerate(keys, 1):
            points[key] = points.get(key, 0.0) + 1 / (_K + rank)
    return sorted(points, key=lambda key: -points[key])


def _perhaps_waiting(archive: Archive, fingerprint: str) -> QuerySet[tables.Document]:
    """Papers without vectors, and those in which a text may have been corrected since: the others stay untouched."""
    every = tables.Document.objects.using(archive.alias).filter(recommendations__isnull=False)
    done = tables.Meaning.objects.using(archive.alias).filter(model__fingerprint=fingerprint)
    judged = tables.Recommendation.objects.using(archive.alias).exclude(judged="")
    missing = ~Q(pk__in=done.values("document"))
    return every.filter(missing | Q(pk__in=judged.values("document"))).distinct()


def _texts(archive: Archive, papers: QuerySet[tables.Document]) -> dict[int, list[tuple[int, str]]]:
    found: dict[int, list[tuple[int, str]]] = {}
    table = tables.Recommendation.objects.using(archive.alias).filter(document__in=papers.values("pk"))
    rows = table.order_by("document", "order")
    for document, key, text in rows.values_list("document", "pk", "text").iterator(2000):
        found.setdefault(document, []).append((key, text))
    return found


def _open(archive: Archive, keys: Sequence[int]) -> list[int]:
    """Those in which no withheld name stands: their meaning could give it away."""
    forms = current(archive).forms
    if not forms:
        return list(keys)
    rows = tables.Recommendation.objects.using(archive.alias).filter(pk__in=keys)
    for form in forms:
        rows = rows.exclude(StandsIn("folded", form))
    kept = set(rows.values_list("pk", flat=True))
    return [key for key in keys if key in kept]


def _passages(archive: Archive, near: Mapping[int, float]) -> dict[int, float]:
    """The same nearness by the passages that hold these recommendations, nearest first."""
    table = tables.Passage.objects.using(archive.alias).filter(recommendation__in=_open(archive, list(near)))
    passages = dict(table.values_list("recommendation", "pk"))
    return {passages[key]: nearness for key, nearness in near.items() if key in passages}
