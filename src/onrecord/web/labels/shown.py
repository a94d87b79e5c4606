"""Labels as the page of a recommendation shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from onrecord.model.judgement import Judgement
from onrecord.model.label import ACTION, FOLLOWED, ISSUE
from onrecord.model.taxonomy import Taxonomy, Term
from onrecord.tasks import LabelRow
from onrecord.vocabulary.crosswalk import crossings
from onrecord.vocabulary.issues import issues
from onrecord.web.frame import words

_SURE, _FAIRLY = 0.9, 0.7


@dataclass(frozen=True, slots=True)
class Shown:
    """One label: suggested (``guess``), or decided by a person."""

    row: LabelRow

    @property
    def value(self) -> str:
        """As the form sends it."""
        return f"{self.row.scheme}:{self.row.name}"

    @property
    def name(self) -> str:
        """In words."""
        return words.action(self.row.name) if self.row.scheme == ACTION else self.row.name

    @property
    def is_action(self) -> bool:
        """Whether it is the kind of action that is asked for."""
        return self.row.scheme == ACTION

    @property
    def judged(self) -> Judgement | None:
        """What a person decided: right or wrong."""
        judged = self.row.judged
        return judged if judged and judged.value in ("right", "wrong") else None

    @property
    def refused(self) -> bool:
        """Whether a person found that it does not fit."""
        return bool(self.judged and self.judged.value == "wrong")

    @property
    def how_sure(self) -> str:
        """A key of the words for probabilities."""
        probability = self.row.probability or 0.0
        return "sure" if self.row.sure else "fairly" if probability >= _FAIRLY else "unsure"


def shown(rows: Sequence[LabelRow]) -> tuple[Shown, ...]:
    """What the page shows: the action and all issues; an action that a person replaced is left out."""
    decided = any(row.scheme == ACTION and row.judged and row.judged.value == "right" for row in rows)
    replaced = {row.id for row in rows if decided and row.scheme == ACTION and row.judged is None}
    return tuple(Shown(row) for row in rows if row.id not in replaced)


def choices(rows: Sequence[LabelRow], own: Sequence[Taxonomy]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What a person can add: kinds of action, issues, and terms of one's own that it does not carry."""
    carried = {(row.scheme, row.name) for row in rows if row.stands}
    actions = [(f"{ACTION}:{key}", str(word)) for key, word in words.ACTIONS.items() if (ACTION, key) not in carried]
    named = [(f"{ISSUE}:{name}", name) for name in issues() if (ISSUE, name) not in carried]
    crossed = [
        (
            scheme,
            [
                (f"{scheme}:{c.name}", c.name)
                for c in crossings()
                if c.scheme == scheme
                if (scheme, c.name) not in carried
            ],
        )
        for scheme in FOLLOWED
    ]
    terms = [(one.title, [(f"{one.key}:{term.name}", path) for term, path in in_order(one)]) for one in own]
    return [(ACTION, actions), (ISSUE, named), *crossed, *terms]


def in_order(taxonomy: Taxonomy) -> list[tuple[Term, str]]:
    """The terms as a tree reads, each with its path in the reader's language: "Water › Wells"."""
    language = (get_language() or "en").split("-")[0]
    by_key = {one.key: one for one in taxonomy.terms}
    found = []
    for term in taxonomy.terms:
        names, at = [term.name_in(language)], by_key.get(term.parent)
        while at is not None:
            names.append(at.name_in(language))
            at = by_key.get(at.parent)
        found.append((term, tuple(reversed(names))))
    return [(term, " › ".join(path)) for term, path in sorted(found, key=lambda one: [n.casefold() for n in one[1]])]
