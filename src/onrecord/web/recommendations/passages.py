"""Every passage that a recommendation's page can light on the left, each with a key for the address."""

from dataclasses import dataclass

from onrecord.model import Stage
from onrecord.tasks import HistoryEntry, Quote, RecommendationDetail
from onrecord.web.frame.answers import Sign, sign_of


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage that can be lit."""

    key: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Answered:
    """One entry of the history as it is shown."""

    entry: HistoryEntry
    sign: Sign
    said: Passage
    comment: Passage | None


@dataclass(frozen=True, slots=True)
class Passages:
    """All of them; ``history`` in the order of time."""

    item: Passage
    chapeau: Passage | None
    history: tuple[Answered, ...]
    answers: tuple[Passage, ...]

    @property
    def own(self) -> tuple[Answered, ...]:
        """What the State itself said."""
        return tuple(said for said in self.history if said.entry.statement.stage is not Stage.LIST)

    @property
    def listed(self) -> tuple[Answered, ...]:
        """What a list that somebody else made says of its answer: behind the State's own words."""
        return tuple(said for said in self.history if said.entry.statement.stage is Stage.LIST)

    def get(self, key: str) -> Passage | None:
        """The passage with that key, None if there is none."""
        every = (self.item, self.chapeau, *self.answers, *(p for a in self.history for p in (a.said, a.comment)))
        return next((passage for passage in every if passage and passage.key == key), None)


def passages_of(detail: RecommendationDetail) -> Passages:
    """The passages of one recommendation."""
    history = []
    for number, entry in enumerate(detail.history, start=1):
        comment = Passage(f"c{number}", entry.comment) if entry.comment else None
        history.append(Answered(entry, sign_of(entry.statement), Passage(f"h{number}", entry.quote), comment))
    return Passages(
        item=Passage("item", detail.quote),
        chapeau=Passage("chapeau", detail.chapeau) if detail.chapeau else None,
        history=tuple(history),
        answers=tuple(Passage(f"a{number}", quote) for number, quote in enumerate(detail.answers, start=1)),
    )
