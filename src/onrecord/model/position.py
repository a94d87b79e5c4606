"""What the State under review answered. A position is a history, not a field."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.place import Place


class Position(StrEnum):
    """Normalised answer. By Council resolution 5/1 a recommendation is supported or noted; nothing is "rejected"."""

    SUPPORTED = "supported"
    NOTED = "noted"
    PENDING = "pending"


class Stage(StrEnum):
    """Where the State spoke, in the order in which it does. The last word counts.

    LIST is OHCHR's thematic list: somebody else's record of the answer, used only where the State's own word is
    not in the archive.
    """

    LIST = "list"
    ROOM = "room"
    REPORT = "report"
    ADDENDUM = "addendum"
    PLENARY = "plenary"


@dataclass(frozen=True, slots=True)
class PositionStatement:
    """One answer to one recommendation, said once, in one place.

    ``words`` is the raw wording, ``document.text[place.start:place.end]``. ``comment``, if there is one, stands at
    ``comment_place`` in the same way.
    """

    target: str  # symbol of the report whose recommendation is answered, "" if the paper does not name it
    number: str  # of the recommendation: "126.27"
    value: Position
    stage: Stage
    words: str
    rule: str  # name of the rule that mapped the words to the value, such as "chapeau: enjoy the support of"
    date: str  # EDTF
    place: Place
    comment: str = ""
    comment_place: Place | None = None
    claims_implemented: str = ""  # "already implemented", "in the process of implementation": the State's own claim
    partly: bool = False  # the State accepted a part; value follows UPR Info's rule, the raw words stay
    tentative: bool = False  # a remark that leaves the value of an earlier statement as it was
