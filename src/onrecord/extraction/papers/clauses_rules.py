"""Rules that say where a new statement begins, and at which words each of them is asked."""

from collections.abc import Callable

from onrecord.extraction.papers.clauses_sentence import Sentence
from onrecord.extraction.papers.clauses_words import Part

Rule = Callable[[Sentence, int], str]
_BEHIND: dict[Rule, Part] = {}
_AT: dict[Rule, Part] = {}


def behind(part: Part) -> Callable[[Rule], Rule]:
    """For a rule that can answer only for words behind one of this part: elsewhere it is not asked."""
    return lambda rule: _noted(_BEHIND, rule, part)


def at(part: Part) -> Callable[[Rule], Rule]:
    """For a rule that can answer only for words of this part: for others it is not asked."""
    return lambda rule: _noted(_AT, rule, part)


def _noted(table: dict[Rule, Part], rule: Rule, part: Part) -> Rule:
    table[rule] = part
    return rule


class Rules:
    """Rules in the order of asking; the first that answers counts."""

    def __init__(self, *rules: Rule) -> None:
        self._rules = rules
        self._asked: dict[tuple[Part, Part], tuple[Rule, ...]] = {}

    def asked(self, before: Part, part: Part) -> tuple[Rule, ...]:
        """The rules to ask for a word of the part ``part`` behind one of the part ``before``."""
        asked = self._asked.get((before, part))
        if asked is None:
            asked = self._asked[before, part] = tuple(
                rule
                for rule in self._rules
                if _BEHIND.get(rule, before) == before and _AT.get(rule, part) == part  # not noted: everywhere
            )
        return asked
