"""What kind of action a recommendation asks, by its first verb (``data/action_verbs.csv``).

The five categories are those of UPR Info: 1 asks for help or addresses others, 2 continue, 3 consider, 4 general
action, 5 specific action. The rule here is the first verb alone; of two verbs at the beginning the second counts.
"""

import re
from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.tables import read_table

_FIRST = re.compile(
    r"(?:to\s+|that\s+|also\s+|fully\s+|promptly\s+|immediately\s+|effectively\s+)*([a-z]+(?:\s[a-z]+)?)"
)
_AND = re.compile(r"[a-z]+\s+(?:and|or)\s+(?:to\s+)?([a-z]+)")


@dataclass(frozen=True, slots=True)
class Action:
    """A verb with its category; ``vague``: it says no act of which one could tell whether it was done."""

    verb: str
    category: int
    vague: bool


def action_of(text: str) -> Action | None:
    """The action that a text asks, None if its first verb is not known."""
    low = text.strip().lower()
    both = _AND.match(low)
    if both and (second := _verbs().get(both[1])):
        return second
    first = _FIRST.match(low)
    if first is None:
        return None
    return _verbs().get(first[1]) or _verbs().get(first[1].split()[0])


def is_verb(word: str) -> bool:
    """Whether the table has this verb."""
    return word.lower() in _verbs()


def vague_verbs() -> tuple[str, ...]:
    """The verbs that say no act, as the table has them."""
    return tuple(verb for verb, action in _verbs().items() if action.vague)


@cache
def _verbs() -> dict[str, Action]:
    rows = read_table("action_verbs.csv")
    return {row["verb"]: Action(row["verb"], int(row["category"]), row["vague"] == "yes") for row in rows}
