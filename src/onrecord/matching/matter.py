"""Whether two statements speak of one matter: a name or a date shared, with words beside it."""

from collections.abc import Iterable

from onrecord.matching.statements import Statement


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
    meeting = {a for a in one.dates_around for b in other.dates_around if dates_meet(a, b)}
    if one.dates_around and other.dates_around and not meeting:
        return False
    shared = (one.around & other.around) - set(besides)
    if one.around_names & other.around_names and len(shared) >= 2:
        return True
    return any(_to_the_month(date) for date in meeting) and len(shared) >= 1


def dates_meet(one: str, other: str) -> bool:
    """Whether two dates in EDTF may be the same day: equal, or one told more exactly than the other."""
    return one == other or one.startswith(other + "-") or other.startswith(one + "-")


def _to_the_month(date: str) -> bool:
    return len(date.split("/", maxsplit=1)[0].strip(".")) >= len("2011-12")
