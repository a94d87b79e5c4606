"""A subject: a saved definition of what belongs together, by labels, words and meaning."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Subject:
    """What a subject takes in. A recommendation belongs to it if one of its ways leads there.

    ``words`` is a query of the search; ``meaning`` holds sentences in plain words, of which a recommendation must be as
    near as ``near`` to one.
    """

    key: str
    title: str
    note: str  # neutral: what it takes in, what it leaves out
    issues: tuple[str, ...] = ()
    words: str = ""
    meaning: tuple[str, ...] = ()
    near: float = 0.6
    version: int = 0  # 0: as it comes with Onrecord
    who: str = ""
    when: str = ""  # ISO 8601, UTC
    reason: str = ""
