"""A State's answer as it is shown: a word and a shape, or two of each where it changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.model import Position, PositionStatement, Stage
from onrecord.tasks import RecommendationRow
from onrecord.web.frame import words


@dataclass(frozen=True, slots=True)
class Sign:
    """One answer: key of its word, and its shape."""

    key: str

    @property
    def word(self) -> str:
        """The word, in the reader's language."""
        return str(words.POSITIONS[self.key])

    @property
    def shape(self) -> str:
        """Name of the shape, which is its colour's as well."""
        return words.SHAPES[self.key]

    @property
    def mark(self) -> str:
        """Classes of the shape where it stands alone, on the line of a history."""
        return f"mk {self.shape}"


@dataclass(frozen=True, slots=True)
class Answer:
    """The last word, and the one before if the answer changed. ``date`` is of the last."""

    last: Sign
    first: Sign | None = None
    date: str = ""


def sign_of(statement: PositionStatement) -> Sign:
    """How one statement is shown."""
    return Sign("partly" if statement.partly else statement.value.value)


def answer_of(row: RecommendationRow) -> Answer:
    """How a recommendation's answer is shown; a person's correction of it goes before the papers."""
    said = binding(row.history)
    if not said or said[-1].value is not row.position:
        return Answer(Sign(row.position.value if said or row.position.value != "pending" else "none"))
    last = sign_of(said[-1])
    # A list made by somebody else is no word of the State's, and to leave open is no answer that could change.
    own = [sign_of(s) for s in said if s.stage is not Stage.LIST and s.value is not Position.PENDING]
    if not row.changed or not own or own[0] == last:
        return Answer(last, date=said[-1].date)
    return Answer(last, own[0], said[-1].date)


def binding(history: Sequence[PositionStatement]) -> list[PositionStatement]:
    """The statements that say something of the value."""
    return [statement for statement in history if not statement.tentative]
