"""Help with the wording of a recommendation: what it asks, and what a reader will miss in it."""

import re
from dataclasses import dataclass

from onrecord.vocabulary.actions import Action, action_of
from onrecord.vocabulary.vague import Vague, vague_in

_ADDRESSEE = re.compile(
    r"\b(?:state|government|authorit(?:y|ies)|parliament|president|prime minister|minist(?:er|ry|ries)|commission"
    r"|council|courts?|judiciary|prosecutors?|police|ombuds\w+|agency|assembly|legislators?|mayors?|governors?|officials?)\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:article|articles|section|sections|art\.|law on|act of|code|decree|covenant|convention|protocol|constitution"
    r"|rules|resolution)\b",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|may \d|june|july|august|september|october|november|december"
    r"|within \w+ (?:months?|years?|weeks?|days?)|before the next|by the next|by the end|immediately|without delay)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What can be said of a recommendation's words.

    Attributes:
        action: by its first verb, None where that is not known.
        missing: what is not there: "addressee", "law", "date".
        vague: words of which nobody could tell afterwards whether they were followed, in their order.
    """

    action: Action | None
    missing: tuple[str, ...]
    vague: tuple[Vague, ...] = ()

    @property
    def why(self) -> str:
        """Why it has its category, in a sentence."""
        if self.action is None:
            return "Its first word is no verb of action that we know."
        return f"It begins with “{self.action.verb}”."


def wording_of(text: str, *, addressed: bool = False) -> Wording:
    """What a recommendation asks and lacks. By words of English; of other languages nothing is known yet.

    Args:
        text: of one recommendation.
        addressed: a heading above it names whom it is for.
    """
    found = {"addressee": addressed or _ADDRESSEE.search(text), "law": _LAW.search(text), "date": _DATE.search(text)}
    missing = tuple(name for name, there in found.items() if not there)
    return Wording(action_of(_asked(text)), missing, vague_in(text))


def names_addressee(text: str) -> bool:
    """Whether a text names a body of a State."""
    return bool(_ADDRESSEE.search(text))


def _asked(text: str) -> str:
    """What is asked, without whom: "The Government should repeal …" asks "repeal …"."""
    return re.sub(r"^.{0,120}?\b(?:should|must|to)\s+(?=[a-z])", "", text, count=1) if " should " in text else text
