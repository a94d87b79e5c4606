"""Counts as somebody stated them: received, supported, noted."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.place import Place


class Speaker(StrEnum):
    """Who states the count."""

    STATE = "State under review"
    PRESIDENT = "President of the Council"
    REPORT = "report"
    OHCHR = "OHCHR"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many recommendations were received, supported, noted, pending, according to ``speaker``.

    Numbers are recommendations as that speaker counts them; None where not stated.
    """

    state: str  # ISO 3166-1 alpha-3 of the State under review
    speaker: Speaker
    received: int | None
    supported: int | None
    noted: int | None
    pending: int | None
    words: str
    place: Place
    target: str = ""  # symbol of the Working Group report, if known
    partly: int | None = None  # supported in part, where counted apart
    unclear: int | None = None  # "clarified", "no clear position": the President's third group in early sessions
