"""Joins what several papers say about the recommendations of one report.

A statement belongs to a recommendation by the report's symbol and the number; one that names no report is never guessed
at. Papers that write "18" for item 115.18 are followed where only one item can be meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.model import Position, PositionStatement, Recommendation, Stage

_ORDER = {stage: order for order, stage in enumerate(Stage)}  # as declared: LIST, ROOM, REPORT, ADDENDUM, PLENARY

Key = tuple[str, str]  # symbol of the report, number


def join_histories(
    recommendations: Iterable[Recommendation], statements: Iterable[PositionStatement]
) -> tuple[Recommendation, ...]:
    """The recommendations, each with its full history over all papers.

    Args:
        recommendations: of one report or of several, each report complete ("18" can be tied only if all items that
            it might mean are known). What they carry in ``history`` is kept.
        statements: from any papers, in any order; those about other reports are left out.

    Returns:
        The same recommendations in the same order. Histories are in the order in which the State spoke; a thematic
        list, somebody else's record, stands before every answer of the State and behind a mere "will be examined".
        The same words of the same paper stand there once. Statements found by a short number carry the full one.
    """
    items = list(recommendations)
    tied = tie(items, statements)
    return tuple(replace(item, history=_ordered([*item.history, *tied[_key(item)]])) for item in items)


def tie(
    recommendations: Iterable[Recommendation], statements: Iterable[PositionStatement]
) -> dict[Key, list[PositionStatement]]:
    """Statements by the recommendation they answer, with the number as the report has it.

    Returns:
        For ``(symbol, number)`` of a recommendation its statements; those that answer none are left out.
    """
    index = _Index(recommendations)
    tied: dict[Key, list[PositionStatement]] = defaultdict(list)
    for statement in statements:
        number = index.number_of(statement)
        if number is not None:
            tied[statement.target, number].append(_numbered(statement, number))
    return tied


def untied(
    recommendations: Iterable[Recommendation], statements: Iterable[PositionStatement]
) -> tuple[PositionStatement, ...]:
    """Statements about one of these reports that answer none of its items: misprints, or items missed."""
    index = _Index(recommendations)
    return tuple(s for s in statements if s.target in index.reports and index.number_of(s) is None)


class _Index:
    """Finds the recommendation that a statement's number means."""

    def __init__(self, recommendations: Iterable[Recommendation]) -> None:
        self._known: set[Key] = set()
        self._by_item: dict[Key, list[Recommendation]] = defaultdict(list)
        for item in recommendations:
            self._known.add(_key(item))
            self._by_item[item.place.symbol, item.number.rpartition(".")[2]].append(item)
        self.reports = {symbol for symbol, _ in self._known if symbol}

    def number_of(self, statement: PositionStatement) -> str | None:
        """The full number in the report; None if there is no such item or several could be meant."""
        report, number = statement.target, statement.number
        if not report:
            return None
        if (report, number) in self._known:
            return number
        whole = number.partition(" (")[0]
        if whole != number and (report, whole) in self._known:
            return whole
        return None if "." in whole else self._meant(report, whole)

    def _meant(self, report: str, item: str) -> str | None:
        """The item that "18" means: the only one so numbered, else the only one that the report left open."""
        candidates = self._by_item[report, item]
        if len(candidates) > 1:
            candidates = [c for c in candidates if answer_in_report(c) is Position.PENDING]
        return candidates[0].number if len(candidates) == 1 else None


def answer_in_report(item: Recommendation) -> Position:
    """What the Working Group report itself says; pending where it says nothing."""
    own = [s.value for s in item.history if s.stage in (Stage.ROOM, Stage.REPORT) and not s.tentative]
    return own[-1] if own else Position.PENDING


def _key(item: Recommendation) -> Key:
    return item.place.symbol, item.number


def _numbered(statement: PositionStatement, number: str) -> PositionStatement:
    """The statement under the full number. An answer to part "(b)" alone is acceptance in part: noted."""
    if statement.number == number:
        return statement
    if "(" in statement.number and "(" not in number:
        value = Position.NOTED if statement.value is Position.SUPPORTED else statement.value
        return replace(statement, number=number, value=value, partly=True)
    return replace(statement, number=number)


def _ordered(statements: Sequence[PositionStatement]) -> tuple[PositionStatement, ...]:
    answered = any(
        s.value is not Position.PENDING and s.stage is not Stage.LIST and not s.tentative for s in statements
    )

    def order(statement: PositionStatement) -> tuple[int | str, ...]:
        listed_last = statement.stage is Stage.LIST and not answered
        rank = len(_ORDER) if listed_last else _ORDER[statement.stage]
        where = statement.place
        # What follows the place only keeps the order from depending on which paper came first.
        return rank, statement.date, where.start, where.symbol, where.sha256, statement.value.value, statement.words

    once: dict[tuple[object, ...], PositionStatement] = {}
    for statement in sorted(statements, key=order):
        once.setdefault(_identity(statement), statement)
    return tuple(once.values())


def _identity(statement: PositionStatement) -> tuple[object, ...]:
    """Two files of the same paper (PDF and Word) say the same thing once."""
    paper = statement.place.symbol or statement.place.sha256
    words = " ".join(statement.words.split())
    return paper, statement.stage, statement.value, words, statement.comment, statement.tentative
