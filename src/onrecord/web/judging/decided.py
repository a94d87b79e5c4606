"""What people decided about one thing, as pages show it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from onrecord import tasks
from onrecord.model.judgement import Judgement
from onrecord.tasks import RecommendationRow
from onrecord.web import served
from onrecord.web.frame import words
from onrecord.web.judging.forms import FIELDS

NAMES: dict[str, Promise] = {
    "text": _("Text"),
    "number": _("Number"),
    "states": _("States"),
    "position": _("Answer"),
    "end": _("Where it ends"),
    "verdict": _("Verdict"),
}
VERDICTS: dict[str, Promise] = {"right": _("right"), "wrong": _("wrong"), "unsure": _("unsure"), "later": _("later")}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: what it was before and what it is now, in words."""

    judgement: Judgement

    @property
    def name(self) -> str:
        """Which field."""
        return str(NAMES.get(self.judgement.field, self.judgement.field))

    @property
    def before(self) -> str:
        """What the reading said; nothing where only a verdict was given."""
        return "" if self.judgement.field == "verdict" else in_words(self.judgement.field, self.judgement.seen)

    @property
    def now(self) -> str:
        """What the person said."""
        return in_words(self.judgement.field, self.judgement.value)


@dataclass(frozen=True, slots=True)
class Field:
    """One field that can be corrected, with its present value and the decision it rests on."""

    key: str
    name: str
    value: str
    based_on: str


def decided_on(target: str) -> tuple[Decision, ...]:
    """All decisions on one thing, withdrawn ones too, oldest first."""
    return tuple(Decision(judgement) for judgement in tasks.judgements_of(served.archive(), target))


def fields_of(row: RecommendationRow, decisions: Sequence[Decision]) -> tuple[Field, ...]:
    """The fields of a recommendation as the form shows them."""
    standing = {d.judgement.field: d.judgement.id for d in decisions if d.judgement.stands}
    values = {
        "text": row.text,
        "number": row.number,
        "states": "; ".join(words.state(code) for code in row.states),
        "position": row.position.value,
        "end": " ".join(row.item.split()[-6:]),
    }
    return tuple(Field(key, str(NAMES[key]), values[key], standing.get(key, "")) for key in FIELDS)


@dataclass(frozen=True, slots=True)
class Corrected:
    """One corrected field: what was read stays beside it. ``differs``: the reading has changed since."""

    name: str
    reading: str
    value: str
    differs: bool


def corrected(row: RecommendationRow) -> tuple[Corrected, ...]:
    """The corrections of a recommendation, in words."""
    return tuple(
        Corrected(str(NAMES[c.field]), in_words(c.field, c.reading), in_words(c.field, c.value), c.differs)
        for c in row.corrections
    )


def in_words(field: str, value: object) -> str:
    """A value of a field as people read it."""
    if field == "states" and isinstance(value, list | tuple):
        return ", ".join(words.state(str(code)) for code in value)
    if field == "position":
        return str(words.POSITIONS.get(str(value), value))
    if field == "verdict":
        return str(VERDICTS.get(str(value), value))
    return str(value)
