"""Search over all text and all recommendations of an archive."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import connections
from django.db.models import Q
from django.db.models.expressions import RawSQL

from onrecord.extraction.sentences import sentences
from onrecord.model import Kind, Place, Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.places import unpack_place
from onrecord.store.words import beginnings, stem, words_at, words_of
from onrecord.tasks.counting import FacetCount
from onrecord.tasks.found import find_cells, page_of
from onrecord.tasks.query import Both, Field, Node, Not, QueryError, Words, parse, tell
from onrecord.tasks.veil import current

_LONGEST_SENTENCE = 600
# What a hit shows; a reading and its recommendation are much longer.
_SHOWN = (
    *("number", "page", "start", "end", "text", "recommendation__key", "recommendation__position"),
    *(f"document__{name}" for name in ("sha256", "symbol", "name", "kind", "state", "cycle")),
    "recommendation__place",
)
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One passage that fits. ``sentence`` stands in the document at ``place``; ``marks`` are spans in it."""

    kind: str  # "recommendation" or "paragraph"
    id: str  # of the recommendation, "" for a paragraph
    number: str
    document: str  # symbol
    name: str  # of the file
    paper: Kind
    state: str
    cycle: int | None
    position: Position | None  # of a recommendation
    sentence: str
    marks: tuple[Span, ...]
    place: Place
    near: float | None = None  # nearness in meaning, where the words do not stand there


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What was found. With an ``error`` nothing was looked for, and it says why and what to write instead."""

    understood: str
    hits: tuple[Hit, ...]
    total: int
    offset: int
    kinds: tuple[FacetCount, ...] = ()
    states: tuple[FacetCount, ...] = ()
    cycles: tuple[FacetCount, ...] = ()
    papers: tuple[FacetCount, ...] = ()
    error: QueryError | None = None


def search(
    archive: Archive, query: str, *, kinds: Sequence[str] = (), limit: int | None = 20, offset: int = 0
) -> SearchResult:
    """Passages in which a query is fulfilled: recommendations first, then paragraphs, newest papers first.

    Args:
        archive: open.
        query: see ``query.py``; one that cannot be understood is explained in ``error``, never raised.
        kinds: only "recommendation" or only "paragraph"; the count of kinds is made without this.
        limit: at most so many; None for all.
        offset: without the first so many.
    """
    try:
        tree = parse(query.replace("\0", " "))
    except QueryError as error:
        return SearchResult("", (), 0, offset, error=error)
    if tree is None:
        return SearchResult("", (), 0, offset)
    with archive.told_plainly():
        every = tables.Passage.objects.using(archive.alias).filter(document__leads=True)
        matching = every.filter(condition(archive, tree))
        found = find_cells(archive, matching)
        chosen = [cell for cell in found if not kinds or cell.kind in kinds]
        stop = None if limit is None else offset + limit
        keys = page_of(matching, chosen, offset, stop)
        total = sum(cell.count for cell in chosen)
        return SearchResult(
            # Who looks for a withheld name, or for one that is in no paper, gets the same answer: nothing.
            understood=tell(tree) if total or not current(archive) else "",
            hits=_hits(_read(archive, keys), tree),
            total=total,
            offset=offset,
            kinds=_counted((cell.kind, cell.count) for cell in found),
            states=_counted((cell.paper.state, cell.count) for cell in chosen),
            cycles=_counted((cell.paper.cycle, cell.count) for cell in chosen),
            papers=_counted((cell.paper.kind, cell.count) for cell in chosen),
        )


@dataclass(frozen=True, slots=True)
class Ranked:
    """Primary keys of the passages that fulfil a query, in the order of the hits; ``total`` counts all of them."""

    understood: str
    keys: tuple[int, ...]
    total: int
    tree: Node | None
    error: QueryError | None = None


def ranked(archive: Archive, query: str, most: int) -> Ranked:
    """The first passages that :func:`search` would show, without reading them."""
    try:
        tree = parse(query)
    except QueryError as error:
        return Ranked("", (), 0, None, error)
    if tree is None:
        return Ranked("", (), 0, None)
    every = tables.Passage.objects.using(archive.alias).filter(document__leads=True)
    matching = every.filter(condition(archive, tree))
    found = find_cells(archive, matching)
    total = sum(cell.count for cell in found)
    understood = tell(tree) if total or not current(archive) else ""
    return Ranked(understood, tuple(page_of(matching, found, 0, most)), total, tree)


def hits_of(archive: Archive, keys: Sequence[int], tree: Node | None) -> tuple[Hit, ...]:
    """The passages with these primary keys, in this order, as hits; words of the query are marked."""
    rows = _read(archive, keys)
    return _hits(rows, tree) if tree is not None else tuple(_hit(row, ()) for row in rows)


def condition(archive: Archive, node: Node) -> Q:
    """What must hold of passages that fulfil a query."""
    if isinstance(node, Words):
        return _fulfils(archive, node)
    if isinstance(node, Field):
        return _field(archive, node)
    if isinstance(node, Not):
        return ~condition(archive, node.part)
    parts = [condition(archive, part) for part in node.parts]
    whole = parts[0]
    for part in parts[1:]:
        whole = whole & part if node.operator == "AND" else whole | part
    return whole


def _fulfils(archive: Archive, node: Words) -> Q:
    """The passages in which these words stand, but for those that could give a withheld name away."""
    return _standing(archive, node) & ~_withheld(archive, node)


def _standing(archive: Archive, node: Words) -> Q:
    """The passages in which these words stand, as the index of this kind of archive tells."""
    if connections[archive.alias].vendor == "postgresql":
        table, test, ask = "onrecord_words", "tokens @@ %s::tsquery", _postgres(node)
    else:
        table, test, ask = "onrecord_words", "onrecord_words MATCH %s", _sqlite(node)
    return Q(pk__in=RawSQL(f"SELECT rowid FROM {table} WHERE {test}", [ask]))


def _withheld(archive: Archive, node: Words) -> Q:
    """The passages that these words might find only because a withheld name stands there."""
    found = Q(pk__in=())
    for form in current(archive).forms:
        parts = tuple(words_of(form))
        if any(part.startswith(word) or word.startswith(part) for part in parts for word in node.words):
            found |= _standing(archive, Words(form, parts, goes_on=True))
    return found


def _postgres(node: Words) -> str:
    head = [f"'{word}'" for word in node.words[:-1]]
    last = node.words[-1]
    ways = [f"'{word}'{':*' if goes_on else ''}" for word, goes_on in _ways(node, last)]
    return " <-> ".join([*head, f"({' | '.join(ways)})"])


def _sqlite(node: Words) -> str:
    head = "".join(f'"{word}" + ' for word in node.words[:-1])
    return " OR ".join(f'{head}"{word}"{" *" if goes_on else ""}' for word, goes_on in _ways(node, node.words[-1]))


def _ways(node: Words, last: str) -> tuple[tuple[str, bool], ...]:
    return beginnings(last) if node.goes_on else ((last, False),)


def _field(archive: Archive, node: Field) -> Q:
    value = node.value
    if node.name in ("by", "position"):
        return _of_recommendation(archive, node)
    if node.name == "kind" and value in ("paragraph", "recommendation"):
        return Q(recommendation__isnull=value == "paragraph")
    if node.name == "number":
        return Q(number__iexact=value) | Q(number__startswith=f"{value}.") | Q(number__startswith=f"{value} (")
    if node.name == "date":
        return _dated(value)
    columns: dict[str, dict[str, Any]] = {
        "state": {"document__state": value},
        "cycle": {"document__cycle": value},
        "kind": {"document__kind": value},
        "paper": {"document__symbol__istartswith": value},
    }
    return Q(**columns[node.name])


def _of_recommendation(archive: Archive, node: Field) -> Q:
    """Paragraphs have neither States that made them nor a position: asked with NOT they stay in."""
    if node.name == "by":
        pairs = tables.RecommendationState.objects.using(archive.alias).filter(state=node.value)
        return Q(recommendation__isnull=False, recommendation__in=pairs.values("recommendation"))
    answered = tables.Recommendation.objects.using(archive.alias).filter(position=node.value)
    return Q(recommendation__isnull=False, recommendation__in=answered.values("pk"))


def _dated(value: str) -> Q:
    first, _, last = value.partition("..")
    if last:  # "2014" takes in all its days
        return Q(document__date__gte=first, document__date__lte=f"{last}~") & ~Q(document__date="")
    return Q(document__date__startswith=first)


def _read(archive: Archive, keys: Sequence[int]) -> list[tables.Passage]:
    """The passages with these primary keys, in this order."""
    rows = tables.Passage.objects.using(archive.alias).select_related("document", "recommendation").only(*_SHOWN)
    found = rows.in_bulk(keys)
    veil = current(archive)
    for row in found.values() if veil else ():
        row.text = veil.same_length(row.text)  # before sentences are cut: half a name could not be told any more
    return [found[key] for key in keys if key in found]


def _counted(counts: Iterable[tuple[Any, int]]) -> tuple[FacetCount, ...]:
    totals: dict[str, int] = {}
    for value, count in counts:
        name = "" if value is None else str(value)
        totals[name] = totals.get(name, 0) + count
    return tuple(FacetCount(*one) for one in sorted(totals.items(), key=lambda one: (-one[1], one[0])))


def _hits(rows: Iterable[tables.Passage], tree: Node) -> tuple[Hit, ...]:
    wanted = list(_wanted(tree))
    return tuple(_hit(row, wanted) for row in rows)


def _hit(row: tables.Passage, wanted: Sequence[Words]) -> Hit:
    document, item = row.document, row.recommendation
    marks = _marks(row.text, wanted)
    low, high = _sentence(row.text, marks[0][0] if marks else 0)
    start, end = row.start + low, row.start + high
    if item is not None:
        # A text from which brackets were taken out, or that was corrected, has no letters to count.
        place = unpack_place(item.place, document.sha256, document.symbol)
    else:
        place = Place(document.sha256, document.symbol, row.page, row.number, start, end)
    return Hit(
        kind="paragraph" if item is None else "recommendation",
        id="" if item is None else item.key,
        number=row.number,
        document=document.symbol,
        name=document.name,
        paper=Kind(document.kind),
        state=document.state,
        cycle=document.cycle,
        position=None if item is None else Position(item.position),
        sentence=row.text[low:high],
        marks=tuple((max(a, low) - low, min(b, high) - low) for a, b in marks if a < high and b > low),
        place=place,
    )


def _wanted(node: Node) -> Iterable[Words]:
    """The words that are looked for (not those that must not occur)."""
    if isinstance(node, Words):
        yield node
    elif isinstance(node, Both):
        for part in node.parts:
            yield from _wanted(part)


def _marks(text: str, wanted: Sequence[Words]) -> list[Span]:
    """Where the words stand in the original text, in order, overlapping marks as one."""
    found = list(words_at(text))
    spans = []
    for node in wanted:
        length = len(node.words)
        for at in range(len(found) - length + 1):
            if all(_is(found[at + n][0], node, n) for n in range(length)):
                spans.append((found[at][1], found[at + length - 1][2]))
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is(word: str, node: Words, n: int) -> bool:
    if node.goes_on and n == len(node.words) - 1:
        single = stem(word)
        return any(single.startswith(w) if on else single == w for w, on in beginnings(node.words[n]))
    return stem(word) == node.words[n]


def _sentence(text: str, at: int) -> Span:
    """The sentence in which this letter stands, cut where it is very long."""
    start, end = next((span for span in sentences(text) if at < span[1]), (0, len(text)))
    if end - start <= _LONGEST_SENTENCE:
        return start, end
    blanks = [start, *(n for n in range(start, end) if text[n] == " "), end]
    near = max(at - _LONGEST_SENTENCE // 3, start)
    low = next((a + (a > start) for a, b in pairwise(blanks) if b > near), start)
    high = next((b for b in reversed(blanks) if b - low <= _LONGEST_SENTENCE), end)
    return low, max(high, min(at + 1, end))
