"""A recommendation: number, text, recommending States, and what the State under review did with it."""

from dataclasses import dataclass, replace

from onrecord.model.place import Place
from onrecord.model.position import Position, PositionStatement


@dataclass(frozen=True, slots=True)
class Ask:
    """What one State asks inside an item: ``consider ratifying (A), ratify (B) the Convention`` holds two asks.

    ``text`` may be put together from several stretches of the item; ``places`` has one place for each.
    """

    states: tuple[str, ...]
    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One numbered item of the list of recommendations.

    ``item == document.text[item_place.start:item_place.end]``, to the letter and without the number. ``text`` is the
    item without its brackets of States and the closing semicolon; it stands at ``place``, where the brackets between
    its texts, if there are several, stand as well.
    """

    number: str  # "126.44"; for items known only from the dialogue the paragraph: "23 (b)"
    text: str
    states: tuple[str, ...]  # ISO 3166-1 alpha-3, in the order named
    place: Place
    item: str
    item_place: Place
    chapeau: str = ""  # the sentence that says what the State did with all that follow
    chapeau_place: Place | None = None
    asks: tuple[Ask, ...] = ()
    unknown: tuple[str, ...] = ()  # names in brackets that are no State we know, as written
    history: tuple[PositionStatement, ...] = ()
    section: str = ""  # number of the paragraph whose chapeau governs it: "126"

    def by_ask(self) -> "tuple[Recommendation, ...]":
        """The item once for each of its texts, with the States that ask for it: how coders count recommendations.

        An item without asks (nobody is named) stays as it is.
        """
        if not self.asks:
            return (self,)
        return tuple(
            replace(self, text=ask.text, states=ask.states, place=ask.places[0], asks=(ask,)) for ask in self.asks
        )

    @property
    def position(self) -> Position:
        """The last word of the State in the papers at hand; pending where there is none."""
        binding = [s for s in self.history if not s.tentative]
        return binding[-1].value if binding else Position.PENDING
