"""How many recommendations there are of each State, cycle, position …: each counted under all other filters.

Four queries, however many facets: items are counted once for each paper, answer and state of judging (a few hundred
numbers, however many items), and the six facets of items are added up from these. Pairs give two more, labels
the last five; each kind of label that narrows asks once more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, Q, QuerySet

from onrecord.model.label import ACTION, GOAL, ISSUE, PERSONS, THEME
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.tasks.narrowing import given, labels_asked, narrowed, of_answers, of_papers, states_of
from onrecord.tasks.rows import RecommendationFilter

GROUPS_OF_STATES = ("African", "Asia-Pacific", "Eastern European", "GRULAC", "WEOG")
# Schemes of labels, with the facet and the filter of each.
_LABELS = {
    ACTION: ("action", "actions"),
    ISSUE: ("issue", "issues"),
    THEME: ("theme", "themes"),
    PERSONS: ("persons", "persons"),
    GOAL: ("goal", "goals"),
}
_MOST_KEYS = 10_000  # that a query is told one by one
# What is set aside while items are counted: the filters of their six facets.
_OF_ITEMS: Mapping[str, Any] = {
    "state": "",
    "states": (),
    "cycle": None,
    "position": None,
    "positions": (),
    "changed": None,
    "document": "",
    "judged": None,
}


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One value of a facet, as a filter takes it, and how many items have it ("yes" and "no" for truth values)."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of items (an item counts once for each of its recommending States), most frequent first."""

    state: tuple[FacetCount, ...]
    cycle: tuple[FacetCount, ...]
    by: tuple[FacetCount, ...]
    group: tuple[FacetCount, ...]
    position: tuple[FacetCount, ...]
    changed: tuple[FacetCount, ...]
    document: tuple[FacetCount, ...]
    judged: tuple[FacetCount, ...]
    action: tuple[FacetCount, ...] = ()  # labels that stand
    issue: tuple[FacetCount, ...] = ()
    theme: tuple[FacetCount, ...] = ()  # OHCHR's; suggested by rule and not refused, or given by a person
    persons: tuple[FacetCount, ...] = ()  # affected, the same
    goal: tuple[FacetCount, ...] = ()  # Sustainable Development Goals, the same


@dataclass(frozen=True, slots=True)
class _Cell:
    """So many items that have all this in common."""

    state: str
    cycle: int | None
    document: str
    position: str
    changed: bool
    judged: bool
    items: int
    keys: tuple[int, ...] = ()  # primary keys, where all texts had to be gone through to find them


def facets(archive: Archive, wanted: RecommendationFilter | None = None) -> Facets:
    """Count the recommendations that fit by each facet; so many queries, however many there are.

    Args:
        archive: open.
        wanted: what is asked for; a facet is counted as if its own filter were not set.
    """
    asked = wanted or RecommendationFilter()
    with archive.told_plainly():
        cells = _cells(archive, asked)
        by, group = _by_and_group(archive, asked, cells)
        labels = _by_label(archive, asked, cells)
    fitting = [(cell, _fits(cell, asked)) for cell in cells]
    return Facets(by=by, group=group, **labels, **{name: _counted(fitting, name) for name in _FACETS})


def _cells(archive: Archive, asked: RecommendationFilter) -> list[_Cell]:
    """The items that fit but for the filters of their own facets."""
    rows = narrowed(archive, replace(asked, **_OF_ITEMS)).order_by()
    found = list(_grouped(rows, every=bool(asked.words)))
    papers = tables.Document.objects.using(archive.alias).filter(pk__in={document for document, *_ in found})
    known = {
        key: (state, cycle, symbol)
        for key, state, cycle, symbol in papers.values_list("pk", "state", "cycle", "symbol")
    }
    return [
        _Cell(*known[document], position, changed, bool(judged), items, keys)
        for document, position, changed, judged, items, keys in found
    ]


def _grouped(
    rows: QuerySet[tables.Recommendation], *, every: bool
) -> Iterator[tuple[int, str, bool, str, int, tuple[int, ...]]]:
    """Paper, answer, whether it changed, judgement, number of items; with ``every`` their primary keys too."""
    columns = ("document_id", "position", "changed", "judged")
    if not every:
        for document, position, changed, judged, count in rows.values_list(*columns).annotate(count=Count("pk")):
            yield document, position, changed, judged, count, ()
        return
    grouped: defaultdict[tuple[int, str, bool, str], list[int]] = defaultdict(list)
    for document, position, changed, judged, key in rows.values_list(*columns, "pk"):
        grouped[document, position, changed, judged].append(key)
    for cell, keys in grouped.items():
        yield *cell, len(keys), tuple(keys)


def _fits(cell: _Cell, asked: RecommendationFilter) -> dict[str, bool]:
    """For each facet of items, whether its filter lets the cell through."""
    return {
        "state": (not asked.state or cell.state == asked.state) and (not asked.states or cell.state in asked.states),
        "cycle": asked.cycle is None or cell.cycle == asked.cycle,
        "document": not asked.document or cell.document == asked.document,
        "position": asked.position in (None, cell.position)
        and (not asked.positions or cell.position in asked.positions),
        "changed": asked.changed in (None, cell.changed),
        "judged": asked.judged in (None, cell.judged),
    }


