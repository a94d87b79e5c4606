"""What a person decided: who, when, why, and what the reading said at that time. Withdrawn, never deleted."""

from dataclasses import dataclass

VERDICTS = ("right", "wrong", "unsure", "later")
CORRECTED = ("text", "number", "states", "position", "end")  # fields of a recommendation that a person can correct
VERDICT = "verdict"
SURE_FROM = "sure_from"  # of labels as a whole: the probability from which suggestions are filed as sure


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision on one field of one thing.

    ``target`` is made of content ("A/HRC/28/10#126.44", "doubt:…"), so that a decision outlives every new reading.
    ``value`` is a string, for ``states`` a tuple of ISO 3166-1 alpha-3 codes. ``end`` holds the words with which the
    item ends: they are found again where offsets have moved.
    """

    id: str
    target: str
    field: str  # one of CORRECTED, or "verdict"
    value: object
    reason: str
    who: str
    when: str  # ISO 8601, UTC
    seen: object  # value of the reading when it was judged
    based_on: str = ""  # id of the judgement that it followed; "" for the bare reading
    withdrawn_by: str = ""
    withdrawn_when: str = ""

    @property
    def stands(self) -> bool:
        """Whether nobody has withdrawn it."""
        return not self.withdrawn_when


@dataclass(frozen=True, slots=True)
class Correction:
    """A field of which a person said that it is not as read."""

    field: str
    reading: object  # as read, now
    value: object  # as corrected
    judgement: str  # its id
    differs: bool  # the reading has changed since it was corrected
