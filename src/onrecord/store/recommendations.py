"""Recommendations ↔ rows."""

from collections import Counter
from collections.abc import Sequence

from onrecord.model import Ask, PositionStatement, Recommendation
from onrecord.store import tables
from onrecord.store.documents import report_key
from onrecord.store.pairs import save_pairs
from onrecord.store.places import pack_optional, pack_place, unpack_optional, unpack_place
from onrecord.store.searched_text import beside_text


def save(
    document: tables.Document, found: Sequence[Recommendation], said: Sequence[PositionStatement], *, alias: str
) -> None:
    """Write a document's recommendations in their order, with one row for each recommending State.

    Args:
        document: its row.
        found: the recommendations, each with what this document says about it.
        said: the document's statements in the order in which they are saved; holds all that ``found`` carries.
        alias: of the archive.
    """
    order_of = {statement: order for order, statement in enumerate(said)}
    keys = content_keys(report_key(document), [r.number for r in found])
    rows = [
        _row(document, recommendation, key, (order, [order_of[s] for s in recommendation.history]))
        for order, (recommendation, key) in enumerate(zip(found, keys, strict=True))
    ]
    saved = tables.Recommendation.objects.using(alias).bulk_create(rows)
    save_pairs(saved, alias=alias)


def content_keys(report: str, numbers: Sequence[str]) -> list[str]:
    """Ids made of content alone, so that a new reading gives the same.

    ``A/HRC/28/10#126.44``; a number that occurs again gets ``~2``, a document without symbol goes by its bytes.
    """
    seen: Counter[str] = Counter()
    keys = []
    for number in numbers:
        seen[number] += 1
        again = f"~{seen[number]}" if seen[number] > 1 else ""
        keys.append(f"{report}#{number}{again}")
    return keys


def load(
    row: tables.Recommendation, sha256: str, symbol: str, history: tuple[PositionStatement, ...] = ()
) -> Recommendation:
    """The recommendation of a row; ``sha256`` and ``symbol`` are its document's."""
    return Recommendation(
        number=row.number,
        text=row.text,
        states=tuple(row.states),
        place=unpack_place(row.place, sha256, symbol),
        item=row.item,
        item_place=unpack_place(row.item_place, sha256, symbol),
        chapeau=row.chapeau,
        chapeau_place=unpack_optional(row.chapeau_place, sha256, symbol),
        asks=load_asks(row, sha256, symbol),
        unknown=tuple(row.unknown),
        history=history,
        section=row.section,
    )


def load_asks(row: tables.Recommendation, sha256: str, symbol: str) -> tuple[Ask, ...]:
    """What is asked of each State, of a row."""
    return tuple(
        Ask(tuple(states), text, tuple(unpack_place(place, sha256, symbol) for place in places))
        for states, text, places in row.asks
    )


def as_read(row: tables.Recommendation) -> tables.Recommendation:
    """The row with what was read in the columns that a person corrected (not to be saved)."""
    for column, value in row.reading.items():
        setattr(row, column, value)
    return row


def _row(
    document: tables.Document, recommendation: Recommendation, key: str, orders: tuple[int, list[int]]
) -> tables.Recommendation:
    return tables.Recommendation(
        document=document,
        key=key,
        order=orders[0],
        said=orders[1],
        number=recommendation.number,
        text=recommendation.text,
        **beside_text(recommendation.text),
        states=list(recommendation.states),
        place=pack_place(recommendation.place),
        item=recommendation.item,
        item_place=pack_place(recommendation.item_place),
        chapeau=recommendation.chapeau,
        chapeau_place=pack_optional(recommendation.chapeau_place),
        asks=[[list(ask.states), ask.text, [pack_place(p) for p in ask.places]] for ask in recommendation.asks],
        unknown=list(recommendation.unknown),
        section=recommendation.section,
        position=recommendation.position.value,
    )
