"""Whether two statements speak of one matter: a name or a date shared, with words beside it."""

from collections.abc import Iterable
from datetime import date
from math import inf

from onrecord.matching.statements import Statement

NEAR = 3  # days: one event, told with a day that may be wrong


def same_sentence(one: Statement, other: Statement) -> bool:
    """Whether both stand in one sentence of one paper."""
    return one.sha256 == other.sha256 and one.sentence.start == other.sentence.start


def same_matter(one: Statement, other: Statement, *, besides: Iterable[str] = ()) -> bool:
    """Whether both speak of one event.

    Args:
        one: a statement.
        other: another one, of the same or of another paper.
        besides: stems that do not count, since they are what is compared.
    """
    if same_sentence(one, other):
        return False
    meeting = {a for a in one.dates_around for b in other.dates_around if dates_meet(a, b) or days_apart(a, b) <= NEAR}
    if one.dates_around and other.dates_around and not meeting:
        return False
    if any(_one_day(a, b) for a in one.dates_around for b in other.dates_around) and one.scene & other.scene:
        return True
    if one.date == other.date and "/" in one.date and ".." not in one.date and one.sha256 == other.sha256:
        return True  # "between March 2022 and May 2023 …", "in the same period …"
    shared = (one.around & other.around) - set(besides)
    if one.around_names & other.around_names and len(shared) >= 2:
        return True
    return any(_to_the_month(day) for day in meeting) and len(shared) >= 1


def dates_meet(one: str, other: str) -> bool:
    """Whether two dates in EDTF may be the same day: equal, or one told more exactly than the other."""
    if one.endswith("/..") and other.endswith("/.."):
        return True  # both go on to this day
    return one == other or one.startswith(other + "-") or other.startswith(one + "-")


def days_apart(one: str, other: str) -> float:
    """Days between two dates that are told to the day; infinite for others."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return inf


def _one_day(a: str, b: str) -> bool:
    return days_apart(a, b) <= NEAR


def _to_the_month(day: str) -> bool:
    return len(day.split("/", maxsplit=1)[0].strip(".")) >= len("2011-12")
