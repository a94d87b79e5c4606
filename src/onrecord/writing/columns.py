"""Recommendations as flat rows for tables: one line an item, or one line an item and recommending State."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from onrecord.model import Ask, Place, Position, PositionStatement
from onrecord.vocabulary import states as vocabulary
from onrecord.writing.json_form import Json, as_json

Cell = bool | int | float | str | None
Flat = dict[str, Cell]

ITEM_COLUMNS = (
    "id",
    "document",
    "state",
    "cycle",
    "session",
    "section",
    "number",
    "text",
    "states",
    "states_named",
    "unknown",
    "position",
    "changed",
    "claims_implemented",
    "partly",
    "date",
    "source",
    "words",
    "comment",
    "history",
    "action",
    "issues",
    "themes",
    "persons",
    "goals",
    "chapeau",
    "page",
    "sha256",
    "start",
    "end",
)
PAIR_COLUMNS = (*ITEM_COLUMNS[:8], "by", "by_named", "ask", *ITEM_COLUMNS[8:])
WIDE_COLUMNS = frozenset({"text", "ask", "words", "comment", "history", "chapeau"})


class Item(Protocol):
    """A finished row of a recommendation, as the archive gives it."""

    @property
    def id(self) -> str:
        """Symbol and number: "A/HRC/28/10#126.44"."""

    @property
    def document(self) -> str:
        """Symbol of the report."""

    @property
    def state(self) -> str:
        """ISO 3166-1 alpha-3 of the State under review."""

    @property
    def cycle(self) -> int | None:
        """Of the review."""

    @property
    def session(self) -> int | None:
        """Of the Working Group."""

    @property
    def section(self) -> str:
        """Number of the paragraph whose chapeau governs it."""

    @property
    def number(self) -> str:
        """Of the recommendation."""

    @property
    def text(self) -> str:
        """To the letter."""

    @property
    def states(self) -> tuple[str, ...]:
        """Who recommends."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names in its brackets that are no State we know."""

    @property
    def position(self) -> Position:
        """The last word of the State."""

    @property
    def changed(self) -> bool:
        """Whether it is not the one the report gives."""

    @property
    def place(self) -> Place:
        """Of the text."""

    @property
    def chapeau(self) -> str:
        """The sentence that governs it."""

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What one State asks inside the item."""

    @property
    def history(self) -> tuple[PositionStatement, ...]:
        """All answers, the earliest first."""

    @property
    def action(self) -> int | None:
        """What kind of action is asked for, as labels stand."""

    @property
    def issues(self) -> tuple[str, ...]:
        """What it is about, as labels stand."""

    @property
    def themes(self) -> tuple[str, ...]:
        """OHCHR's themes, suggested by rule or given by a person."""

    @property
    def persons(self) -> tuple[str, ...]:
        """Persons affected, the same."""

    @property
    def goals(self) -> tuple[str, ...]:
        """Sustainable Development Goals, the same."""


def item_rows(items: Iterable[Item]) -> Iterator[Flat]:
    """One flat row for each recommendation, with the keys of ``ITEM_COLUMNS``."""
    for item in items:
        yield _flat(item)


def pair_rows(items: Iterable[Item]) -> Iterator[Flat]:
    """One flat row for each recommendation and recommending State, with the keys of ``PAIR_COLUMNS``.

    An item whose States are all unknown keeps one row with ``by`` empty, so that nothing gets lost.
    """
    for item in items:
        flat = _flat(item)
        for by in item.states or ("",):
            yield {**flat, "by": by, "by_named": _named(by), "ask": ask_of(item, by)}


def pair_objects(items: Iterable[Item]) -> Iterator[dict[str, Json]]:
    """The same pairs for JSON Lines: the whole item with ``by`` and ``ask`` beside it."""
    for item in items:
        form = as_json(item)
        assert isinstance(form, dict)
        for by in item.states or ("",):
            yield {**form, "by": by, "ask": ask_of(item, by)}


def ask_of(item: Item, state: str) -> str:
    """What this State asks: its own words where the item parts them by State, else the whole text."""
    own = [ask.text for ask in item.asks if state in ask.states]
    return "; ".join(own) if own else item.text


def told(history: Sequence[PositionStatement]) -> str:
    """The history of an answer in one line: "2023-01-27 report: noted; 2023-06-30 plenary: supported"."""
    return "; ".join(f"{s.date} {s.stage.value}: {s.value.value}".lstrip() for s in history)


def _flat(item: Item) -> Flat:
    last = _last(item.history)
    return {
        "id": item.id,
        "document": item.document,
        "state": item.state,
        "cycle": item.cycle,
        "session": item.session,
        "section": item.section,
        "number": item.number,
        "text": item.text,
        "states": "; ".join(item.states),
        "states_named": "; ".join(_named(state) for state in item.states),
        "unknown": "; ".join(item.unknown),
        "position": item.position.value,
        "changed": item.changed,
        "claims_implemented": _first(s.claims_implemented for s in reversed(item.history)),
        "partly": last.partly if last else False,
        "date": last.date if last else "",
        "source": last.place.symbol if last else "",
        "words": last.words if last else "",
        "comment": last.comment if last else "",
        "history": told(item.history),
        "action": item.action,
        "issues": "; ".join(item.issues),
        "themes": "; ".join(item.themes),
        "persons": "; ".join(item.persons),
        "goals": "; ".join(item.goals),
        "chapeau": item.chapeau,
        "page": item.place.page,
        "sha256": item.place.sha256,
        "start": item.place.start,
        "end": item.place.end,
    }


def _last(history: Sequence[PositionStatement]) -> PositionStatement | None:
    # The statement that decides: remarks that leave an earlier value as it was do not.
    return next((s for s in reversed(history) if not s.tentative), None)


def _first(values: Iterable[str]) -> str:
    return next((value for value in values if value), "")


def _named(state: str) -> str:
    return vocabulary.name(state) if state in vocabulary.codes() else state
