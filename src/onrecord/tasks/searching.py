"""Search over all text and all recommendations of an archive."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db import connections
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from onrecord.extraction.sentences import sentences
from onrecord.model import Kind, Place, Position
from onrecord.store import tables
from onrecord.store.archive import Archive
from onrecord.store.places import unpack_place
from onrecord.store.words import beginnings, stem, words_at
from onrecord.tasks.counting import FacetCount
from onrecord.tasks.query import Both, Field, Node, Not, QueryError, Words, parse, tell

_LONGEST_SENTENCE = 600
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
        found = every.filter(_condition(archive, tree))
        chosen = found
        if kinds:
            wanted = [kind == "paragraph" for kind in kinds]
            chosen = found.filter(Q(recommendation__isnull=True) if all(wanted) else _KIND_OF.get(any(wanted), Q()))
        kinds_found, states, cycles, papers = _facets(found, chosen)
        stop = None if limit is None else offset + limit
        hits = _hits(_ordered(chosen)[offset:stop], tree)
        total = sum(one.count for one in states)
        return SearchResult(tell(tree), hits, total, offset, kinds_found, states, cycles, papers)


# No paragraphs wanted: only recommendations; both wanted: no condition.
_KIND_OF = {False: Q(recommendation__isnull=False)}


def _condition(archive: Archive, node: Node) -> Q:
    if isinstance(node, Words):
        return _fulfils(archive, node)
    if isinstance(node, Field):
        return _field(archive, node)
    if isinstance(node, Not):
        return ~_condition(archive, node.part)
    parts = [_condition(archive, part) for part in node.parts]
    whole = parts[0]
    for part in parts[1:]:
        whole = whole & part if node.operator == "AND" else whole | part
    return whole


def _fulfils(archive: Archive, node: Words) -> Q:
    """The passages in which these words stand, as the index of this kind of archive tells."""
    if connections[archive.alias].vendor == "postgresql":
        table, test, ask = "onrecord_words", "tokens @@ %s::tsquery", _postgres(node)
    else:
        table, test, ask = "onrecord_words", "onrecord_words MATCH %s", _sqlite(node)
    return Q(pk__in=RawSQL(f"SELECT rowid FROM {table} WHERE {test}", [ask]))


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
    if node.name == "by":
        pairs = tables.RecommendationState.objects.using(archive.alias).filter(state=value)
        return Q(Exists(pairs.filter(recommendation=OuterRef("recommendation"))))
    if node.name == "kind" and value in ("paragraph", "recommendation"):
        return Q(recommendation__isnull=value == "paragraph")
    if node.name == "number":
        return Q(number__iexact=value) | Q(number__startswith=f"{value}.") | Q(number__startswith=f"{value} (")
    if node.name == "date":
        first, _, last = value.partition("..")
        if last:  # "2014" takes in all its days
            return Q(document__date__gte=first, document__date__lte=f"{last}~") & ~Q(document__date="")
        return Q(document__date__startswith=first)
    columns: dict[str, dict[str, Any]] = {
        "state": {"document__state": value},
        "cycle": {"document__cycle": value},
        "kind": {"document__kind": value},
        "paper": {"document__symbol__istartswith": value},
        # Paragraphs have no position: asked with NOT they stay in.
        "position": {"recommendation__isnull": False, "recommendation__position": value},
    }
    return Q(**columns[node.name])


def _ordered(rows: QuerySet[tables.Passage]) -> QuerySet[tables.Passage]:
    first = Case(When(recommendation__isnull=False, then=Value(0)), default=Value(1))
    return rows.select_related("document", "recommendation").order_by(
        first, F("document__date").desc(), "document__symbol", "document__sha256", "start", "pk"
    )


def _facets(found: QuerySet[tables.Passage], chosen: QuerySet[tables.Passage]) -> tuple[tuple[FacetCount, ...], ...]:
    kind = Case(
        When(recommendation__isnull=True, then=Value("paragraph")),
        default=Value("recommendation"),
        output_field=CharField(),
    )
    own = found.order_by().annotate(what=kind).values_list("what").annotate(count=Count("pk"))
    # One query for three facets: few papers, however many passages.
    papers = chosen.order_by().values_list("document__state", "document__cycle", "document__kind", "document__pk")
    rows = list(papers.annotate(count=Count("pk")))
    return _counted(own), *(_counted((row[at], row[4]) for row in rows) for at in range(3))


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
