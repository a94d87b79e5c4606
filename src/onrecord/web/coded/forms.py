"""What an address asks of the list of imported rows."""

from dataclasses import dataclass

from django.http import QueryDict

from onrecord.model import Position
from onrecord.tasks import CodedFilter
from onrecord.tasks.importing import OUTCOMES

ACTIONS = (1, 2, 3, 4, 5)
_LONGEST = 500  # signs of a question


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows are to be shown, and from which on."""

    wanted: CodedFilter
    offset: int


def asked(given: QueryDict) -> Asked:
    """Read an address. What makes no sense narrows nothing."""
    action = _number(given, "action")
    outcome, position = given.get("outcome", ""), given.get("position", "")
    wanted = CodedFilter(
        state=_code(given, "state"),
        by=_code(given, "by"),
        session=_number(given, "session"),
        cycle=_number(given, "cycle"),
        position=Position(position) if position in set(Position) else None,
        action=action if action in ACTIONS else None,
        issue=_words(given, "issue"),
        outcome=outcome if outcome in OUTCOMES else "",
        tied=_words(given, "tied"),
        words=_words(given, "words"),
    )
    return Asked(wanted, _number(given, "offset") or 0)


def _words(given: QueryDict, name: str) -> str:
    return given.get(name, "").replace("\x00", "")[:_LONGEST].strip()


def _code(given: QueryDict, name: str) -> str:
    code = given.get(name, "").upper()
    return code if len(code) == 3 and code.isascii() and code.isalpha() else ""


def _number(given: QueryDict, name: str) -> int | None:
    text = given.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 8 else None
