"""Whether something was published before a day, as far as its date tells."""

from calendar import monthrange


def before(edtf: str, day: str) -> bool:
    """Whether a date lies wholly before ``day``.

    "2014-10" is not before 30 October 2014: it may be the 31st. What has no date, or one that cannot be read, is not
    either: an undated paper is left out rather than taken for old.

    Args:
        edtf: date of a paper; a stretch counts by its end.
        day: EDTF to the day, or less exact: then its first day.
    """
    return bool(latest := _latest(edtf.rpartition("/")[2])) and latest < _earliest(day)


def is_day(text: str) -> bool:
    """Whether this is a year, month or day that :func:`before` can compare with."""
    return bool(_latest(text))


def _latest(edtf: str) -> str:
    parts = edtf.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return ""
    if len(parts) == 1:
        return f"{edtf}-12-31"
    if not 1 <= int(parts[1]) <= 12:
        return ""
    return edtf if len(parts) == 3 else f"{edtf}-{monthrange(int(parts[0]), int(parts[1]))[1]:02d}"


def _earliest(day: str) -> str:
    parts = day.split("-")
    return "-".join([*parts, *("01",) * (3 - len(parts))])