_FACETS = ("state", "cycle", "position", "changed", "document", "judged")


def _counted(cells: Iterable[tuple[_Cell, dict[str, bool]]], name: str) -> tuple[FacetCount, ...]:
    counts: Counter[Any] = Counter()
    for cell, fits in cells:
        if all(fit for other, fit in fits.items() if other != name):
            counts[getattr(cell, name)] += cell.items
    return _sorted(counts.items())


def _by_and_group(
    archive: Archive, asked: RecommendationFilter, cells: Iterable[_Cell]
) -> tuple[tuple[FacetCount, ...], tuple[FacetCount, ...]]:
    """Items by recommending State and by regional group: one query, or two where one of them narrows the other."""
    if asked.by or asked.bys or asked.groups:
        of_states = _by_state(_pairs(archive, replace(asked, by="", bys=())))
        of_groups = _by_state(_pairs(archive, replace(asked, groups=())))
    else:
        keys = [key for cell in cells if all(_fits(cell, asked).values()) for key in cell.keys]
        known = asked.words and len(keys) <= _MOST_KEYS
        pairs = tables.RecommendationState.objects.using(archive.alias)
        of_states = _by_state(pairs.filter(recommendation__in=keys) if known else _pairs(archive, asked))
        of_groups = of_states
    groups = {state: name for name in GROUPS_OF_STATES for state in states_of((name,))}
    counts: Counter[str] = Counter()
    for state, _, opening in of_groups:
        counts[groups.get(state, "")] += opening
    return _sorted((state, items) for state, items, _ in of_states), _sorted(counts.items())


def _by_label(
    archive: Archive, asked: RecommendationFilter, cells: Iterable[_Cell]
) -> dict[str, tuple[FacetCount, ...]]:
    """Items by action, issue, theme, persons and goal, as labels stand.

    One query; one more for each of these that narrows, as a facet is counted as if its own filter were not set.
    """
    narrow = {scheme for scheme, names in labels_asked(asked).items() if names}
    if narrow:
        rows = _by_name(_labels(archive, asked)) if len(narrow) < len(_LABELS) else []
    else:
        keys = [key for cell in cells if all(_fits(cell, asked).values()) for key in cell.keys]
        known = asked.words and len(keys) <= _MOST_KEYS
        table = tables.RecommendationLabel.objects.using(archive.alias).filter(stands=True)
        rows = _by_name(table.filter(recommendation__in=keys) if known else _labels(archive, asked))
    found = {}
    for scheme, (facet, own) in _LABELS.items():
        counted = _by_name(_labels(archive, replace(asked, **_none(own)))) if scheme in narrow else rows
        found[facet] = _sorted((name, items) for of, name, items in counted if of == scheme)
    return found


def _none(name: str) -> dict[str, Any]:
    return {name: ()}


def _by_name(rows: QuerySet[tables.RecommendationLabel]) -> list[tuple[str, str, int]]:
    return list(rows.order_by().values_list("scheme", "name").annotate(items=Count("pk")))


def _labels(archive: Archive, asked: RecommendationFilter) -> QuerySet[tables.RecommendationLabel]:
    """All labels that stand on the items that fit, found without the long rows of the items where that is possible."""
    rows = tables.RecommendationLabel.objects.using(archive.alias).filter(stands=True)
    if _needs_items(asked) or asked.by or asked.bys or asked.groups:
        return rows.filter(recommendation__in=narrowed(archive, asked).values("pk"))
    answers = {f"item_{name}": value for name, value in of_answers(asked).items()}
    rows = rows.filter(document__leads=True, **given(of_papers(asked) | answers))
    return (
        rows if asked.judged is None else rows.exclude(item_judged="") if asked.judged else rows.filter(item_judged="")
    )


def _by_state(pairs: QuerySet[tables.RecommendationState]) -> list[tuple[str, int, int]]:
    """State, items that it made, and items in which it is the first named of its regional group."""
    counts = pairs.order_by().values_list("state")
    return list(counts.annotate(items=Count("pk"), opening=Count("pk", filter=Q(opens=True))))


def _pairs(archive: Archive, asked: RecommendationFilter) -> QuerySet[tables.RecommendationState]:
    """All pairs of the items that fit, found without the long rows of the items where that is possible."""
    pairs = tables.RecommendationState.objects.using(archive.alias)
    if _needs_items(asked) or asked.by or asked.bys or asked.groups:
        return pairs.filter(recommendation__in=narrowed(archive, asked).values("pk"))
    pairs = pairs.filter(document__leads=True, **given(of_papers(asked) | of_answers(asked)))
    if asked.judged is not None:
        pairs = pairs.exclude(judged="") if asked.judged else pairs.filter(judged="")
    return pairs


def _needs_items(asked: RecommendationFilter) -> bool:
    """Whether it takes the items themselves to tell which of them fit."""
    return bool(asked.number or asked.words or any(labels_asked(asked).values()))


def _sorted(counts: Iterable[tuple[Any, int]]) -> tuple[FacetCount, ...]:
    ordered = sorted(counts, key=lambda one: (-one[1], str(one[0])))
    return tuple(FacetCount(_value(value), count) for value, count in ordered if count and value not in ("", None))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
