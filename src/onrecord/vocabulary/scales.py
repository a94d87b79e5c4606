"""Scales on which it is told how far a recommendation was put into practice; ``data/scales.csv`` can be added to.

Grades of the Human Rights Committee have no ``value``: no source gives a number for them, so none is made up.
"""

from dataclasses import dataclass
from functools import cache

from onrecord.vocabulary.tables import read_table

OURS = "implementation"
UPR_INFO = "upr-info"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a scale. ``value``: its number where the scale has numbers, else None."""

    scale: str
    key: str
    order: int
    value: float | None
    name: str
    meaning: str
    source: str
    verified_on: str


@cache
def scales() -> dict[str, tuple[Level, ...]]:
    """All scales with their levels, in the order of the table."""
    found: dict[str, tuple[Level, ...]] = {}
    for row in read_table("scales.csv"):
        number = float(row["value"]) if row["value"] else None
        words = (row["name"], row["meaning"], row["source"], row["verified_on"])
        level = Level(row["scale"], row["level"], int(row["order"]), number, *words)
        found[level.scale] = (*found.get(level.scale, ()), level)
    return found


def level(scale: str, key: str) -> Level | None:
    """A level of a scale, None if there is no such scale or level."""
    return next((one for one in scales().get(scale, ()) if one.key == key), None)
